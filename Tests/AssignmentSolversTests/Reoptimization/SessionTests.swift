import AssignmentSolvers
import Testing

@Suite("Sessions: problems that change")
struct SessionTests {
  /// Holds a session to its model: the objective, the certificate or the conflict, the assignment, the tie rule.
  private func check(_ session: borrowing AssignmentSession, _ model: SessionModel, _ context: String) {
    let expected = model.optimum
    let objective = session.objective
    if objective != expected.objective {
      Issue.record("\(String(describing: objective)) instead of \(String(describing: expected.objective)): \(context)")
      return
    }
    let problem = session.problem
    guard let objective, let solution = session.solution, let canonical = session.canonicalSolution() else {
      switch session.conflict {
      case .lowerBounds(let set)?: #expect(set.isProof(for: problem), "\(context)")
      case .forcedPairsOfRow(let row)?:
        #expect(model.forced.count { $0.row == row } > model.rowBounds[row].capacity, "\(context)")
      case .forcedPairsOfColumn(let column)?:
        #expect(model.forced.count { $0.column == column } > model.columnBounds[column].capacity, "\(context)")
      case nil: Issue.record("no feasible assignment, no conflict: \(context)")
      }
      return
    }
    #expect(session.conflict == nil)
    #expect(model.problem.objective(of: session.assignment) == objective, "\(context)")
    for solution in [solution, canonical] {
      #expect(throws: Never.self, "\(context)") { try CertificateChecker.check(solution, of: problem) }
    }
    // The tie rule is one of the remaining problem.
    let remaining = BoundedOptimum(of: problem)
    let columnsOfRow = (0..<problem.rowCount).map { Array(canonical.assignment.columns(ofRow: $0)) }
    #expect(columnsOfRow == remaining.columnsOfRow, "\(context)")
  }

  @Test("3,000 small sessions of 20 changes of every kind, each equal to a solve from nothing")
  func everyChange() throws {
    var random = SplitMix64(seed: 30)
    var infeasibleCount = 0
    for number in 0..<3_000 {
      let recipe = BoundedRecipe.any(using: &random)
      let problem = recipe.draw(using: &random)
      var model = SessionModel(problem, recipe: recipe)
      var session = try AssignmentSession(problem)
      check(session, model, "at the start of session \(number)")
      var batch: [AssignmentChange] = []
      for step in 0..<20 {
        guard let change = model.drawChange(using: &random) else { continue }
        if random.chance(percent: 30) {
          batch.append(change)
          continue
        }
        if batch.isEmpty {
          try session.apply(change)
        } else {
          try session.apply(batch + [change])
          batch = []
        }
        if session.conflict != nil { infeasibleCount += 1 }
        check(session, model, "session \(number), step \(step): \(change)")
      }
    }
    #expect(infeasibleCount > 1_000)
  }

  @Test("canonical solutions are those of the Hungarian method, whatever the history")
  func history() throws {
    var random = SplitMix64(seed: 31)
    for _ in 0..<200 {
      var recipe = BoundedRecipe.anyPlain(using: &random)
      recipe.capacity = 1...1
      recipe.rowCount = 0...12
      recipe.columnCount = 0...12
      let problem = recipe.draw(using: &random)
      var model = SessionModel(problem, recipe: recipe)
      var session = try AssignmentSession(problem, startingFrom: try ShortestPathSolver().solve(problem))
      #expect(session.canonicalSolution() == (try HungarianSolver().solve(problem)))
      for _ in 0..<30 {
        guard let change = model.drawChange(using: &random, mayGrowTo: 14) else { continue }
        try session.apply(change)
        let left = session.problem
        guard left.isPlain else { continue }
        #expect(session.canonicalSolution() == (try HungarianSolver().solve(left)))
      }
    }
  }

