import Testing

@testable import MatchingRules

@Suite struct MentorKnapsackTests {
  /// Every choice of duos that keeps the hours and the places keeps what is implied; and something is cut off.
  @Test func impliedByEveryChoice() throws {
    var generator = SeededGenerator(seed: 3)
    var impliedCount = 0
    for _ in 0..<400 {
      let rows = Int.random(in: 1...8, using: &generator)
      let capacity = Int.random(in: 1...4, using: &generator)
      let limit = Int64.random(in: 1...9, using: &generator)
      let amounts = (0..<rows).map { _ in Int32.random(in: 1...6, using: &generator) }
      let pairs = (0..<Int32(rows)).map(\.self)
      let problem = RuledProblem(
        rowStart: Array(0...rows), columnOfPair: pairs.map { _ in 0 }, gainOfPair: pairs.map { _ in 1 },
        columnCapacity: [capacity])
      let count = DuoCount(name: "hours", pairs: pairs, amounts: amounts)
      guard let knapsack = MentorKnapsack(count, in: problem, limit: limit) else { continue }
      impliedCount += knapsack.implied.count
      for choice in 0..<(1 << rows) {
        let chosen = (0..<rows).filter { choice & (1 << $0) != 0 }
        guard chosen.count <= capacity, chosen.reduce(0, { $0 + Int64(amounts[$1]) }) <= limit else { continue }
        for implied in knapsack.implied {
          #expect(chosen.reduce(0) { $0 + Int(implied.coefficients[$1]) } <= implied.limit)
        }
      }
    }
    #expect(impliedCount > 300)
  }

  @Test func threeHoursAndTwoPlaces() throws {
    let problem = RuledProblem(
      rowStart: [0, 1, 2, 3], columnOfPair: [0, 0, 0], gainOfPair: [1, 1, 1], columnCapacity: [2])
    let count = DuoCount(name: "hours", pairs: [0, 1, 2], amounts: [1, 2, 3])
    let knapsack = try #require(MentorKnapsack(count, in: problem, limit: 3))
    #expect(knapsack.implied.map(\.label) == ["fit-1", "alone"])
    #expect(knapsack.implied.map(\.coefficients) == [[0, 1, 1], [1, 1, 2]])
    #expect(knapsack.implied.map(\.limit) == [1, 2])
  }
}
