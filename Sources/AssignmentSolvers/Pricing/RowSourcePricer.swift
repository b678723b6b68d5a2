/// Prices the rows of a ``RowSource`` one after the other, pair by pair: the plain pricer that others are tested against.
///
/// Complexity: one row of costs and one scan of it per row and pass. Memory: one row, and the lists.
public struct RowSourcePricer<Source: RowSource>: PairPricer {
  public let source: Source

  public init(_ source: Source) { self.source = source }

  public var rowCount: Int { source.rowCount }
  public var columnCount: Int { source.columnCount }

  public func shortLists(_ request: ShortListRequest, control: SolveControl) -> SparseCosts? {
    var costs = [Int32](repeating: 0, count: columnCount)
    var perColumn = (0..<columnCount).map { _ in BoundedList(capacity: request.pairsPerColumn) }
    var pairs: [(row: Int, column: Int, cost: Int32)] = []
    for row in 0..<rowCount {
      if control.isCancelled() { return nil }
      source.writeCosts(ofRow: row, to: &costs)
      var best = BoundedList(capacity: request.pairsPerRow)
      for column in 0..<columnCount where costs[column] != DenseCosts.forbidden {
        best.offer(Int64(costs[column]) + request.columnPrice[column], index: column, cost: costs[column])
        perColumn[column].offer(Int64(costs[column]) - request.rowValue[row], index: row, cost: costs[column])
      }
      for entry in best.entries { pairs.append((row, entry.index, entry.cost)) }
    }
    for column in 0..<columnCount {
      for entry in perColumn[column].entries { pairs.append((entry.index, column, entry.cost)) }
    }
    return Self.joined(pairs, rowCount: rowCount, columnCount: columnCount)
  }

  /// The pairs without repeats, as compressed rows.
  static func joined(
    _ pairs: [(row: Int, column: Int, cost: Int32)], rowCount: Int, columnCount: Int
  ) -> SparseCosts {
    var distinct: [(row: Int, column: Int, cost: Int32)] = []
    distinct.reserveCapacity(pairs.count)
    for pair in pairs.sorted(by: { ($0.row, $0.column) < ($1.row, $1.column) }) {
      if let last = distinct.last, last.row == pair.row, last.column == pair.column { continue }
      distinct.append(pair)
    }
    return SparseCosts(rowCount: rowCount, columnCount: columnCount, pairs: distinct)
  }

  public func price(_ request: PricingRequest, control: SolveControl) -> PricingAnswer? {
    var answer = PricingAnswer()
    answer.excess = Array(repeating: 0, count: rowCount)
    var costs = [Int32](repeating: 0, count: columnCount)
    for row in 0..<rowCount {
      if control.isCancelled() { return nil }
      source.writeCosts(ofRow: row, to: &costs)
      answer.add(row: row, costs: costs, request)
    }
    return answer
  }
}

extension PricingAnswer {
  /// Prices one full row.
  mutating func add(row: Int, costs: [Int32], _ request: PricingRequest) {
    let limit = request.rowLimit[row]
    var worst = BoundedList(capacity: request.uncoveredPerRow)
    var tight: [Pair] = []
    for column in costs.indices where costs[column] != DenseCosts.forbidden {
      let key = Int64(costs[column]) + request.columnPrice[column]
      if key > limit { continue }
      if key == limit {
        tight.append(Pair(row: Int32(row), column: Int32(column), cost: costs[column]))
        continue
      }
      uncoveredPairCount += 1
      excess[row] = max(excess[row], limit - key)
      worst.offer(key, index: column, cost: costs[column])
    }
    pricedPairCount += costs.count
    if excess[row] == 0 {
      pairs.append(contentsOf: tight)
    } else {
      for entry in worst.entries.sorted(by: { $0.index < $1.index }) {
        pairs.append(Pair(row: Int32(row), column: Int32(entry.index), cost: entry.cost))
      }
    }
  }
}

/// The `capacity` entries of least key among those offered; equal keys go to those offered first.
struct BoundedList {
  struct Entry {
    let key: Int64
    let index: Int
    let cost: Int32
  }

  let capacity: Int
  /// Unordered while it fills, a heap with the greatest key first from then on; among equal keys the latest first.
  private(set) var entries: [Entry] = []

  init(capacity: Int) { self.capacity = capacity }

  @inline(__always)
  mutating func offer(_ key: Int64, index: Int, cost: Int32) {
    if entries.count == capacity, let greatest = entries.first, key >= greatest.key { return }
    insert(Entry(key: key, index: index, cost: cost))
  }

  private static func isAfter(_ a: Entry, _ b: Entry) -> Bool { a.key != b.key ? a.key > b.key : a.index > b.index }

  private mutating func insert(_ entry: Entry) {
    if capacity == 0 { return }
    guard entries.count == capacity else {
      entries.append(entry)
      if entries.count == capacity { entries.sort(by: Self.isAfter) }
      return
    }
    var parent = 0
    while true {
      var child = 2 * parent + 1
      if child >= capacity { break }
      if child + 1 < capacity, Self.isAfter(entries[child + 1], entries[child]) { child += 1 }
      if !Self.isAfter(entries[child], entry) { break }
      entries[parent] = entries[child]
      parent = child
    }
    entries[parent] = entry
  }
}
