public import AssignmentSolvers
internal import IntegerProgramming

/// Solves problem P as the integer program of ``MatchingProgram``, by GLPK: an independent check of the combinatorial
/// solvers, and the base on which rules over a whole matching are stated. For the plain matching alone it is the slowest
/// solver; prefer `ShortestPathSolver`.
///
/// The answer does not rest on floating point: `AssignmentProblem.provenSolution(of:)` proves it optimal in integers,
/// recovers integer duals and breaks ties by the common rule, so it equals that of every other solver.
public struct IntegerProgramSolver: AssignmentSolver {
  public init() {}

  /// - Precondition: the problem is plain (`AssignmentProblem.isPlain`).
  /// - Throws: ``MatchingProgramError``, `IntegerProgramError` from the solver, `AssignmentError` when the numbers leave
  ///   the head-room of the integer proof.
  public func solve(_ problem: AssignmentProblem, control: SolveControl) throws -> AssignmentOutcome {
    let solver = GLPKSolver(isCancelled: control.isCancelled)
    do {
      guard let solution = try problem.provenSolution(of: optimum(of: problem, by: solver)) else {
        throw MatchingProgramError.notProven
      }
      return .optimal(solution, SolveStatistics())
    } catch AssignmentError.cancelled {
      return .stopped(StoppedSolve(best: nil, objective: nil, bound: .max))
    }
  }

  private func optimum(of problem: AssignmentProblem, by solver: GLPKSolver) throws -> Assignment {
    guard let sharedValue = MatchingProgram.lexicographicDuoValue(of: problem) else {
      return try optimum(of: .greatestGain(problem), rowCount: problem.rowCount, by: solver)
    }
    let mostDuos = try optimum(of: .mostDuos(problem), rowCount: problem.rowCount, by: solver)
    let program = try MatchingProgram.greatestGain(
      problem, amongMatchingsOf: mostDuos.pairCount, beyond: sharedValue)
    return try optimum(of: program, rowCount: problem.rowCount, by: solver)
  }

  private func optimum(of program: MatchingProgram, rowCount: Int, by solver: GLPKSolver) throws -> Assignment {
    switch try solver.solve(program.program) {
    case .optimal(let solution): return program.assignment(of: solution, rowCount: rowCount)
    case .feasible(_, _, reason: .cancelled), .stopped(reason: .cancelled, _): throw AssignmentError.cancelled
    case let outcome: throw MatchingProgramError.noSolution(outcome)
    }
  }
}
