/// The canonical step from the candidates that the searches ended with, instead of two more passes over the table.
///
/// A list holds every pair below its threshold, and what the tie rule asks for is nearly always there: pairs that are
/// tight, and pairs over which a price falls further than it would anyway, which have a slack below the highest price.
extension DenseSearch {
  /// The optimal duals with the least column prices, the same as ``LeastPrices`` finds; nil where lists do not reach far
  /// enough, or columns bid (their payments are the prices, and lists say nothing of who is to raise them).
  ///
  /// `d` is how far a price falls: for every item at most the price itself, and at most `d_p + slack_pq` for any pair, so
  /// this is Dijkstra's algorithm from everything unmatched or at rest.
  /// - Precondition: everybody is matched who is to be, and free items are at rest.
  mutating func leastDualsFromLists(given basis: OptimalBasis) -> AssignmentDuals? {
    guard table.doRowsBid, terms.places.allSatisfy({ $0 > 0 }) else { return nil }
    let highest = basis.columnDual.max() ?? 0
    if highest == 0 { return AssignmentDuals(row: basis.rowDual, column: basis.columnDual) }
    guard areCostsNarrow, highest < Int64(LineKernels.nearOffset) else { return nil }
    var shortCount = 0
    for bidder in payment.indices where lists.threshold[bidder] < payment[bidder] &+ highest { shortCount += 1 }
    if 4 * shortCount > table.bidderCount { return nil }

    rebase()
    var rowDual = basis.rowDual
    let fall = store.makeBlock(count: items.count, of: Int64(0))
    for item in items.indices { fall[item] = basis.columnDual[item] }
    var heap = BlockHeap(capacity: items.count)
    let isSettled = store.makeBlock(count: items.count, of: false)

    func reach(_ item: Int, at distance: Int64) {
      if distance < fall[item] {
        fall[item] = distance
        heap.push(item, at: distance)
      }
    }
    func relax(_ bidder: Int, at distance: Int64) {
      let base = distance - payment[bidder]
      let end = highest - base
      if lists.threshold[bidder] < end {
        for (item, cost) in wholeLine(of: bidder, below: end) {
          reach(item, at: base + Int64(cost) + items[item].offset)
        }
        return
      }
      for index in lists.range(bidder) {
        let candidate = lists.pool[index]
        if candidate.key >= end { break }
        let item = Int(candidate.item)
        reach(item, at: base + Int64(candidate.cost) + items[item].offset)
      }
    }

    for bidder in freeUnits.indices where freeUnits[bidder] > 0 { relax(bidder, at: 0) }
    for item in items.indices where items[item].freePlaces < terms.places[item] { heap.push(item, at: fall[item]) }
    var steps = 0
    while let next = heap.popMinimum() {
      steps += 1
      if steps % 256 == 0, control.isCancelled() { return nil }
      let item = next.node
      if isSettled[item] || next.key != fall[item] { continue }
      isSettled[item] = true
      var holder = firstHolder(of: item)
      while let bidder = holder {
        rowDual[bidder] += next.key
        relax(bidder, at: next.key)
        holder = self.holder(after: bidder)
      }
    }
    return AssignmentDuals(row: rowDual, column: items.indices.map { basis.columnDual[$0] - fall[$0] })
  }

  /// The pairs that are tight under the duals of this search and under the least prices; nil when cancelled, or when so
  /// many lists are missing that a pass over the table is better.
  mutating func tightPairsFromLists(
    of problem: AssignmentProblem, given basis: OptimalBasis, least: AssignmentDuals
  ) -> TightPairs? {
    var missingCount = 0
    for bidder in payment.indices where lists.threshold[bidder] == .min { missingCount += 1 }
    if 8 * missingCount > table.bidderCount { return nil }
    rebase()
    var tight = TightPairs(
      isRowFree: zip(basis.rowDual, least.row).map { $0 == 0 && $1 == 0 },
      isColumnFree: zip(basis.columnDual, least.column).map { $0 == 0 && $1 == 0 })
    let doRowsBid = table.doRowsBid
    var partners: [Int32] = []
    var partnerStart = [0]
    partnerStart.reserveCapacity(table.bidderCount + 1)
    for bidder in payment.indices {
      if bidder % 256 == 0, control.isCancelled() { return nil }
      let (pay, first) = (payment[bidder], partners.count)
      func take(_ item: Int, _ cost: Int32) {
        let (row, column) = doRowsBid ? (bidder, item) : (item, bidder)
        guard Int64(cost) + items[item].offset == pay, terms.places[item] > 0,
          problem.rowValue[row] - Int64(cost) == least.row[row] + least.column[column]
        else { return }
        var slot = partners.count
        partners.append(Int32(truncatingIfNeeded: item))
        while slot > first, partners[slot - 1] > partners[slot] {
          partners.swapAt(slot, slot - 1)
          slot -= 1
        }
      }
      if terms.units[bidder] > 0 {
        if pay < lists.threshold[bidder] {
          for index in lists.range(bidder) {
            let candidate = lists.pool[index]
            if candidate.key > pay { break }
            take(Int(candidate.item), candidate.cost)
          }
        } else {
          for (item, cost) in wholeLine(of: bidder, below: pay + 1) { take(item, cost) }
        }
      }
      partnerStart.append(partners.count)
    }
    if doRowsBid {
      tight.rowStart = partnerStart
      tight.columns = partners
    } else {
      tight.rowStart = Array(repeating: 0, count: items.count + 1)
      for item in partners { tight.rowStart[Int(item) + 1] += 1 }
      for item in items.indices { tight.rowStart[item + 1] += tight.rowStart[item] }
      var next = tight.rowStart
      tight.columns = Array(repeating: 0, count: partners.count)
      for bidder in payment.indices {
        for item in partners[partnerStart[bidder]..<partnerStart[bidder + 1]] {
          tight.columns[next[Int(item)]] = Int32(truncatingIfNeeded: bidder)
          next[Int(item)] += 1
        }
      }
    }
    return tight
  }

  /// Every item with places whose cost + offset is below a limit, from the whole line.
  ///
  /// An array and no closure: what a closure captures is checked for exclusive access each time, in the usual path too.
  private func wholeLine(of bidder: Int, below limit: Int64) -> [(item: Int, cost: Int32)] {
    var buffer = [Int32](repeating: 0, count: table.itemCount)
    return table.withLine(of: bidder, buffer: &buffer) { line in
      let narrowLimit = limit - narrow.base
      if areCostsNarrow, narrowLimit > -Int64(LineKernels.far), narrowLimit <= Int64(LineKernels.nearLimit) {
        var found = [Int32](repeating: 0, count: line.count)
        let count = table.kernels.listBelow(
          Int32(narrowLimit), line, narrow.values, into: &found, capacity: line.count)
        return found.prefix(count).map { (Int($0), line[Int($0)]) }
      }
      return line.indices.filter { item in
        line[item] != DenseCosts.forbidden && terms.places[item] > 0 && Int64(line[item]) + items[item].offset < limit
      }.map { ($0, line[$0]) }
    }
  }
}
