/// The pairs of least key among those offered; equal keys go to the lower index. The order of the offers does not show.
struct BestPairs: Sendable {
  struct Entry: Sendable, Equatable {
    let key: Int64
    let index: Int32
    let cost: Int32

    func isBefore(_ other: Entry) -> Bool { key != other.key ? key < other.key : index < other.index }
  }

  let capacity: Int
  /// A heap with the last entry first.
  private(set) var entries: [Entry] = []

  init(capacity: Int) { self.capacity = capacity }

  /// The key that a further pair must not exceed; nil while there is room.
  var limit: Int64? { entries.count < capacity ? nil : entries.first?.key }

  mutating func offer(_ entry: Entry) {
    if capacity == 0 { return }
    if entries.count < capacity {
      entries.append(entry)
      var child = entries.count - 1
      while child > 0, entries[(child - 1) / 2].isBefore(entries[child]) {
        entries.swapAt((child - 1) / 2, child)
        child = (child - 1) / 2
      }
      return
    }
    guard entry.isBefore(entries[0]) else { return }
    entries[0] = entry
    var parent = 0
    while 2 * parent + 1 < capacity {
      var child = 2 * parent + 1
      if child + 1 < capacity, entries[child].isBefore(entries[child + 1]) { child += 1 }
      if entries[child].isBefore(entries[parent]) { break }
      entries.swapAt(parent, child)
      parent = child
    }
  }
}
