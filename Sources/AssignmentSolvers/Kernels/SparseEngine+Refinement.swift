/// Exact duals for an assignment that is optimal, from prices that nearly prove it.
///
/// Levels and prices shall move by labels `r_i`, `d_j` and `h` (of the outside) so that every reduced cost of the residual
/// graph becomes non-negative:
///
///     v'_j = v_j − d_j + h,   λ'_i = λ_i + r_i − h,
///     d_j ≤ r_i + slack_ij            for every pair              (covered)
///     r_i = d_j − s_i                 for a row in column j       (tight; s_i is its present slack)
///     r_i = h − u_i                   for an unmatched row        (u' = 0),     h ≤ r_i + u_i  for every row
///     h ≤ d_j − v_j                   for a column with an empty place (v' = 0), d_j ≤ h + v_j for every column
///
/// where `λ_i` is first set to the exact best at present prices. Starting from `r_i = −s_i`, `d = 0`, `h = 0`, labels are
/// lowered first in, first out (Bellman–Ford–Moore) until all hold. They settle exactly when the assignment is optimal;
/// slacks are at most about ε, so each row is scanned only two or three times.
///
/// Reference: A. V. Goldberg, *An efficient implementation of a scaling minimum-cost flow algorithm*, Journal of
/// Algorithms 22 (1997) 1–29, doi:10.1006/jagm.1995.0805 (price refinement).
extension SparseEngine {
  enum Refinement { case exact, unsettled, stopped }

  /// - Returns: `.unsettled` when the budget of scans ran out: the assignment is not optimal, or hard to prove so.
  func refine() -> Refinement {
    let (words, start, price, rowFloor, rowLevel) = (arcs.words, arcs.start, price, rowFloor, rowLevel)
    let (columnOfRow, rowAtPlace, shift) = (columnOfRow, rowAtPlace, shift)
    let (rowLabel, columnLabel, isQueued, queue) = (
      scratch.rowLabel, scratch.columnLabel, scratch.isQueued, scratch.queue
    )
    // The slack of each row's own choice.
    let slack = scratch.rowSlack
    var hub: Int64 = 0
    var scannedHub: Int64 = 0
    var scanCount = 0
    var scannedPairs = 0
    var head = 0
    var queuedCount = 0
    defer { count(searches: 0, scannedPairs: scannedPairs) }

    func enqueue(_ row: Int) {
      if isQueued[row] { return }
      isQueued[row] = true
      var tail = head + queuedCount
      if tail >= rowCount { tail -= rowCount }
      queue[tail] = Int32(truncatingIfNeeded: row)
      queuedCount += 1
    }
    func lower(_ column: Int, to label: Int64) {
      columnLabel[column] = label
      for place in places(ofColumn: column) {
        let row = Int(rowAtPlace[place])
        if row < 0 {
          hub = min(hub, label &- price[column])
          continue
        }
        let rowTarget = label &- slack[row]
        if rowTarget < rowLabel[row] {
          rowLabel[row] = rowTarget
          enqueue(row)
        }
      }
    }

    isQueued.fill(with: false)
    columnLabel.fill(with: 0)
    for row in 0..<rowCount {
      let floor = rowFloor[row] &<< shift
      let chosen = Int(columnOfRow[row])
      var best = floor
      var own = floor
      var isOwnKnown = chosen < 0
      for position in start[row]..<start[row + 1] {
        let word = words[position]
        let value = 0 &- ((word >> 32) &<< shift)
        let column = Int(truncatingIfNeeded: word & 0xFFFF_FFFF)
        // Cheapest first and no price below 0: from here on only the own pair can matter.
        if value <= best, isOwnKnown { break }
        let net = value &- price[column]
        if column == chosen {
          own = net
          isOwnKnown = true
        }
        best = max(best, net)
      }
      rowLevel[row] = best
      slack[row] = best &- own
      rowLabel[row] = own &- best
      if best != own { enqueue(row) }
    }
    scannedPairs += arcs.pairCount
    for column in 0..<columnCount where price[column] > 0 {
      for place in places(ofColumn: column) where rowAtPlace[place] < 0 { hub = min(hub, -price[column]) }
    }

    let scanLimit = 24 * rowCount + 1000
    var hubScanCount = 0
    while true {
      while queuedCount > 0 {
        let row = Int(queue[head])
        head += 1
        if head == rowCount { head = 0 }
        queuedCount -= 1
        isQueued[row] = false
        scanCount += 1
        if scanCount & 4095 == 0 {
          if scanCount > scanLimit { return .unsettled }
          if shouldStop() { return .stopped }
        }
        let level = rowLevel[row]
        let label = rowLabel[row]
        hub = min(hub, label &+ level &- (rowFloor[row] &<< shift))
        let base = label &+ level
        let chosen = Int(columnOfRow[row])
        var position = start[row]
        let end = start[row + 1]
        scannedPairs &-= position
        while position < end {
          let word = words[position]
          let reach = base &+ ((word >> 32) &<< shift)
          // No label is above 0 and no price below.
          if reach >= 0 { break }
          let column = Int(truncatingIfNeeded: word & 0xFFFF_FFFF)
          let candidate = reach &+ price[column]
          if candidate < columnLabel[column], column != chosen { lower(column, to: candidate) }
          position &+= 1
        }
        scannedPairs &+= position
      }
      if hub == scannedHub { break }
      scannedHub = hub
      hubScanCount += 1
      if hubScanCount > 256 { return .unsettled }
      for row in 0..<rowCount where columnOfRow[row] < 0 {
        let target = hub &- slack[row]
        if target < rowLabel[row] {
          rowLabel[row] = target
          enqueue(row)
        }
      }
      for column in 0..<columnCount where hub &+ price[column] < columnLabel[column] {
        lower(column, to: hub &+ price[column])
      }
    }

    for row in 0..<rowCount { rowLevel[row] = rowLevel[row] &+ rowLabel[row] &- hub }
    for column in 0..<columnCount { price[column] = price[column] &- columnLabel[column] &+ hub }
    return .exact
  }
}
