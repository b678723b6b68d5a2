/// Shortest augmenting paths: one for an unmatched row, one for an empty place with a price.
///
/// Both are Dijkstra searches over slacks. Nodes at the current distance wait on a stack, the others in a heap; lists
/// are sorted by cost, so a scan ends where the cost alone exceeds the best end found.
///
/// Reference: R. Jonker, A. Volgenant, *A shortest augmenting path algorithm for dense and sparse linear assignment
/// problems*, Computing 38 (1987) 325–340, doi:10.1007/BF02278710.
extension SparseEngine {
  /// Finds the best use for an unmatched row above its floor: an empty place, or another row (or itself) that gives up.
  func enter(row root: Int) {
    let (words, start) = (arcs.words, arcs.start)
    let (distance, parent, stamp) = (scratch.columnLabel, scratch.columnParent, scratch.columnStamp)
    scratch.stamp += 2
    let reached = scratch.stamp
    let settled = scratch.stamp + 1
    var heap = BlockHeap()
    var ready: [Int32] = []
    var settledColumns: [Int32] = []
    var best = rowDual(root)
    // Either an empty place in a column, or a row that becomes unmatched.
    var endColumn = -1
    var endRow = root
    var scannedCount = 0

    func scan(_ row: Int, at base: Int64) {
      let level = rowLevel[row] &+ base
      var position = start[row]
      let end = start[row + 1]
      while position < end {
        let word = words[position]
        let reach = level &+ (word >> 32)
        if reach >= best { break }
        position &+= 1
        let column = Int(truncatingIfNeeded: word & 0xFFFF_FFFF)
        let candidate = reach &+ price[column]
        if candidate >= best || stamp[column] == settled { continue }
        if stamp[column] == reached, candidate >= distance[column] { continue }
        stamp[column] = reached
        distance[column] = candidate
        parent[column] = Int32(truncatingIfNeeded: row)
        if places(ofColumn: column).contains(where: { rowAtPlace[$0] < 0 }) {
          best = candidate
          endColumn = column
        } else if candidate == base {
          ready.append(Int32(truncatingIfNeeded: column))
        } else {
          heap.push(column, at: candidate)
        }
      }
      scannedCount += position - start[row]
    }

    scan(root, at: 0)
    while true {
      var column: Int
      if let next = ready.popLast() {
        column = Int(next)
      } else {
        guard let next = heap.popMinimum(), next.key < best else { break }
        column = next.node
        if stamp[column] == settled || next.key != distance[column] { continue }
      }
      let base = distance[column]
      if stamp[column] == settled || base >= best { continue }
      stamp[column] = settled
      settledColumns.append(Int32(truncatingIfNeeded: column))
      for place in places(ofColumn: column) {
        let row = Int(rowAtPlace[place])
        if base &+ rowDual(row) < best {
          best = base &+ rowDual(row)
          endColumn = -1
          endRow = row
        }
        scan(row, at: base)
      }
    }

    rowLevel[root] = rowLevel[root] &- best
    for next in settledColumns {
      let column = Int(next)
      let change = best &- distance[column]
      if change <= 0 { continue }
      price[column] = price[column] &+ change
      for place in places(ofColumn: column) { rowLevel[rowAtPlace[place]] = rowLevel[rowAtPlace[place]] &- change }
    }
    count(searches: 1, scannedPairs: scannedCount)

    var vacant: Int
    var column: Int
    if endColumn >= 0 {
      column = endColumn
      vacant = places(ofColumn: column).first { rowAtPlace[$0] < 0 } ?? 0
    } else {
      if endRow == root { return }
      column = Int(columnOfRow[endRow])
      vacant = place(of: endRow, inColumn: column)
      columnOfRow[endRow] = Self.none
    }
    while true {
      let row = Int(parent[column])
      let former = Int(columnOfRow[row])
      let formerPlace = row == root ? -1 : place(of: row, inColumn: former)
      rowAtPlace[vacant] = Int32(truncatingIfNeeded: row)
      columnOfRow[row] = Int32(truncatingIfNeeded: column)
      if row == root { return }
      column = former
      vacant = formerPlace
    }
  }

