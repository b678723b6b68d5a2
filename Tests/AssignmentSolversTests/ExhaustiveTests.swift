import AssignmentSolvers
import Testing

/// Every instance of a small scope against dynamic programming.
@Suite("Small scopes, exhaustively")
struct ExhaustiveTests {
  /// All tables of a shape over a set of costs.
  private func forEachTable(rows: Int, columns: Int, over costs: [Int32?], _ body: ([[Int32?]]) throws -> Void) rethrows
  {
    var digits = [Int](repeating: 0, count: rows * columns)
    var isLast = false
    while !isLast {
      try body((0..<rows).map { row in (0..<columns).map { column in costs[digits[row * columns + column]] } })
      isLast = true
      for position in digits.indices where isLast {
        digits[position] = (digits[position] + 1) % costs.count
        isLast = digits[position] == 0
      }
    }
  }

  private func compare(rows: Int, columns: Int, over costs: [Int32?], rowValue: Int64) throws -> Int {
    var count = 0
    try forEachTable(rows: rows, columns: columns, over: costs) { table in
      count += 1
      let problem = AssignmentProblem.of(table, rowValue: rowValue)
      let solution = try SolverUnderTest.commonSolution(of: problem)
      let expected = ExhaustiveOptimum(of: problem)
      if solution.objective != expected.objective || solution.assignment.columnOfRow != expected.columnOfRow {
        Issue.record("\(solution) instead of \(expected) for \(problem)")
      }
    }
    return count
  }

  @Test("3 × 3 over {0, 1, 2}, opting out worth as much as cost 1")
  func threeByThree() throws {
    #expect(try compare(rows: 3, columns: 3, over: [0, 1, 2], rowValue: 1) == 19_683)
  }

  @Test("3 × 3 over {0, 1, forbidden}, as many rows as possible first")
  func threeByThreeWithForbidden() throws {
    #expect(try compare(rows: 3, columns: 3, over: [0, 1, nil], rowValue: 10) == 19_683)
  }

  @Test("4 × 4 over {0, 1}")
  func fourByFour() throws {
    #expect(try compare(rows: 4, columns: 4, over: [0, 1], rowValue: 1) == 65_536)
  }

  @Test("2 × 4 and 4 × 2 over {0, 1, 2}", arguments: [(2, 4), (4, 2)])
  func rectangular(rows: Int, columns: Int) throws {
    #expect(try compare(rows: rows, columns: columns, over: [0, 1, 2], rowValue: 2) == 6_561)
  }
}
