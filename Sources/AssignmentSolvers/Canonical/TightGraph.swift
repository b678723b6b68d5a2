/// The optimal assignments of a problem as a graph of moves that cost nothing.
///
/// By complementary slackness an assignment is optimal exactly when it uses tight pairs only (and all pairs with `z > 0`),
/// leaves no row with `u > 0` short of its capacity and no place of a column with `v > 0` empty (and none with negative
/// duals above its lower bound). So all optima are reached from one of them by cycles of *free moves* in a graph whose
/// nodes are the columns, the rows and one *pool* (everything unmatched or empty), with an arc
///
/// * column → row: the row gives the column up;
/// * row → column: the row takes a tight column that it does not have;
/// * row → pool, pool → row: a row with `u = 0` ends with one pair less, or one more;
/// * column → pool, pool → column: a column with `v = 0` ends with one pair more, or one less.
///
/// A pair can be taken in some optimum only when its row and column lie in one strongly connected component of this
/// graph, so an optimum without ties costs one linear pass. Memory: 9 bytes per tight pair besides O(rows + columns).
struct TightGraph {
  private let problem: AssignmentProblem
  private let duals: AssignmentDuals
  /// Tight pairs row by row: `start[row]..<start[row + 1]` into `columnOfPair`, columns ascending.
  private var start: [Int] = [0]
  private var columnOfPair: [Int32] = []
  private var isChosen: [Bool] = []
  /// Chosen pairs that every optimum has (`z > 0`), as (row, column).
  private var fixedPairs: [(row: Int, column: Int)] = []
  private var usedOfRow: [Int]
  private var usedOfColumn: [Int]
  /// The rows of each column's tight pairs, `rowStart[column]..<rowStart[column + 1]`: the first `holderCount[column]` of
  /// them hold the column, the others could take it.
  private var rowStart: [Int]
  private var holderCount: [Int]
  private var rowOfPair: [Int32]

  /// Nodes: columns from 0, then rows, then the pool.
  private let firstRow: Int
  private let pool: Int

  /// Rows before this one are decided, and their pairs stay as they are.
  private var decidedRowCount = 0
  /// The strongly connected component of each node, as of the last computation; cycles lie within one.
  private var component: [Int] = []
  /// Rows and columns with dual 0 in the component of the pool.
  private var poolMembers: [Int]

  /// - Parameters:
  ///   - assignment: an optimal assignment.
  ///   - duals: optimal duals.
  ///   - isCancelled: answering true makes the result nil.
  init?(problem: AssignmentProblem, assignment: Assignment, duals: AssignmentDuals, isCancelled: () -> Bool) {
    self.problem = problem
    self.duals = duals
    firstRow = problem.columnCount
    pool = firstRow + problem.rowCount
    usedOfRow = (0..<problem.rowCount).map { assignment.columns(ofRow: $0).count }
    usedOfColumn = Array(repeating: 0, count: problem.columnCount)
    rowStart = Array(repeating: 0, count: problem.columnCount + 1)
    holderCount = Array(repeating: 0, count: problem.columnCount)
    rowOfPair = []
    poolMembers = []
    start.reserveCapacity(problem.rowCount + 1)
    for row in 0..<problem.rowCount {
      if row % 64 == 0, isCancelled() { return nil }
      addPairs(ofRow: row, chosen: assignment.columns(ofRow: row))
    }
    for column in 0..<problem.columnCount { rowStart[column + 1] += rowStart[column] }
    rowOfPair = Array(repeating: 0, count: columnOfPair.count)
    var next = rowStart
    for row in 0..<problem.rowCount {
      for pair in start[row]..<start[row + 1] {
        let column = Int(columnOfPair[pair])
        rowOfPair[next[column]] = Int32(row)
        next[column] += 1
        if isChosen[pair] { hold(column, by: row) }
      }
    }
    poolMembers =
      (0..<problem.columnCount).filter { duals.column[$0] == 0 && rowStart[$0] < rowStart[$0 + 1] }
      + (0..<problem.rowCount).filter { duals.row[$0] == 0 && start[$0] < start[$0 + 1] }.map { firstRow + $0 }
  }

