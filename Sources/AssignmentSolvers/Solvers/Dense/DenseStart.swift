/// Where the offsets begin: at the optimum of a sample, if that is a better start than nothing.
///
/// Every fourth bidder and every fourth item make a problem of a sixteenth of the size, which is solved exactly (from a
/// sample of its own). Its offsets extend to all items as the least that cover the sampled bidders,
///
///     offset_q = max( rest_q,  max over sampled p of payment_p − c_pq ),
///
/// less what every item has above its rest offset. Such a common excess decides nothing between the items, but it takes
/// bidders over their limits: they would stand idle beside idle items, and only long searches from the items' side would
/// bring them together again.
///
/// When costs have structure (places, languages, products of ranks) this is close to the optimum; when they are
/// independent noise it is worse than the rest offsets. The dual objective tells, measured on bidders outside the sample:
/// the greater one wins. The smallest sample is tried first, so noise is recognised before any large sample is copied.
///
/// The stride is regular: rows and columns that come sorted (by place, by rank) are then sampled evenly on both sides.
/// A sample never makes a result wrong; only the time depends on it.
enum DenseStart {
  private static let sampleStride = 4
  /// Samples stop above this size: one of some dozens is solved in no time, and tells noise from structure before a larger
  /// one is copied.
  private static let leastCount = 25
  private static let testCount = 256

  /// Offsets to begin at, or nil for the rest offsets.
  static func offsets(of search: DenseSearch) -> [Int64]? {
    let (table, terms) = (search.table, search.terms)
    let unitCount = terms.units.reduce(0, +)
    let placeCount = terms.places.reduce(0, +)
    // Where one side is scarce, the searches are short from the rest offsets, and most items must end there.
    guard terms.areAllSingle, search.areCostsNarrow, 4 * max(unitCount, placeCount) <= 5 * min(unitCount, placeCount)
    else { return nil }

    var samples = [Sample(bidders: Array(0..<table.bidderCount), items: Array(0..<table.itemCount), positions: [])]
    while let last = samples.last, last.smallerCount >= leastCount * sampleStride {
      samples.append(last.sample(sampleStride))
    }
    guard samples.count > 1 else { return nil }

    var known: (search: DenseSearch, sample: Sample)?
    for sample in samples.dropFirst().reversed() {
      if search.control.isCancelled() { return nil }
      let market = Market(
        table: table.part(bidders: sample.bidders, items: sample.items),
        terms: terms.part(bidders: sample.bidders, items: sample.items), control: search.control)
      let trial = known.map { extend($0.search, $0.sample.positions, to: market) }
      if let trial, trial.isHopeless { return nil }
      var part = DenseSearch(
        table: market.table, terms: market.terms, areCostsNarrow: true, control: search.control)
      if let trial, trial.isBetter { part.begin(at: trial.offsets) }
      part.matchAll()
      if part.isStopped { return nil }
      known = (part, sample)
    }
    guard let known else { return nil }
    let trial = extend(
      known.search, known.sample.positions, to: Market(table: table, terms: terms, control: search.control))
    return trial.isBetter ? trial.offsets : nil
  }

  private struct Sample {
    /// Indices in the whole table.
    let bidders: [Int]
    let items: [Int]
    /// Indices of the bidders in the next larger sample.
    let positions: [Int]

    var smallerCount: Int { min(bidders.count, items.count) }

    func sample(_ stride: Int) -> Sample {
      let positions = Sample.even(bidders.count, stride)
      return Sample(
        bidders: positions.map { bidders[$0] }, items: Sample.even(items.count, stride).map { items[$0] },
        positions: positions)
    }

    private static func even(_ count: Int, _ stride: Int) -> [Int] {
      let size = count / stride
      return (0..<size).map { (2 * $0 + 1) * count / (2 * size) }
    }
  }

  /// Offsets from a sample, with what they are worth: dual objectives estimated from some bidders, per bidder.
  private struct Trial {
    let offsets: [Int64]
    let worth: Double
    let worthAtRest: Double
    let least: Double

    var isBetter: Bool { worth > worthAtRest }
    /// So much worse that a larger sample will not be better.
    var isHopeless: Bool { worth - least < (worthAtRest - least) / 2 }
  }

  /// What a sample's offsets are tried on, before any lists are made.
  private struct Market {
    let table: BiddingTable
    let terms: BiddingTerms
    let control: SolveControl
  }

  private static func extend(_ solved: DenseSearch, _ positions: [Int], to target: Market) -> Trial {
    let (table, terms) = (target.table, target.terms)
    let kernels = table.kernels
    var rest = NarrowOffsets(itemCount: table.itemCount)
    rest.rebase({ terms.restOffset[$0] }, hasPlaces: { terms.places[$0] > 0 })
    var raised = rest
    var next = 0
    table.forEachLine(of: positions) { _, line in
      let level = solved.payment[next] - rest.base
      next += 1
      if next % 64 == 0, target.control.isCancelled() { return false }
      if level.magnitude < UInt64(LineKernels.nearLimit) { raised.raise(line, toCover: Int32(level), kernels: kernels) }
      return true
    }

    let used = terms.places.indices.filter { terms.places[$0] > 0 }
    let excess = used.map { Int64(raised.values[$0]) - Int64(rest.values[$0]) }.min() ?? 0

    var isSampled = [Bool](repeating: false, count: table.bidderCount)
    for position in positions { isSampled[position] = true }
    let others = (0..<table.bidderCount).filter { !isSampled[$0] }
    let step = max(1, others.count / testCount)
    let tested = stride(from: step / 2, to: others.count, by: step).map { others[$0] }
    var lanes = [Int32](repeating: 0, count: LineKernels.laneCount)
    var (sumAtRest, sum, least) = (0.0, 0.0, Double(LineKernels.far))
    table.forEachLine(of: tested) { bidder, line in
      func payment(_ offsets: NarrowOffsets, lowered: Int64 = 0) -> Double {
        kernels.laneMinima(line, offsets.values, into: &lanes)
        return Double(min(terms.limit[bidder] - rest.base, Int64(lanes.min() ?? 0) - lowered))
      }
      let atRest = payment(rest)
      sumAtRest += atRest
      least = min(least, atRest)
      sum += payment(raised, lowered: excess)
      return true
    }
    let count = Double(max(1, tested.count))
    var given = 0.0
    for item in used { given += Double(raised.values[item]) - Double(rest.values[item]) - Double(excess) }
    let offsets = terms.places.indices.map { item in
      raised.values[item] >= LineKernels.far ? terms.restOffset[item] : rest.base + Int64(raised.values[item]) - excess
    }
    return Trial(
      offsets: offsets, worth: sum / count - given / Double(max(1, table.bidderCount)), worthAtRest: sumAtRest / count,
      least: least)
  }
}
