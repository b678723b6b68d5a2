/// Checks a claimed optimum of problem P from nothing but the problem's numbers.
///
/// Weak duality: for any feasible assignment *x* and any `u, v ≥ 0` with `u_i + v_j ≥ w_i − c_ij` on every allowed pair,
///
///     Σ (w_i − c_ij) x_ij  ≤  Σ u_i + Σ k_j v_j .
///
/// So when *x* is feasible, *(u, v)* covers every pair and both sides are equal, no other assignment is better. This
/// file knows no solver and shares no code with one; it makes one pass over the pairs in 64-bit integers and treats any
/// overflow as a refusal. Complexity: O(rows × columns) time, O(columns) memory.
///
/// Reference: Burkard, Dell'Amico, Martello, *Assignment Problems*, SIAM 2009, ch. 4 (doi:10.1137/1.9781611972238).
public struct CertificateChecker: Sendable {
  /// Why a certificate was refused. Indices are rows and columns of the problem.
  public enum Refusal: Error, Equatable, Sendable {
    case shapeMismatch
    case columnOutOfRange(row: Int)
    case forbiddenPair(row: Int, column: Int)
    case capacityExceeded(column: Int)
    case negativeRowDual(row: Int)
    case negativeColumnDual(column: Int)
    case uncoveredPair(row: Int, column: Int)
    case objectiveMismatch
    case dualGap
    case overflow
  }

  /// What was checked when a certificate holds.
  public struct Proof: Equatable, Sendable {
    public let objective: Int64
    /// All pairs looked at: rows × columns.
    public let pairCount: Int
    /// The allowed ones among them, each shown to be covered by the duals.
    public let allowedPairCount: Int
  }

  let rowValue: [Int64]
  let columnCapacity: [Int]

  public init(rowValue: [Int64], columnCapacity: [Int]) {
    self.rowValue = rowValue
    self.columnCapacity = columnCapacity
  }

  /// Checks a solution in one pass over the rows.
  ///
  /// - Parameter writeCosts: called once per row, in order; fills the buffer (one entry per column) with the row's costs,
  ///   ``DenseCosts/forbidden`` where the pair is not allowed.
  /// - Throws: ``Refusal`` at the first thing that is wrong.
  public func check(
    _ solution: AssignmentSolution, writeCosts: (_ row: Int, _ costs: inout [Int32]) -> Void
  ) throws(Refusal) -> Proof {
    let rowCount = rowValue.count
    let columnCount = columnCapacity.count
    let duals = solution.duals
    guard solution.assignment.columnOfRow.count == rowCount, duals.row.count == rowCount,
      duals.column.count == columnCount
    else { throw .shapeMismatch }
    if let column = duals.column.firstIndex(where: { $0 < 0 }) { throw .negativeColumnDual(column: column) }

    var used = [Int](repeating: 0, count: columnCount)
    var costs = [Int32](repeating: 0, count: columnCount)
    var primal: Int64 = 0
    var dual: Int64 = 0
    var allowedPairCount = 0

    for row in 0..<rowCount {
      let rowDual = duals.row[row]
      if rowDual < 0 { throw .negativeRowDual(row: row) }
      dual = try sum(dual, rowDual)
      writeCosts(row, &costs)
      guard costs.count == columnCount else { throw .shapeMismatch }
      for column in 0..<columnCount where costs[column] != DenseCosts.forbidden {
        allowedPairCount += 1
        let cover = try sum(try sum(rowDual, duals.column[column]), Int64(costs[column]))
        if cover < rowValue[row] { throw .uncoveredPair(row: row, column: column) }
      }
      guard let column = solution.assignment.columnOfRow[row] else { continue }
      guard (0..<columnCount).contains(column) else { throw .columnOutOfRange(row: row) }
      if costs[column] == DenseCosts.forbidden { throw .forbiddenPair(row: row, column: column) }
      used[column] += 1
      if used[column] > columnCapacity[column] { throw .capacityExceeded(column: column) }
      primal = try sum(primal, try sum(rowValue[row], -Int64(costs[column])))
    }
    for column in 0..<columnCount {
      let (price, overflow) = duals.column[column].multipliedReportingOverflow(by: Int64(columnCapacity[column]))
      if overflow { throw .overflow }
      dual = try sum(dual, price)
    }
    guard primal == solution.objective else { throw .objectiveMismatch }
    guard primal == dual else { throw .dualGap }
    return Proof(objective: primal, pairCount: rowCount * columnCount, allowedPairCount: allowedPairCount)
  }

  private func sum(_ a: Int64, _ b: Int64) throws(Refusal) -> Int64 {
    let (total, overflow) = a.addingReportingOverflow(b)
    if overflow { throw .overflow }
    return total
  }
}

extension CertificateChecker {
  /// Checks a solution against a problem held in memory.
  public static func check(_ solution: AssignmentSolution, of problem: AssignmentProblem) throws(Refusal) -> Proof {
    try CertificateChecker(rowValue: problem.rowValue, columnCapacity: problem.columnCapacity)
      .check(solution) { row, costs in
        let start = row * problem.columnCount
        for column in 0..<problem.columnCount { costs[column] = problem.costs.values[start + column] }
      }
  }
}
