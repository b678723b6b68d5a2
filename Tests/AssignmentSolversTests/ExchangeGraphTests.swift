import Testing

@testable import AssignmentSolvers

/// The fast graph of ties against its plain twin ``TightGraph``, and the engines' heap against the plain one.
@Suite("Ties and heaps of the engines")
struct ExchangeGraphTests {
  @Test("the same smallest optimum as the plain graph", arguments: [UInt64(1), 2, 3, 4])
  func sameOptimum(seed: UInt64) throws {
    var random = SplitMix64(seed: seed)
    var movedCount = 0
    for round in 0..<300 {
      var recipe = ProblemRecipe.any(using: &random)
      // Few distinct costs: large components, with a pool among them when rows are worth little.
      if round % 2 == 0 { recipe.cost = 0...2 }
      let size = round % 10 == 0 ? 40 : 9
      let problem = recipe.sized(rows: 0...size, columns: 0...size).draw(using: &random)
      let solution: AssignmentSolution = try HungarianSolver().solve(problem)

      // From another optimum: the smallest one of the rows in the opposite order.
      let tight = try #require(TightPairs(of: problem, duals: solution.duals, isCancelled: { false }))
      let other = oppositeOptimum(of: problem, solution.duals)
      let graph = ExchangeGraph(tight, columnOfRow: other, columnCapacity: problem.columnCapacity)
      #expect(graph.makeLexicographicallySmallest(isCancelled: { false }))
      #expect(Assignment(columnOfRow: graph.columnOfRow) == solution.assignment)
      if Assignment(columnOfRow: other) != solution.assignment { movedCount += 1 }

      var plain = try #require(
        TightGraph(
          problem: problem, assignment: Assignment(columnOfRow: other), duals: solution.duals, isCancelled: { false }))
      let isPlainDone = plain.makeLexicographicallySmallest(isCancelled: { false })
      #expect(isPlainDone)
      #expect(plain.assignment == solution.assignment)
    }
    #expect(movedCount > 50)
  }

  /// An optimum that the tie rule would choose if rows and columns were listed backwards.
  private func oppositeOptimum(of problem: AssignmentProblem, _ duals: AssignmentDuals) -> [Int?] {
    let (rowCount, columnCount) = (problem.rowCount, problem.columnCount)
    var values: [Int32] = []
    for row in (0..<rowCount).reversed() {
      for column in (0..<columnCount).reversed() { values.append(problem.costs[row, column] ?? DenseCosts.forbidden) }
    }
    let backwards = AssignmentProblem(
      costs: DenseCosts(rowCount: rowCount, columnCount: columnCount, values: values),
      rowValue: problem.rowValue.reversed(), columnCapacity: problem.columnCapacity.reversed())
    let solved: AssignmentSolution? = try? HungarianSolver().solve(backwards)
    let columns = solved?.assignment.columnOfRow ?? []
    return columns.reversed().map { $0.map { columnCount - 1 - $0 } }
  }

  @Test("cancelled at once, the graph is some optimum still")
  func cancelled() throws {
    var random = SplitMix64(seed: 9)
    let problem = ProblemRecipe(cost: 0...1).sized(rows: 200...200, columns: 200...200).draw(using: &random)
    let solution: AssignmentSolution = try HungarianSolver().solve(problem)
    let tight = try #require(TightPairs(of: problem, duals: solution.duals, isCancelled: { false }))
    #expect(TightPairs(of: problem, duals: solution.duals, isCancelled: { true }) == nil)
    for polls in 0..<4 {
      let graph = ExchangeGraph(
        tight, columnOfRow: oppositeOptimum(of: problem, solution.duals), columnCapacity: problem.columnCapacity)
      let countdown = Countdown(polls)
      #expect(!graph.makeLexicographicallySmallest { countdown.isOver() })
      #expect(problem.objective(of: Assignment(columnOfRow: graph.columnOfRow)) == solution.objective)
    }
  }
}
