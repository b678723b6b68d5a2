/// A binary heap of (key, node) pairs, least key first; equal keys in no particular order: ``MinimumHeap`` for the engines.
///
/// A copy shares its memory with the original: one of the two only may be used further.
///
/// Reference: J. W. J. Williams, *Algorithm 232: Heapsort*, Communications of the ACM 7 (1964) 347–348.
struct BlockHeap {
  typealias Entry = MinimumHeap.Entry

  private let store = BlockStore()
  private var entries: Block<Entry>
  private var count = 0

  init(capacity: Int = 16) {
    entries = store.makeBlock(count: max(16, capacity), of: Entry(key: 0, node: 0))
  }

  var isEmpty: Bool { count == 0 }
  var minimum: Entry? { count == 0 ? nil : entries[0] }

  /// Empties the heap and keeps its memory.
  mutating func removeAll() { count = 0 }

  @inline(__always)
  mutating func push(_ node: Int, at key: Int64) {
    if count == entries.count { entries = store.grow(entries, to: 2 * count, filling: Entry(key: 0, node: 0)) }
    let entries = entries
    var child = count
    count += 1
    while child > 0 {
      let parent = (child - 1) / 2
      let upper = entries[parent]
      if upper.key <= key { break }
      entries[child] = upper
      child = parent
    }
    entries[child] = Entry(key: key, node: node)
  }

  mutating func popMinimum() -> Entry? {
    if count == 0 { return nil }
    let entries = entries
    let least = entries[0]
    count -= 1
    let last = entries[count]
    var parent = 0
    while true {
      var child = 2 * parent + 1
      if child >= count { break }
      // Without a branch: which child is less is anybody's guess.
      if child + 1 < count { child += entries[child + 1].key < entries[child].key ? 1 : 0 }
      let lower = entries[child]
      if lower.key >= last.key { break }
      entries[parent] = lower
      parent = child
    }
    entries[parent] = last
    return least
  }
}
