import AssignmentSolvers
import Testing

@Suite("The k best assignments")
struct RankingTests {
  /// Every feasible assignment of a small problem, best first, ties by the written rule.
  private func enumerate(_ model: SessionModel) -> [RankedAssignments.Element] {
    let problem = model.problem
    var found: [(columnsOfRow: [[Int]], objective: Int64)] = []
    var used = [Int](repeating: 0, count: problem.columnCount)
    func extend(_ columnsOfRow: [[Int]], _ objective: Int64) {
      let row = columnsOfRow.count
      guard row < problem.rowCount else {
        if zip(used, problem.columnLowerBound).allSatisfy({ $0 >= $1 }) { found.append((columnsOfRow, objective)) }
        return
      }
      for mask in 0..<1 << problem.columnCount {
        let columns = (0..<problem.columnCount).filter { mask >> $0 & 1 == 1 }
        let gains = columns.compactMap { problem.gain(row: row, column: $0) }
        guard gains.count == columns.count, columns.count <= problem.rowCapacity[row],
          columns.count >= problem.rowLowerBound[row],
          columns.allSatisfy({ used[$0] < problem.columnCapacity[$0] }),
          model.forced.allSatisfy({ $0.row != row || columns.contains($0.column) }),
          model.vetoed.allSatisfy({ $0.row != row || !columns.contains($0.column) })
        else { continue }
        for column in columns { used[column] += 1 }
        extend(columnsOfRow + [columns], objective + gains.reduce(0, +))
        for column in columns { used[column] -= 1 }
      }
    }
    extend([], 0)
    // An empty place counts as larger than any column.
    func key(_ columnsOfRow: [[Int]]) -> [Int] {
      columnsOfRow.flatMap { $0 + Array(repeating: problem.columnCount, count: problem.columnCount + 1 - $0.count) }
    }
    found.sort {
      $0.objective != $1.objective
        ? $0.objective > $1.objective : key($0.columnsOfRow).lexicographicallyPrecedes(key($1.columnsOfRow))
    }
    return found.map {
      RankedAssignments.Element(assignment: Assignment(columnsOfRow: $0.columnsOfRow), objective: $0.objective)
    }
  }

  @Test("2,000 small problems ranked to the end: every assignment once, in order")
  func wholeRanking() throws {
    var random = SplitMix64(seed: 44)
    var rankedCount = 0
    for _ in 0..<2_000 {
      var recipe = BoundedRecipe.any(using: &random)
      recipe.rowCount = 0...3
      recipe.columnCount = 0...3
      let problem = recipe.draw(using: &random)
      var model = SessionModel(problem, recipe: recipe)
      var session = try AssignmentSession(problem)
      for _ in 0..<3 {
        if let change = model.drawChange(using: &random, mayGrowTo: 3, mostEver: 4) { try session.apply(change) }
      }
      let expected = enumerate(model)
      let ranking = Array(try session.ranking())
      #expect(ranking == expected, "\(model.problem), forced \(model.forced), vetoed \(model.vetoed)")
      rankedCount += ranking.count
    }
    #expect(rankedCount > 2_000)
  }

  @Test("the first thirty of larger problems, with and without ties")
  func firstOnes() throws {
    var random = SplitMix64(seed: 45)
    for cost in [Int32(0)...1, 0...100] {
      var recipe = BoundedRecipe()
      recipe.rowCount = 5...5
      recipe.columnCount = 5...5
      recipe.capacity = 1...1
      recipe.cost = cost
      recipe.boundedPercent = 0
      for _ in 0..<10 {
        let problem = recipe.draw(using: &random)
        let expected = enumerate(SessionModel(problem, recipe: recipe)).prefix(30)
        let session = try AssignmentSession(problem)
        #expect(Array(try session.ranking().prefix(30)) == Array(expected))
      }
    }
  }

  @Test("a ranking does not follow the session, and lets its memory go")
  func independence() throws {
    var session = try AssignmentSession(.of([[1, 2], [3, 5]], rowValue: 10))
    weak var released: RankedAssignments?
    do {
      let ranking = try session.ranking()
      released = ranking
      try session.apply(.removeRow(0))
      #expect(ranking.next()?.objective == 15)
      #expect(ranking.next()?.objective == 14)
    }
    #expect(released == nil)
  }
}
