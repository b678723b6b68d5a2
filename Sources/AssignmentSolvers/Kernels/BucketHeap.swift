/// A monotone priority queue of (key, node) pairs for very many entries: coarse buckets, and a heap of the least one alone.
///
/// A binary heap of 10⁵ entries misses the cache on most levels of a pop. Dijkstra's algorithm never pushes a key below the
/// last one popped, so entries may wait unsorted in buckets of equal width until theirs is the least; a heap of that one
/// has some dozens of entries. Where all keys fall into one bucket (one of them being far greater than the others) this is
/// the binary heap again, so nothing is lost.
///
/// Entries are never removed: the caller pushes a node again when its key falls, and says which entries still count.
///
/// References: R. B. Dial, *Algorithm 360: shortest-path forest with topological ordering*, Communications of the ACM 12
/// (1969) 632–633, doi:10.1145/363269.363610; E. V. Denardo, B. L. Fox, *Shortest-route methods: 1. Reaching, pruning, and
/// buckets*, Operations Research 27 (1979) 161–186, doi:10.1287/opre.27.1.161.
struct BucketHeap {
  typealias Entry = MinimumHeap.Entry

  private let store = BlockStore()
  private var heap = BlockHeap()
  /// The first waiting entry of each bucket, ``none`` where there is none.
  private let first: Block<Int32>
  private var waiting: Block<Entry>
  private var follower: Block<Int32>
  private var waitingCount = 0
  /// The first of the slots that are free again, linked like a bucket.
  private var firstFree = Self.none
  private var least = 0
  private let shift: Int64
  private static let none: Int32 = -1
  /// So few that their heap stays in the nearest cache. Benchmark (`Peers/run --suite sparse`), 200,000 × 120,000 with lists of
  /// 50: the whole solve takes 0.52 s of the processor, and 0.63 with one binary heap instead.
  private static let entriesPerBucket = 16

  /// - Parameters:
  ///   - capacity: how many entries are expected.
  ///   - greatestKey: of what is pushed; at least 0.
  init(capacity: Int, greatestKey: Int64) {
    let bucketCount = max(1, capacity / Self.entriesPerBucket)
    var shift: Int64 = 0
    while greatestKey >> shift >= bucketCount { shift += 1 }
    self.shift = shift
    first = store.makeBlock(count: bucketCount, of: Self.none)
    waiting = store.makeBlock(count: max(16, capacity), of: Entry(key: 0, node: 0))
    follower = store.makeBlock(count: max(16, capacity), of: Self.none)
  }

  /// - Precondition: `0 ≤ key ≤ greatestKey`, and not below the last key popped.
  @inline(__always)
  mutating func push(_ node: Int, at key: Int64) {
    let bucket = Int(truncatingIfNeeded: key >> shift)
    if bucket <= least {
      heap.push(node, at: key)
      return
    }
    var slot = firstFree
    if slot >= 0 {
      firstFree = follower[slot]
    } else {
      if waitingCount == waiting.count { grow() }
      slot = Int32(truncatingIfNeeded: waitingCount)
      waitingCount += 1
    }
    waiting[slot] = Entry(key: key, node: node)
    follower[slot] = first[bucket]
    first[bucket] = slot
  }

  private mutating func grow() {
    waiting = store.grow(waiting, to: 2 * waitingCount, filling: Entry(key: 0, node: 0))
    follower = store.grow(follower, to: 2 * waitingCount, filling: Self.none)
  }

  /// The entry of the least key, in no particular order among equal keys; nil when nothing is left.
  ///
  /// - Parameter counts: whether an entry is still wanted; others are dropped when their bucket's turn comes, or popped.
  @inline(__always)
  mutating func popMinimum(where counts: (Entry) -> Bool) -> Entry? {
    while heap.isEmpty {
      repeat {
        least += 1
        if least >= first.count { return nil }
      } while first[least] < 0
      var slot = first[least]
      while slot >= 0 {
        let entry = waiting[slot]
        if counts(entry) { heap.push(entry.node, at: entry.key) }
        let next = follower[slot]
        follower[slot] = firstFree
        firstFree = slot
        slot = next
      }
      first[least] = Self.none
    }
    return heap.popMinimum()
  }
}
