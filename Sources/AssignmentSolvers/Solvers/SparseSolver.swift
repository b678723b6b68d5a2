/// Exact assignment on lists of pairs, made for 10⁵ to 10⁶ rows: an auction under cost scaling, refined to exact duals.
///
/// Takes every layout of costs; full tables are listed first, so for those a dense solver is the better choice. What the
/// method is, why it was chosen and what it costs stands at ``SparseEngine``.
///
/// Complexity: O(pairs · rows · log(rows · largest cost)) worst case, in practice a few dozen scans of each row.
/// Memory: 8 to 16 bytes per pair besides the costs.
public struct SparseSolver: AssignmentSolver {
  public init() {}

  /// - Precondition: the problem is plain (``AssignmentProblem/isPlain``).
  public func solve(
    _ problem: AssignmentProblem, control: SolveControl
  ) throws(AssignmentError) -> AssignmentOutcome {
    precondition(problem.isPlain, "row capacities and lower bounds need another solver")
    try problem.checkHeadRoom()
    let engine = SparseEngine(
      costs: problem.costs.asSparse, rowValue: problem.rowValue, columnCapacity: problem.columnCapacity)
    switch engine.solve(control: control) {
    case .optimal:
      return .optimal(CanonicalOptimum.solution(of: problem, given: engine.basis), engine.statistics)
    case .stopped:
      let bound = engine.bound()
      engine.fillUp()
      let best = engine.basis.assignment
      return .stopped(StoppedSolve(best: best, objective: problem.objective(of: best), bound: bound))
    }
  }
}
