/// Allowed pairs as compressed lists, cheapest first: the form in which the engine scans them.
///
/// Each list (of a row, or of a column after ``transposed(listCount:)``) holds one 64-bit word per pair: the cost in the
/// upper half, the partner in the lower. So one load brings both, and plain integer order is order by cost. Sorted lists
/// pay twice: the best partners come early, so a scan soon stops beating its own best (no mispredicted branches; 1.8
/// times faster on random costs), and it can end as soon as the cost alone is too high.
///
/// Memory: 8 bytes per pair and 8 per list.
final class PackedArcs {
  private let store = BlockStore()
  /// `listCount + 1` positions.
  let start: Block<Int>
  let words: Block<Int64>

  var listCount: Int { start.count - 1 }
  var pairCount: Int { start[listCount] }

  @inline(__always) static func pack(cost: Int32, partner: Int) -> Int64 { Int64(cost) << 32 | Int64(partner) }
  @inline(__always) static func cost(_ word: Int64) -> Int64 { word >> 32 }
  @inline(__always) static func partner(_ word: Int64) -> Int { Int(truncatingIfNeeded: word & 0xFFFF_FFFF) }

  private init(listCount: Int, pairCount: Int) {
    start = store.makeBlock(count: listCount + 1, of: 0)
    words = store.makeBlock(count: pairCount, of: 0)
  }

  /// Empty lists of given sizes, to be filled.
  convenience init(listSizes: [Int]) {
    self.init(listCount: listSizes.count, pairCount: listSizes.reduce(0, +))
    for list in listSizes.indices { start[list + 1] = start[list] + listSizes[list] }
  }

  /// Returns false, with some lists unsorted, when cancelled.
  func sortLists(isCancelled: () -> Bool) -> Bool {
    for list in 0..<listCount {
      if list % Self.listsPerPoll == 0, isCancelled() { return false }
      sort(from: start[list], to: start[list + 1])
    }
    return true
  }

  /// Sorting is most of the work of making lists: a few hundred take well under a millisecond.
  private static let listsPerPoll = 256

  /// The allowed pairs of sparse costs whose column has places; nil when cancelled.
  convenience init?(_ costs: SparseCosts, columnCapacity: [Int], isCancelled: () -> Bool) {
    self.init(listCount: costs.rowCount, pairCount: costs.values.count)
    var next = 0
    let columns = costs.columns.span
    let values = costs.values.span
    let rowStart = costs.rowStart.span
    let capacity = columnCapacity.span
    for row in 0..<costs.rowCount {
      if row % Self.listsPerPoll == 0, isCancelled() { return nil }
      for position in rowStart[row]..<rowStart[row + 1] {
        let column = Int(columns[position])
        if values[position] == DenseCosts.forbidden || capacity[column] == 0 { continue }
        words[next] = Self.pack(cost: values[position], partner: column)
        next += 1
      }
      start[row + 1] = next
      sort(from: start[row], to: next)
    }
  }

  /// The same pairs listed by partner; nil when cancelled.
  func transposed(listCount: Int, isCancelled: () -> Bool) -> PackedArcs? {
    let arcs = PackedArcs(listCount: listCount, pairCount: pairCount)
    let (start, words) = (self.start, self.words)
    let (target, targetWords) = (arcs.start, arcs.words)
    for position in 0..<pairCount {
      let partner = Self.partner(words[position])
      target[partner + 1] += 1
    }
    for list in 0..<listCount { target[list + 1] += target[list] }
    // `start` serves as the write position of each list and is moved back by one list afterwards.
    for list in 0..<self.listCount {
      if list % Self.listsPerPoll == 0, isCancelled() { return nil }
      for position in start[list]..<start[list + 1] {
        let word = words[position]
        let partner = Self.partner(word)
        targetWords[target[partner]] = (word >> 32) << 32 | Int64(list)
        target[partner] += 1
      }
    }
    var list = listCount
    while list > 0 {
      target[list] = target[list - 1]
      list -= 1
    }
    target[0] = 0
    return arcs.sortLists(isCancelled: isCancelled) ? arcs : nil
  }

  /// These pairs and more. Complexity: O(pairs).
  func adding(_ pairs: [SparseEngine.Pair]) -> PackedArcs {
    let arcs = PackedArcs(listCount: listCount, pairCount: pairCount + pairs.count)
    let target = arcs.start
    for list in 0..<listCount { target[list + 1] = start[list + 1] - start[list] }
    for pair in pairs { target[Int(pair.row) + 1] += 1 }
    for list in 0..<listCount { target[list + 1] += target[list] }
    var next = [Int](repeating: 0, count: listCount)
    for list in 0..<listCount {
      var position = target[list]
      for source in start[list]..<start[list + 1] {
        arcs.words[position] = words[source]
        position += 1
      }
      next[list] = position
    }
    for pair in pairs {
      arcs.words[next[Int(pair.row)]] = Self.pack(cost: pair.cost, partner: Int(pair.column))
      next[Int(pair.row)] += 1
    }
    for list in 0..<listCount where target[list + 1] - target[list] != start[list + 1] - start[list] {
      arcs.sort(from: target[list], to: target[list + 1])
    }
    return arcs
  }

  /// Quicksort with median of three, insertion sort for short runs: lists are short and the words are distinct.
  private func sort(from low: Int, to high: Int) {
    let words = self.words
    var (low, high) = (low, high)
    while high - low > 24 {
      let middle = low + (high - low) / 2
      let (a, b, c) = (words[low], words[middle], words[high - 1])
      let pivot = max(min(a, b), min(max(a, b), c))
      var (left, right) = (low, high - 1)
      while left <= right {
        while words[left] < pivot { left += 1 }
        while words[right] > pivot { right -= 1 }
        if left <= right {
          (words[left], words[right]) = (words[right], words[left])
          left += 1
          right -= 1
        }
      }
      // The shorter part first, so that the stack stays logarithmic.
      if right + 1 - low < high - left {
        sort(from: low, to: right + 1)
        low = left
      } else {
        sort(from: left, to: high)
        high = right + 1
      }
    }
    var position = low + 1
    while position < high {
      let word = words[position]
      var hole = position
      while hole > low, words[hole - 1] > word {
        words[hole] = words[hole - 1]
        hole -= 1
      }
      words[hole] = word
      position += 1
    }
  }
}
