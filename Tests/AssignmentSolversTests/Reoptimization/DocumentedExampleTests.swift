import AssignmentSolvers
import Testing

@Suite("The examples of the pages on sessions and questions")
struct DocumentedExampleTests {
  private let problem = AssignmentProblem(
    costs: DenseCosts(
      rowCount: 3, columnCount: 3,
      values: [
        1, 4, 5,
        2, 6, 9,
        4, 8, 7,
      ]),
    rowValue: [20, 20, 20])

  @Test("Reoptimization.md")
  func reoptimization() throws {
    var session = try AssignmentSession(problem)
    #expect(session.assignment.columnOfRow == [1, 0, 2])
    #expect(session.objective == 47)

    try session.apply(.forbid(row: 1, column: 0))
    #expect(session.objective == 46)
    #expect(session.assignment.columnOfRow == [0, 1, 2])

    try session.apply([.release(row: 1, column: 0), .removeColumn(2)])
    #expect(session.objective == 34)
    #expect(session.assignment.columnOfRow == [1, 0, nil])

    try session.apply(.rowBounds(row: 2, lower: 1, capacity: 1))
    #expect(session.objective == 32)
    #expect(session.assignment.columnOfRow == [1, nil, 0])
  }

  @Test("Queries.md")
  func queries() throws {
    var session = try AssignmentSession(problem)
    let effect = try session.effect(of: .force(row: 2, column: 0))
    #expect(effect.objectiveChange == -2)
    #expect(effect.moves.map(\.row) == [0, 2, 1])
    #expect(effect.moves.map(\.to) == [2, 0, 1])
    #expect(session.alternatives(ofRow: 1).map(\.column) == [0, 1, 2])
    #expect(session.alternatives(ofRow: 1).map(\.loss) == [0, 1, 4])
    #expect(try session.effectOfExtraPlace(column: 0).objectiveChange == 3)
    #expect(try session.ranking().prefix(3).map(\.objective) == [47, 46, 45])
  }
}
