/// An item that a bidder should look at first.
struct Candidate {
  /// Cost + offset when the item was listed: a lower bound of it ever after, because offsets only rise.
  var key: Int64
  var cost: Int32
  var item: Int32
}

/// For each bidder the few items that are best for it, in ascending order of keys, and a *threshold*: every item that is
/// not listed has cost + offset ≥ threshold.
///
/// Each list has a slot in one array, of a size that is a power of two; one that outgrows its slot moves to one that
/// another list left, or to the end.
struct CandidateLists {
  private let store = BlockStore()
  private(set) var pool: Block<Candidate>
  private var poolCount: Int
  private let start: Block<Int>
  private let count: Block<Int32>
  private let room: Block<Int32>
  let threshold: Block<Int64>
  /// Slots that were left, by the binary logarithm of their size.
  private var leftSlots: [[Int]] = Array(repeating: [], count: Int.bitWidth)
  private static let slotSize = 32
  private static let blank = Candidate(key: 0, cost: 0, item: 0)

  /// Empty lists: nothing is known of anybody.
  init(bidderCount: Int) {
    poolCount = bidderCount * Self.slotSize
    pool = store.makeBlock(count: poolCount, of: Self.blank)
    start = store.makeBlock(count: bidderCount, of: 0)
    count = store.makeBlock(count: bidderCount, of: 0)
    room = store.makeBlock(count: bidderCount, of: Int32(Self.slotSize))
    threshold = store.makeBlock(count: bidderCount, of: .min)
    for bidder in 0..<bidderCount { start[bidder] = bidder * Self.slotSize }
  }

  /// Where a bidder's candidates are in ``pool``.
  @inline(__always)
  func range(_ bidder: Int) -> Range<Int> {
    unsafe Range(uncheckedBounds: (start[bidder], start[bidder] + Int(count[bidder])))
  }

  func count(_ bidder: Int) -> Int { Int(count[bidder]) }

  /// Makes room for another list, which the caller then writes to ``pool``. Returns where it begins there.
  mutating func renew(_ bidder: Int, count newCount: Int, threshold newThreshold: Int64) -> Int {
    if newCount > Int(room[bidder]) { move(bidder, toRoomFor: newCount) }
    threshold[bidder] = newThreshold
    count[bidder] = Int32(newCount)
    return start[bidder]
  }

  /// The same where the room that the bidder has will do; nil, and nothing changed, when it will not. Lists of different
  /// bidders may be renewed at the same time.
  func renewInPlace(_ bidder: Int, count newCount: Int, threshold newThreshold: Int64) -> Int? {
    if newCount > Int(room[bidder]) { return nil }
    threshold[bidder] = newThreshold
    count[bidder] = Int32(newCount)
    return start[bidder]
  }

  private mutating func move(_ bidder: Int, toRoomFor needed: Int) {
    leftSlots[room[bidder].trailingZeroBitCount].append(start[bidder])
    var size = Int(room[bidder])
    while size < needed { size *= 2 }
    room[bidder] = Int32(size)
    if let slot = leftSlots[size.trailingZeroBitCount].popLast() {
      start[bidder] = slot
      return
    }
    start[bidder] = poolCount
    poolCount += size
    if poolCount > pool.count {
      pool = store.grow(pool, to: max(poolCount, pool.count + pool.count / 2), filling: Self.blank)
    }
  }
}

/// Offsets of items in 32 bits, relative to a base, for the kernels.
struct NarrowOffsets {
  /// The least offset at the last ``rebase(_:hasPlaces:)``.
  private(set) var base: Int64 = 0
  /// `offset − base`, or ``LineKernels/far`` where that is more than ``LineKernels/nearOffset`` or the item has no places.
  private(set) var values: [Int32]

  init(itemCount: Int) { values = Array(repeating: 0, count: itemCount) }

  mutating func rebase(_ offset: (Int) -> Int64, hasPlaces: (Int) -> Bool) {
    base = .max
    for item in values.indices where hasPlaces(item) { base = min(base, offset(item)) }
    if base == .max { base = 0 }
    for item in values.indices { values[item] = hasPlaces(item) ? narrowed(offset(item)) : LineKernels.far }
  }

  @inline(__always)
  mutating func update(_ item: Int, to offset: Int64) { values[item] = narrowed(offset) }

  /// Gives the offsets as the kernels left them: for ``LineKernels/raiseOffsets(_:toCover:_:)``.
  mutating func raise(_ line: Span<Int32>, toCover level: Int32, kernels: LineKernels) {
    kernels.raiseOffsets(line, toCover: level, &values)
  }

  private func narrowed(_ offset: Int64) -> Int32 {
    let narrow = offset - base
    return narrow <= Int64(LineKernels.nearOffset) ? Int32(truncatingIfNeeded: narrow) : LineKernels.far
  }
}
