/// Anything that solves problem P exactly.
///
/// Every conforming solver returns the same ``AssignmentSolution`` for the same problem, bit for bit: optimal, with ties
/// broken and duals chosen by the rules of ``CanonicalOptimum``.
public protocol AssignmentSolver: Sendable {
  /// - Throws: ``AssignmentError`` when the numbers leave the head-room or the caller cancelled; solvers outside this
  ///   module may throw errors of their own.
  func solve(_ problem: AssignmentProblem) throws -> AssignmentSolution
}
