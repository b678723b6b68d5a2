import AssignmentSolvers
import Testing

@Suite("What if? The effect of changes")
struct EffectTests {
  /// The assignment after the moves.
  private func apply(_ moves: [ChangeEffect.Move], to assignment: Assignment, rowCount: Int) -> Assignment {
    var columns = (0..<rowCount).map { row in
      row < assignment.rowCount ? Set(assignment.columns(ofRow: row)) : []
    }
    for move in moves { if let from = move.from { #expect(columns[move.row].remove(from) != nil) } }
    for move in moves { if let to = move.to { #expect(columns[move.row].insert(to).inserted) } }
    return Assignment(columnsOfRow: columns.map { Array($0) })
  }

  @Test("20,000 questions: the answer is that of a solve from nothing, the moves lead there, nothing is left behind")
  func everyChange() throws {
    var random = SplitMix64(seed: 40)
    var answerCount = 0
    while answerCount < 20_000 {
      let recipe = BoundedRecipe.any(using: &random)
      let problem = recipe.draw(using: &random)
      var model = SessionModel(problem, recipe: recipe)
      var session = try AssignmentSession(problem)
      for _ in 0..<6 { if let change = model.drawChange(using: &random) { try session.apply(change) } }
      let (objective, assignment) = (session.objective, session.assignment)
      let canonical = session.canonicalSolution()
      let standing = session.problem
      for _ in 0..<10 {
        var asked = model
        var changes: [AssignmentChange] = []
        for _ in 0..<Int.random(in: 1...3, using: &random) {
          if let change = asked.drawChange(using: &random) { changes.append(change) }
        }
        let effect = try session.effect(of: changes)
        answerCount += 1
        #expect(effect.objective == asked.optimum.objective, "\(changes) for \(standing)")
        if let after = effect.objective {
          #expect(effect.objectiveChange == objective.map { after - $0 })
          let moved = apply(effect.moves, to: assignment, rowCount: asked.costs.count)
          #expect(asked.problem.objective(of: moved) == after, "\(changes) for \(standing)")
        } else {
          #expect(effect.objectiveChange == nil)
        }
        #expect(session.objective == objective)
        #expect(session.assignment == assignment)
      }
      #expect(session.problem == standing)
      #expect(session.canonicalSolution() == canonical)
      // The session still works after all the questions.
      if let change = model.drawChange(using: &random) {
        try session.apply(change)
        #expect(session.objective == model.optimum.objective)
      }
    }
  }

  @Test("one place more or less, one copy of a row more")
  func places() throws {
    var random = SplitMix64(seed: 41)
    for _ in 0..<500 {
      let problem = BoundedRecipe.any(using: &random).draw(using: &random)
      var session = try AssignmentSession(problem)
      func objective(rowCapacity: [Int]? = nil, columnCapacity: [Int]? = nil) -> Int64? {
        BoundedOptimum(
          of: AssignmentProblem(
            costs: problem.costs, rowValue: problem.rowValue, rowCapacity: rowCapacity ?? problem.rowCapacity,
            columnCapacity: columnCapacity ?? problem.columnCapacity, rowLowerBound: problem.rowLowerBound,
            columnLowerBound: problem.columnLowerBound)
        ).objective
      }
      for column in 0..<problem.columnCount {
        var capacity = problem.columnCapacity
        capacity[column] += 1
        #expect(try session.effectOfExtraPlace(column: column).objective == objective(columnCapacity: capacity))
        capacity[column] -= 2
        if capacity[column] < problem.columnLowerBound[column] {
          #expect(try session.effectOfLosingPlace(column: column) == nil)
        } else {
          #expect(try session.effectOfLosingPlace(column: column)?.objective == objective(columnCapacity: capacity))
        }
      }
      for row in 0..<problem.rowCount {
        var capacity = problem.rowCapacity
        capacity[row] += 1
        #expect(try session.effectOfExtraCapacity(row: row).objective == objective(rowCapacity: capacity))
      }
    }
  }

  @Test("the chain of people who would move, in order")
  func chain() throws {
    // Everybody sits in the cheapest column; row 3 is left out and wants column 0.
    let problem = AssignmentProblem.of(
      [[0, 1, nil], [nil, 0, 2], [nil, nil, 0], [5, nil, nil]], rowValues: [10, 10, 10, 10])
    var session = try AssignmentSession(problem)
    #expect(session.assignment.columnOfRow == [0, 1, 2, nil])
    let effect = try session.effect(of: .force(row: 3, column: 0))
    #expect(effect.objectiveChange == -5)
    #expect(effect.moves.map(\.row) == [3, 0] || effect.moves.map(\.row) == [3, 0, 1, 2])
    let wider = try session.effect(of: [.force(row: 3, column: 0), .addColumn(costs: LineCosts([9, 9, 1, 9]))])
    #expect(wider.objectiveChange == 1)
    #expect(
      wider.moves == [
        ChangeEffect.Move(row: 3, from: nil, to: 0), ChangeEffect.Move(row: 0, from: 0, to: 1),
        ChangeEffect.Move(row: 1, from: 1, to: 2), ChangeEffect.Move(row: 2, from: 2, to: 3),
      ])
  }
}
