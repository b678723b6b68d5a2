/// Between networks and problems.
extension ResidualNetwork {
  /// The network of a problem, with nothing chosen. Complexity: O(pairs).
  init(_ problem: AssignmentProblem) {
    let (byRow, byColumn) = PairLines.bothWays(problem.costs)
    self.init(
      rows: NetworkSide(
        lines: byRow, value: problem.rowValue, upper: problem.rowCapacity, lower: problem.rowLowerBound),
      columns: NetworkSide(
        lines: byColumn, value: Array(repeating: 0, count: problem.columnCount), upper: problem.columnCapacity,
        lower: problem.columnLowerBound))
  }

  /// Starts from a solution of the same or a similar problem, optimal or not: what is left to do afterwards is settled.
  ///
  /// Prices are taken over as they are. Each row then gets the least dual that covers its other pairs, and keeps the given
  /// pairs unless they are too costly for that. Complexity: one pass over the pairs.
  /// - Precondition: the shapes fit; given pairs are allowed and within capacity.
  mutating func start(from solution: AssignmentSolution) {
    precondition(solution.assignment.rowCount == rows.nodeCount, "one entry for each row")
    precondition(solution.duals.column.count == columns.nodeCount, "one price for each column")
    for (column, price) in solution.duals.column.enumerated() {
      columns.offset[column] = max(price, columns.leastDual(column))
    }
    for row in 0..<rows.nodeCount {
      for column in solution.assignment.columns(ofRow: row) {
        let cost = rows.lines.cost(row, column)
        precondition(cost != PairLines.forbidden, "given pairs are allowed")
        choose(row, column, cost: cost)
      }
    }
    for column in 0..<columns.nodeCount { markUnsettled(.column, column) }
    for row in (0..<rows.nodeCount).reversed() { coverAfterNewCosts(.row, row) }
  }

  /// The chosen pairs.
  var assignment: Assignment {
    if rows.nodes.allSatisfy({ $0.count <= 1 }) {
      return Assignment(
        columnOfRow: (0..<rows.nodeCount).map { row in
          let slot = rows.firstSlot(of: row)
          return slot == NetworkSide.none ? nil : columns.nodeOfSlot[slot]
        })
    }
    return Assignment(columnsOfRow: (0..<rows.nodeCount).map { columnsOfRow($0) })
  }

  /// The chosen columns of a row, in no particular order.
  func columnsOfRow(_ row: Int) -> [Int] {
    var chosen: [Int] = []
    var slot = rows.firstSlot(of: row)
    while slot != NetworkSide.none {
      chosen.append(columns.nodeOfSlot[slot])
      slot = rows.slot(after: slot)
    }
    return chosen
  }

  /// Duals in the form that certificates have: a chosen pair is tight unless both its row and its column take more than
  /// one.
  var duals: AssignmentDuals {
    var rowDual = (0..<rows.nodeCount).map { rows.offset[$0] == Self.inertOffset ? 0 : rows.dual($0) }
    var columnDual = (0..<columns.nodeCount).map { columns.offset[$0] == Self.inertOffset ? 0 : columns.dual($0) }
    for row in 0..<rows.nodeCount {
      var slot = rows.firstSlot(of: row)
      while slot != NetworkSide.none {
        let column = columns.nodeOfSlot[slot]
        let excess = -(rows.offset[row] + columns.offset[column] + Int64(slotCost[slot]))
        if rows.nodes[row].upper == 1 {
          rowDual[row] += excess
        } else if columns.nodes[column].upper == 1 {
          columnDual[column] += excess
        }
        slot = rows.slot(after: slot)
      }
    }
    return AssignmentDuals(row: rowDual, column: columnDual)
  }

  /// The problem that the network holds, without the pairs of nodes that were taken out. Complexity: O(pairs).
  var problem: AssignmentProblem {
    let costs: PairCosts
    if rows.lines.isTable {
      var values = [Int32](repeating: DenseCosts.forbidden, count: rows.nodeCount * columns.nodeCount)
      for row in 0..<rows.nodeCount { forEachPair(ofRow: row) { values[row * columns.nodeCount + $0] = $1 } }
      costs = .dense(DenseCosts(rowCount: rows.nodeCount, columnCount: columns.nodeCount, values: values))
    } else {
      var rowStart = [0]
      var pairs: [(column: Int32, cost: Int32)] = []
      for row in 0..<rows.nodeCount {
        let start = pairs.count
        forEachPair(ofRow: row) { pairs.append((Int32($0), $1)) }
        pairs[start...].sort { $0.column < $1.column }
        rowStart.append(pairs.count)
      }
      costs = .sparse(
        SparseCosts(
          columnCount: columns.nodeCount, rowStart: rowStart, columns: pairs.map(\.column), values: pairs.map(\.cost)))
    }
    return AssignmentProblem(
      costs: costs, rowValue: rows.nodes.map(\.value), rowCapacity: rows.nodes.map(\.upper),
      columnCapacity: columns.nodes.map(\.upper),
      rowLowerBound: rows.nodes.map(\.lower), columnLowerBound: columns.nodes.map(\.lower))
  }

  private func forEachPair(ofRow row: Int, _ visit: (_ column: Int, _ cost: Int32) -> Void) {
    if rows.offset[row] == Self.inertOffset { return }
    rows.lines.forEachPair(of: row) { column, cost in
      if columns.offset[column] != Self.inertOffset { visit(column, cost) }
    }
  }

  /// The settled network as an optimal basis.
  var basis: OptimalBasis {
    let duals = duals
    return OptimalBasis(assignment: assignment, rowDual: duals.row, columnDual: duals.column)
  }
}

extension PairLines {
  /// The pairs by rows and by columns.
  static func bothWays(_ costs: PairCosts) -> (byRow: PairLines, byColumn: PairLines) {
    let (rowCount, columnCount) = (costs.rowCount, costs.columnCount)
    guard case .sparse(let costs) = costs else {
      let table = costs.asDense
      return (
        PairLines(lineCount: rowCount, otherCount: columnCount, table: table.values),
        PairLines(lineCount: columnCount, otherCount: rowCount, table: table.transposed().values)
      )
    }
    var columnStart = [Int](repeating: 0, count: columnCount + 1)
    for column in costs.columns { columnStart[Int(column) + 1] += 1 }
    for column in 0..<columnCount { columnStart[column + 1] += columnStart[column] }
    var next = columnStart
    var byColumn = [Entry](repeating: Entry(other: 0, cost: 0), count: costs.columns.count)
    for row in 0..<rowCount {
      for position in costs.rowStart[row]..<costs.rowStart[row + 1] {
        let column = Int(costs.columns[position])
        byColumn[next[column]] = Entry(other: Int32(row), cost: costs.values[position])
        next[column] += 1
      }
    }
    let byRow = costs.columns.indices.map { Entry(other: costs.columns[$0], cost: costs.values[$0]) }
    return (
      PairLines(otherCount: columnCount, starts: costs.rowStart, entries: byRow),
      PairLines(otherCount: rowCount, starts: columnStart, entries: byColumn)
    )
  }
}
