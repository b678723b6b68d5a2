/// The least optimal prices, from the engine's own lists: the same as ``LeastPrices`` and several times faster.
///
/// The price of a column falls by its distance `d_j ≤ v_j` from everything unmatched or empty. A pair can shorten a
/// distance below `v_j` only where `d + λ_i + c_ij < 0`, whatever the column, so with lists sorted by cost each scan ends
/// after a few pairs.
extension SparseEngine {
  /// - Precondition: the last solve was optimal and no pair was added since.
  /// - Returns: false when the control of that solve cancelled; the prices are then as they were.
  @discardableResult
  func lowerPrices() -> Bool {
    let (words, start, price, rowLevel) = (arcs.words, arcs.start, price, rowLevel)
    let (distance, rowAtPlace) = (scratch.columnLabel, rowAtPlace)
    let stamp = scratch.columnStamp
    scratch.stamp += 2
    let settled = scratch.stamp + 1
    var heap = BlockHeap()
    var scannedCount = 0
    var stepCount = 0

    func scan(_ row: Int, at base: Int64) {
      let level = rowLevel[row] &+ base
      var position = start[row]
      let end = start[row + 1]
      while position < end {
        let word = words[position]
        let reach = level &+ (word >> 32)
        if reach >= 0 { break }
        position &+= 1
        let column = Int(truncatingIfNeeded: word & 0xFFFF_FFFF)
        let candidate = reach &+ price[column]
        if candidate >= distance[column] { continue }
        distance[column] = candidate
        heap.push(column, at: candidate)
      }
      scannedCount &+= position &- start[row]
    }

    for column in 0..<columnCount { distance[column] = price[column] }
    for row in 0..<rowCount where columnOfRow[row] < 0 { scan(row, at: 0) }
    // Columns nobody has reached yet wait at their own price, in ascending order beside the heap.
    var waiting = (0..<columnCount).map { (price[$0], Int32($0)) }.sorted { $0.0 < $1.0 }[...]
    while true {
      stepCount &+= 1
      if stepCount % 4_096 == 0, control.isCancelled() { return false }
      var column: Int
      if let next = waiting.first, heap.minimum.map({ next.0 <= $0.key }) ?? true {
        waiting.removeFirst()
        column = Int(next.1)
        if next.0 != distance[column] { continue }
      } else {
        guard let next = heap.popMinimum() else { break }
        column = next.node
        if next.key != distance[column] { continue }
      }
      if stamp[column] == settled { continue }
      stamp[column] = settled
      for place in places(ofColumn: column) where rowAtPlace[place] >= 0 {
        scan(Int(rowAtPlace[place]), at: distance[column])
      }
    }
    for column in 0..<columnCount {
      for place in places(ofColumn: column) where rowAtPlace[place] >= 0 {
        let row = Int(rowAtPlace[place])
        rowLevel[row] = rowLevel[row] &+ distance[column]
      }
      price[column] = price[column] &- distance[column]
    }
    count(searches: 0, scannedPairs: scannedCount)
    return true
  }
}
