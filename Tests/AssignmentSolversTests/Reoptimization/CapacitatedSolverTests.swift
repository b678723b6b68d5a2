import AssignmentSolvers
import Testing

@Suite("The solver for capacities and lower bounds on both sides")
struct CapacitatedSolverTests {
  @Test("10,000 small problems: the optimum and the tie rule, or a proof that there is none")
  func small() throws {
    var random = SplitMix64(seed: 20)
    var infeasibleCount = 0
    for _ in 0..<10_000 {
      let problem = BoundedRecipe.any(using: &random).draw(using: &random)
      let expected = BoundedOptimum(of: problem)
      switch try CapacitatedSolver().solve(problem, control: SolveControl()) {
      case .optimal(let solution, _):
        #expect(solution.objective == expected.objective)
        let columnsOfRow = (0..<problem.rowCount).map { Array(solution.assignment.columns(ofRow: $0)) }
        #expect(columnsOfRow == expected.columnsOfRow)
        #expect(throws: Never.self) { try CertificateChecker.check(solution, of: problem) }
      case .infeasible(let set):
        infeasibleCount += 1
        #expect(expected.objective == nil)
        #expect(set.isProof(for: problem))
      case .stopped: Issue.record("nobody stopped it")
      }
    }
    #expect(infeasibleCount > 500)
  }

  @Test("plain problems: the same solution as from every other solver")
  func plain() throws {
    var random = SplitMix64(seed: 21)
    for _ in 0..<300 {
      var recipe = ProblemRecipe.any(using: &random).sized(rows: 0...40, columns: 0...40)
      recipe.capacity = 0...2
      let problem = recipe.draw(using: &random)
      let expected = try HungarianSolver().solve(problem)
      #expect(try CapacitatedSolver().solve(problem) == expected)
      let sparse = AssignmentProblem(
        costs: .sparse(problem.costs.asSparse), rowValue: problem.rowValue, columnCapacity: problem.columnCapacity)
      #expect(try CapacitatedSolver().solve(sparse) == expected)
    }
  }

  @Test("a stopped solve gives an assignment within the bounds and a bound that holds")
  func stopped() throws {
    var random = SplitMix64(seed: 22)
    for _ in 0..<500 {
      let problem = BoundedRecipe.any(using: &random).draw(using: &random)
      guard let optimum = BoundedOptimum(of: problem).objective else { continue }
      for searchLimit in 0..<3 {
        let control = SolveControl(searchLimit: searchLimit)
        guard case .stopped(let stop) = try CapacitatedSolver().solve(problem, control: control) else { break }
        #expect(stop.bound >= optimum)
        guard let best = stop.best else { continue }
        #expect(problem.objective(of: best) == stop.objective)
        #expect(stop.objective ?? .max <= optimum)
        #expect((0..<problem.rowCount).allSatisfy { best.columns(ofRow: $0).count >= problem.rowLowerBound[$0] })
      }
    }
  }

  @Test("lower bounds that cannot be met name who is too many")
  func deficientSet() throws {
    // Columns 0 and 1 must each take two of the rows 0…2; column 2 is nobody's business.
    let problem = AssignmentProblem(
      costs: DenseCosts(
        rowCount: 4, columnCount: 3,
        values: [1, 1, 1, 1, 1, 1, 1, 1, 1, DenseCosts.forbidden, DenseCosts.forbidden, 1]),
      rowValue: [5, 5, 5, 5], columnCapacity: [2, 2, 1], columnLowerBound: [2, 2, 0])
    let outcome = try CapacitatedSolver().solve(problem, control: SolveControl())
    let expected = DeficientSet(
      side: .columns, members: [0, 1], exhausted: [0, 1, 2], requiredCount: 4, availableCount: 3)
    #expect(outcome == .infeasible(expected))
    #expect(throws: AssignmentError.infeasible(expected)) { try CapacitatedSolver().solve(problem) }
  }

  @Test("gains that rival the bonus of lower bounds are refused")
  func headRoom() throws {
    func problem(value: Int64, lower: Int) -> AssignmentProblem {
      AssignmentProblem(
        costs: DenseCosts(rowCount: 1, columnCount: 1, values: [0]), rowValue: [value], columnLowerBound: [lower])
    }
    // 2 · (1 + 1 + 1) · value must stay below 2^59.
    let limit = (Int64(1) << 59) / 6
    let solution = try CapacitatedSolver().solve(problem(value: -limit, lower: 1))
    #expect(solution.objective == -limit)
    #expect(throws: Never.self) { try CertificateChecker.check(solution, of: problem(value: -limit, lower: 1)) }
    for tooMuch in [limit + 1, -limit - 1] {
      #expect(throws: AssignmentError.self) { try CapacitatedSolver().solve(problem(value: tooMuch, lower: 1)) }
      #expect(try CapacitatedSolver().solve(problem(value: tooMuch, lower: 0)).objective == max(0, tooMuch))
    }
  }
}
