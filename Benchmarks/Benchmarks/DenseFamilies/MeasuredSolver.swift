import AssignmentInstances
import AssignmentSolvers

/// A solver under its name; the one place where a new solver is added to this suite.
struct MeasuredSolver: Sendable {
  let name: String
  /// The largest table of a family that takes well under a second.
  let largestSize: @Sendable (DenseFamily) -> Int
  let solve: @Sendable (AssignmentProblem) throws -> AssignmentSolution

  static let all = [
    MeasuredSolver(name: "shortest path", largestSize: { $0 == .mw ? 200 : 1_000 }) {
      try ShortestPathSolver().solve($0)
    }
  ]
}
