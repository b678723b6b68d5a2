import AssignmentSolvers

/// What a session should hold, kept in the plainest way: a list of costs, bounds and decisions, solved from nothing.
struct SessionModel {
  var recipe: BoundedRecipe
  var costs: [[Int32?]]
  var rowValue: [Int64]
  var rowBounds: [(lower: Int, capacity: Int)]
  var columnBounds: [(lower: Int, capacity: Int)]
  var isRowRemoved: [Bool]
  var isColumnRemoved: [Bool]
  var forced: [(row: Int, column: Int)] = []
  var vetoed: [(row: Int, column: Int)] = []

  init(_ problem: AssignmentProblem, recipe: BoundedRecipe) {
    self.recipe = recipe
    costs = problem.rows
    rowValue = problem.rowValue
    rowBounds = Array(zip(problem.rowLowerBound, problem.rowCapacity))
    columnBounds = Array(zip(problem.columnLowerBound, problem.columnCapacity))
    isRowRemoved = Array(repeating: false, count: problem.rowCount)
    isColumnRemoved = Array(repeating: false, count: problem.columnCount)
  }

  /// The whole problem, decisions not applied.
  var problem: AssignmentProblem {
    BoundedRecipe.problem(
      costs, columnCount: columnBounds.count, rowValue: rowValue, rowBounds: rowBounds, columnBounds: columnBounds,
      isSparse: recipe.isSparse)
  }

  var optimum: BoundedOptimum { BoundedOptimum(of: problem, forced: forced, vetoed: vetoed) }

  /// A change that is possible here, made in the model too; nil when the one that was drawn is not.
  ///
  /// - Parameters:
  ///   - largest: how many rows, and columns, there may be at a time.
  ///   - mostEver: how many there may be in all, removed ones included; then nothing is added or removed any more.
  mutating func drawChange(
    using random: inout SplitMix64, mayGrowTo largest: Int = 5, mostEver: Int = 8
  ) -> AssignmentChange? {
    let rows = costs.indices.filter { !isRowRemoved[$0] }
    let columns = columnBounds.indices.filter { !isColumnRemoved[$0] }
    let row = rows.randomElement(using: &random)
    let column = columns.randomElement(using: &random)
    switch Int.random(in: 0..<14, using: &random) {
    case 0, 1, 2:
      guard let row, let column else { return nil }
      let cost = Int32.random(in: recipe.cost, using: &random)
      costs[row][column] = cost
      return .pairCost(row: row, column: column, cost: cost)
    case 3:
      guard let row else { return nil }
      return drawRowCosts(row, using: &random)
    case 4:
      guard let column else { return nil }
      return drawColumnCosts(column, using: &random)
    case 5:
      guard let row else { return nil }
      rowValue[row] = recipe.drawValue(using: &random)
      return .rowValue(row: row, value: rowValue[row])
    case 6:
      guard let row, let column else { return nil }
      if !isDecided(row, column).vetoed {
        undecide(row, column)
        // A pair that was never allowed needs no veto.
        if costs[row][column] != nil { vetoed.append((row, column)) }
      }
      return .forbid(row: row, column: column)
    case 7:
      guard let row, let column, costs[row][column] != nil else { return nil }
      undecide(row, column)
      forced.append((row, column))
      return .force(row: row, column: column)
    case 8:
      guard let pair = (forced + vetoed).randomElement(using: &random) else { return nil }
      undecide(pair.row, pair.column)
      return .release(row: pair.row, column: pair.column)
    case 9:
      guard let row else { return nil }
      rowBounds[row] = recipe.drawBounds(using: &random)
      return .rowBounds(row: row, lower: rowBounds[row].lower, capacity: rowBounds[row].capacity)
    case 10:
      guard let column else { return nil }
      columnBounds[column] = recipe.drawBounds(using: &random)
      return .columnBounds(column: column, lower: columnBounds[column].lower, capacity: columnBounds[column].capacity)
    case 11:
      if costs.count == mostEver { return nil }
      return rows.count < largest ? drawRow(using: &random) : removeRow(row)
    case 12:
      if columnBounds.count == mostEver { return nil }
      return columns.count < largest ? drawColumn(using: &random) : removeColumn(column)
    default:
      if random.chance(percent: 50) { return costs.count == mostEver ? nil : removeRow(row) }
      return columnBounds.count == mostEver ? nil : removeColumn(column)
    }
  }

