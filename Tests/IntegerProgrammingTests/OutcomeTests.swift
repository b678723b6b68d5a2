import IntegerProgramming
import Testing

@Suite struct OutcomeTests {
  @Test func optimumIsIntegerAndDiffersFromTheRelaxation() throws {
    let outcome = try GLPKSolver().solve(Programs.textbook)
    #expect(outcome == .optimal(IntegerProgramSolution(values: [4, 0], objective: 20)))
  }

  @Test func continuousVariablesKeepTheirFractions() throws {
    var program = Programs.textbook
    for index in program.variables.indices { program.variables[index].isInteger = false }
    guard case .optimal(let solution) = try GLPKSolver().solve(program) else {
      Issue.record("not optimal")
      return
    }
    #expect((solution.objective - 21).magnitude < 1e-9)
    #expect((solution.values[1] - 1.5).magnitude < 1e-9)
  }

  @Test func infeasibleRelaxation() throws {
    var program = Programs.textbook
    program.constraints.append(
      .init(name: "too much", terms: [.init(variable: 0), .init(variable: 1)], lowerBound: 10))
    #expect(try GLPKSolver().solve(program) == .infeasible(.relaxation))
  }

  @Test func infeasibleOnlyInIntegers() throws {
    let program = Programs.parity(count: 4, lower: 3, upper: 3)
    #expect(try GLPKSolver().solve(program) == .infeasible(.branchAndBound))
  }

  @Test func unbounded() throws {
    var program = Programs.textbook
    program.constraints = []
    #expect(try GLPKSolver().solve(program) == .unbounded)
  }

  @Test func equalBoundsFixAVariable() throws {
    var program = Programs.textbook
    program.variables[0].lowerBound = 2
    program.variables[0].upperBound = 2
    #expect(try GLPKSolver().solve(program) == .optimal(IntegerProgramSolution(values: [2, 2], objective: 18)))
  }

  @Test func freeAndNegativeVariables() throws {
    var program = IntegerProgram(sense: .minimise)
    let free = program.addVariable(
      .init(name: "free", lowerBound: -.infinity, isInteger: true, objective: 3))
    let negative = program.addVariable(
      .init(name: "negative", lowerBound: -.infinity, upperBound: -1, isInteger: true, objective: -1))
    program.constraints = [
      .init(name: "sum", terms: [.init(2, variable: free), .init(1, variable: negative)], lowerBound: -8)
    ]
    #expect(try GLPKSolver().solve(program) == .optimal(IntegerProgramSolution(values: [-3, -1], objective: -8)))
  }

  @Test func emptyProgramsHaveAnAnswer() throws {
    let empty = IntegerProgram(sense: .minimise)
    #expect(try GLPKSolver().solve(empty) == .optimal(IntegerProgramSolution(values: [], objective: 0)))
    var impossible = empty
    impossible.constraints = [.init(name: "nothing is something", terms: [], lowerBound: 1)]
    #expect(try GLPKSolver().solve(impossible) == .infeasible(.relaxation))
  }

  /// With GLPK's own relative tolerance of 10⁻⁷ branch and bound ends at 50 000 016, and calls it optimal.
  @Test func aSlightlyBetterSolutionIsNotPruned() throws {
    var program = IntegerProgram(sense: .maximise)
    var terms: [IntegerProgram.Term] = []
    let items = [(50_000_000.0, 1.0), (3, 6), (5, 3), (7, 3), (6, 2), (5, 3), (4, 3)]
    for (index, (value, weight)) in items.enumerated() {
      let variable = program.addVariable(
        .init(name: "x[\(index)]", upperBound: 1, isInteger: true, objective: value))
      terms.append(.init(weight, variable: variable))
    }
    program.constraints = [.init(name: "weight", terms: terms, upperBound: 11)]
    guard case .optimal(let solution) = try GLPKSolver().solve(program) else {
      Issue.record("not optimal")
      return
    }
    #expect(solution.objective == 50_000_018)
  }
}
