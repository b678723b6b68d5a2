/// The solver to use when nothing speaks for another: picks one by form, layout and size.
///
/// | problem | solver | why |
/// |---|---|---|
/// | full table, up to 40,000 pairs | ``ShortestPathSolver`` | faster below 200 × 200 (benchmark: Euclidean 100 × 100 in 0.5 ms against 0.8; equal at 200 × 200) |
/// | full table, larger | ``DenseSolver`` | Euclidean 400 × 400 in 4.3 ms against 6.8, and further apart from there |
/// | listed pairs | ``SparseSolver`` | made for them |
/// | rows that take several columns, lower bounds of columns | ``CapacitatedSolver`` | the only one that can |
///
/// Rows that *must* be matched (lower bound 1, capacity 1) and no lower bounds of columns are a plain problem in disguise:
/// a bonus on these rows' values that outweighs everything else. If it matches all of them, taking the bonus back gives
/// the solution, duals included; if not, the lower bounds cannot be met, and ``CapacitatedSolver`` finds the deficient set.
///
/// Every choice gives the same answer.
public struct AutomaticSolver: AssignmentSolver {
  /// Full tables with at most so many pairs go to ``ShortestPathSolver``.
  static let smallPairCount = 40_000

  public init() {}

  /// - Throws: ``AssignmentError/beyondHeadRoom(magnitude:)``.
  public func solve(_ problem: AssignmentProblem, control: SolveControl) throws(AssignmentError) -> AssignmentOutcome {
    if problem.isPlain { return try solvePlain(problem, control: control) }
    if let plain = problem.withMustsAsBonus, (try? plain.problem.checkHeadRoom()) != nil {
      switch try solvePlain(plain.problem, control: control) {
      case .optimal(let solution, let statistics):
        if let solution = problem.withoutBonus(plain.bonus, solution) { return .optimal(solution, statistics) }
      case .stopped(let stopped):
        return .stopped(problem.withoutBonus(plain.bonus, stopped))
      case .infeasible: preconditionFailure("plain problems are feasible")
      }
    }
    return try CapacitatedSolver().solve(problem, control: control)
  }

  private func solvePlain(
    _ problem: AssignmentProblem, control: SolveControl
  ) throws(AssignmentError) -> AssignmentOutcome {
    switch problem.costs {
    case .sparse: try SparseSolver().solve(problem, control: control)
    case .dense, .narrow:
      problem.costs.storedPairCount <= Self.smallPairCount
        ? try ShortestPathSolver().solve(problem, control: control)
        : try DenseSolver().solve(problem, control: control)
    }
  }
}

extension AssignmentProblem {
  /// The plain problem whose row values carry a bonus where the row must be matched; nil when lower bounds are of another
  /// kind or the bonus does not fit.
  fileprivate var withMustsAsBonus: (problem: AssignmentProblem, bonus: Int64)? {
    guard rowCapacity.allSatisfy({ $0 == 1 }), columnLowerBound.allSatisfy({ $0 == 0 }) else { return nil }
    let bonus = lowerBoundBonus
    guard bonus < Self.headRoom else { return nil }
    var value = rowValue
    for row in value.indices where rowLowerBound[row] == 1 {
      let (sum, overflow) = value[row].addingReportingOverflow(bonus)
      if overflow { return nil }
      value[row] = sum
    }
    return (AssignmentProblem(costs: costs, rowValue: value, columnCapacity: columnCapacity), bonus)
  }

  /// The solution of this problem, or nil when a row that must be matched is not.
  fileprivate func withoutBonus(_ bonus: Int64, _ solution: AssignmentSolution) -> AssignmentSolution? {
    var rowDual = solution.duals.row
    var objective = solution.objective
    for row in rowDual.indices where rowLowerBound[row] == 1 {
      if solution.assignment.columns(ofRow: row).isEmpty { return nil }
      rowDual[row] -= bonus
      objective -= bonus
    }
    return AssignmentSolution(
      assignment: solution.assignment, duals: AssignmentDuals(row: rowDual, column: solution.duals.column),
      objective: objective)
  }

  /// What a stopped solve of the plain problem says of this one: its assignment if it matches every row that must be, and
  /// its bound, because every assignment of this problem earns the bonus of every such row.
  fileprivate func withoutBonus(_ bonus: Int64, _ stopped: StoppedSolve) -> StoppedSolve {
    let musts = rowLowerBound.indices.filter { rowLowerBound[$0] == 1 }
    let bound = stopped.bound == .max ? .max : stopped.bound - bonus * Int64(musts.count)
    guard let best = stopped.best, musts.allSatisfy({ !best.columns(ofRow: $0).isEmpty }) else {
      return StoppedSolve(best: nil, objective: nil, bound: bound)
    }
    return StoppedSolve(best: best, objective: objective(of: best), bound: bound)
  }
}
