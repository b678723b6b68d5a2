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
  private(set) var pool: [Candidate]
  private var start: [Int]
  private var count: [Int]
  private var room: [Int]
  private(set) var threshold: [Int64]
  /// Slots that were left, by the binary logarithm of their size.
  private var leftSlots: [[Int]] = Array(repeating: [], count: Int.bitWidth)
  private static let slotSize = 32

  /// Empty lists: nothing is known of anybody.
  init(bidderCount: Int) {
    pool = Array(repeating: Candidate(key: 0, cost: 0, item: 0), count: bidderCount * Self.slotSize)
    start = (0..<bidderCount).map { $0 * Self.slotSize }
    count = Array(repeating: 0, count: bidderCount)
    room = Array(repeating: Self.slotSize, count: bidderCount)
    threshold = Array(repeating: .min, count: bidderCount)
  }

  /// Where a bidder's candidates are in ``pool``.
  @inline(__always)
  func range(_ bidder: Int) -> Range<Int> { start[bidder]..<start[bidder] + count[bidder] }

  func count(_ bidder: Int) -> Int { count[bidder] }

  mutating func replace(_ bidder: Int, by candidates: [Candidate], threshold: Int64) {
    self.threshold[bidder] = threshold
    count[bidder] = candidates.count
    if candidates.count > room[bidder] { move(bidder, toRoomFor: candidates.count) }
    let start = start[bidder]
    for index in candidates.indices { pool[start + index] = candidates[index] }
  }

  private mutating func move(_ bidder: Int, toRoomFor needed: Int) {
    leftSlots[room[bidder].trailingZeroBitCount].append(start[bidder])
    var size = room[bidder]
    while size < needed { size *= 2 }
    room[bidder] = size
    if let slot = leftSlots[size.trailingZeroBitCount].popLast() {
      start[bidder] = slot
      return
    }
    start[bidder] = pool.count
    pool.append(contentsOf: repeatElement(Candidate(key: 0, cost: 0, item: 0), count: size))
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
