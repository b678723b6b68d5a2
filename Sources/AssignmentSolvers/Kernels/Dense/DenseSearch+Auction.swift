/// An ε-scaled auction over all pairs, for costs on which row reduction leaves many bidders free (geometry, products).
///
/// Bidders raise the offset of their best item by what it is better than the second best, plus ε. So a fight for a few
/// items ends after a number of bids that does not depend on the costs' scale, and after a phase every holder pays at most
/// ε more than it had to. Phases with smaller and smaller ε refine the offsets; the searches afterwards make them exact.
///
/// Departures from the cited algorithm: 1. a bid looks at the candidates and only if they do not decide it at the whole
/// line; 2. a phase stops when 0.2 % of the bidders are left, which the searches do better; 3. the first ε is found by
/// trial, times sixteen when a phase does not come to its end.
///
/// Reference: D. P. Bertsekas, *The auction algorithm: a distributed relaxation method for the assignment problem*, Annals
/// of Operations Research 14 (1988) 105–123, doi:10.1007/BF02186476.
extension DenseSearch {
  /// The share of free bidders above which an auction pays. Benchmark at 5000 × 5000: on random costs row reduction leaves
  /// 2 % and no auction is held; mentoring-like costs take 161 ms with it and 184 without, Euclidean ones 400 and more
  /// than 900.
  static let auctionShare = 0.08

  mutating func auction() {
    let bidderCount = table.bidderCount
    guard let spacing = typicalSpacing() else { return }
    let last = max(1, spacing / 4)
    var epsilon = 8 * spacing
    for _ in 0..<12 {
      release(above: epsilon)
      let left = bid(epsilon)
      if isStopWanted() { return }
      if left * 33 > bidderCount {
        epsilon = epsilon.multipliedReportingOverflow(by: 16).overflow ? epsilon : 16 * epsilon
        continue
      }
      if epsilon <= last { break }
      epsilon = max(1, epsilon / 4)
    }
    release(above: 0)
    rebase()
  }

  /// The mean distance between neighbouring keys of a list: the scale on which bidders differ. Nil when it is below one, so
  /// that ties are everywhere: searches are then short, and ε cannot be finer than the costs.
  private func typicalSpacing() -> Int64? {
    var total = 0.0
    var count = 0.0
    for bidder in freeUnits.indices where lists.count(bidder) > 1 {
      let range = lists.range(bidder)
      let middle = range.lowerBound + min(range.count, lister.wantedCount) / 2
      total += Double(lists.pool[middle].key - lists.pool[range.lowerBound].key)
      count += Double(middle - range.lowerBound)
    }
    return total < count || count == 0 ? nil : Int64(min(total / count, Double(LineKernels.costRange)))
  }

  /// Sets every payment anew and takes away what costs its holder more than `slack` beyond that.
  private mutating func release(above slack: Int64) {
    for bidder in freeUnits.indices {
      if bidder % 256 == 0, isStopWanted() { return }
      payment[bidder] = leastPayment(of: bidder)
    }
    for item in items.indices {
      guard let holder = firstHolder(of: item) else { continue }
      if Int64(table.cost(holder, item)) + items[item].offset - payment[holder] > slack { letGo(item, by: holder) }
    }
  }

  /// One phase. Returns how many were left without item when it stopped.
  private mutating func bid(_ epsilon: Int64) -> Int {
    var queue = freeBidders
    var next = 0
    let bidLimit = 30 * table.bidderCount
    let enough = table.bidderCount / 500
    var bidCount = 0
    while queue.count - next > enough, bidCount < bidLimit {
      bidCount += 1
      if bidCount % 1024 == 0, isStopWanted() { break }
      let bidder = queue[next]
      next += 1
      let limit = terms.limit[bidder]
      var best = twoBestListed(of: bidder)
      let threshold = lists.threshold[bidder]
      if best.second > threshold, threshold < limit {
        // A list is worth its sorting if it serves some bids; with a coarse ε it is stale after one.
        best =
          threshold - payment[bidder] < 4 * epsilon
          ? twoBestOfLine(bidder) ?? twoBest(of: bidder) : twoBest(of: bidder)
      }
      if best.item < 0 || best.least > limit {
        payment[bidder] = limit
        continue
      }
      payment[bidder] = best.least
      raise(best.item, by: min(best.second, limit) - best.least + epsilon)
      if let former = firstHolder(of: best.item) {
        letGo(best.item, by: former)
        queue.append(former)
      }
      hold(best.item, by: bidder)
    }
    statistics.searchCount += bidCount
    return queue.count - next
  }

  /// The two best items by one quick pass over the line; nil when narrow numbers do not tell.
  private mutating func twoBestOfLine(_ bidder: Int) -> TwoBest? {
    guard areCostsNarrow else { return nil }
    statistics.scannedPairCount += table.itemCount
    var buffer: [Int32] = []
    swap(&buffer, &self.buffer)
    let found = table.withLine(of: bidder, buffer: &buffer) { table.kernels.twoLeast($0, narrow.values) }
    swap(&buffer, &self.buffer)
    guard found.second < LineKernels.nearLimit else { return nil }
    return TwoBest(
      least: narrow.base + Int64(found.least), item: found.item, second: narrow.base + Int64(found.second))
  }
}
