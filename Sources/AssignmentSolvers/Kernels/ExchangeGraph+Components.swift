/// Strongly connected components of the graph, without recursion and without a copy of the arcs.
///
/// Reference: R. Tarjan, *Depth-first search and linear graph algorithms*, SIAM Journal on Computing 1 (1972) 146–160,
/// doi:10.1137/0201010.
extension ExchangeGraph {
  /// Labels all nodes. Complexity: O(nodes + arcs).
  func findComponents() {
    let (order, lowest) = (scratch.order, scratch.lowest)
    // The searches' queues are free here: the nodes on the current path, and those whose component is not known yet.
    let (frames, open) = (scratch.forward.queue, scratch.backward.queue)
    let unseen: Int32 = -1
    order.fill(with: unseen)
    component.fill(with: Self.none)
    componentCount = 0
    var cursors: [Cursor] = []
    var (frameCount, openCount) = (0, 0)
    var seenCount: Int32 = 0

    func enter(_ place: Int) {
      order[place] = seenCount
      lowest[place] = seenCount
      seenCount += 1
      open[openCount] = Int32(truncatingIfNeeded: place)
      openCount += 1
      frames[frameCount] = Int32(truncatingIfNeeded: place)
      frameCount += 1
      cursors.append(outCursor(place))
    }

    for root in 0...pool where order[root] == unseen {
      enter(root)
      while frameCount > 0 {
        let place = Int(frames[frameCount - 1])
        if let target = nextArc(outOf: place, &cursors[frameCount - 1])?.target {
          if order[target] == unseen {
            enter(target)
          } else if component[target] == Self.none {
            lowest[place] = min(lowest[place], order[target])
          }
          continue
        }
        frameCount -= 1
        cursors.removeLast()
        if frameCount > 0 {
          let parent = Int(frames[frameCount - 1])
          lowest[parent] = min(lowest[parent], lowest[place])
        }
        if lowest[place] == order[place] {
          while true {
            openCount -= 1
            component[open[openCount]] = componentCount
            if Int(open[openCount]) == place { break }
          }
          componentCount += 1
        }
      }
    }
  }
}
