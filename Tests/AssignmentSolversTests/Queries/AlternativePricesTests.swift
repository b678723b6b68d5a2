import AssignmentSolvers
import Testing

@Suite("The cheapest alternatives of all rows")
struct AlternativePricesTests {
  /// Held against the session, whose alternatives are held against exhaustive search.
  @Test("3,000 problems: the prices of a session, row by row")
  func pricesOfASession() throws {
    var random = SplitMix64(seed: 71)
    var alternativeCount = 0
    for number in 0..<3_000 {
      let size = number % 3 == 0 ? 4...20 : 0...7
      let problem = ProblemRecipe.any(using: &random).sized(rows: size, columns: size).draw(using: &random)
      let solution = try HungarianSolver().solve(problem)
      let session = try AssignmentSession(problem, startingFrom: solution)
      let prices = AlternativePrices(problem, solution: solution)
      var memory = prices.makeMemory()
      for row in 0..<problem.rowCount {
        // A column without places is no alternative, though a session prices pairs it could never hold.
        let expected = session.alternatives(ofRow: row).filter {
          !$0.isChosen && problem.columnCapacity[$0.column] > 0
        }
        for limit in [1, 3, max(1, problem.columnCount)] {
          let found = prices.alternatives(ofRow: row, limit: limit, memory: &memory)
          #expect(found == Array(expected.prefix(limit)), "row \(row), limit \(limit) of \(problem)")
          alternativeCount += found.count
        }
      }
    }
    #expect(alternativeCount > 10_000)
  }
}
