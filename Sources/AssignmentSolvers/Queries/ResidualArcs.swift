/// The moves of rows from column to column in an optimum, by the column they lead to and, roughly, by length.
///
/// A row *r* of column *j* that could take *j'* is an arc j → j' of length `slack_rj' ≥ 0`. The arcs into a column are sorted
/// by the number of bits of their length.
struct ResidualArcs: Sendable {
  private static let bucketCount = 64

  /// `start[column * bucketCount + bits]` begins the arcs into the column whose length has so many bits.
  private let start: [Int32]
  private let source: [Int32]
  private let length: [Int64]

  init(_ pairs: PairSlacks, columnOfRow: [Int?], columnCount: Int) {
    @inline(__always)
    func forEachMove(_ visit: (_ from: Int, _ to: Int, _ length: Int64) -> Void) {
      for (row, own) in columnOfRow.enumerated() {
        guard let own else { continue }
        pairs.forEach(ofRow: row) { column, slack in
          if column != own { visit(own, column, slack) }
        }
      }
    }
    var start = [Int32](repeating: 0, count: columnCount * Self.bucketCount + 1)
    forEachMove { _, to, length in start[to * Self.bucketCount + Self.bits(of: length) + 1] += 1 }
    for index in 1..<max(1, start.count) { start[index] += start[index - 1] }
    var next = start
    var source = [Int32](repeating: 0, count: Int(start[start.count - 1]))
    var lengths = [Int64](repeating: 0, count: source.count)
    forEachMove { from, to, length in
      let bucket = to * Self.bucketCount + Self.bits(of: length)
      let position = Int(next[bucket])
      next[bucket] += 1
      source[position] = Int32(from)
      lengths[position] = length
    }
    self.start = start
    self.source = source
    length = lengths
  }

  private static func bits(of length: Int64) -> Int { Int64.bitWidth - length.leadingZeroBitCount }

  /// Visits the arcs into a column that are no longer than a limit.
  @inline(__always)
  func forEachArc(into column: Int, upTo limit: Int64, _ visit: (_ source: Int, _ length: Int64) -> Void) {
    if limit < 0 { return }
    let first = column * Self.bucketCount
    // Arcs with more bits than the limit are longer.
    let end = Int(start[first + min(Self.bucketCount - 1, Self.bits(of: limit)) + 1])
    for arc in Int(start[first])..<end where length[arc] <= limit { visit(Int(source[arc]), length[arc]) }
  }

  /// Shortest ways from every column to where some can leave at a price: `min over k of (way j → k, plus leaving[k])`.
  func distances(startingFrom leaving: [Int64]) -> [Int64] {
    var distance = leaving
    var heap = MinimumHeap()
    for column in leaving.indices { heap.push(column, at: leaving[column]) }
    let longest = leaving.max() ?? 0
    while let entry = heap.popMinimum() {
      if entry.key != distance[entry.node] { continue }
      forEachArc(into: entry.node, upTo: longest - entry.key) { from, length in
        let through = entry.key + length
        if through < distance[from] {
          distance[from] = through
          heap.push(from, at: through)
        }
      }
    }
    return distance
  }
}
