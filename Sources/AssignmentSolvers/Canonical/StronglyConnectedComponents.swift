/// Strongly connected components of a directed graph, without recursion (deep graphs must not overflow the stack).
///
/// Reference: R. Tarjan, *Depth-first search and linear graph algorithms*, SIAM Journal on Computing 1 (1972) 146–160,
/// doi:10.1137/0201010.
enum StronglyConnectedComponents {
  /// Labels each node with the number of its component.
  ///
  /// - Parameter forEachSuccessor: called once per node with a closure to be called for each successor.
  /// - Complexity: O(nodes + arcs) time; memory for the arcs of the nodes on the current path.
  static func label(nodeCount: Int, forEachSuccessor: (_ node: Int, _ visit: (Int) -> Void) -> Void) -> [Int] {
    // A node on the current path; its arcs are the last ones in `arcs` when it is on top, as a frame's arcs go when
    // it is left.
    struct Frame {
      let node: Int
      let firstArc: Int
      var nextArc: Int
    }
    let unseen = -1
    var order = [Int](repeating: unseen, count: nodeCount)
    var lowest = [Int](repeating: 0, count: nodeCount)
    var component = [Int](repeating: unseen, count: nodeCount)
    var path: [Int] = []
    var frames: [Frame] = []
    var arcs: [Int] = []
    var seenCount = 0
    var componentCount = 0

    func open(_ node: Int) {
      order[node] = seenCount
      lowest[node] = seenCount
      seenCount += 1
      path.append(node)
      frames.append(Frame(node: node, firstArc: arcs.count, nextArc: arcs.count))
      forEachSuccessor(node) { arcs.append($0) }
    }

    for root in 0..<nodeCount where order[root] == unseen {
      open(root)
      while let frame = frames.last {
        if frame.nextArc < arcs.count {
          frames[frames.count - 1].nextArc += 1
          let successor = arcs[frame.nextArc]
          if order[successor] == unseen {
            open(successor)
          } else if component[successor] == unseen {
            lowest[frame.node] = min(lowest[frame.node], order[successor])
          }
          continue
        }
        frames.removeLast()
        arcs.removeLast(arcs.count - frame.firstArc)
        if let parent = frames.last { lowest[parent.node] = min(lowest[parent.node], lowest[frame.node]) }
        if lowest[frame.node] == order[frame.node] {
          while let node = path.popLast() {
            component[node] = componentCount
            if node == frame.node { break }
          }
          componentCount += 1
        }
      }
    }
    return component
  }
}
