import AssignmentSolvers
import Testing

/// Relations between the answers to two related problems; no oracle needed, so they hold at any size.
///
/// 400 problems each: half of them small, half with up to 25 rows and columns.
@Suite("Relations between related problems")
struct MetamorphicTests {
  private let solver = ShortestPathSolver()

  private func forEachProblem(
    seed: UInt64, adjust: (inout ProblemRecipe) -> Void = { _ in },
    _ body: (AssignmentProblem, AssignmentSolution, inout SplitMix64) throws -> Void
  ) throws {
    var random = SplitMix64(seed: seed)
    for number in 0..<400 {
      var recipe = ProblemRecipe.any(using: &random)
      if number.isMultiple(of: 2) { recipe = recipe.sized(rows: 0...25, columns: 0...25) }
      adjust(&recipe)
      let problem = recipe.draw(using: &random)
      try body(problem, try solver.solve(problem), &random)
    }
  }

  private func changed(
    _ problem: AssignmentProblem, rows: [[Int32?]]? = nil, rowValues: [Int64]? = nil, columnCapacity: [Int]? = nil
  ) -> AssignmentProblem {
    let columnCapacity = columnCapacity ?? problem.columnCapacity
    return .of(
      rows ?? problem.rows, columnCount: columnCapacity.count, rowValues: rowValues ?? problem.rowValue,
      columnCapacity: columnCapacity)
  }

  @Test("1 rows in another order: same optimum, the duals move along")
  func permutedRows() throws {
    try forEachProblem(seed: 101) { problem, solution, random in
      let order = (0..<problem.rowCount).shuffled(using: &random)
      let permuted = try solver.solve(
        changed(problem, rows: order.map { problem.rows[$0] }, rowValues: order.map { problem.rowValue[$0] }))
      #expect(permuted.objective == solution.objective)
      #expect(permuted.duals.row == order.map { solution.duals.row[$0] })
      #expect(permuted.duals.column == solution.duals.column)
    }
  }

  @Test("2 columns in another order: same optimum, the duals move along")
  func permutedColumns() throws {
    try forEachProblem(seed: 102) { problem, solution, random in
      let order = (0..<problem.columnCount).shuffled(using: &random)
      let permuted = try solver.solve(
        changed(
          problem, rows: problem.rows.map { costs in order.map { costs[$0] } },
          columnCapacity: order.map { problem.columnCapacity[$0] }))
      #expect(permuted.objective == solution.objective)
      #expect(permuted.duals.column == order.map { solution.duals.column[$0] })
      #expect(permuted.duals.row == solution.duals.row)
    }
  }

  @Test("3 rows and columns exchanged: same optimum")
  func transposed() throws {
    try forEachProblem(seed: 103, adjust: { $0.capacity = 1...1 }) { problem, solution, _ in
      // The gain of each pair stays the same when the row's value is taken off its costs.
      let rows = (0..<problem.columnCount).map { column in
        (0..<problem.rowCount).map { row in problem.gain(row: row, column: column).map { Int32(-$0) } }
      }
      let exchanged = AssignmentProblem.of(rows, columnCount: problem.rowCount, rowValue: 0)
      let answer = try solver.solve(exchanged)
      #expect(answer.objective == solution.objective)
    }
  }

  @Test("4 a constant on a row: on costs and value, unchanged; on the value if matched, the optimum rises by it")
  func shiftedRow() throws {
    try forEachProblem(seed: 104) { problem, solution, random in
      guard let row = (0..<problem.rowCount).randomElement(using: &random) else { return }
      let shift = Int32.random(in: -50...50, using: &random)
      var rows = problem.rows
      rows[row] = rows[row].map { $0.map { $0 + shift } }
      var rowValues = problem.rowValue
      rowValues[row] += Int64(shift)
      #expect(try solver.solve(changed(problem, rows: rows, rowValues: rowValues)) == solution)

      // A row that is matched gains all of a rise of its value.
      let rise = Int64(abs(shift))
      rowValues[row] = problem.rowValue[row] + rise
      let raised = try solver.solve(changed(problem, rowValues: rowValues))
      if solution.assignment.columnOfRow[row] != nil {
        #expect(raised.objective == solution.objective + rise)
      } else {
        #expect((solution.objective...solution.objective + rise).contains(raised.objective))
      }
    }
  }

  @Test("5 everything times k: same duos, optimum and duals times k")
  func scaled() throws {
    try forEachProblem(seed: 105) { problem, solution, random in
      let factor = Int64.random(in: 2...7, using: &random)
      let scaled = try solver.solve(
        changed(
          problem, rows: problem.rows.map { $0.map { $0.map { $0 * Int32(factor) } } },
          rowValues: problem.rowValue.map { $0 * factor }))
      #expect(scaled.assignment == solution.assignment)
      #expect(scaled.objective == solution.objective * factor)
      #expect(scaled.duals.row == solution.duals.row.map { $0 * factor })
      #expect(scaled.duals.column == solution.duals.column.map { $0 * factor })
    }
  }

  @Test("6 gains as negated costs, or as a maximum less a cost: same solution")
  func negated() throws {
    try forEachProblem(seed: 106) { problem, solution, _ in
      let negatedGains = (0..<problem.rowCount).map { row in
        (0..<problem.columnCount).map { column in problem.gain(row: row, column: column).map { Int32(-$0) } }
      }
      let rowValues = problem.rowValue.map { _ in Int64(0) }
      let answer = try solver.solve(changed(problem, rows: negatedGains, rowValues: rowValues))
      #expect(answer == solution)
    }
  }

