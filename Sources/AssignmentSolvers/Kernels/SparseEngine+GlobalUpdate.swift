/// The end of price wars: all prices move at once to where the bids would push them step by step.
///
/// Where some bidders cannot all be served (a town with fewer rows than places that want one), they outbid each other by
/// small steps until one gives up, and when staying alone is far worse than any pair that takes very many steps. But where
/// the fight must end can be computed. Let `d` be the least that a bidder has to give way until somebody at the end of a
/// chain of exchanges gives up or finds a free partner: shortest paths over the slacks, from those ends. Lowering every
/// bidder's level by `d` and raising what its partner holds by the same keeps all slacks at least at −ε, and leaves every
/// bidder that waits a chain of pairs without slack to an end, so a few more bids settle it.
///
/// References: A. V. Goldberg, R. Kennedy, *Global price updates help*, SIAM Journal on Discrete Mathematics 10 (1997)
/// 551–572, doi:10.1137/S0895480194281185.
extension SparseEngine {
  /// While places bid: levels of places fall, levels of rows rise.
  ///
  /// The ends: unmatched rows, at whatever level, and level 0, where a place stays empty. All places of a column have the
  /// same ways out, so one number, the least `c + λ + d` over its rows, stands for them.
  /// - Returns: false when cancelled; nothing has moved then.
  func updateWhilePlacesBid() -> Bool {
    let (words, start, rowLevel) = (arcs.words, arcs.start, rowLevel)
    let (columnOfRow, rowAtPlace, placeLevel, shift) = (columnOfRow, rowAtPlace, placeLevel, shift)
    let (reach, distance, stamp) = (scratch.columnLabel, scratch.rowLabel, scratch.rowStamp)
    scratch.stamp += 2
    let settled = scratch.stamp
    var heap = BlockHeap(capacity: rowCount)
    var scannedCount = 0
    var steps = 0
    defer { count(searches: 0, scannedPairs: scannedCount) }

    func scan(_ row: Int, at base: Int64) {
      let level = rowLevel[row] &+ base
      let own = columnOfRow[row]
      var position = start[row]
      let end = start[row + 1]
      while position < end {
        let word = words[position]
        let candidate = level &+ ((word >> 32) &<< shift)
        // Not below level 0, and neither will the dearer pairs be.
        if candidate >= 0 { break }
        position &+= 1
        let column = Int(truncatingIfNeeded: word & 0xFFFF_FFFF)
        if candidate >= reach[column] || own == Int32(truncatingIfNeeded: column) { continue }
        reach[column] = candidate
        for place in places(ofColumn: column) where rowAtPlace[place] >= 0 {
          let holder = Int(rowAtPlace[place])
          let next = max(base, placeLevel[place] &+ candidate)
          if stamp[holder] == settled || next >= distance[holder] { continue }
          distance[holder] = next
          heap.push(holder, at: next)
        }
      }
      scannedCount &+= position &- start[row]
    }

    reach.fill(with: 0)
    for column in 0..<columnCount {
      for place in places(ofColumn: column) where rowAtPlace[place] >= 0 {
        distance[rowAtPlace[place]] = placeLevel[place]
        heap.push(Int(rowAtPlace[place]), at: placeLevel[place])
      }
    }
    for row in 0..<rowCount where columnOfRow[row] < 0 {
      distance[row] = 0
      stamp[row] = settled
      scan(row, at: 0)
    }
    while let next = heap.popMinimum() {
      steps &+= 1
      if steps & 4095 == 0, control.isCancelled() { return false }
      if stamp[next.node] == settled || next.key != distance[next.node] { continue }
      stamp[next.node] = settled
      scan(next.node, at: next.key)
    }
    for row in 0..<rowCount { rowLevel[row] = rowLevel[row] &+ distance[row] }
    for column in 0..<columnCount {
      for place in places(ofColumn: column) {
        let row = rowAtPlace[place]
        placeLevel[place] =
          row >= 0 ? placeLevel[place] &- distance[row] : min(placeLevel[place], 0 &- reach[column])
      }
      if !isUnit { sortPlaces(ofColumn: column) }
    }
    return true
  }

