/// Columns by distance, nearest first; equal distances by column. Entries are never changed: a column whose distance falls
/// is pushed again, and who pops it skips what is settled.
struct DistanceHeap {
  private struct Entry {
    let distance: Int64
    let column: Int32

    func precedes(_ other: Entry) -> Bool {
      distance < other.distance || (distance == other.distance && column < other.column)
    }
  }

  private var entries: [Entry] = []

  mutating func removeAll() { entries.removeAll(keepingCapacity: true) }

  mutating func push(_ distance: Int64, _ column: Int) {
    let entry = Entry(distance: distance, column: Int32(column))
    entries.append(entry)
    var index = entries.count - 1
    while index > 0 {
      let parent = (index - 1) / 2
      guard entry.precedes(entries[parent]) else { break }
      entries[index] = entries[parent]
      index = parent
    }
    entries[index] = entry
  }

  /// The nearest entry, if it is nearer than the limit.
  mutating func pop(below limit: Int64) -> (distance: Int64, column: Int)? {
    guard let first = entries.first, first.distance < limit else { return nil }
    let last = entries.removeLast()
    if entries.isEmpty { return (first.distance, Int(first.column)) }
    var index = 0
    while true {
      var child = 2 * index + 1
      if child >= entries.count { break }
      if child + 1 < entries.count, entries[child + 1].precedes(entries[child]) { child += 1 }
      guard entries[child].precedes(last) else { break }
      entries[index] = entries[child]
      index = child
    }
    entries[index] = last
    return (first.distance, Int(first.column))
  }
}
