/// Breadth-first searches through a ``TightGraph`` from both ends, kept in one value to spare the allocations.
///
/// The smaller frontier grows first. In a large component both sides then stay near the square root of its size, where a
/// search from one side would see half of it.
struct CycleSearch {
  /// One direction: what it has seen, in order, and from where.
  private struct Side {
    var queue: [Int] = []
    var next = 0
    var neighbour: [Int]
    private var stampOfNode: [Int32]
    private var stamp: Int32 = 0

    init(nodeCount: Int) {
      neighbour = Array(repeating: 0, count: nodeCount)
      stampOfNode = Array(repeating: 0, count: nodeCount)
      stamp = 1
    }

    var frontierCount: Int { queue.count - next }
    func hasSeen(_ node: Int) -> Bool { stampOfNode[node] == stamp }

    mutating func restart(keepingSeen: Bool) {
      queue.removeAll(keepingCapacity: true)
      next = 0
      if !keepingSeen { stamp += 1 }
    }

    mutating func see(_ node: Int, from other: Int) {
      stampOfNode[node] = stamp
      neighbour[node] = other
      queue.append(node)
    }
  }

  private var forward: Side
  private var backward: Side
  /// The nodes of the last path found, from its start to the last one before the row.
  private(set) var path: [Int] = []
  /// How many moves the last search looked at.
  private(set) var cost = 0
  private static let end = -1

  init(nodeCount: Int) {
    forward = Side(nodeCount: nodeCount)
    backward = Side(nodeCount: nodeCount)
  }

  /// A new row, or a changed graph: what was seen says nothing any more.
  mutating func forgetDeadEnds() { forward.restart(keepingSeen: false) }

  /// Whether an earlier search for the same row ran through this node and found no way. The ways into a row only get
  /// fewer as its pairs are decided one after the other, so dead ends stay dead.
  func isDeadEnd(_ node: Int) -> Bool { forward.hasSeen(node) }

  /// Looks for a path from `start` to any of `ends`, within the component of `start` and not through `avoided` (the row
  /// that is being decided).
  mutating func findPath(from start: Int, to ends: [Int], avoiding avoided: Int, in graph: TightGraph) -> Bool {
    cost = 0
    path.removeAll(keepingCapacity: true)
    forward.restart(keepingSeen: true)
    backward.restart(keepingSeen: false)
    forward.see(start, from: Self.end)
    for end in ends where !backward.hasSeen(end) { backward.see(end, from: Self.end) }
    if backward.hasSeen(start) { return finish(at: start) }
    while forward.frontierCount > 0 && backward.frontierCount > 0 {
      var meeting: Int?
      if forward.frontierCount <= backward.frontierCount {
        let node = forward.queue[forward.next]
        forward.next += 1
        graph.forEachMove(from: node) { target in
          cost += 1
          guard meeting == nil, !forward.hasSeen(target), target != avoided, graph.isInComponent(target, of: start)
          else { return }
          forward.see(target, from: node)
          if backward.hasSeen(target) { meeting = target }
        }
      } else {
        let node = backward.queue[backward.next]
        backward.next += 1
        graph.forEachMove(into: node) { source in
          cost += 1
          guard meeting == nil, !backward.hasSeen(source), source != avoided, graph.isInComponent(source, of: start)
          else { return }
          backward.see(source, from: node)
          if forward.hasSeen(source) { meeting = source }
        }
      }
      if let meeting { return finish(at: meeting) }
    }
    // When the far side ran out first, what the near side has seen is no dead end by itself: only its start is known to be.
    if forward.frontierCount > 0 { forward.restart(keepingSeen: false) }
    return false
  }

  private mutating func finish(at meeting: Int) -> Bool {
    var node = meeting
    while node != Self.end {
      path.append(node)
      node = forward.neighbour[node]
    }
    path.reverse()
    node = backward.neighbour[meeting]
    while node != Self.end {
      path.append(node)
      node = backward.neighbour[node]
    }
    return true
  }
}
