/// Checks a claimed optimum of problem P from nothing but the problem's numbers.
///
/// Weak duality: take any assignment *x* that keeps all bounds and any *u, v* whose signs fit (`u_i < 0` only for a row
/// with a lower bound, `v_j < 0` only for such a column). With `z_ij = max(0, w_i − c_ij − u_i − v_j)`,
///
///     Σ (w_i − c_ij) x_ij  ≤  Σ (r_i u_i⁺ − a_i u_i⁻) + Σ (k_j v_j⁺ − l_j v_j⁻) + Σ z_ij .
///
/// So when both sides are equal, no other assignment is better. `z > 0` is for chosen pairs whose row and column can both
/// take more; elsewhere the duals must cover the pair. Knows no solver and shares no code with one. One pass over the pairs
/// in 64-bit integers; magnitudes whose sums could wrap are refused. Complexity: O(pairs) time, O(columns) memory.
///
/// Reference: Burkard, Dell'Amico, Martello, *Assignment Problems*, SIAM 2009, ch. 4 (doi:10.1137/1.9781611972238).
public struct CertificateChecker: Sendable {
  /// Why a certificate was refused. Indices are rows and columns of the problem.
  public enum Refusal: Error, Equatable, Sendable {
    case shapeMismatch, objectiveMismatch, dualGap, overflow
    case columnOutOfRange(row: Int), rowCapacityExceeded(row: Int), rowBelowLowerBound(row: Int)
    case capacityExceeded(column: Int), belowLowerBound(column: Int)
    case negativeRowDual(row: Int), negativeColumnDual(column: Int)
    case forbiddenPair(row: Int, column: Int), uncoveredPair(row: Int, column: Int)
  }

  /// What was checked when a certificate holds.
  public struct Proof: Equatable, Sendable {
    public let objective: Int64
    /// Rows × columns.
    public let pairCount: Int
    /// The allowed pairs among them, each shown to be covered by the duals.
    public let allowedPairCount: Int
  }

  /// Sums of three magnitudes below this and a cost stay within 64 bits.
  private static let magnitudeLimit: UInt64 = 1 << 61
  let problem: AssignmentProblem.Bounds

  public init(_ bounds: AssignmentProblem.Bounds) { problem = bounds }

  /// Checks a solution in one pass over the rows of a full table.
  ///
  /// - Parameter writeCosts: called once per row, in order; fills the buffer (one entry per column) with the row's costs,
  ///   ``DenseCosts/forbidden`` where the pair is not allowed.
  public func check(
    _ solution: AssignmentSolution, writeCosts: (_ row: Int, _ costs: inout [Int32]) -> Void
  ) throws(Refusal) -> Proof {
    var pass = try Pass(problem, solution)
    var costs = [Int32](repeating: 0, count: problem.columnCapacity.count)
    for row in problem.rowValue.indices {
      writeCosts(row, &costs)
      guard costs.count == problem.columnCapacity.count else { throw .shapeMismatch }
      try pass.check(row: row, costs: costs.span) { $0 }
    }
    return try pass.conclusion()
  }

  /// Checks a solution against a problem held in memory.
  public static func check(_ solution: AssignmentSolution, of problem: AssignmentProblem) throws(Refusal) -> Proof {
    var pass = try Pass(problem.bounds, solution)
    if case .sparse(let costs) = problem.costs {
      for row in 0..<problem.rowCount {
        let start = costs.rowStart[row]
        try pass.check(row: row, costs: costs.values.span.extracting(start..<costs.rowStart[row + 1])) {
          Int(costs.columns[start + $0])
        }
      }
    } else {
      let (table, width) = (problem.costs.asDense.values, problem.columnCount)
      for row in 0..<problem.rowCount {
        try pass.check(row: row, costs: table.span.extracting(row * width..<(row + 1) * width)) { $0 }
      }
    }
    return try pass.conclusion()
  }

  /// The sums of one pass.
  private struct Pass {
    let problem: AssignmentProblem.Bounds
    let solution: AssignmentSolution
    var used: [Int]
    var primal: Int64 = 0
    var dual: Int64 = 0
    var allowedPairCount = 0

    init(_ problem: AssignmentProblem.Bounds, _ solution: AssignmentSolution) throws(Refusal) {
      let (u, v) = (solution.duals.row, solution.duals.column)
      guard solution.assignment.rowCount == problem.rowValue.count, u.count == problem.rowValue.count,
        v.count == problem.columnCapacity.count
      else { throw .shapeMismatch }
      for row in u.indices where u[row] < 0 && problem.rowLowerBound[row] == 0 { throw .negativeRowDual(row: row) }
      for column in v.indices where v[column] < 0 && problem.columnLowerBound[column] == 0 {
        throw .negativeColumnDual(column: column)
      }
      for values in [u, v, problem.rowValue] where values.contains(where: { $0.magnitude >= magnitudeLimit }) {
        throw .overflow
      }
      self.problem = problem
      self.solution = solution
      used = Array(repeating: 0, count: v.count)
    }

    mutating func check(row: Int, costs: Span<Int32>, columnAt: (Int) -> Int) throws(Refusal) {
      let chosen = solution.assignment.columns(ofRow: row)
      if chosen.count > problem.rowCapacity[row] { throw .rowCapacityExceeded(row: row) }
      if chosen.count < problem.rowLowerBound[row] { throw .rowBelowLowerBound(row: row) }
      let (u, prices) = (solution.duals.row[row], solution.duals.column)
      let v = prices.span
      let need = problem.rowValue[row] - u
      var openChoices = chosen
      for index in costs.indices where costs[index] != DenseCosts.forbidden {
        allowedPairCount += 1
        let column = columnAt(index)
        if column == openChoices.first {
          openChoices.removeFirst()
          used[column] += 1
          try Self.add(problem.rowValue[row] - Int64(costs[index]), to: &primal)
        }
        let excess = need &- v[column] &- Int64(costs[index])
        if excess > 0 {
          guard chosen.contains(column), problem.rowCapacity[row] > 1, problem.columnCapacity[column] > 1 else {
            throw .uncoveredPair(row: row, column: column)
          }
          try Self.add(excess, to: &dual)
        }
      }
      if let column = openChoices.first {
        throw v.indices.contains(column) ? .forbiddenPair(row: row, column: column) : .columnOutOfRange(row: row)
      }
      try Self.add(u, times: u < 0 ? problem.rowLowerBound[row] : problem.rowCapacity[row], to: &dual)
    }

    mutating func conclusion() throws(Refusal) -> Proof {
      for (column, v) in solution.duals.column.enumerated() {
        if used[column] > problem.columnCapacity[column] { throw .capacityExceeded(column: column) }
        if used[column] < problem.columnLowerBound[column] { throw .belowLowerBound(column: column) }
        try Self.add(v, times: v < 0 ? problem.columnLowerBound[column] : problem.columnCapacity[column], to: &dual)
      }
      guard primal == solution.objective else { throw .objectiveMismatch }
      guard primal == dual else { throw .dualGap }
      let pairCount = problem.rowValue.count * used.count
      return Proof(objective: primal, pairCount: pairCount, allowedPairCount: allowedPairCount)
    }

    private static func add(_ term: Int64, times count: Int = 1, to sum: inout Int64) throws(Refusal) {
      let (product, productOverflows) = term.multipliedReportingOverflow(by: Int64(count))
      let (total, sumOverflows) = sum.addingReportingOverflow(product)
      if productOverflows || sumOverflows { throw .overflow }
      sum = total
    }
  }
}
