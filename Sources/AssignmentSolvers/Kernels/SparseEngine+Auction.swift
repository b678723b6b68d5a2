/// The two halves of an auction at one ε: rows bid for places, places bid for rows.
///
/// Invariants (ε-complementary slackness, all numbers scaled by `2^shift`): a matched row's level is at most ε below the
/// best it could get at present prices, never below its floor, and equals `−c − level of its place`; while rows bid,
/// prices only rise; while places bid, levels of rows only rise. An unmatched row that is not queued sits at its floor.
extension SparseEngine {
  /// How many bids are made between two looks at the control.
  private static var bidsPerPoll: Int { 4096 }

  /// How often bids may look at all pairs, on average, before prices are updated globally.
  ///
  /// Benchmark, random 100,000 × 100,000 with 20 pairs per row, every row matched: a phase without any war looks at them up
  /// to seven times. An update then costs 0.12 s and spares nothing: with 4 a solve takes 0.68 s, with 8 to 32 0.43.
  private static var warScans: Int { 12 }

  /// Lets go of all pairs; prices stay.
  func releaseAll() {
    columnOfRow.fill(with: Self.none)
    rowAtPlace.fill(with: Self.none)
  }

  /// Rows bid until none is left that is unmatched above its floor.
  ///
  /// First in, first out: the queue of one round is known beforehand, so the lists of rows a few places ahead are
  /// asked for early and arrive in time (1.35 times faster).
  ///
  /// - Parameters:
  ///   - queued: rows waiting in `scratch.queue`.
  ///   - epsilon: raised eightfold, up to `greatestEpsilon`, whenever the bids exceed a budget: the sign of a price war
  ///     among rows that cannot all be matched and are worth far more than the costs differ.
  /// - Returns: false when stopped.
  func rowsBid(queued: Int, epsilon: inout Int64, greatestEpsilon: Int64) -> Bool {
    let (words, start, price, rowFloor, rowLevel) = (arcs.words, arcs.start, price, rowFloor, rowLevel)
    let (columnOfRow, placeStart, placeLevel, rowAtPlace) = (columnOfRow, placeStart, placeLevel, rowAtPlace)
    let (isUnit, shift) = (isUnit, shift)
    var (queue, nextQueue) = (scratch.queue, scratch.nextQueue)
    var queuedCount = queued
    var leastPrice = Int64.max
    for column in 0..<columnCount { leastPrice = min(leastPrice, price[column]) }
    var budget = (isOpening ? 8 : 100) * rowCount
    var bidCount = 0
    var scannedCount = 0
    var scannedAtUpdate = 0
    let warSize = Self.warScans * arcs.pairCount
    defer { count(searches: bidCount, scannedPairs: scannedCount) }

    while queuedCount > 0 {
      var nextCount = 0
      for index in 0..<queuedCount {
        let row = Int(queue[index])
        if index + 4 < queuedCount {
          prefetch(words, from: start[queue[index + 4]])
        }
        bidCount += 1
        if bidCount & (Self.bidsPerPoll - 1) == 0 {
          if control.isCancelled() || statistics.searchCount &+ bidCount >= control.searchLimit { return false }
          if bidCount > budget, epsilon < greatestEpsilon {
            epsilon = min(epsilon * 8, greatestEpsilon)
            budget += (isOpening ? 2 : 100) * rowCount
          }
          if scannedCount &- scannedAtUpdate > warSize {
            if !updateWhileRowsBid() { return false }
            scannedAtUpdate = scannedCount
          }
        }

        let floor = rowFloor[row] &<< shift
        var best = floor
        var second = floor
        var bestColumn = -1
        var position = start[row]
        let end = start[row + 1]
        scannedCount &-= position
        while position < end {
          let word = words[position]
          let value = 0 &- ((word >> 32) &<< shift)
          // Cheapest first: no later pair can beat the second best.
          if value &- leastPrice <= second { break }
          let column = Int(truncatingIfNeeded: word & 0xFFFF_FFFF)
          let net = value &- price[column]
          if net > second {
            if net > best {
              second = best
              best = net
              bestColumn = column
            } else {
              second = net
            }
          }
          position &+= 1
        }
        scannedCount &+= position
        // Within ε the row may just as well stay alone; and a bid that its floor keeps below ε would drag on.
        if bestColumn < 0 || best &- floor <= epsilon {
          rowLevel[row] = floor
          continue
        }

        let level = max(second &- epsilon, floor)
        let place = isUnit ? bestColumn : Int(placeStart[bestColumn])
        let newLevel = price[bestColumn] &+ best &- level
        let displaced = rowAtPlace[place]
        rowLevel[row] = level
        columnOfRow[row] = Int32(truncatingIfNeeded: bestColumn)
        rowAtPlace[place] = Int32(truncatingIfNeeded: row)
        placeLevel[place] = newLevel
        if !isUnit { settleHeap(ofColumn: bestColumn, from: place) }
        if displaced >= 0 {
          columnOfRow[displaced] = Self.none
          nextQueue[nextCount] = displaced
          nextCount += 1
        }
      }
      swap(&queue, &nextQueue)
      queuedCount = nextCount
    }
    return true
  }

