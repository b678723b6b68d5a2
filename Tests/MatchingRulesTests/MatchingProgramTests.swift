import AssignmentSolvers
import IntegerProgramming
import MatchingRules
import Testing

/// The formulation as documented, constraint by constraint.
@Suite struct MatchingProgramTests {
  /// Two rows, three columns; pair (0, 1) is forbidden, column 2 has no allowed pair.
  private let problem = AssignmentProblem(
    costs: DenseCosts(
      rowCount: 2, columnCount: 3,
      values: [3, DenseCosts.forbidden, DenseCosts.forbidden, 5, 2, DenseCosts.forbidden]),
    rowValue: [10, 20], columnCapacity: [2, 1, 4])

  @Test func variables() throws {
    let program = try MatchingProgram.greatestGain(problem).program
    #expect(program.sense == .maximise)
    #expect(program.variables.map(\.name) == ["x[0,0]", "x[1,0]", "x[1,1]"])
    #expect(program.variables.map(\.objective) == [7, 15, 18])
    #expect(program.variables.allSatisfy { $0.isInteger && $0.lowerBound == 0 && $0.upperBound == .infinity })
  }

  @Test func constraints() throws {
    let program = try MatchingProgram.greatestGain(problem).program
    #expect(program.constraints.map(\.name) == ["mentee[0]", "mentee[1]", "mentor[0]", "mentor[1]"])
    #expect(program.constraints.map { $0.terms.map(\.variable) } == [[0], [1, 2], [0, 1], [2]])
    #expect(program.constraints.map(\.upperBound) == [1, 1, 2, 1])
  }

  @Test func stages() throws {
    let first = try MatchingProgram.mostDuos(problem).program
    #expect(first.variables.map(\.objective) == [1, 1, 1])
    let second = try MatchingProgram.greatestGain(problem, amongMatchingsOf: 2, beyond: 10).program
    #expect(second.variables.map(\.objective) == [-3, 5, 8])
    #expect(second.constraints.last?.name == "duos")
    #expect(second.constraints.last?.lowerBound == 2)
    #expect(second.constraints.last?.terms.map(\.variable) == [0, 1, 2])
  }

  @Test func assignmentOfASolution() throws {
    let program = try MatchingProgram.greatestGain(problem)
    let assignment = program.assignment(of: IntegerProgramSolution(values: [1, 0, 1], objective: 25), rowCount: 2)
    #expect(assignment == Assignment(columnOfRow: [0, 1]))
  }
}
