public import AssignmentSolvers
internal import IntegerProgramming

/// Solves problem P as the integer program of ``MatchingProgram``, by GLPK: an independent check of the combinatorial
/// solvers, and the base on which rules over a whole matching are stated. For the plain matching alone it is the slowest
/// solver; prefer `ShortestPathSolver`.
///
/// The answer does not rest on floating point: `AssignmentProblem.provenSolution(of:)` proves it optimal in integers,
/// recovers integer duals and breaks ties by the common rule, so it equals that of every other solver.
public struct IntegerProgramSolver: AssignmentSolver {
  private let solver: GLPKSolver

  /// - Parameter isCancelled: asked every few dozen milliseconds; answering true ends the solve with
  ///   `AssignmentError.cancelled`.
  public init(isCancelled: @escaping @Sendable () -> Bool = { false }) {
    solver = GLPKSolver(isCancelled: isCancelled)
  }

  /// - Throws: ``MatchingProgramError``, `IntegerProgramError` from the solver, `AssignmentError` when cancelled or when
  ///   the numbers leave the head-room of the integer proof.
  public func solve(_ problem: AssignmentProblem) throws -> AssignmentSolution {
    guard let solution = try problem.provenSolution(of: optimum(of: problem)) else {
      throw MatchingProgramError.notProven
    }
    return solution
  }

  private func optimum(of problem: AssignmentProblem) throws -> Assignment {
    guard let sharedValue = MatchingProgram.lexicographicDuoValue(of: problem) else {
      return try optimum(of: .greatestGain(problem), rowCount: problem.rowCount)
    }
    let mostDuos = try optimum(of: .mostDuos(problem), rowCount: problem.rowCount)
    let program = try MatchingProgram.greatestGain(
      problem, amongMatchingsOf: mostDuos.pairCount, beyond: sharedValue)
    return try optimum(of: program, rowCount: problem.rowCount)
  }

  private func optimum(of program: MatchingProgram, rowCount: Int) throws -> Assignment {
    switch try solver.solve(program.program) {
    case .optimal(let solution): return program.assignment(of: solution, rowCount: rowCount)
    case .feasible(_, _, reason: .cancelled), .stopped(reason: .cancelled, _): throw AssignmentError.cancelled
    case let outcome: throw MatchingProgramError.noSolution(outcome)
    }
  }
}
