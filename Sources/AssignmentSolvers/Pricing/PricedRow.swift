/// One row while its pairs are priced: keeps what a ``PricingRequest`` wants of those offered, in any order.
public struct PricedRow: Sendable {
  private let limit: Int64
  /// `limit` plus the margin.
  private let wanted: Int64
  private let margin: Int64
  private var best: BestPairs
  private var least = Int64.max
  /// The tight pairs, as long as the row is covered: all are listed, even beyond the number of pairs wanted.
  private var tight: [BestPairs.Entry] = []

  public init(row: Int, of request: PricingRequest) {
    limit = request.rowLimit[row]
    margin = request.margin
    let (sum, overflow) = limit.addingReportingOverflow(margin)
    wanted = overflow ? .max : sum
    best = BestPairs(capacity: request.pairsPerRow)
  }

  /// A pair whose `c_ij + v_j` is above this changes nothing any more.
  public var reach: Int64 {
    guard let last = best.limit else { return wanted }
    return least < limit ? last : max(last, limit)
  }

  /// - Parameter key: `c_ij + v_j`.
  @inline(__always)
  public mutating func offer(column: Int, cost: Int32, key: Int64) {
    if key > reach { return }
    take(BestPairs.Entry(key: key, index: Int32(truncatingIfNeeded: column), cost: cost))
  }

  private mutating func take(_ entry: BestPairs.Entry) {
    least = min(least, entry.key)
    if least < limit { tight.removeAll() } else if entry.key == limit { tight.append(entry) }
    best.offer(entry)
  }

  /// Adds the row to an answer. Rows must be added in ascending order.
  public func add(to answer: inout PricingAnswer, row: Int) {
    let excess = least < limit ? limit - least : 0
    answer.excess.append(excess)
    if excess > 0 { answer.uncoveredRowCount += 1 }
    var kept = best.entries
    if let last = best.limit {
      // Equals of the last that is kept may have been left out, but tight ones only where the row is uncovered.
      answer.margin.append(excess > 0 ? last - limit - 1 : max(0, last - limit - 1))
      if excess == 0, last == limit { kept = tight }
    } else {
      answer.margin.append(margin)
    }
    kept.sort { $0.index < $1.index }
    for entry in kept {
      answer.pairs.append(.init(row: Int32(truncatingIfNeeded: row), column: entry.index, cost: entry.cost))
    }
  }
}
