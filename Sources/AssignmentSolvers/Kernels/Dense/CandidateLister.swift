/// Finds the best items of a line.
///
/// Two ways to the same answer. The *quick* one works on narrow offsets: the minima of 128 lanes give a limit below which
/// there are at least as many items as wanted, and hardly more, without sorting anything; one more pass lists them. The
/// *exact* one forms 64-bit sums for all items, for lines whose best items are far apart in price or mostly forbidden.
struct CandidateLister {
  private let kernels: LineKernels
  /// Whether all costs are within ±``LineKernels/costRange``.
  private let areCostsNarrow: Bool
  private var lanes = [Int32](repeating: 0, count: LineKernels.laneCount)
  private var items: [Int32]
  private var sums = [Int32](repeating: 0, count: Self.usualCapacity)
  private let store = BlockStore()
  /// The list, ascending by key and then by item: the first ``count`` of these.
  let candidates: Block<Candidate>
  private(set) var count = 0
  private(set) var threshold = Int64.max

  /// How many candidates a list has at least.
  let wantedCount: Int
  /// No more than so many are listed at first.
  private static let usualCapacity = 80

  /// Measured on the instances of `Benchmarks/Peers/run --suite dense`, 12 beside 20 in turns: up to 2,000 items, u100 takes 10 to 30 % less time, uniform and low 4 to 20 %,
  /// points in a plane the same, Machol–Wien 12 % more. At 5,000 and 10,000 points take 10 % more and low with few items
  /// 10 %, also with 16.
  private static func wantedCount(itemCount: Int) -> Int { itemCount < 4_000 ? 12 : 20 }

  init(itemCount: Int, areCostsNarrow: Bool, kernels: LineKernels) {
    items = Array(repeating: 0, count: max(itemCount, Self.usualCapacity))
    candidates = store.makeBlock(count: itemCount, of: Candidate(key: 0, cost: 0, item: 0))
    self.areCostsNarrow = areCostsNarrow
    self.kernels = kernels
    wantedCount = Self.wantedCount(itemCount: itemCount)
  }

  /// Leaves the best items of a line in ``candidates`` and the bound of all others in ``threshold``.
  ///
  /// - Parameters:
  ///   - above: the threshold so far; the new one is higher, or more items are listed than `listed`.
  ///   - listed: how many were listed so far.
  ///   - scatter: where to begin among items of the same key, so that bidders with the same costs list different ones.
  mutating func list(
    _ line: Span<Int32>, narrow: NarrowOffsets, above: Int64, listed: Int, scatter: Int,
    offset: (Int) -> Int64, hasPlaces: (Int) -> Bool
  ) {
    count = 0
    if areCostsNarrow, line.count >= 2 * wantedCount {
      if above == .min, listBest(line, narrow, scatter) { return }
      if listQuickly(line, narrow: narrow, above: above, listed: listed, scatter: scatter) { return sortCandidates() }
    }
    listExactly(line, listed: listed, scatter: scatter, offset: offset, hasPlaces: hasPlaces)
    sortCandidates()
  }

  /// The first list of a bidder, in order at once; false when too many items are nearly as good, or far.
  private mutating func listBest(_ line: Span<Int32>, _ narrow: NarrowOffsets, _ scatter: Int) -> Bool {
    let capacity = min(Self.usualCapacity, line.count)
    let best = kernels.listBest(
      line, narrow.values, wanted: wantedCount, capacity: capacity, items: &items, sums: &sums)
    guard let level = best.level else { return false }
    guard let found = best.count else {
      // Many are equally good: some of them will do, and none is better.
      return level == best.least && listTies(at: level, line, narrow, wanted: wantedCount, scatter)
    }
    for index in 0..<found {
      let item = items[index]
      candidates[index] = Candidate(key: narrow.base + Int64(sums[index]), cost: line[Int(item)], item: item)
    }
    count = found
    threshold = narrow.base + Int64(level) + 1
    return true
  }

  private mutating func listQuickly(
    _ line: Span<Int32>, narrow: NarrowOffsets, above: Int64, listed: Int, scatter: Int
  ) -> Bool {
    kernels.laneMinima(line, narrow.values, into: &lanes)
    guard let level = kernels.level(of: lanes, wanted: wantedCount) else { return false }
    guard above != .min, narrow.base + Int64(level) < above else {
      return list(upTo: level, line, narrow, capacity: min(Self.usualCapacity, line.count))
        || listTies(at: level, line, narrow, listed: listed, scatter)
    }
    // Nothing new up to the level that the lanes suggest: look twice as far as last time, or as far as there is room.
    let floor = above - narrow.base
    guard floor < Int64(LineKernels.nearLimit) else { return false }
    let capacity = min(max(16 * wantedCount, 8 * listed), line.count)
    var step = max(0, floor - Int64(lanes.min() ?? 0))
    while true {
      let level = floor + step
      if level < Int64(LineKernels.nearLimit), list(upTo: Int32(level), line, narrow, capacity: capacity) {
        return true
      }
      if step == 0 { break }
      step /= 4
    }
    return listTies(at: Int32(floor), line, narrow, listed: listed, scatter)
  }

