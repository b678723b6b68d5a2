import AssignmentSolvers
import Testing

@Suite("Alternatives and ties")
struct AlternativesAndTiesTests {
  @Test("2,000 sessions: every alternative of every row at its exact price")
  func alternatives() throws {
    var random = SplitMix64(seed: 42)
    for _ in 0..<2_000 {
      let recipe = BoundedRecipe.any(using: &random)
      let problem = recipe.draw(using: &random)
      var model = SessionModel(problem, recipe: recipe)
      var session = try AssignmentSession(problem)
      for _ in 0..<4 { if let change = model.drawChange(using: &random) { try session.apply(change) } }
      guard let objective = session.objective else { continue }
      for row in model.costs.indices where !model.isRowRemoved[row] {
        var expected: [RowAlternative] = []
        for column in model.columnBounds.indices where !model.isColumnRemoved[column] {
          if model.vetoed.contains(where: { $0 == (row, column) }) || model.costs[row][column] == nil { continue }
          let forced = model.forced.filter { $0 != (row, column) } + [(row, column)]
          if let best = BoundedOptimum(of: model.problem, forced: forced, vetoed: model.vetoed).objective {
            let isChosen = session.columns(ofRow: row).contains(column)
            expected.append(RowAlternative(column: column, loss: objective - best, isChosen: isChosen))
          }
        }
        expected.sort { ($0.loss, $0.column) < ($1.loss, $1.column) }
        let alternatives = session.alternatives(ofRow: row)
        #expect(alternatives == expected, "row \(row) of \(model.problem)")
      }
    }
  }

  @Test("2,000 sessions: the status of every pair")
  func ties() throws {
    var random = SplitMix64(seed: 43)
    var tiedCount = 0
    for _ in 0..<2_000 {
      let recipe = BoundedRecipe.any(using: &random)
      let problem = recipe.draw(using: &random)
      var model = SessionModel(problem, recipe: recipe)
      var session = try AssignmentSession(problem)
      for _ in 0..<4 { if let change = model.drawChange(using: &random) { try session.apply(change) } }
      guard let objective = session.objective else {
        #expect(session.ties() == nil)
        continue
      }
      guard let ties = session.ties() else {
        Issue.record("a feasible session knows its ties")
        continue
      }
      var tied: [[Int]] = []
      for row in model.costs.indices {
        for column in model.columnBounds.indices {
          let status = ties.status(row: row, column: column)
          if model.costs[row][column] == nil || model.vetoed.contains(where: { $0 == (row, column) }) {
            #expect(status == .inNone)
            continue
          }
          if model.forced.contains(where: { $0 == (row, column) }) {
            #expect(status == .inAll)
            continue
          }
          let with = BoundedOptimum(
            of: model.problem, forced: model.forced + [(row, column)], vetoed: model.vetoed
          ).objective
          let without = BoundedOptimum(
            of: model.problem, forced: model.forced, vetoed: model.vetoed + [(row, column)]
          ).objective
          let expected: PairStatus =
            with == objective ? (without == objective ? .inSome : .inAll) : .inNone
          #expect(status == expected, "pair \(row), \(column) of \(model.problem)")
          if expected == .inSome { tied.append([row, column]) }
        }
      }
      #expect(ties.tiedPairs.map { [$0.row, $0.column] } == tied)
      tiedCount += tied.count
    }
    #expect(tiedCount > 500)
  }
}
