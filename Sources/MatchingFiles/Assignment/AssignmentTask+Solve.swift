public import AssignmentSolvers

extension AssignmentTask {
  /// Solves the task: by the plain solver where the task can be put into plain form, otherwise by the general one (which
  /// also finds the reason when there is no answer).
  ///
  /// - Parameters:
  ///   - plain: solves problems of one column a row without lower bounds; the faster one.
  ///   - general: solves every problem.
  /// - Returns: the outcome for ``problem``; its proof fits that problem whichever solver found it.
  /// - Throws: what the solvers throw.
  public func outcome(
    plain: any AssignmentSolver = AutomaticSolver(), general: any AssignmentSolver = CapacitatedSolver(),
    control: SolveControl = .init()
  ) throws -> AssignmentOutcome {
    if problem.isPlain { return try plain.solve(problem, control: control) }
    if let mandatory = MandatoryMatching(problem),
      let outcome = try mandatory.outcome(by: plain, control: control)
    {
      return outcome
    }
    return try general.solve(problem, control: control)
  }
}

/// A problem in which one side must be matched in full, put into plain form: each match is worth so much that as many
/// as possible come first, and the least cost among those second.
///
/// **The value W of a match.** Suppose some assignment has one pair more than another. Its costs can be higher by at most
/// `(n + 1) · (greatest − least) + greatest`, where n is the number of pairs; W is above that. In a full table W above the
/// greatest cost is enough: while a row and a column are free, their own pair gains.
///
/// **The proof back.** Let `u, v ≥ 0` prove the plain problem. If every row is matched, `u − W, v` proves the problem with
/// row lower bounds: both sides of the equality lose W for each row, and row duals may be negative there. If every place
/// of the columns is taken, `u, v − W` does.
struct MandatoryMatching {
  private enum Side { case rows, columns }

  private let problem: AssignmentProblem
  private let side: Side
  private let value: Int64

  /// nil when the problem is not of this form, or the values would leave the head-room.
  init?(_ problem: AssignmentProblem) {
    guard problem.rowCapacity.allSatisfy({ $0 == 1 }) else { return nil }
    let hasFreeColumns = problem.columnLowerBound.allSatisfy { $0 == 0 }
    let hasFreeRows = problem.rowLowerBound.allSatisfy { $0 == 0 }
    if hasFreeColumns, problem.rowLowerBound.allSatisfy({ $0 == 1 }) {
      side = .rows
    } else if hasFreeRows, problem.columnLowerBound == problem.columnCapacity {
      side = .columns
    } else {
      return nil
    }
    guard problem.rowValue.allSatisfy({ $0 == 0 }), let value = Self.value(of: problem) else { return nil }
    self.problem = problem
    self.value = value
  }

  private static func value(of problem: AssignmentProblem) -> Int64? {
    var least = Int64.max
    var greatest = Int64.min
    var allowedPairCount = 0
    for row in 0..<problem.rowCount {
      problem.costs.forEachPair(ofRow: row) { _, cost in
        least = min(least, Int64(cost))
        greatest = max(greatest, Int64(cost))
        allowedPairCount += 1
      }
    }
    if allowedPairCount == 0 { return 1 }
    let isFull = allowedPairCount == problem.rowCount * problem.columnCount
    // Costs have 32 bits and rows at most 10⁷: below 2⁶⁰.
    let spread = isFull ? 0 : (greatest - least) * Int64(problem.rowCount + 1)
    let value = spread + max(greatest, 0) + 1
    let (magnitude, overflow) = (value + max(-least, 0)).multipliedReportingOverflow(
      by: Int64(2 * (problem.rowCount + problem.columnCount + 1)))
    return overflow || magnitude >= AssignmentProblem.headRoom ? nil : value
  }

  /// - Returns: nil when the side cannot be matched in full.
  func outcome(by solver: any AssignmentSolver, control: SolveControl) throws -> AssignmentOutcome? {
    let plain = AssignmentProblem(
      costs: problem.costs, rowValue: Array(repeating: value, count: problem.rowCount),
      columnCapacity: problem.columnCapacity)
    switch try solver.solve(plain, control: control) {
    case .optimal(let solution, let statistics):
      let pairCount = Int64(solution.assignment.pairCount)
      let needed = side == .rows ? problem.rowCount : problem.columnCapacity.reduce(0, +)
      guard solution.assignment.pairCount == needed else { return nil }
      let duals = AssignmentDuals(
        row: solution.duals.row.map { side == .rows ? $0 - value : $0 },
        column: solution.duals.column.map { side == .columns ? $0 - value : $0 })
      return .optimal(
        AssignmentSolution(
          assignment: solution.assignment, duals: duals, objective: solution.objective - value * pairCount),
        statistics)
    case .infeasible: return nil
    case .stopped(let stopped):
      let needed = Int64(side == .rows ? problem.rowCount : problem.columnCapacity.reduce(0, +))
      let best = stopped.best.flatMap { Int64($0.pairCount) == needed ? $0 : nil }
      return .stopped(
        StoppedSolve(
          best: best, objective: best.map(problem.objective), bound: stopped.bound - value * needed))
    }
  }
}