  @Test(
    "10,000 changes in a row: the certificate after each, a solve from nothing at every 100th",
    arguments: [false, true])
  func longRun(isSparse: Bool) throws {
    var random = SplitMix64(seed: isSparse ? 34 : 33)
    var recipe = BoundedRecipe()
    recipe.rowCount = 40...40
    recipe.columnCount = 30...30
    recipe.capacity = 1...2
    recipe.cost = 0...30
    recipe.forbiddenPercent = isSparse ? 80 : 10
    recipe.boundedPercent = 5
    recipe.isSparse = isSparse
    var model = SessionModel(recipe.draw(using: &random), recipe: recipe)
    var session = try AssignmentSession(model.problem)
    var madeCount = 0
    var feasibleCount = 0
    while madeCount < 10_000 {
      guard let change = model.drawChange(using: &random, mayGrowTo: 50, mostEver: 120) else { continue }
      try session.apply(change)
      madeCount += 1
      let problem = session.problem
      if let solution = session.solution {
        feasibleCount += 1
        #expect(throws: Never.self, "after change \(madeCount)") { try CertificateChecker.check(solution, of: problem) }
        #expect(problem.objective(of: solution.assignment) == solution.objective)
      } else if case .lowerBounds(let set)? = session.conflict {
        #expect(set.isProof(for: problem), "after change \(madeCount)")
      } else {
        #expect(session.conflict != nil)
      }
      if madeCount % 100 == 0, session.isFeasible {
        #expect(session.canonicalSolution() == (try CapacitatedSolver().solve(problem)), "after change \(madeCount)")
      }
      // Too many forced pairs would leave nothing to decide.
      if model.forced.count > 10, let pair = model.forced.first {
        model.forced.removeFirst()
        try session.apply(.release(row: pair.row, column: pair.column))
      }
    }
    #expect(feasibleCount > 1_000)
  }

  @Test("a start from the solution of another problem ends at the optimum of this one")
  func foreignStart() throws {
    var random = SplitMix64(seed: 32)
    for _ in 0..<500 {
      var recipe = BoundedRecipe.anyPlain(using: &random)
      recipe.forbiddenPercent = 0
      recipe.capacity = 1...1
      recipe.rowCount = 6...6
      recipe.columnCount = 5...5
      let other = try HungarianSolver().solve(recipe.draw(using: &random))
      let problem = recipe.draw(using: &random)
      let session = try AssignmentSession(problem, startingFrom: other)
      #expect(session.canonicalSolution() == (try HungarianSolver().solve(problem)))
    }
  }

  @Test("a copy goes its own way")
  func copies() throws {
    let problem = AssignmentProblem.of([[1, 5], [2, 9]], rowValue: 10)
    let session = try AssignmentSession(problem)
    var other = session.copy()
    try other.apply(.forbid(row: 0, column: 1))
    #expect(session.objective == 13)
    #expect(other.objective == 10)
    #expect(session.columns(ofRow: 0) == [1])
    #expect(other.columns(ofRow: 0) == [0] || other.columns(ofRow: 1) == [0] || other.columns(ofRow: 1) == [1])
  }

  @Test("decisions: forced, vetoed, released")
  func decisions() throws {
    var session = try AssignmentSession(.of([[1, 5], [2, 9]], rowValue: 10))
    try session.apply(.force(row: 1, column: 1))
    #expect(session.objective == 10)
    #expect(session.assignment == Assignment(columnOfRow: [0, 1]))
    #expect(session.forcedPairs.map(\.column) == [1])
    try session.apply(.pairCost(row: 1, column: 1, cost: 8))
    #expect(session.objective == 11)
    try session.apply(.forbid(row: 1, column: 1))
    #expect(session.objective == 13)
    #expect(session.vetoedPairs.map(\.row) == [1])
    try session.apply([.release(row: 1, column: 1), .force(row: 0, column: 0), .force(row: 1, column: 0)])
    #expect(session.objective == nil)
    #expect(session.conflict == .forcedPairsOfColumn(0))
    try session.apply(.columnBounds(column: 0, lower: 0, capacity: 2))
    #expect(session.objective == 17)
  }

  @Test("numbers that could leave 64 bits are refused, and the session is as before")
  func headRoom() throws {
    var session = try AssignmentSession(.of([[1]], rowValue: 10))
    #expect(throws: AssignmentError.self) { _ = try AssignmentSession(.of([[1]], rowValue: .max)) }
    for change in [
      AssignmentChange.rowValue(row: 0, value: .max), .rowValue(row: 0, value: .min),
      .addRow(costs: LineCosts([3]), value: 1 << 60),
    ] {
      do {
        try session.apply([.forbid(row: 0, column: 0), change])
        Issue.record("accepted: \(change)")
      } catch {
        guard case .beyondHeadRoom = error else { throw error }
      }
      #expect(session.objective == 9)
      #expect(session.rowCount == 1)
    }
    // Gains that are fine without lower bounds would rival the bonus of a lower bound.
    try session.apply(.rowValue(row: 0, value: 1 << 58))
    do {
      try session.apply(.columnBounds(column: 0, lower: 1, capacity: 1))
      Issue.record("accepted a lower bound beside a value of 2^58")
    } catch {
      guard case .beyondHeadRoom = error else { throw error }
    }
    #expect(session.objective == (1 << 58) - 1)
  }
}