  @Test("7 a further column that is forbidden or never worth it: unchanged, price 0")
  func dominatedColumn() throws {
    try forEachProblem(seed: 107) { problem, solution, random in
      let isForbidden = random.chance(percent: 50)
      let rows = zip(problem.rows, problem.rowValue).map { costs, value in
        costs + [isForbidden ? nil : Int32(value + 1)]
      }
      let more = try solver.solve(changed(problem, rows: rows, columnCapacity: problem.columnCapacity + [2]))
      #expect(more.assignment == solution.assignment)
      #expect(more.duals.row == solution.duals.row && more.duals.column == solution.duals.column + [0])
    }
  }

  @Test("8 an isolated column or row: unchanged")
  func isolated() throws {
    try forEachProblem(seed: 108) { problem, solution, _ in
      let rows = problem.rows.map { $0 + [0] } + [Array(repeating: nil, count: problem.columnCount + 1)]
      let more = try solver.solve(
        changed(problem, rows: rows, rowValues: problem.rowValue + [7], columnCapacity: problem.columnCapacity + [0]))
      #expect(more.assignment.columnOfRow == solution.assignment.columnOfRow + [nil])
      #expect(more.objective == solution.objective)
      #expect(more.duals.row == solution.duals.row + [0])
    }
  }

  @Test("9 two copies side by side: both solved as one alone")
  func twoCopies() throws {
    try forEachProblem(seed: 109) { problem, solution, _ in
      let none = [Int32?](repeating: nil, count: problem.columnCount)
      let twice = try solver.solve(
        changed(
          problem, rows: problem.rows.map { $0 + none } + problem.rows.map { none + $0 },
          rowValues: problem.rowValue + problem.rowValue,
          columnCapacity: problem.columnCapacity + problem.columnCapacity))
      let columnOfRow = solution.assignment.columnOfRow
      #expect(twice.objective == 2 * solution.objective)
      #expect(twice.assignment.columnOfRow == columnOfRow + columnOfRow.map { $0.map { $0 + problem.columnCount } })
      #expect(twice.duals.row == solution.duals.row + solution.duals.row)
      #expect(twice.duals.column == solution.duals.column + solution.duals.column)
    }
  }

  @Test("10, 11 fixing an optimal pair keeps the optimum; forbidding it does not improve it")
  func fixedAndForbiddenPair() throws {
    try forEachProblem(seed: 110) { problem, solution, random in
      let matched = solution.assignment.columnOfRow.indices.filter { solution.assignment.columnOfRow[$0] != nil }
      guard let row = matched.randomElement(using: &random), let column = solution.assignment.columnOfRow[row]
      else { return }
      var fixed = problem.rows
      for other in 0..<problem.columnCount where other != column { fixed[row][other] = nil }
      let withFixed = try solver.solve(changed(problem, rows: fixed))
      #expect(withFixed.assignment == solution.assignment && withFixed.objective == solution.objective)
      var vetoed = problem.rows
      vetoed[row][column] = nil
      #expect(try solver.solve(changed(problem, rows: vetoed)).objective <= solution.objective)
    }
  }

  @Test("12 an unchosen pair made cheaper by at most its slack: same optimum")
  func raisedPair() throws {
    try forEachProblem(seed: 112) { problem, solution, random in
      guard let row = (0..<problem.rowCount).randomElement(using: &random),
        let column = (0..<problem.columnCount).randomElement(using: &random),
        let gain = problem.gain(row: row, column: column), solution.assignment.columnOfRow[row] != column
      else { return }
      let slack = solution.duals.row[row] + solution.duals.column[column] - gain
      var rows = problem.rows
      rows[row][column] = rows[row][column].map { $0 - Int32(Int64.random(in: 0...slack, using: &random)) }
      let raised = try solver.solve(changed(problem, rows: rows))
      #expect(raised.objective == solution.objective)
    }
  }

  @Test("13 a column of capacity k is k columns of capacity 1")
  func clonedColumns() throws {
    try forEachProblem(seed: 113) { problem, solution, _ in
      let columnOfClone = (0..<problem.columnCount).flatMap { Array(repeating: $0, count: problem.columnCapacity[$0]) }
      let cloned = try solver.solve(
        changed(
          problem, rows: problem.rows.map { costs in columnOfClone.map { costs[$0] } },
          columnCapacity: columnOfClone.map { _ in 1 }))
      #expect(cloned.objective == solution.objective)
      #expect(cloned.assignment.columnOfRow.map { $0.map { columnOfClone[$0] } } == solution.assignment.columnOfRow)
      #expect(cloned.duals.row == solution.duals.row)
      #expect(cloned.duals.column == columnOfClone.map { solution.duals.column[$0] })
    }
  }

  @Test("14 a hard rule relaxed: not worse")
  func relaxed() throws {
    try forEachProblem(seed: 114) { problem, solution, random in
      guard let row = (0..<problem.rowCount).randomElement(using: &random),
        let column = (0..<problem.columnCount).randomElement(using: &random)
      else { return }
      var rows = problem.rows
      rows[row][column] = rows[row][column] ?? 0
      #expect(try solver.solve(changed(problem, rows: rows)).objective >= solution.objective)
      var columnCapacity = problem.columnCapacity
      columnCapacity[column] += 1
      let wider = try solver.solve(changed(problem, columnCapacity: columnCapacity))
      #expect(wider.objective == solution.objective + solution.duals.column[column])
    }
  }
}
