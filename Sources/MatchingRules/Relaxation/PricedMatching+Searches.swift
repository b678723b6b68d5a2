/// The two searches that bring one unit back into kilter; see ``PricedMatching``.
extension PricedMatching {
  /// A search from an unmatched row with a positive dual. Afterwards the row is matched, or its dual is 0.
  mutating func repairRow(_ start: Int) {
    var end = RowSearchEnd(distance: rowDual[start], idleRow: start, pair: -1)
    scan(row: start, at: 0, end: &end)
    while let (reached, column) = heap.pop(below: end.distance) {
      if isSettled[column] { continue }
      isSettled[column] = true
      settled.append(Int32(column))
      for slot in holderStart[column]..<holderStart[column] + Int(load[column]) {
        let row = Int(holders[slot])
        if reached + rowDual[row] < end.distance {
          end = RowSearchEnd(distance: reached + rowDual[row], idleRow: row, pair: -1)
        }
        scan(row: row, at: reached, end: &end)
      }
    }
    // What is nearer than the end moves with it: prices rise, row duals fall, the path becomes tight.
    rowDual[start] -= end.distance
    for column in settled.map(Int.init) where distance[column] < end.distance {
      let shift = end.distance - distance[column]
      price[column] += shift
      for slot in holderStart[column]..<holderStart[column] + Int(load[column]) { rowDual[Int(holders[slot])] -= shift }
    }
    if end.pair >= 0 {
      let column = Int(columnOfPair[end.pair])
      price[column] = max(price[column], 0)
      move(along: end.pair, to: start)
    } else if end.idleRow != start {
      let reachedBy = Int(self.reachedBy[Int(columnOfPair[Int(chosenPair[end.idleRow])])])
      release(end.idleRow)
      move(along: reachedBy, to: start)
    }
    clear()
  }

  private struct RowSearchEnd {
    var distance: Int64
    /// The row that goes unmatched, when no place was found.
    var idleRow: Int
    /// The pair that leads to a free place, or −1.
    var pair: Int
  }

  private mutating func scan(row: Int, at reached: Int64, end: inout RowSearchEnd) {
    let base = reached &+ rowDual[row]
    for pair in rowStart[row]..<rowStart[row + 1] {
      let column = Int(columnOfPair[pair])
      let length = base &+ price[column] &- gain[pair]
      guard length < end.distance, length < distance[column] else { continue }
      if load[column] < limit(column) {
        // A negative price is allowed at the minimum only; a further row lifts it to 0 first.
        let whole = load[column] >= minimum[column] && price[column] < 0 ? length - price[column] : length
        if whole < end.distance { end = RowSearchEnd(distance: whole, idleRow: -1, pair: pair) }
        if whole == length || load[column] == 0 { continue }
      }
      if distance[column] == .max { touched.append(Int32(column)) }
      distance[column] = length
      reachedBy[column] = Int32(pair)
      heap.push(length, column)
    }
  }

  /// Each row of the path takes the pair that leads on, from the end back to the start.
  private mutating func move(along last: Int, to start: Int) {
    var pair = last
    while true {
      let row = Int(rowOfPair[pair])
      let old = Int(chosenPair[row])
      if old >= 0 { release(row) }
      assign(pair)
      if row == start { return }
      pair = Int(reachedBy[Int(columnOfPair[old])])
    }
  }

  /// A search backwards from a column with a free place that it should fill. Afterwards one place more is taken, or the
  /// price is 0.
  ///
  /// - Returns: false when a column below its minimum can get no row.
  mutating func repairColumn(_ start: Int) -> Bool {
    let mustFill = load[start] < minimum[start]
    var end = ColumnSearchEnd(distance: mustFill ? .max : price[start], column: start, pair: -1)
    distance[start] = 0
    touched.append(Int32(start))
    heap.push(0, start)
    while let (reached, column) = heap.pop(below: end.distance) {
      if isSettled[column] { continue }
      isSettled[column] = true
      settled.append(Int32(column))
      if column != start, load[column] > minimum[column], reached + price[column] < end.distance {
        end = ColumnSearchEnd(distance: reached + price[column], column: column, pair: -1)
      }
      let base = reached &+ price[column]
      for index in columnStart[column]..<columnStart[column + 1] {
        let pair = Int(pairsByColumn[index])
        let row = Int(rowOfPair[pair])
        let length = base &+ rowDual[row] &- gain[pair]
        guard length < end.distance else { continue }
        let held = Int(chosenPair[row])
        if held < 0 {
          end = ColumnSearchEnd(distance: length, column: column, pair: pair)
          continue
        }
        let from = Int(columnOfPair[held])
        guard from != column, length < distance[from] else { continue }
        if distance[from] == .max { touched.append(Int32(from)) }
        distance[from] = length
        reachedBy[from] = Int32(pair)
        heap.push(length, from)
      }
    }
    guard end.distance < .max else {
      clear()
      return false
    }
    for column in settled.map(Int.init) where distance[column] < end.distance {
      let shift = end.distance - distance[column]
      price[column] -= shift
      for slot in holderStart[column]..<holderStart[column] + Int(load[column]) { rowDual[Int(holders[slot])] += shift }
    }
    pull(to: start, from: end.column, entering: end.pair)
    clear()
    return true
  }

  private struct ColumnSearchEnd {
    var distance: Int64
    /// The last column of the path.
    var column: Int
    /// The pair by which an unmatched row enters it, or −1 when it gives up a place.
    var pair: Int
  }

  /// Each column of the path gives the row by which it was reached to the next one. All are taken out before any is put
  /// back: columns on the path may be full.
  private mutating func pull(to start: Int, from last: Int, entering pair: Int) {
    var passedPairs: [Int] = pair >= 0 ? [pair] : []
    var column = last
    while column != start {
      let passed = Int(reachedBy[column])
      release(Int(rowOfPair[passed]))
      passedPairs.append(passed)
      column = Int(columnOfPair[passed])
    }
    for pair in passedPairs { assign(pair) }
  }
}
