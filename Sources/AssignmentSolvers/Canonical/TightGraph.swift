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
  /// Where each row can be in some optimum, as far as its own dual tells: its tight columns, and the pool at `u = 0`.
  private let nodesOfRow: BitRows
  private let isColumnFree: [Bool]
  /// The node of everything unmatched or empty; the nodes below it are the columns.
  private let pool: Int
  private static let noComponent = -1

  /// - Parameters:
  ///   - columnOfRow: an optimal assignment.
  ///   - duals: optimal duals.
  init(problem: AssignmentProblem, columnOfRow: [Int?], duals: AssignmentDuals) {
    self.columnOfRow = columnOfRow
    pool = problem.columnCount
    capacity = problem.columnCapacity
    isColumnFree = duals.column.map { $0 == 0 }
    rowsOfColumn = Assignment(columnOfRow: columnOfRow).rowsOfColumn(columnCount: problem.columnCount)

    var nodesOfRow = BitRows(rowCount: problem.rowCount, bitCount: problem.columnCount + 1)
    for row in 0..<problem.rowCount {
      if duals.row[row] == 0 { nodesOfRow.insert(pool, inRow: row) }
      // No pair is below its cover, so the tight ones are those below it plus 1.
      let limit = problem.rowValue[row] - duals.row[row] + 1
      var column = 0
      while true {
        column = problem.costs.firstColumn(ofRow: row, from: column, where: duals.column, isBelow: limit)
        guard column < problem.columnCount else { break }
        if capacity[column] > 0 { nodesOfRow.insert(column, inRow: row) }
        column += 1
      }
    }
    self.nodesOfRow = nodesOfRow
  }

  /// Turns the assignment into the lexicographically smallest optimum.
  ///
  /// Complexity: one pass over the tight pairs when there is no tie; otherwise one breadth-first search per row that
  /// could improve. A search meets each node once and each row once, 64 nodes at a time, so the worst case is
  /// O(rows² · columns / 64); most searches end after a few steps.
  mutating func makeLexicographicallySmallest() {
    var allNodes = BitSet(capacity: pool + 1)
    for node in 0...pool { allNodes.insert(node) }
    var component = StronglyConnectedComponents.label(nodeCount: pool + 1) { node, visit in
      var targets = allNodes
      takeMoves(from: node, above: -1, in: &targets) { _, target in visit(target) }
    }

    var members = BitSet(capacity: pool + 1)
    var memberComponent: Int?
    var search = MoveSearch(nodeCount: pool + 1)
    for row in columnOfRow.indices {
      let home = columnOfRow[row] ?? pool
      if memberComponent != component[home] {
        memberComponent = component[home]
        members = BitSet(capacity: pool + 1)
        for node in 0...pool where component[node] == component[home] { members.insert(node) }
      }
      improve(row, home: home, within: members, search: &search)
      if let column = columnOfRow[row], isSettled(column, by: row) {
        component[column] = Self.noComponent
        _ = members.remove(column)
      }
    }
  }

  /// Whether a column is full of rows that stay where they are: no chain leads through it any more.
  private func isSettled(_ column: Int, by row: Int) -> Bool {
    rowsOfColumn[column].count == capacity[column] && rowsOfColumn[column].allSatisfy { $0 <= row }
  }

  /// Visits each free move out of a node to one of the `unvisited` nodes and takes its target out of them: the row that
  /// moves (nil for an empty place changing owner) and the target. Rows up to and including `fixed` stay where they are.
  private func takeMoves(
    from node: Int, above fixed: Int, in unvisited: inout BitSet, visit: (_ row: Int?, _ target: Int) -> Void
  ) {
    if node == pool {
      for row in columnOfRow.indices where row > fixed && columnOfRow[row] == nil {
        unvisited.take(row: row, of: nodesOfRow) { visit(row, $0) }
      }
      for column in 0..<pool where isColumnFree[column] && !rowsOfColumn[column].isEmpty {
        if unvisited.remove(column) { visit(nil, column) }
      }
      return
    }
    if rowsOfColumn[node].count < capacity[node], unvisited.remove(pool) { visit(nil, pool) }
    for row in rowsOfColumn[node] where row > fixed {
      unvisited.take(row: row, of: nodesOfRow) { visit(row, $0) }
    }
  }

  /// The state of one breadth-first search, kept to spare the allocations.
  private struct MoveSearch {
    var queue: [Int] = []
    /// How each node was reached: from which node, and by which row (nil for an empty place).
    var parent: [(node: Int, row: Int?)]

    init(nodeCount: Int) { parent = Array(repeating: (0, nil), count: nodeCount) }
  }

  /// Moves `row` to the first smaller column from which a chain of free moves leads back to its present place.
  ///
  /// Nodes found to be dead ends stay so for the later candidates of the same row.
  private mutating func improve(_ row: Int, home: Int, within members: BitSet, search: inout MoveSearch) {
    var unvisited = members
    var start = 0
    while let candidate = nodesOfRow.first(inRow: row, from: start, among: unvisited), candidate < home {
      start = candidate + 1
      _ = unvisited.remove(candidate)
      search.queue.removeAll(keepingCapacity: true)
      search.queue.append(candidate)
      var next = 0
      while next < search.queue.count, unvisited.contains(home) {
        let node = search.queue[next]
        next += 1
        takeMoves(from: node, above: row, in: &unvisited) { mover, target in
          search.parent[target] = (node, mover)
          search.queue.append(target)
        }
      }
      if !unvisited.contains(home) {
        applyChain(from: candidate, to: home, parent: search.parent)
        place(row, at: candidate)
        return
      }
    }
  }

  private mutating func applyChain(from start: Int, to end: Int, parent: [(node: Int, row: Int?)]) {
    var node = end
    while node != start {
      let step = parent[node]
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
