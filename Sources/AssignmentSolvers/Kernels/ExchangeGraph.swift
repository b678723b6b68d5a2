/// The optimal assignments of a plain problem as a graph of moves between columns, made for speed.
///
/// The same graph as ``TightGraph`` with its rows contracted, which is possible where every row has at most one column:
/// nodes are the columns and one *pool* (everything unmatched or empty), and a row that may be elsewhere is an arc
///
/// * column → column, pool → column: a row leaves the one and takes the other, tight one;
/// * column → pool: a row with `u = 0` becomes unmatched; or, without any row, a column with `v = 0` and an empty place
///   ends with one row more;
/// * pool → column, without any row: a column with `v = 0` ends with one row less.
///
/// All optima are reached from one of them by cycles in this graph. ``TightGraph`` is its plain twin: it does the same,
/// and more (several columns to a row, lower bounds), in safe code that is five to ten times slower.
///
/// Memory: 8 bytes per tight pair and about 70 per row and column.
final class ExchangeGraph {
  private let store = BlockStore()
  let rowCount: Int
  let columnCount: Int
  /// The node after the last column.
  var pool: Int { columnCount }

  /// Tight pairs by row, columns ascending; and by column, rows ascending.
  let start: Block<Int>
  let columnOfPair: Block<Int32>
  let rowStart: Block<Int>
  let rowOfPair: Block<Int32>
  let isRowFree: Block<Bool>
  let isColumnFree: Block<Bool>

  /// The node where each row is: its column, or the pool.
  let node: Block<Int32>
  /// The rows at each node as linked lists. Unmatched rows without any tight pair are in no list.
  let firstRow: Block<Int32>
  let nextRow: Block<Int32>
  let previousRow: Block<Int32>
  let rowsAt: Block<Int32>
  let capacity: Block<Int32>

  /// Rows and columns with dual 0 that have tight pairs, ascending: the neighbours of the pool.
  private(set) var poolRows: [Int32] = []
  private(set) var poolColumns: [Int32] = []

  /// Rows before this one are decided and stay where they are.
  private(set) var decidedCount = 0
  /// Where the rows that are not decided begin in ``poolRows``.
  private var openPoolStart = 0
  /// The strongly connected component of each node, or a set of them: cycles lie within one.
  let component: Block<Int32>
  var componentCount: Int32 = 0

  let scratch: ExchangeScratch
  static let none: Int32 = -1

  /// - Parameter columnOfRow: of an optimal assignment.
  init(_ tight: TightPairs, columnOfRow: [Int?], columnCapacity: [Int]) {
    rowCount = columnOfRow.count
    columnCount = columnCapacity.count
    let pairCount = tight.columns.count
    start = store.makeBlock(count: rowCount + 1, of: 0)
    columnOfPair = store.makeBlock(count: pairCount, of: 0)
    rowStart = store.makeBlock(count: columnCount + 1, of: 0)
    rowOfPair = store.makeBlock(count: pairCount, of: 0)
    isRowFree = store.makeBlock(count: rowCount, of: false)
    isColumnFree = store.makeBlock(count: columnCount, of: false)
    node = store.makeBlock(count: rowCount, of: 0)
    firstRow = store.makeBlock(count: columnCount + 1, of: Self.none)
    nextRow = store.makeBlock(count: rowCount, of: Self.none)
    previousRow = store.makeBlock(count: rowCount, of: Self.none)
    rowsAt = store.makeBlock(count: columnCount + 1, of: 0)
    capacity = store.makeBlock(count: columnCount, of: 0)
    component = store.makeBlock(count: columnCount + 1, of: 0)
    scratch = ExchangeScratch(nodeCount: columnCount + 1)

    for row in 0...rowCount { start[row] = tight.rowStart[row] }
    for pair in 0..<pairCount {
      let column = tight.columns[pair]
      columnOfPair[pair] = column
      rowStart[Int(column) + 1] += 1
    }
    for column in 0..<columnCount {
      rowStart[column + 1] += rowStart[column]
      isColumnFree[column] = tight.isColumnFree[column]
      capacity[column] = Int32(min(columnCapacity[column], rowCount))
    }
    let next = store.makeBlock(count: columnCount, of: 0)
    for column in 0..<columnCount { next[column] = rowStart[column] }
    for row in 0..<rowCount {
      isRowFree[row] = tight.isRowFree[row]
      for pair in start[row]..<start[row + 1] {
        let column = Int(columnOfPair[pair])
        rowOfPair[next[column]] = Int32(truncatingIfNeeded: row)
        next[column] += 1
      }
      let hasPairs = start[row] < start[row + 1]
      node[row] = Int32(columnOfRow[row] ?? pool)
      if hasPairs { insert(row, at: Int(node[row])) }
      if hasPairs, isRowFree[row] { poolRows.append(Int32(row)) }
    }
    for column in 0..<columnCount where isColumnFree[column] && rowStart[column] < rowStart[column + 1] {
      poolColumns.append(Int32(column))
    }
  }

  /// The column of each row as it is now.
  var columnOfRow: [Int?] {
    (0..<rowCount).map { Int(node[$0]) == pool ? nil : Int(node[$0]) }
  }

  // MARK: Moves

  private func insert(_ row: Int, at place: Int) {
    let first = firstRow[place]
    nextRow[row] = first
    previousRow[row] = Self.none
    if first >= 0 { previousRow[first] = Int32(truncatingIfNeeded: row) }
    firstRow[place] = Int32(truncatingIfNeeded: row)
    rowsAt[place] += 1
  }

