/// The tie rule: row by row the smallest column that some optimum gives it (see ``CanonicalOptimum``).
///
/// A row at node *x* can have tight column *j* exactly when a path leads from *j* back to *x*. Breadth-first searches from
/// both ends, of which the smaller frontier grows first, stay near the square root of a component's size when there is a
/// path. When there is none, one end has run out, and what it has seen is closed: no cycle enters and leaves it. It gets a
/// label of its own, so no later search crosses its border, and each search that fails makes the components finer.
///
/// Complexity: O(tight pairs) when there are no ties; otherwise one search per row and column that could improve.
extension ExchangeGraph {
  /// Turns the assignment into the smallest optimum. Returns false, with some optimum that need not be the smallest, as
  /// soon as the caller cancels.
  func makeLexicographicallySmallest(isCancelled: () -> Bool) -> Bool {
    if isCancelled() { return false }
    decide(rowsBefore: 0)
    findComponents()
    trimPool()
    for row in 0..<rowCount {
      if row % 64 == 0, isCancelled() { return false }
      decide(rowsBefore: row)
      let place = Int(node[row])
      for pair in start[row]..<start[row + 1] {
        let column = Int(columnOfPair[pair])
        if column >= place { break }
        if component[column] != component[place] { continue }
        if leadBack(from: column, to: place) {
          move(row, to: column)
          break
        }
      }
    }
    return true
  }

  /// Makes the moves of a path, if there is one.
  private func leadBack(from first: Int, to last: Int) -> Bool {
    let (forward, backward) = (scratch.forward, scratch.backward)
    let own = component[first]
    forward.restart()
    backward.restart()
    forward.see(first, from: -1, by: Self.none)
    backward.see(last, from: -1, by: Self.none)
    var (outCursor, inCursor) = (outCursor(first), inCursor(last))
    while true {
      if forward.seenCount - forward.doneCount <= backward.seenCount - backward.doneCount {
        let place = Int(forward.queue[forward.doneCount])
        // The pool may have very many arcs: a few at a time, so that the other side has its turn.
        var arcsLeft = place == pool ? 8 : Int.max
        while arcsLeft > 0 {
          arcsLeft -= 1
          guard let arc = nextArc(outOf: place, &outCursor) else {
            forward.doneCount += 1
            if forward.doneCount == forward.seenCount { return separate(forward) }
            outCursor = self.outCursor(Int(forward.queue[forward.doneCount]))
            break
          }
          if forward.hasSeen(arc.target) || component[arc.target] != own { continue }
          forward.see(arc.target, from: place, by: arc.row)
          if backward.hasSeen(arc.target) { return follow(through: arc.target) }
        }
      } else {
        let place = Int(backward.queue[backward.doneCount])
        var arcsLeft = place == pool ? 8 : Int.max
        while arcsLeft > 0 {
          arcsLeft -= 1
          guard let arc = nextArc(into: place, &inCursor) else {
            backward.doneCount += 1
            if backward.doneCount == backward.seenCount { return separate(backward) }
            inCursor = self.inCursor(Int(backward.queue[backward.doneCount]))
            break
          }
          if backward.hasSeen(arc.source) || component[arc.source] != own { continue }
          backward.see(arc.source, from: place, by: arc.row)
          if forward.hasSeen(arc.source) { return follow(through: arc.source) }
        }
      }
    }
  }

  /// Gives what a side has seen a component of its own. Always false: there was no path.
  private func separate(_ side: ExchangeScratch.Side) -> Bool {
    for index in 0..<side.seenCount { component[side.queue[index]] = componentCount }
    componentCount += 1
    return false
  }

  /// Moves the rows along the path that meets at a node. Always true.
  private func follow(through meeting: Int) -> Bool {
    let (forward, backward) = (scratch.forward, scratch.backward)
    var place = meeting
    while forward.neighbour[place] >= 0 {
      let row = forward.row[place]
      if row >= 0 { move(Int(row), to: place) }
      place = Int(forward.neighbour[place])
    }
    place = meeting
    while backward.neighbour[place] >= 0 {
      let row = backward.row[place]
      place = Int(backward.neighbour[place])
      if row >= 0 { move(Int(row), to: place) }
    }
    return true
  }
}