  private mutating func addPairs(ofRow row: Int, chosen: ArraySlice<Int>) {
    for column in chosen { usedOfColumn[column] += 1 }
    // No open pair is below its cover, so the tight ones are those below it plus 1.
    let cover = problem.rowValue[row] - duals.row[row]
    let end = problem.costs.positions(ofRow: row).upperBound
    var position = problem.costs.positions(ofRow: row).lowerBound
    while true {
      position = problem.costs.firstPosition(ofRow: row, from: position, where: duals.column, isBelow: cover + 1)
      guard position < end else { break }
      let column = problem.costs.column(at: position, ofRow: row)
      if Int64(problem.costs.cost(at: position)) + duals.column[column] < cover {
        fixedPairs.append((row, column))
      } else if problem.columnCapacity[column] > 0 {
        columnOfPair.append(Int32(column))
        isChosen.append(chosen.contains(column))
        rowStart[column + 1] += 1
      }
      position += 1
    }
    start.append(columnOfPair.count)
  }

  private mutating func hold(_ column: Int, by row: Int) {
    exchange(row, of: column, with: rowStart[column] + holderCount[column])
    holderCount[column] += 1
  }

  private mutating func release(_ column: Int, by row: Int) {
    holderCount[column] -= 1
    exchange(row, of: column, with: rowStart[column] + holderCount[column])
  }

  private mutating func exchange(_ row: Int, of column: Int, with slot: Int) {
    var own = rowStart[column]
    while rowOfPair[own] != Int32(row) { own += 1 }
    rowOfPair.swapAt(own, slot)
  }

  /// The assignment as it is now.
  var assignment: Assignment {
    if fixedPairs.isEmpty, problem.rowCapacity.allSatisfy({ $0 == 1 }) {
      return Assignment(
        columnOfRow: (0..<problem.rowCount).map { row in
          (start[row]..<start[row + 1]).first { isChosen[$0] }.map { Int(columnOfPair[$0]) }
        })
    }
    var columnsOfRow = (0..<problem.rowCount).map { row in
      (start[row]..<start[row + 1]).filter { isChosen[$0] }.map { Int(columnOfPair[$0]) }
    }
    for pair in fixedPairs { columnsOfRow[pair.row].append(pair.column) }
    return Assignment(columnsOfRow: columnsOfRow)
  }

  /// Turns the assignment into the smallest optimum.
  ///
  /// Complexity: one pass over the tight pairs when there is no tie; otherwise one search from both ends per row and pair
  /// that could improve, typically O(√nodes). When searches that failed have cost as much as a few passes, the components
  /// are computed anew, which leaves out what cannot be on a cycle any more.
  ///
  /// Returns false, with some optimum that need not be the smallest, as soon as the caller cancels.
  mutating func makeLexicographicallySmallest(isCancelled: () -> Bool) -> Bool {
    findComponents()
    let passCost = pool + columnOfPair.count
    var wasted = 0
    var search = CycleSearch(nodeCount: pool + 1)
    for row in 0..<problem.rowCount {
      if row % 64 == 0, isCancelled() { return false }
      decidedRowCount = row
      search.forgetDeadEnds()
      for pair in start[row]..<start[row + 1] where !isChosen[pair] {
        guard canTakeMore(row) || hasLaterChoice(after: pair, ofRow: row) else { break }
        let column = Int(columnOfPair[pair])
        guard component[column] == component[firstRow + row], !search.isDeadEnd(column) else { continue }
        let ways = ways(into: row, after: column)
        if search.findPath(from: column, to: ways, avoiding: firstRow + row, in: self) {
          take(pair, ofRow: row, path: search.path)
          search.forgetDeadEnds()
        } else {
          wasted += search.cost
        }
      }
      if wasted > 4 * passCost {
        decidedRowCount = row + 1
        findComponents()
        wasted = 0
      }
    }
    return true
  }

  private func canTakeMore(_ row: Int) -> Bool {
    duals.row[row] == 0 && usedOfRow[row] < problem.rowCapacity[row]
  }

  private func hasLaterChoice(after pair: Int, ofRow row: Int) -> Bool {
    (pair..<start[row + 1]).contains { isChosen[$0] }
  }

  /// Nodes from which one move leads into a row whose columns up to `column` are decided: later columns that it could
  /// give up, and the pool when it could take one more.
  private func ways(into row: Int, after column: Int) -> [Int] {
    let later = (start[row]..<start[row + 1]).filter { isChosen[$0] && columnOfPair[$0] > Int32(column) }
    return later.map { Int(columnOfPair[$0]) } + (canTakeMore(row) ? [pool] : [])
  }

