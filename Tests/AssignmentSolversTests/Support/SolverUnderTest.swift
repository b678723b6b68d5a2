import AssignmentSolvers
import Testing

/// One of the solvers of the module, with a name for the test report.
struct SolverUnderTest: Sendable, CustomTestStringConvertible {
  let testDescription: String
  let solver: any AssignmentSolver

  static let all = [
    SolverUnderTest(testDescription: "Hungarian", solver: HungarianSolver()),
    SolverUnderTest(testDescription: "shortest path, rows bid", solver: ShortestPathSolver(biddingSide: .rows)),
    SolverUnderTest(testDescription: "shortest path, columns bid", solver: ShortestPathSolver(biddingSide: .columns)),
    SolverUnderTest(testDescription: "shortest path, scarce side bids", solver: ShortestPathSolver()),
    SolverUnderTest(testDescription: "capacitated", solver: CapacitatedSolver()),
    SolverUnderTest(testDescription: "dense", solver: DenseSolver()),
    SolverUnderTest(testDescription: "automatic", solver: AutomaticSolver()),
    SolverUnderTest(testDescription: "sparse", solver: SparseSolver()),
  ]

  /// Solves with every solver, checks each certificate and that all solutions are equal, and returns that solution.
  static func commonSolution(of problem: AssignmentProblem) throws -> AssignmentSolution {
    let solutions = try all.map { try $0.solver.solve(problem) }
    for (candidate, solution) in zip(all, solutions) {
      if solution != solutions[0] {
        Issue.record("\(candidate.testDescription) differs: \(solution) instead of \(solutions[0]) for \(problem)")
      }
      do {
        let proof = try CertificateChecker.check(solution, of: problem)
        if proof.objective != solution.objective { Issue.record("the proof is of another objective for \(problem)") }
      } catch {
        Issue.record("\(candidate.testDescription): certificate refused, \(error), for \(problem)")
      }
    }
    return solutions[0]
  }
}
