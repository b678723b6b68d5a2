/// Anything that solves problem P exactly.
///
/// Every conforming solver returns the same ``AssignmentSolution`` for the same problem, bit for bit: optimal, with ties
/// broken and duals chosen by the rules of ``CanonicalOptimum``.
public protocol AssignmentSolver: Sendable {
  /// - Throws: ``AssignmentError/beyondHeadRoom(magnitude:)`` when the numbers leave 64 bits; solvers outside this module
  ///   may throw errors of their own. Infeasible and stopped are outcomes, not errors.
  func solve(_ problem: AssignmentProblem, control: SolveControl) throws -> AssignmentOutcome
}

extension AssignmentSolver {
  /// Solves to the end.
  ///
  /// - Throws: ``AssignmentError/infeasible(_:)`` when lower bounds cannot be met, ``AssignmentError/cancelled`` when the
  ///   solver stopped by itself, and what ``solve(_:control:)`` throws.
  public func solve(_ problem: AssignmentProblem) throws -> AssignmentSolution {
    switch try solve(problem, control: SolveControl()) {
    case .optimal(let solution, _): return solution
    case .infeasible(let set): throw AssignmentError.infeasible(set)
    case .stopped: throw AssignmentError.cancelled
    }
  }
}