  /// Lists everything up to a level; false when that is more than `capacity`.
  private mutating func list(upTo level: Int32, _ line: Span<Int32>, _ narrow: NarrowOffsets, capacity: Int) -> Bool {
    let found = kernels.listBelow(level + 1, line, narrow.values, into: &items, capacity: capacity)
    if found == capacity && capacity < line.count { return false }
    for index in 0..<found { take(Int(items[index]), of: line, narrow) }
    threshold = narrow.base + Int64(level) + 1
    return true
  }

  /// Too many items up to a level: those below it, and some of those at it.
  private mutating func listTies(
    at level: Int32, _ line: Span<Int32>, _ narrow: NarrowOffsets, listed: Int, _ scatter: Int
  ) -> Bool {
    let below = kernels.listBelow(level, line, narrow.values, into: &items, capacity: line.count)
    for index in 0..<below { take(Int(items[index]), of: line, narrow) }
    return listTies(at: level, line, narrow, wanted: max(wantedCount, 2 * listed - below), below: below, scatter)
  }

  /// Adds some of the items at a level to the `below` that are better.
  private mutating func listTies(
    at level: Int32, _ line: Span<Int32>, _ narrow: NarrowOffsets, wanted count: Int, below: Int = 0, _ scatter: Int
  ) -> Bool {
    var wanted = count
    for (start, end) in [(scatter, line.count), (0, scatter)] {
      var next = start
      while wanted > 0, next < end {
        let capacity = min(line.count, wanted + below)
        let found = kernels.listBelow(level + 1, line, narrow.values, from: next, into: &items, capacity: capacity)
        for index in 0..<found where wanted > 0 && Int(items[index]) < end {
          let item = Int(items[index])
          if line[item] + narrow.values[item] == level {
            take(item, of: line, narrow)
            wanted -= 1
          }
        }
        next = found < capacity ? end : Int(items[found - 1]) + 1
      }
    }
    threshold = narrow.base + Int64(level) + (wanted > 0 ? 1 : 0)
    return true
  }

  @inline(__always)
  private mutating func take(_ item: Int, of line: Span<Int32>, _ narrow: NarrowOffsets) {
    let cost = line[item]
    candidates[count] = Candidate(
      key: narrow.base + Int64(cost) + Int64(narrow.values[item]), cost: cost, item: Int32(item))
    count += 1
  }

  /// The plain way: keeps the best items seen in a heap whose first one is the worst.
  private mutating func listExactly(
    _ line: Span<Int32>, listed: Int, scatter: Int, offset: (Int) -> Int64, hasPlaces: (Int) -> Bool
  ) {
    count = 0
    let wanted = max(2 * wantedCount, 2 * listed)
    var areAllListed = true
    for step in 0..<line.count {
      let item = step + scatter < line.count ? step + scatter : step + scatter - line.count
      let cost = line[item]
      guard cost != DenseCosts.forbidden, hasPlaces(item) else { continue }
      let key = Int64(cost) + offset(item)
      if count < wanted {
        candidates[count] = Candidate(key: key, cost: cost, item: Int32(item))
        count += 1
        siftUp()
        continue
      }
      areAllListed = false
      if key < candidates[0].key {
        candidates[0] = Candidate(key: key, cost: cost, item: Int32(item))
        siftDown()
      }
    }
    threshold = areAllListed ? .max : candidates[0].key
  }

  /// By key, then by item. Lists are short and written in order of items: insertion beats the general sort.
  private func sortCandidates() {
    func isBefore(_ a: Candidate, _ b: Candidate) -> Bool { a.key < b.key || (a.key == b.key && a.item < b.item) }
    if count > Self.usualCapacity {
      for (index, candidate) in candidates.array.prefix(count).sorted(by: isBefore).enumerated() {
        candidates[index] = candidate
      }
      return
    }
    for index in 0..<count {
      let candidate = candidates[index]
      var slot = index
      while slot > 0, isBefore(candidate, candidates[slot - 1]) {
        candidates[slot] = candidates[slot - 1]
        slot -= 1
      }
      candidates[slot] = candidate
    }
  }

  private func exchange(_ a: Int, _ b: Int) { (candidates[a], candidates[b]) = (candidates[b], candidates[a]) }

  private func siftUp() {
    var child = count - 1
    while child > 0, candidates[(child - 1) / 2].key < candidates[child].key {
      exchange(child, (child - 1) / 2)
      child = (child - 1) / 2
    }
  }

  private func siftDown() {
    var parent = 0
    while true {
      var greatest = parent
      for child in 2 * parent + 1...2 * parent + 2 where child < count {
        if candidates[child].key > candidates[greatest].key { greatest = child }
      }
      if greatest == parent { return }
      exchange(parent, greatest)
      parent = greatest
    }
  }
}
