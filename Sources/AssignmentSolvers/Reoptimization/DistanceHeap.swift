/// A binary heap of nodes by distance, the nearest on top.
///
/// A node whose distance falls is pushed again; the entry that has become too far is recognised when it surfaces. That
/// is cheaper here than moving entries, because most entries of an early-ending search never surface at all.
struct DistanceHeap: Sendable {
  struct Entry: Sendable {
    var distance: Int64
    var node: Int
  }

  private var entries: [Entry] = []

  var nearest: Entry? { entries.first }

  mutating func removeAll() { entries.removeAll(keepingCapacity: true) }

  mutating func push(_ node: Int, at distance: Int64) {
    var index = entries.count
    entries.append(Entry(distance: distance, node: node))
    while index > 0 {
      let parent = (index - 1) / 2
      if entries[parent].distance <= distance { break }
      entries[index] = entries[parent]
      index = parent
    }
    entries[index] = Entry(distance: distance, node: node)
  }

  mutating func removeNearest() {
    guard let last = entries.popLast(), !entries.isEmpty else { return }
    var index = 0
    while true {
      var child = 2 * index + 1
      if child >= entries.count { break }
      if child + 1 < entries.count, entries[child + 1].distance < entries[child].distance { child += 1 }
      if entries[child].distance >= last.distance { break }
      entries[index] = entries[child]
      index = child
    }
    entries[index] = last
  }
}
