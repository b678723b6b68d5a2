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
    struct Frame {
      let node: Int
      let successors: [Int]
      var next = 0
    }
    let unseen = -1
    var order = [Int](repeating: unseen, count: nodeCount)
    var lowest = [Int](repeating: 0, count: nodeCount)
    var component = [Int](repeating: unseen, count: nodeCount)
    var path: [Int] = []
    var frames: [Frame] = []
    var seenCount = 0
    var componentCount = 0

    func open(_ node: Int) {
      order[node] = seenCount
      lowest[node] = seenCount
      seenCount += 1
      path.append(node)
      var successors: [Int] = []
      forEachSuccessor(node) { successors.append($0) }
      frames.append(Frame(node: node, successors: successors))
    }

    for root in 0..<nodeCount where order[root] == unseen {
      open(root)
      while let frame = frames.last {
        if frame.next < frame.successors.count {
          frames[frames.count - 1].next += 1
          let successor = frame.successors[frame.next]
          if order[successor] == unseen {
            open(successor)
          } else if component[successor] == unseen {
            lowest[frame.node] = min(lowest[frame.node], order[successor])
          }
          continue
        }
        frames.removeLast()
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