  func move(_ row: Int, to target: Int) {
    let place = Int(node[row])
    let (previous, next) = (previousRow[row], nextRow[row])
    if previous >= 0 { nextRow[previous] = next } else { firstRow[place] = next }
    if next >= 0 { previousRow[next] = previous }
    rowsAt[place] -= 1
    node[row] = Int32(truncatingIfNeeded: target)
    insert(row, at: target)
  }

  func decide(rowsBefore row: Int) {
    if row < decidedCount { openPoolStart = 0 }
    decidedCount = row
    while openPoolStart < poolRows.count, Int(poolRows[openPoolStart]) < row { openPoolStart += 1 }
  }

  func hasEmptyPlace(_ column: Int) -> Bool { rowsAt[column] < capacity[column] }

  /// Drops neighbours of the pool that are in no cycle with it.
  func trimPool() {
    let own = component[pool]
    poolColumns.removeAll { component[$0] != own }
    poolRows.removeAll { row in
      if node[row] != Int32(pool) { return component[node[row]] != own }
      return !(start[row]..<start[row + 1]).contains { component[columnOfPair[$0]] == own }
    }
  }

  // MARK: Arcs

  /// How far the arcs at a node were read.
  struct Cursor {
    var row: Int32
    var position: Int
  }

  @inline(__always)
  func outCursor(_ place: Int) -> Cursor {
    let row = firstRow[place]
    return Cursor(row: row, position: row < 0 ? 0 : start[row])
  }

  /// The next arc out of a node: its target, and its row or ``none``. Nil when there are no more.
  @inline(__always)
  func nextArc(outOf place: Int, _ cursor: inout Cursor) -> (target: Int, row: Int32)? {
    while cursor.row >= 0 {
      let row = Int(cursor.row)
      if row >= decidedCount {
        let end = start[row + 1]
        while cursor.position < end {
          let column = Int(columnOfPair[cursor.position])
          cursor.position += 1
          if column != place { return (column, cursor.row) }
        }
        if cursor.position == end {
          cursor.position += 1
          if isRowFree[row], place != pool { return (pool, cursor.row) }
        }
      }
      cursor.row = nextRow[row]
      cursor.position = cursor.row < 0 ? 0 : start[cursor.row]
    }
    if place == pool {
      while cursor.position < poolColumns.count {
        let column = Int(poolColumns[cursor.position])
        cursor.position += 1
        if rowsAt[column] > 0 { return (column, Self.none) }
      }
    } else if cursor.position == 0 {
      cursor.position = 1
      if isColumnFree[place], hasEmptyPlace(place) { return (pool, Self.none) }
    }
    return nil
  }

  /// Where reading the arcs into a node begins; its `row` is not used.
  @inline(__always)
  func inCursor(_ place: Int) -> Cursor {
    Cursor(row: Self.none, position: place == pool ? openPoolStart : rowStart[place])
  }

  /// The next arc into a node: its source, and its row or ``none``. Nil when there are no more.
  @inline(__always)
  func nextArc(into place: Int, _ cursor: inout Cursor) -> (source: Int, row: Int32)? {
    if place == pool {
      while cursor.position < poolRows.count {
        let row = poolRows[cursor.position]
        cursor.position += 1
        if node[row] != Int32(pool) { return (Int(node[row]), row) }
      }
      while cursor.position < poolRows.count + poolColumns.count {
        let column = Int(poolColumns[cursor.position - poolRows.count])
        cursor.position += 1
        if hasEmptyPlace(column) { return (column, Self.none) }
      }
      return nil
    }
    let end = rowStart[place + 1]
    while cursor.position < end {
      let row = rowOfPair[cursor.position]
      cursor.position += 1
      if Int(row) >= decidedCount, Int(node[row]) != place { return (Int(node[row]), row) }
    }
    if cursor.position == end {
      cursor.position += 1
      if isColumnFree[place], rowsAt[place] > 0 { return (pool, Self.none) }
    }
    return nil
  }
}

/// Working memory of the searches and of the components.
final class ExchangeScratch {
  private let store = BlockStore()
  let forward: Side
  let backward: Side
  let order: Block<Int32>
  let lowest: Block<Int32>

  /// One direction of a search: what it has seen, in order, and by which arc.
  final class Side {
    private let store = BlockStore()
    let queue: Block<Int32>
    let neighbour: Block<Int32>
    let row: Block<Int32>
    let stamp: Block<Int32>
    var seenCount = 0
    var doneCount = 0
    var time: Int32 = 0

    init(nodeCount: Int) {
      queue = store.makeBlock(count: nodeCount, of: 0)
      neighbour = store.makeBlock(count: nodeCount, of: 0)
      row = store.makeBlock(count: nodeCount, of: 0)
      stamp = store.makeBlock(count: nodeCount, of: 0)
    }

    func restart() {
      seenCount = 0
      doneCount = 0
      time += 1
    }

    @inline(__always)
    func hasSeen(_ node: Int) -> Bool { stamp[node] == time }

    @inline(__always)
    func see(_ node: Int, from other: Int, by mover: Int32) {
      stamp[node] = time
      neighbour[node] = Int32(truncatingIfNeeded: other)
      row[node] = mover
      queue[seenCount] = Int32(truncatingIfNeeded: node)
      seenCount += 1
    }
  }

  init(nodeCount: Int) {
    forward = Side(nodeCount: nodeCount)
    backward = Side(nodeCount: nodeCount)
    order = store.makeBlock(count: nodeCount, of: -1)
    lowest = store.makeBlock(count: nodeCount, of: 0)
  }
}
