/// The optimal assignments of a problem as a graph of moves that cost nothing.
///
/// By complementary slackness an assignment is optimal exactly when it uses tight pairs only, leaves no row with `u > 0`
/// unmatched and no place of a column with `v > 0` empty. So all optima are reached from one of them by *free moves*:
/// cycles in the graph whose nodes are the columns and one *pool* (everything unmatched or empty), with an arc
///
/// * column → column: a row there takes a tight column instead;
/// * column → pool: a row there with `u = 0` stays unmatched, or the column has an empty place to absorb a row;
/// * pool → column: an unmatched row takes a tight column, or a full column with `v = 0` may lose a row.
///
/// A row can change its column in some optimum only within a strongly connected component of this graph, so an optimum
/// without ties costs one linear pass.
struct TightGraph {
  private(set) var columnOfRow: [Int?]
  private var rowsOfColumn: [[Int]]
  private let capacity: [Int]
  /// The tight columns of each row, ascending: `tightColumns[tightStart[row]..<tightStart[row + 1]]`.
  private let tightColumns: [Int32]
  private let tightStart: [Int]
  private let isRowFree: [Bool]
  private let isColumnFree: [Bool]
  private let columnCount: Int
  private let pool: Int

  /// - Parameters:
  ///   - columnOfRow: an optimal assignment.
  ///   - duals: optimal duals.
  init(problem: AssignmentProblem, columnOfRow: [Int?], duals: AssignmentDuals) {
    self.columnOfRow = columnOfRow
    columnCount = problem.columnCount
    pool = columnCount
    capacity = problem.columnCapacity
    isRowFree = duals.row.map { $0 == 0 }
    isColumnFree = duals.column.map { $0 == 0 }
    var rowsOfColumn = [[Int]](repeating: [], count: problem.columnCount)
    for (row, column) in columnOfRow.enumerated() {
      if let column { rowsOfColumn[column].append(row) }
    }
    self.rowsOfColumn = rowsOfColumn

    var tightColumns: [Int32] = []
    var tightStart = [0]
    tightStart.reserveCapacity(problem.rowCount + 1)
    for row in 0..<problem.rowCount {
      // No pair is below its cover, so the tight ones are those below it plus 1.
      let limit = problem.rowValue[row] - duals.row[row] + 1
      var column = 0
      while true {
        column = problem.costs.firstColumn(ofRow: row, from: column, where: duals.column, isBelow: limit)
        guard column < problem.columnCount else { break }
        if capacity[column] > 0 { tightColumns.append(Int32(column)) }
        column += 1
      }
      tightStart.append(tightColumns.count)
    }
    self.tightColumns = tightColumns
    self.tightStart = tightStart
  }

  private func tight(_ row: Int) -> ArraySlice<Int32> { tightColumns[tightStart[row]..<tightStart[row + 1]] }

  /// Turns the assignment into the lexicographically smallest optimum.
  ///
  /// Complexity: one pass over the tight pairs when there is no tie; otherwise one breadth-first search per row that
  /// could improve, each bounded by the tight pairs of its component and usually ending after a few steps.
  mutating func makeLexicographicallySmallest() {
    let component = StronglyConnectedComponents.label(nodeCount: columnCount + 1) { node, visit in
      forEachMove(from: node, above: -1) { _, target in visit(target) }
    }
    for row in columnOfRow.indices {
      let home = columnOfRow[row] ?? pool
      let better = tight(row).prefix { columnOfRow[row] == nil || Int($0) < home }
        .filter { component[Int($0)] == component[home] }
      if !better.isEmpty { improve(row, home: home, candidates: better.map(Int.init)) }
    }
  }

  /// Calls `visit` with each free move out of a node, rows up to and including `fixed` staying where they are:
  /// the row that moves (nil for an empty place changing owner) and the node it moves to.
  private func forEachMove(from node: Int, above fixed: Int, visit: (_ row: Int?, _ target: Int) -> Void) {
    if node == pool {
      for row in columnOfRow.indices where row > fixed && columnOfRow[row] == nil {
        for column in tight(row) { visit(row, Int(column)) }
      }
      for column in 0..<columnCount where isColumnFree[column] && !rowsOfColumn[column].isEmpty { visit(nil, column) }
      return
    }
    if rowsOfColumn[node].count < capacity[node] { visit(nil, pool) }
    for row in rowsOfColumn[node] where row > fixed {
      for column in tight(row) { visit(row, Int(column)) }
      if isRowFree[row] { visit(row, pool) }
    }
  }

  /// Moves `row` to the first candidate from which a chain of free moves leads back to its present place.
  ///
  /// Nodes found to be dead ends stay so for the later candidates of the same row.
  private mutating func improve(_ row: Int, home: Int, candidates: [Int]) {
    var parent = [(node: Int, row: Int?)?](repeating: nil, count: columnCount + 1)
    for candidate in candidates {
      if parent[candidate] != nil { continue }
      parent[candidate] = (candidate, nil)
      var queue = [candidate]
      var next = 0
      while next < queue.count, parent[home] == nil {
        let node = queue[next]
        next += 1
        forEachMove(from: node, above: row) { mover, target in
          if parent[target] == nil {
            parent[target] = (node, mover)
            queue.append(target)
          }
        }
      }
      if parent[home] != nil {
        applyChain(from: candidate, to: home, parent: parent)
        place(row, at: candidate)
        return
      }
    }
  }

  private mutating func applyChain(from start: Int, to end: Int, parent: [(node: Int, row: Int?)?]) {
    var node = end
    while node != start, let step = parent[node] {
      if let mover = step.row { place(mover, at: node) }
      node = step.node
    }
  }

  private mutating func place(_ row: Int, at node: Int) {
    if let former = columnOfRow[row] { rowsOfColumn[former].removeAll { $0 == row } }
    columnOfRow[row] = node == pool ? nil : node
    if node != pool { rowsOfColumn[node].append(row) }
  }
}