  private func isDecided(_ row: Int, _ column: Int) -> (forced: Bool, vetoed: Bool) {
    (forced.contains { $0 == (row, column) }, vetoed.contains { $0 == (row, column) })
  }

  private mutating func undecide(_ row: Int, _ column: Int) {
    forced.removeAll { $0 == (row, column) }
    vetoed.removeAll { $0 == (row, column) }
  }

  private mutating func drawRowCosts(_ row: Int, using random: inout SplitMix64) -> AssignmentChange {
    var line = [Int32?](repeating: nil, count: columnBounds.count)
    for column in line.indices where !isColumnRemoved[column] {
      line[column] = recipe.drawCost(using: &random)
      if isDecided(row, column).forced, line[column] == nil {
        // A forced pair that new costs leave out keeps its cost.
      } else {
        costs[row][column] = line[column]
      }
    }
    return .rowCosts(row: row, costs: lineCosts(line))
  }

  private mutating func drawColumnCosts(_ column: Int, using random: inout SplitMix64) -> AssignmentChange {
    var line = [Int32?](repeating: nil, count: costs.count)
    for row in line.indices where !isRowRemoved[row] {
      line[row] = recipe.drawCost(using: &random)
      if !isDecided(row, column).forced || line[row] != nil { costs[row][column] = line[row] }
    }
    return .columnCosts(column: column, costs: lineCosts(line))
  }

  private func lineCosts(_ line: [Int32?]) -> LineCosts {
    if recipe.isSparse {
      return LineCosts(listed: line.enumerated().compactMap { index, cost in cost.map { (index: index, cost: $0) } })
    }
    return LineCosts(line.map { $0 ?? DenseCosts.forbidden })
  }

  private mutating func drawRow(using random: inout SplitMix64) -> AssignmentChange {
    let line = columnBounds.indices.map { isColumnRemoved[$0] ? nil : recipe.drawCost(using: &random) }
    let bounds = recipe.drawBounds(using: &random)
    let value = recipe.drawValue(using: &random)
    costs.append(line)
    rowValue.append(value)
    rowBounds.append(bounds)
    isRowRemoved.append(false)
    return .addRow(costs: lineCosts(line), value: value, lower: bounds.lower, capacity: bounds.capacity)
  }

  private mutating func drawColumn(using random: inout SplitMix64) -> AssignmentChange {
    let line = costs.indices.map { isRowRemoved[$0] ? nil : recipe.drawCost(using: &random) }
    let bounds = recipe.drawBounds(using: &random)
    for row in costs.indices { costs[row].append(line[row]) }
    columnBounds.append(bounds)
    isColumnRemoved.append(false)
    return .addColumn(costs: lineCosts(line), lower: bounds.lower, capacity: bounds.capacity)
  }

  private mutating func removeRow(_ row: Int?) -> AssignmentChange? {
    guard let row else { return nil }
    for column in columnBounds.indices {
      undecide(row, column)
      costs[row][column] = nil
    }
    rowBounds[row] = (0, 0)
    isRowRemoved[row] = true
    return .removeRow(row)
  }

  private mutating func removeColumn(_ column: Int?) -> AssignmentChange? {
    guard let column else { return nil }
    for row in costs.indices {
      undecide(row, column)
      costs[row][column] = nil
    }
    columnBounds[column] = (0, 0)
    isColumnRemoved[column] = true
    return .removeColumn(column)
  }
}
