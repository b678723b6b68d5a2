/// One column while its pairs are priced: keeps the rows that need the highest price to be covered. The order of the offers
/// does not show.
public struct PricedColumn: Sendable {
  private var best: BestPairs

  /// - Parameter pairCount: the most rows that are kept; at least one.
  public init(pairCount: Int) { best = BestPairs(capacity: pairCount) }

  /// A pair with `c_ij + price > limit_i` changes nothing any more.
  public var price: Int64 { best.limit.map { -$0 } ?? 0 }

  @inline(__always)
  public mutating func offer(row: Int, cost: Int32, limit: Int64) {
    let needed = limit - Int64(cost)
    if needed < price { return }
    best.offer(.init(key: -needed, index: Int32(truncatingIfNeeded: row), cost: cost))
  }

  /// Takes over what was found among other rows.
  public mutating func join(_ other: PricedColumn) { for entry in other.best.entries { best.offer(entry) } }

  /// The pairs of all columns, by row and column.
  public static func pairs(of columns: [PricedColumn]) -> [PricingAnswer.Pair] {
    var pairs: [PricingAnswer.Pair] = []
    for (column, priced) in columns.enumerated() {
      for entry in priced.best.entries {
        pairs.append(.init(row: entry.index, column: Int32(truncatingIfNeeded: column), cost: entry.cost))
      }
    }
    return pairs.sorted { ($0.row, $0.column) < ($1.row, $1.column) }
  }
}
