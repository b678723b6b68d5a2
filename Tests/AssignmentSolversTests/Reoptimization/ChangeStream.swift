import AssignmentSolvers

/// Random changes of every kind for problems too large for a ``SessionModel``.
struct ChangeStream {
  private let costs: ClosedRange<Int32>
  private let value: Int64
  /// Pairs of a new row or column; nil for full tables.
  private let listLength: Int?
  /// The allowed columns of each row, as far as they are known; empty for full tables.
  private var columnsOfRow: [[Int]]
  private var rows: [Int]
  private var columns: [Int]
  private var rowCount: Int
  private var columnCount: Int
  private var decided: [(row: Int, column: Int)] = []
  private var last: AssignmentChange?

  /// - Parameters:
  ///   - costs: the range of new costs.
  ///   - value: the usual value of a row; new ones are near it.
  init(_ problem: AssignmentProblem, costs: ClosedRange<Int32>, value: Int64, listLength: Int?) {
    self.costs = costs
    self.value = value
    self.listLength = listLength
    rowCount = problem.rowCount
    columnCount = problem.columnCount
    rows = Array(0..<rowCount)
    columns = Array(0..<columnCount)
    columnsOfRow = []
    if listLength != nil {
      for row in 0..<rowCount {
        var columns: [Int] = []
        problem.costs.forEachPair(ofRow: row) { column, _ in columns.append(column) }
        columnsOfRow.append(columns)
      }
    }
  }

  /// What takes back the last change if that asked for too much; nil when it was of another kind.
  mutating func takeBack() -> (kind: String, change: AssignmentChange)? {
    defer { last = nil }
    switch last {
    case .force(let row, let column), .forbid(let row, let column):
      decided.removeAll { $0.row == row && $0.column == column }
      return ("release", .release(row: row, column: column))
    case .columnBounds(let column, _, _): return ("bounds", .columnBounds(column: column, lower: 0, capacity: 2))
    case .rowBounds(let row, _, _): return ("bounds", .rowBounds(row: row, lower: 0, capacity: 2))
    default: return nil
    }
  }

  /// The next change and the name of its kind.
  mutating func next(using random: inout SplitMix64) -> (kind: String, change: AssignmentChange) {
    let next = draw(using: &random)
    last = next.change
    return next
  }

  private mutating func draw(using random: inout SplitMix64) -> (kind: String, change: AssignmentChange) {
    let row = rows[Int.random(in: rows.indices, using: &random)]
    let column = columns[Int.random(in: columns.indices, using: &random)]
    let cost = Int32.random(in: costs, using: &random)
    if decided.count > 20 {
      let pair = decided.removeFirst()
      return ("release", .release(row: pair.row, column: pair.column))
    }
    switch Int.random(in: 0..<12, using: &random) {
    case 0, 1:
      let pair = drawPair(using: &random) ?? (row, column)
      if isDecided(pair) { return draw(using: &random) }
      return ("cost of a pair", .pairCost(row: pair.row, column: pair.column, cost: cost))
    case 2:
      let line = drawLine(otherCount: columnCount, among: columns, using: &random)
      if listLength != nil { columnsOfRow[row] = line.others }
      decided.removeAll { $0.row == row }
      return ("costs of a row", .rowCosts(row: row, costs: line.costs))
    case 3:
      let line = drawLine(otherCount: rowCount, among: rows, using: &random)
      if listLength != nil {
        for row in columnsOfRow.indices { columnsOfRow[row].removeAll { $0 == column } }
        for row in line.others { columnsOfRow[row].append(column) }
      }
      decided.removeAll { $0.column == column }
      return ("costs of a column", .columnCosts(column: column, costs: line.costs))
    case 4: return ("value of a row", .rowValue(row: row, value: value + Int64(cost)))
    case 5, 6:
      let isForced = random.chance(percent: 50)
      guard let pair = drawPair(using: &random), !isDecided(pair),
        !isForced || !decided.contains(where: { $0.row == pair.row || $0.column == pair.column })
      else { return draw(using: &random) }
      decided.append(pair)
      if isForced { return ("force", .force(row: pair.row, column: pair.column)) }
      return ("forbid", .forbid(row: pair.row, column: pair.column))
    case 7:
      return ("bounds", .columnBounds(column: column, lower: 0, capacity: Int.random(in: 0...2, using: &random)))
    case 8:
      let capacity = Int.random(in: 1...2, using: &random)
      return ("bounds", .rowBounds(row: row, lower: random.chance(percent: 10) ? 1 : 0, capacity: capacity))
    case 9:
      let line = drawLine(otherCount: columnCount, among: columns, using: &random)
      if listLength != nil { columnsOfRow.append(line.others) }
      rows.append(rowCount)
      rowCount += 1
      return ("add a row", .addRow(costs: line.costs, value: value))
    case 10:
      let line = drawLine(otherCount: rowCount, among: rows, using: &random)
      if listLength != nil { for row in line.others { columnsOfRow[row].append(columnCount) } }
      columns.append(columnCount)
      columnCount += 1
      return ("add a column", .addColumn(costs: line.costs))
    default:
      if random.chance(percent: 50) {
        decided.removeAll { $0.row == row }
        rows.removeAll { $0 == row }
        return ("remove a row", .removeRow(row))
      }
      decided.removeAll { $0.column == column }
      columns.removeAll { $0 == column }
      return ("remove a column", .removeColumn(column))
    }
  }

  private func isDecided(_ pair: (row: Int, column: Int)) -> Bool { decided.contains { $0 == pair } }

  /// A pair that is allowed; nil when the one that was drawn is not any more.
  private func drawPair(using random: inout SplitMix64) -> (row: Int, column: Int)? {
    let row = rows[Int.random(in: rows.indices, using: &random)]
    if listLength == nil { return (row, columns[Int.random(in: columns.indices, using: &random)]) }
    guard let column = columnsOfRow[row].randomElement(using: &random), columns.contains(column) else { return nil }
    return (row, column)
  }

  private func drawLine(
    otherCount: Int, among others: [Int], using random: inout SplitMix64
  ) -> (costs: LineCosts, others: [Int]) {
    guard let listLength else {
      return (LineCosts((0..<otherCount).map { _ in Int32.random(in: costs, using: &random) }), [])
    }
    var drawn = Set<Int>()
    while drawn.count < listLength { drawn.insert(others[Int.random(in: others.indices, using: &random)]) }
    let sorted = drawn.sorted()
    return (LineCosts(listed: sorted.map { (index: $0, cost: Int32.random(in: costs, using: &random)) }), sorted)
  }
}