  /// Finds the best use for an empty place with a price: an unmatched row, or staying empty, or leaving a place of another
  /// column empty, at price 0.
  /// - Parameter lists: ``columnArcs()``.
  func enter(emptyPlace root: Int, ofColumn rootColumn: Int, along lists: PackedArcs) {
    let (words, start) = (lists.words, lists.start)
    let (distance, parent, stamp) = (scratch.rowLabel, scratch.rowParent, scratch.rowStamp)
    let (columnDistance, leaver, columnStamp) = (scratch.columnLabel, scratch.columnParent, scratch.columnStamp)
    scratch.stamp += 2
    let reached = scratch.stamp
    let settled = scratch.stamp + 1
    var heap = BlockHeap()
    var ready: [Int32] = []
    var scannedColumns: [Int32] = []
    var best = price[rootColumn]
    // Either a row that is unmatched, or a column that keeps a place empty.
    var endRow = -1
    var endColumn = rootColumn
    var scannedCount = 0
    let leastLevel = leastFloor

    func scan(_ column: Int, at base: Int64) {
      columnStamp[column] = settled
      columnDistance[column] = base
      scannedColumns.append(Int32(truncatingIfNeeded: column))
      let level = price[column] &+ base
      var position = start[column]
      let end = start[column + 1]
      while position < end {
        let word = words[position]
        let reach = level &+ (word >> 32)
        if reach &+ leastLevel >= best { break }
        position &+= 1
        let row = Int(truncatingIfNeeded: word & 0xFFFF_FFFF)
        let candidate = reach &+ rowLevel[row]
        if candidate >= best || stamp[row] == settled || Int(columnOfRow[row]) == column { continue }
        if stamp[row] == reached, candidate >= distance[row] { continue }
        stamp[row] = reached
        distance[row] = candidate
        parent[row] = Int32(truncatingIfNeeded: column)
        if columnOfRow[row] < 0 {
          best = candidate
          endRow = row
          endColumn = -1
        } else if candidate == base {
          ready.append(Int32(truncatingIfNeeded: row))
        } else {
          heap.push(row, at: candidate)
        }
      }
      scannedCount += position - start[column]
    }

    scan(rootColumn, at: 0)
    while true {
      var row: Int
      if let next = ready.popLast() {
        row = Int(next)
      } else {
        guard let next = heap.popMinimum(), next.key < best else { break }
        row = next.node
        if next.key != distance[row] { continue }
      }
      let base = distance[row]
      if stamp[row] == settled || base >= best { continue }
      stamp[row] = settled
      let column = Int(columnOfRow[row])
      if columnStamp[column] == settled { continue }
      leaver[column] = Int32(truncatingIfNeeded: row)
      if base &+ price[column] < best {
        best = base &+ price[column]
        endColumn = column
        endRow = -1
      }
      scan(column, at: base)
    }

    for next in scannedColumns {
      let column = Int(next)
      let change = best &- columnDistance[column]
      if change <= 0 { continue }
      price[column] = price[column] &- change
      for place in places(ofColumn: column) where rowAtPlace[place] >= 0 {
        rowLevel[rowAtPlace[place]] = rowLevel[rowAtPlace[place]] &+ change
      }
    }
    count(searches: 1, scannedPairs: scannedCount)

    var mover: Int
    if endRow >= 0 {
      mover = endRow
    } else {
      if endColumn == rootColumn { return }
      mover = Int(leaver[endColumn])
      rowAtPlace[place(of: mover, inColumn: endColumn)] = Self.none
    }
    while true {
      let column = Int(parent[mover])
      var vacant = root
      var next = -1
      if column != rootColumn {
        next = Int(leaver[column])
        vacant = place(of: next, inColumn: column)
      }
      rowAtPlace[vacant] = Int32(truncatingIfNeeded: mover)
      columnOfRow[mover] = Int32(truncatingIfNeeded: column)
      if next < 0 { return }
      mover = next
    }
  }

  /// No row's level is ever below this.
  private var leastFloor: Int64 {
    var least = Int64.max
    for row in 0..<rowCount { least = min(least, rowFloor[row]) }
    return least
  }
}