  private mutating func findComponents() {
    // A constant of its own: a closure over `self` would copy the graph at every node.
    let graph = self
    component = StronglyConnectedComponents.label(nodeCount: pool + 1) { node, visit in
      graph.forEachMove(from: node) { visit($0) }
    }
    poolMembers.removeAll { component[$0] != component[pool] }
  }

  /// Visits the target of each free move out of a node. Decided rows stay where they are.
  @inline(__always)
  func forEachMove(from node: Int, _ visit: (Int) -> Void) {
    if node < firstRow {
      for slot in rowStart[node]..<rowStart[node] + holderCount[node] where rowOfPair[slot] >= decidedRowCount {
        visit(firstRow + Int(rowOfPair[slot]))
      }
      if duals.column[node] == 0 && usedOfColumn[node] < problem.columnCapacity[node] { visit(pool) }
    } else if node < pool {
      let row = node - firstRow
      if row < decidedRowCount { return }
      for pair in start[row]..<start[row + 1] where !isChosen[pair] { visit(Int(columnOfPair[pair])) }
      if duals.row[row] == 0 && usedOfRow[row] > problem.rowLowerBound[row] { visit(pool) }
    } else {
      for member in poolMembers where isFedByPool(member) { visit(member) }
    }
  }

  /// Visits the source of each free move into a node: the converse of ``forEachMove(from:_:)``.
  @inline(__always)
  func forEachMove(into node: Int, _ visit: (Int) -> Void) {
    if node < firstRow {
      for slot in rowStart[node] + holderCount[node]..<rowStart[node + 1] where rowOfPair[slot] >= decidedRowCount {
        visit(firstRow + Int(rowOfPair[slot]))
      }
      if duals.column[node] == 0, isFedByPool(node) { visit(pool) }
    } else if node < pool {
      let row = node - firstRow
      if row < decidedRowCount { return }
      for pair in start[row]..<start[row + 1] where isChosen[pair] { visit(Int(columnOfPair[pair])) }
      if duals.row[row] == 0, isFedByPool(node) { visit(pool) }
    } else {
      for member in poolMembers {
        if member < firstRow {
          if usedOfColumn[member] < problem.columnCapacity[member] { visit(member) }
        } else if member - firstRow >= decidedRowCount,
          usedOfRow[member - firstRow] > problem.rowLowerBound[member - firstRow]
        {
          visit(member)
        }
      }
    }
  }

  /// Whether there is a move from the pool to a row or column of dual 0.
  private func isFedByPool(_ node: Int) -> Bool {
    if node < firstRow { return usedOfColumn[node] > problem.columnLowerBound[node] }
    let row = node - firstRow
    return row >= decidedRowCount && usedOfRow[row] < problem.rowCapacity[row]
  }

  /// Lets a row take a pair and makes the moves that lead from its column back to the row.
  private mutating func take(_ pair: Int, ofRow row: Int, path: [Int]) {
    for (node, target) in zip(path, path.dropFirst()) { move(from: node, to: target) }
    if let last = path.last { move(from: last, to: firstRow + row) }
    move(from: firstRow + row, to: Int(columnOfPair[pair]))
  }

  /// A move between a column and a row changes the chosen pairs; moves to and from the pool are what is left of the
  /// counts.
  private mutating func move(from node: Int, to target: Int) {
    if node == pool || target == pool { return }
    let (row, column, isTaken) = node < firstRow ? (target - firstRow, node, false) : (node - firstRow, target, true)
    isChosen[pairIndex(row: row, column: column)] = isTaken
    if isTaken { hold(column, by: row) } else { release(column, by: row) }
    usedOfRow[row] += isTaken ? 1 : -1
    usedOfColumn[column] += isTaken ? 1 : -1
  }

  private func pairIndex(row: Int, column: Int) -> Int {
    var low = start[row]
    var high = start[row + 1]
    while low < high {
      let middle = (low + high) / 2
      if Int(columnOfPair[middle]) < column { low = middle + 1 } else { high = middle }
    }
    return low
  }

  func isInComponent(_ node: Int, of other: Int) -> Bool { component[node] == component[other] }
}
