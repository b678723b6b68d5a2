import AssignmentSolvers
import Testing

/// The automatic choice gives what the solver made for the whole problem gives.
@Suite("Automatic solver")
struct AutomaticSolverTests {
  @Test("rows that must be matched: the same outcome as the capacitated solver, infeasible ones included")
  func musts() throws {
    var random = SplitMix64(seed: 21)
    var infeasibleCount = 0
    for _ in 0..<3000 {
      var recipe = ProblemRecipe.any(using: &random)
      recipe = recipe.sized(rows: 0...7, columns: 0...7)
      let plain = recipe.draw(using: &random)
      let problem = AssignmentProblem(
        costs: plain.costs, rowValue: plain.rowValue, columnCapacity: plain.columnCapacity,
        rowLowerBound: (0..<plain.rowCount).map { _ in random.chance(percent: 40) ? 1 : 0 })
      let outcome = try AutomaticSolver().solve(problem, control: SolveControl())
      switch (outcome, try CapacitatedSolver().solve(problem, control: SolveControl())) {
      case (.optimal(let solution, _), .optimal(let expected, _)):
        #expect(solution == expected)
        #expect(throws: Never.self) { try CertificateChecker.check(solution, of: problem) }
      case (.infeasible(let set), .infeasible):
        infeasibleCount += 1
        #expect(set.isProof(for: problem))
      default: Issue.record("different kinds of outcome: \(outcome)")
      }
    }
    #expect(infeasibleCount > 100)
  }

  @Test("each size and layout gives the same solution as the shortest-path solver", arguments: [30, 260])
  func sizes(_ size: Int) throws {
    var random = SplitMix64(seed: UInt64(size))
    let recipe = ProblemRecipe(
      rowCount: size...size, columnCount: size...size, capacity: 1...2, cost: 0...900, forbiddenPercent: 30)
    let problem = recipe.draw(using: &random)
    let expected = try ShortestPathSolver().solve(problem)
    #expect(try AutomaticSolver().solve(problem) == expected)
    let listed = AssignmentProblem(
      costs: .sparse(problem.costs.asSparse), rowValue: problem.rowValue, columnCapacity: problem.columnCapacity)
    #expect(try AutomaticSolver().solve(listed) == expected)
  }
}