  /// While rows bid: levels of rows fall, levels of places rise.
  ///
  /// The ends: empty places, at whatever level, and each row's floor, where it stays alone.
  /// - Returns: false when cancelled; nothing has moved then.
  func updateWhileRowsBid() -> Bool {
    guard let lists = columnArcs() else { return false }
    let (words, start, rowFloor, rowLevel) = (lists.words, lists.start, rowFloor, rowLevel)
    let (columnOfRow, rowAtPlace, placeLevel, shift) = (columnOfRow, rowAtPlace, placeLevel, shift)
    let (reach, distance, stamp) = (scratch.columnLabel, scratch.rowLabel, scratch.rowStamp)
    scratch.stamp += 2
    let settled = scratch.stamp
    var heap = BlockHeap(capacity: rowCount)
    var scannedCount = 0
    var steps = 0
    defer { count(searches: 0, scannedPairs: scannedCount) }
    var leastFloor = Int64.max
    for row in 0..<rowCount {
      let floor = rowFloor[row] &<< shift
      leastFloor = min(leastFloor, floor)
      distance[row] = max(0, rowLevel[row] &- floor)
      heap.push(row, at: distance[row])
    }

    func scan(_ column: Int, at base: Int64) {
      let level = reach[column]
      var position = start[column]
      let end = start[column + 1]
      while position < end {
        let word = words[position]
        let value = level &+ ((word >> 32) &<< shift)
        if value &+ leastFloor >= 0 { break }
        position &+= 1
        let row = Int(truncatingIfNeeded: word & 0xFFFF_FFFF)
        let next = max(base, value &+ rowLevel[row])
        if next >= distance[row] || stamp[row] == settled { continue }
        if columnOfRow[row] == Int32(truncatingIfNeeded: column) { continue }
        distance[row] = next
        heap.push(row, at: next)
      }
      scannedCount &+= position &- start[column]
    }

    for column in 0..<columnCount {
      reach[column] = .max >> 1
      for place in places(ofColumn: column) where rowAtPlace[place] < 0 {
        reach[column] = min(reach[column], placeLevel[place])
      }
      if reach[column] < .max >> 1 { scan(column, at: 0) }
    }
    while let next = heap.popMinimum() {
      steps &+= 1
      if steps & 4095 == 0, control.isCancelled() { return false }
      let row = next.node
      if stamp[row] == settled || next.key != distance[row] { continue }
      stamp[row] = settled
      let column = Int(columnOfRow[row])
      if column < 0 { continue }
      let candidate = placeLevel[place(of: row, inColumn: column)] &+ next.key
      if candidate >= reach[column] { continue }
      reach[column] = candidate
      scan(column, at: next.key)
    }
    for column in 0..<columnCount {
      for place in places(ofColumn: column) where rowAtPlace[place] >= 0 {
        placeLevel[place] = placeLevel[place] &+ distance[rowAtPlace[place]]
      }
      if !isUnit { sortPlaces(ofColumn: column) }
    }
    for row in 0..<rowCount { rowLevel[row] = rowLevel[row] &- distance[row] }
    return true
  }

  /// A column's places by level, which makes them a heap.
  private func sortPlaces(ofColumn column: Int) {
    let range = places(ofColumn: column)
    if range.isEmpty { return }
    for index in range.dropFirst() {
      var slot = index
      while slot > range.lowerBound, placeLevel[slot - 1] > placeLevel[slot] {
        (placeLevel[slot - 1], placeLevel[slot]) = (placeLevel[slot], placeLevel[slot - 1])
        (rowAtPlace[slot - 1], rowAtPlace[slot]) = (rowAtPlace[slot], rowAtPlace[slot - 1])
        slot -= 1
      }
    }
    price[column] = placeLevel[range.lowerBound]
  }
}