  /// Empty places above level 0 bid for rows until there is none left.
  ///
  /// - Parameters:
  ///   - queue: one entry of a column for each of its empty places that shall bid.
  ///   - epsilon: raised as in ``rowsBid(queued:epsilon:greatestEpsilon:)``.
  /// - Returns: false when stopped.
  func placesBid(queue initial: [Int32], epsilon: inout Int64, greatestEpsilon: Int64) -> Bool {
    guard let lists = columnArcs() else { return false }
    let (words, start, rowLevel, columnOfRow) = (lists.words, lists.start, rowLevel, columnOfRow)
    let (placeLevel, rowAtPlace, isUnit, shift) = (placeLevel, rowAtPlace, isUnit, shift)
    var queue = initial
    var nextQueue: [Int32] = []
    var budget = (isOpening ? 8 : 100) * columnCount
    var leastLevel = Int64.max
    for row in 0..<rowCount { leastLevel = min(leastLevel, rowLevel[row]) }
    var bidCount = 0
    var scannedCount = 0
    var scannedAtUpdate = 0
    let warSize = Self.warScans * arcs.pairCount
    defer { count(searches: bidCount, scannedPairs: scannedCount) }

    while !queue.isEmpty {
      nextQueue.removeAll(keepingCapacity: true)
      for index in queue.indices {
        let column = Int(queue[index])
        if index + 4 < queue.count {
          prefetch(words, from: start[queue[index + 4]])
        }
        bidCount += 1
        if bidCount & (Self.bidsPerPoll - 1) == 0 {
          if control.isCancelled() || statistics.searchCount &+ bidCount >= control.searchLimit { return false }
          if bidCount > budget, epsilon < greatestEpsilon {
            epsilon = min(epsilon * 8, greatestEpsilon)
            budget += (isOpening ? 2 : 100) * columnCount
          }
          if scannedCount &- scannedAtUpdate > warSize {
            if !updateWhilePlacesBid() { return false }
            scannedAtUpdate = scannedCount
          }
        }
        guard let place = places(ofColumn: column).first(where: { rowAtPlace[$0] < 0 && placeLevel[$0] > 0 }) else {
          continue
        }

        var best: Int64 = 0
        var second: Int64 = 0
        var bestRow = -1
        var position = start[column]
        let end = start[column + 1]
        scannedCount &-= position
        while position < end {
          let word = words[position]
          let value = 0 &- ((word >> 32) &<< shift)
          if value &- leastLevel <= second { break }
          let row = Int(truncatingIfNeeded: word & 0xFFFF_FFFF)
          let net = value &- rowLevel[row]
          if net > second, isUnit || columnOfRow[row] != Int32(truncatingIfNeeded: column) {
            if net > best {
              second = best
              best = net
              bestRow = row
            } else {
              second = net
            }
          }
          position &+= 1
        }
        scannedCount &+= position
        guard bestRow >= 0, best > epsilon else {
          placeLevel[place] = 0
          if !isUnit { settleHeap(ofColumn: column, from: place) }
          continue
        }

        let level = max(second &- epsilon, 0)
        rowLevel[bestRow] = rowLevel[bestRow] &+ best &- level
        let former = columnOfRow[bestRow]
        if former >= 0, vacate(former, by: bestRow) { nextQueue.append(former) }
        columnOfRow[bestRow] = Int32(truncatingIfNeeded: column)
        rowAtPlace[place] = Int32(truncatingIfNeeded: bestRow)
        placeLevel[place] = level
        if !isUnit { settleHeap(ofColumn: column, from: place) }
      }
      swap(&queue, &nextQueue)
    }
    return true
  }

  /// Empties the place that a row holds and tells whether the place has to bid now.
  @inline(__always)
  private func vacate(_ column: Int32, by row: Int) -> Bool {
    let place = place(of: row, inColumn: Int(column))
    rowAtPlace[place] = Self.none
    return placeLevel[place] > 0
  }

  @inline(__always)
  func place(of row: Int, inColumn column: Int) -> Int {
    var place = isUnit ? column : Int(placeStart[column])
    while rowAtPlace[place] != Int32(truncatingIfNeeded: row) { place += 1 }
    return place
  }

  /// Restores the heap of a column's places after the level of one changed, and the column's price with it.
  private func settleHeap(ofColumn column: Int, from changed: Int) {
    let first = Int(placeStart[column])
    let size = Int(placeStart[column + 1]) - first
    var place = changed - first
    func exchange(_ a: Int, _ b: Int) {
      (placeLevel[first + a], placeLevel[first + b]) = (placeLevel[first + b], placeLevel[first + a])
      (rowAtPlace[first + a], rowAtPlace[first + b]) = (rowAtPlace[first + b], rowAtPlace[first + a])
    }
    while place > 0, placeLevel[first + (place - 1) / 2] > placeLevel[first + place] {
      exchange(place, (place - 1) / 2)
      place = (place - 1) / 2
    }
    while true {
      var child = 2 * place + 1
      if child >= size { break }
      if child + 1 < size, placeLevel[first + child + 1] < placeLevel[first + child] { child += 1 }
      if placeLevel[first + child] >= placeLevel[first + place] { break }
      exchange(place, child)
      place = child
    }
    price[column] = placeLevel[first]
  }
}

/// The first cache lines of a list: most scans read no more.
@inline(__always)
private func prefetch(_ words: Block<Int64>, from position: Int) {
  words.prefetch(position)
  words.prefetch(position + 8)
  words.prefetch(position + 16)
}
