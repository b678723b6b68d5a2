/// The allowed pairs as one side sees them: a *line* of pairs for each node of that side (a row's pairs, or a column's).
///
/// A network keeps the pairs twice, once by rows and once by columns, so that a search walks along contiguous memory from
/// either side. Lines are a full table or adjacency lists; both can grow: a table keeps spare width, a list that is full
/// moves to the end of the pool with twice the room, so that adding costs O(1) amortised.
struct PairLines: Sendable {
  /// One pair of a list: the node on the other side and the cost.
  struct Entry: Sendable {
    var other: Int32
    var cost: Int32
  }

  /// Where a list lies in the pool.
  private struct Extent: Sendable {
    var start: Int
    var count: Int
    var room: Int
  }

  static let forbidden = DenseCosts.forbidden

  let isTable: Bool
  private(set) var lineCount: Int
  /// How many nodes the other side has.
  private(set) var otherCount: Int

  private var table: [Int32] = []
  /// Allocated width of a line of the table, at least `otherCount`.
  private var stride = 0

  private var pool: [Entry] = []
  private var extents: [Extent] = []

  /// A full table, line by line.
  init(lineCount: Int, otherCount: Int, table: [Int32]) {
    isTable = true
    self.lineCount = lineCount
    self.otherCount = otherCount
    self.table = table
    stride = otherCount
  }

  /// Lists, one after the other: line *n* is `entries[starts[n]..<starts[n + 1]]`.
  init(otherCount: Int, starts: [Int], entries: [Entry]) {
    isTable = false
    lineCount = starts.count - 1
    self.otherCount = otherCount
    pool = entries
    extents = (0..<starts.count - 1).map {
      Extent(start: starts[$0], count: starts[$0 + 1] - starts[$0], room: starts[$0 + 1] - starts[$0])
    }
  }

  /// The cost of a pair, or the mark of a forbidden one.
  func cost(_ line: Int, _ other: Int) -> Int32 {
    if isTable { return table[line * stride + other] }
    guard let index = index(of: other, in: line) else { return Self.forbidden }
    return pool[index].cost
  }

  /// Sets the cost of a pair, or forbids it. A forbidden pair keeps its place in a list.
  mutating func setCost(_ line: Int, _ other: Int, to cost: Int32) {
    if isTable {
      table[line * stride + other] = cost
    } else if let index = index(of: other, in: line) {
      pool[index].cost = cost
    } else if cost != Self.forbidden {
      append(Entry(other: Int32(other), cost: cost), to: line)
    }
  }

  private func index(of other: Int, in line: Int) -> Int? {
    let extent = extents[line]
    for index in extent.start..<extent.start + extent.count where Int(pool[index].other) == other { return index }
    return nil
  }

  private mutating func append(_ entry: Entry, to line: Int) {
    var extent = extents[line]
    if extent.count == extent.room {
      let start = pool.count
      let room = max(4, extent.room * 2)
      for index in extent.start..<extent.start + extent.count { pool.append(pool[index]) }
      for _ in extent.count..<room { pool.append(Entry(other: 0, cost: Self.forbidden)) }
      extent.start = start
      extent.room = room
    }
    pool[extent.start + extent.count] = entry
    extent.count += 1
    extents[line] = extent
  }

  /// Adds a line without any allowed pair.
  mutating func addLine() {
    lineCount += 1
    if isTable {
      table.append(contentsOf: repeatElement(Self.forbidden, count: stride))
    } else {
      extents.append(Extent(start: pool.count, count: 0, room: 0))
    }
  }

  /// Makes room for one more node on the other side, without any allowed pair.
  mutating func addOther() {
    otherCount += 1
    guard isTable, otherCount > stride else { return }
    let width = otherCount + otherCount / 4 + 8
    var wider = [Int32](repeating: Self.forbidden, count: lineCount * width)
    for line in 0..<lineCount {
      for other in 0..<otherCount - 1 { wider[line * width + other] = table[line * stride + other] }
    }
    table = wider
    stride = width
  }

  /// The nodes that a list names, forbidden pairs included; none for a table.
  func others(ofLine line: Int) -> [Int] { isTable ? [] : extent(of: line).map { Int(pool[$0].other) } }

  mutating func removeLastLine() {
    lineCount -= 1
    if isTable { table.removeLast(stride) } else { extents.removeLast() }
  }

  /// Forgets the last node of the other side; `lines` are the lists that name it.
  mutating func removeLastOther(listedIn lines: [Int]) {
    otherCount -= 1
    for line in lines {
      guard let index = index(of: otherCount, in: line) else { continue }
      // Pairs allowed later may lie behind it.
      pool[index] = pool[extents[line].start + extents[line].count - 1]
      extents[line].count -= 1
    }
  }

  /// Where the entries of a list are; read them with ``entry(at:)``.
  @inline(__always)
  func extent(of line: Int) -> Range<Int> {
    let extent = extents[line]
    return extent.start..<extent.start + extent.count
  }

  @inline(__always)
  func entry(at index: Int) -> Entry { pool[index] }

  /// The first node from `start` on whose pair with `line` is allowed and has `cost + offset < limit`, or the number of
  /// nodes when there is none. For tables only.
  ///
  /// The answer is seldom "yes", so pairs are first looked at eight together: the sign bit of the joined differences
  /// tells whether any of them is below the limit.
  @inline(__always)
  func firstOther(ofLine line: Int, from start: Int, where offset: [Int64], isBelow limit: Int64) -> Int {
    let costs = table.span.extracting(line * stride..<line * stride + otherCount)
    let offsets = offset.span.extracting(first: otherCount)
    var other = start
    while other < otherCount {
      if other % 8 == 0 {
        while other + 8 <= otherCount {
          let costs = costs.extracting(other..<other + 8)
          let offsets = offsets.extracting(other..<other + 8)
          var signs: Int64 = 0
          for k in 0..<8 { signs |= Int64(costs[k]) &+ offsets[k] &- limit }
          if signs < 0 { break }
          other += 8
        }
      }
      let blockEnd = min((other | 7) + 1, otherCount)
      while other < blockEnd {
        let cost = costs[other]
        if Int64(cost) &+ offsets[other] < limit && cost != Self.forbidden { return other }
        other += 1
      }
    }
    return otherCount
  }

  /// Visits every allowed pair of a line.
  @inline(__always)
  func forEachPair(of line: Int, _ body: (_ other: Int, _ cost: Int32) -> Void) {
    if isTable {
      let start = line * stride
      for other in 0..<otherCount where table[start + other] != Self.forbidden { body(other, table[start + other]) }
    } else {
      for index in extent(of: line) where pool[index].cost != Self.forbidden {
        body(Int(pool[index].other), pool[index].cost)
      }
    }
  }
}
