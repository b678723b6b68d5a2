/// Everybody's first list, and with it what everybody pays at least.
extension DenseSearch {
  /// Lists every bidder's candidates and sets its payment. One pass over the table, by two threads when it is large.
  mutating func listAll() {
    if isStopWanted() { return }
    statistics.pricingPassCount += 1
    let (table, lists, narrow, terms, items, payment, control) = (table, lists, narrow, terms, items, payment, control)
    let pairCount = table.bidderCount * table.itemCount
    let bidders = 0..<table.bidderCount
    // Each part needs a lister of its own.
    let parts = (0..<Halves.partCount(bidders, pairCount: pairCount)).map { part in
      FirstLists(
        part == 0
          ? lister
          : CandidateLister(itemCount: table.itemCount, areCostsNarrow: areCostsNarrow, kernels: table.kernels))
    }
    let isDone = Halves.run(bidders, pairCount: pairCount) { bidders, part in
      parts[part].list(
        bidders, of: table, lists, narrow, terms, payment, offset: { items[$0].offset },
        isCancelled: control.isCancelled)
    }
    for part in parts {
      for (bidder, threshold, range) in part.tooLong {
        let start = self.lists.renew(bidder, count: range.count, threshold: threshold)
        let pool = self.lists.pool
        for index in range { pool[start + index - range.lowerBound] = part.candidates[index] }
      }
    }
    statistics.scannedPairCount += pairCount
    if !isDone { isStopped = true }
    isEverybodyListed = isDone
  }

  /// One thread's share of ``listAll()``.
  private final class FirstLists {
    private var lister: CandidateLister
    /// Lists that need another slot, as ranges of ``candidates``.
    private(set) var tooLong: [(bidder: Int, threshold: Int64, range: Range<Int>)] = []
    private(set) var candidates: [Candidate] = []

    init(_ lister: CandidateLister) { self.lister = lister }

    /// Returns false as soon as the caller cancels.
    func list(
      _ bidders: Range<Int>, of table: BiddingTable, _ lists: CandidateLists, _ narrow: NarrowOffsets,
      _ terms: BiddingTerms, _ payment: Block<Int64>, offset: (Int) -> Int64, isCancelled: () -> Bool
    ) -> Bool {
      let (places, pool) = (terms.places, lists.pool)
      var isStopped = false
      table.forEachLine(of: Array(bidders)) { bidder, line in
        if bidder % 64 == 0, isCancelled() {
          isStopped = true
          return false
        }
        lister.list(
          line, narrow: narrow, above: .min, listed: 0, scatter: DenseSearch.scatter(bidder, line.count),
          offset: offset, hasPlaces: { places[$0] > 0 })
        let (count, listed) = (lister.count, lister.candidates)
        if let start = lists.renewInPlace(bidder, count: count, threshold: lister.threshold) {
          for index in 0..<count { pool[start + index] = listed[index] }
        } else {
          tooLong.append((bidder, lister.threshold, candidates.count..<candidates.count + count))
          for index in 0..<count { candidates.append(listed[index]) }
        }
        payment[bidder] = min(terms.limit[bidder], count > 0 ? listed[0].key : .max)
        return true
      }
      return !isStopped
    }
  }
}
