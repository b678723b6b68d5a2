import AssignmentSolvers
import Testing

/// Random problems against dynamic programming (small) and between solvers (larger).
@Suite("Random problems")
struct RandomProblemTests {
  @Test("20,000 small ones: the optimum, the tie rule, the same duals from every solver")
  func small() throws {
    var random = SplitMix64(seed: 1)
    for _ in 0..<20_000 {
      let problem = ProblemRecipe.any(using: &random).draw(using: &random)
      let solution = try SolverUnderTest.commonSolution(of: problem)
      let expected = ExhaustiveOptimum(of: problem)
      if solution.objective != expected.objective || solution.assignment.columnOfRow != expected.columnOfRow {
        Issue.record("\(solution) instead of \(expected) for \(problem)")
      }
    }
  }

  @Test("duals are exact: one more place gains the column's price, losing a row costs the row's dual")
  func marginalValues() throws {
    var random = SplitMix64(seed: 2)
    for _ in 0..<1_000 {
      let problem = ProblemRecipe.any(using: &random).sized(rows: 0...6, columns: 0...5).draw(using: &random)
      let solution = try ShortestPathSolver().solve(problem)
      for column in 0..<problem.columnCount {
        var capacity = problem.columnCapacity
        capacity[column] += 1
        let wider = AssignmentProblem(costs: problem.costs, rowValue: problem.rowValue, columnCapacity: capacity)
        #expect(ExhaustiveOptimum(of: wider).objective - solution.objective == solution.duals.column[column])
      }
      for row in 0..<problem.rowCount {
        var rows = problem.rows
        rows[row] = rows[row].map { _ in nil }
        let without = AssignmentProblem.of(
          rows, columnCount: problem.columnCount, rowValues: problem.rowValue, columnCapacity: problem.columnCapacity)
        #expect(solution.objective - ExhaustiveOptimum(of: without).objective == solution.duals.row[row])
      }
    }
  }

  @Test("2,000 larger ones: equal solutions from every solver, every certificate holds")
  func larger() throws {
    var random = SplitMix64(seed: 3)
    for number in 0..<2_000 {
      let recipe = ProblemRecipe.any(using: &random)
      let problem =
        switch number % 50 {
        case 0: recipe.sized(rows: 120...120, columns: 70...70).draw(using: &random)
        case 1...8: recipe.sized(rows: 30...60, columns: 30...60).draw(using: &random)
        default: recipe.sized(rows: 0...30, columns: 0...30).draw(using: &random)
        }
      _ = try SolverUnderTest.commonSolution(of: problem)
    }
  }
}
