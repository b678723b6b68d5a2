/// The costs of the pairs, in one of three layouts. Lower is better.
///
/// | layout | memory | for |
/// |---|---|---|
/// | ``dense(_:)`` | 4 bytes per pair | most pairs allowed |
/// | ``narrow(_:)`` | 2 bytes per pair | the same, costs within ±32 766: half the memory traffic |
/// | ``sparse(_:)`` | 8 bytes per listed pair | few pairs allowed; pairs not listed are forbidden |
///
/// Every solver takes every layout and gives the same answer for the same costs.
///
/// **Positions.** Inside the module a pair is named by its *position*: the index of its value in the layout's own array.
/// The positions of a row are one range, in ascending order of columns, so one loop serves all layouts.
public enum PairCosts: Sendable, Equatable {
  case dense(DenseCosts)
  case narrow(NarrowDenseCosts)
  case sparse(SparseCosts)

  public var rowCount: Int {
    switch self {
    case .dense(let costs): costs.rowCount
    case .narrow(let costs): costs.rowCount
    case .sparse(let costs): costs.rowCount
    }
  }

  public var columnCount: Int {
    switch self {
    case .dense(let costs): costs.columnCount
    case .narrow(let costs): costs.columnCount
    case .sparse(let costs): costs.columnCount
    }
  }

  /// Whether only listed pairs are stored.
  var isSparse: Bool {
    if case .sparse = self { return true }
    return false
  }

  /// How many pairs the layout stores, forbidden ones of full tables included.
  public var storedPairCount: Int {
    switch self {
    case .dense(let costs): costs.values.count
    case .narrow(let costs): costs.values.count
    case .sparse(let costs): costs.values.count
    }
  }

  /// The cost of one pair, or nil when the pair is forbidden. O(1) in full tables, O(log) in sparse rows.
  public subscript(row: Int, column: Int) -> Int32? {
    switch self {
    case .dense(let costs): costs[row, column]
    case .narrow(let costs): costs[row, column]
    case .sparse(let costs): costs[row, column]
    }
  }

  /// Calls `visit` for each allowed pair of a row, in ascending order of columns.
  @inlinable
  public func forEachPair(ofRow row: Int, _ visit: (_ column: Int, _ cost: Int32) -> Void) {
    switch self {
    case .dense(let costs):
      let start = row * costs.columnCount
      for column in 0..<costs.columnCount {
        let cost = costs.values[start + column]
        if cost != DenseCosts.forbidden { visit(column, cost) }
      }
    case .narrow(let costs):
      let start = row * costs.columnCount
      for column in 0..<costs.columnCount {
        let cost = costs.values[start + column]
        if cost != NarrowDenseCosts.forbidden { visit(column, Int32(cost)) }
      }
    case .sparse(let costs):
      for position in costs.rowStart[row]..<costs.rowStart[row + 1] {
        let cost = costs.values[position]
        if cost != DenseCosts.forbidden { visit(Int(costs.columns[position]), cost) }
      }
    }
  }

  /// The same costs as a full table.
  public var asDense: DenseCosts {
    switch self {
    case .dense(let costs): return costs
    case .narrow(let costs):
      return DenseCosts(
        rowCount: rowCount, columnCount: columnCount,
        values: costs.values.map { $0 == NarrowDenseCosts.forbidden ? DenseCosts.forbidden : Int32($0) })
    case .sparse:
      var values = [Int32](repeating: DenseCosts.forbidden, count: rowCount * columnCount)
      for row in 0..<rowCount { forEachPair(ofRow: row) { values[row * columnCount + $0] = $1 } }
      return DenseCosts(rowCount: rowCount, columnCount: columnCount, values: values)
    }
  }

  /// The same costs with only the allowed pairs listed.
  public var asSparse: SparseCosts {
    if case .sparse(let costs) = self { return costs }
    var rowStart = [0]
    var columns: [Int32] = []
    var values: [Int32] = []
    for row in 0..<rowCount {
      forEachPair(ofRow: row) { column, cost in
        columns.append(Int32(column))
        values.append(cost)
      }
      rowStart.append(columns.count)
    }
    return SparseCosts(columnCount: columnCount, rowStart: rowStart, columns: columns, values: values)
  }
}

extension PairCosts {
  /// The positions of a row's pairs.
  @inline(__always)
  func positions(ofRow row: Int) -> Range<Int> {
    switch self {
    case .dense(let costs): row * costs.columnCount..<(row + 1) * costs.columnCount
    case .narrow(let costs): row * costs.columnCount..<(row + 1) * costs.columnCount
    case .sparse(let costs): costs.rowStart[row]..<costs.rowStart[row + 1]
    }
  }

  @inline(__always)
  func column(at position: Int, ofRow row: Int) -> Int {
    switch self {
    case .dense(let costs): position - row * costs.columnCount
    case .narrow(let costs): position - row * costs.columnCount
    case .sparse(let costs): Int(costs.columns[position])
    }
  }

  /// The cost at a position, ``DenseCosts/forbidden`` when the pair is not allowed.
  @inline(__always)
  func cost(at position: Int) -> Int32 {
    switch self {
    case .dense(let costs): costs.values[position]
    case .narrow(let costs):
      costs.values[position] == NarrowDenseCosts.forbidden ? DenseCosts.forbidden : Int32(costs.values[position])
    case .sparse(let costs): costs.values[position]
    }
  }

  /// The position of a pair, nil when it is not stored.
  func position(row: Int, column: Int) -> Int? {
    switch self {
    case .dense(let costs): row * costs.columnCount + column
    case .narrow(let costs): row * costs.columnCount + column
    case .sparse(let costs): costs.position(row: row, column: column)
    }
  }
}
