/// A binary heap of (key, node) pairs, least key first; equal keys in no particular order.
///
/// Reference: J. W. J. Williams, *Algorithm 232: Heapsort*, Communications of the ACM 7 (1964) 347–348.
struct MinimumHeap {
  struct Entry {
    let key: Int64
    let node: Int
  }

  private var entries: [Entry] = []

  var isEmpty: Bool { entries.isEmpty }
  var minimum: Entry? { entries.first }

  /// Empties the heap and keeps its memory.
  mutating func removeAll() { entries.removeAll(keepingCapacity: true) }

  mutating func push(_ node: Int, at key: Int64) {
    entries.append(Entry(key: key, node: node))
    var child = entries.count - 1
    while child > 0 {
      let parent = (child - 1) / 2
      if entries[parent].key <= key { break }
      entries.swapAt(child, parent)
      child = parent
    }
  }

  mutating func popMinimum() -> Entry? {
    guard let least = entries.first, let last = entries.popLast() else { return nil }
    if entries.isEmpty { return least }
    var parent = 0
    while true {
      var child = 2 * parent + 1
      if child >= entries.count { break }
      if child + 1 < entries.count, entries[child + 1].key < entries[child].key { child += 1 }
      if entries[child].key >= last.key { break }
      entries[parent] = entries[child]
      parent = child
    }
    entries[parent] = last
    return least
  }
}
