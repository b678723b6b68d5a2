/// The core of a problem whose columns are scarce: about the 16 cheapest pairs of every column.
///
/// Where columns have many more pairs than they need, most of a solve would go into listing the pairs by column. The core
/// is found in three sequential passes over the rows' own lists, and the pairs left out are priced against its duals
/// afterwards, so how well it was chosen decides about time alone. Measured at 200,000 × 120,000 with 50 pairs a row
/// (`Benchmarks/Peers/run --suite sparse --case 200000`): 12 pairs
/// of a column take 12 % less time on random costs and, as one more round of pricing follows, 37 % more in towns; 8 take
/// more on both. Pages of 2 MB gained nothing.
///
/// Reference: A. Volgenant, *Linear and semi-assignment problems: a core oriented approach*, Computers & Operations
/// Research 23 (1996) 917–932, doi:10.1016/0305-0548(96)00010-X.
extension PackedArcs {
  /// For each column its pairs up to a cost that about `4 · sampleStride` of them reach, as lists of columns.
  ///
  /// The limit is the fourth least cost that a column has among every `sampleStride`-th row. A column that the sample
  /// meets less often keeps all its pairs. Nil when cancelled.
  /// Complexity: O(pairs). Memory: 8 bytes per selected pair and 24 per column.
  static func cheapestPairsOfColumns(
    _ costs: SparseCosts, sampleStride: Int = 4, isCancelled: () -> Bool
  ) -> PackedArcs? {
    let columnCount = costs.columnCount
    let store = BlockStore()
    // Four least costs of each column, ascending.
    let least = store.makeBlock(count: 4 * columnCount, of: Int32.max)
    let limit = store.makeBlock(count: columnCount, of: Int32(0))
    let size = store.makeBlock(count: columnCount, of: Int32(0))
    let columns = costs.columns.span
    let values = costs.values.span
    let rowStart = costs.rowStart.span
    for row in stride(from: 0, to: costs.rowCount, by: sampleStride) {
      if row % (256 * sampleStride) == 0, isCancelled() { return nil }
      for position in rowStart[row]..<rowStart[row + 1] {
        let cost = values[position]
        let base = 4 * Int(columns[position])
        if cost >= least[base + 3] { continue }
        var rank = 3
        while rank > 0, least[base + rank - 1] > cost {
          least[base + rank] = least[base + rank - 1]
          rank -= 1
        }
        least[base + rank] = cost
      }
    }
    // A pair marked forbidden has the greatest cost there is, and is not below any limit.
    for column in 0..<columnCount { limit[column] = min(least[4 * column + 3], DenseCosts.forbidden - 1) }
    for position in columns.indices where values[position] <= limit[columns[position]] { size[columns[position]] += 1 }

    let core = PackedArcs(listSizes: size.array.map(Int.init))
    let (start, words) = (core.start, core.words)
    size.fill(with: 0)
    for row in 0..<costs.rowCount {
      if row % 256 == 0, isCancelled() { return nil }
      for position in rowStart[row]..<rowStart[row + 1] {
        let column = columns[position]
        if values[position] > limit[column] { continue }
        words[start[column] + Int(size[column])] = pack(cost: values[position], partner: row)
        size[column] += 1
      }
    }
    return core.sortLists(isCancelled: isCancelled) ? core : nil
  }
}

extension SparseEngine {
  /// All pairs against the present duals in one pass: those that are not covered, and those that are tight; nil when
  /// cancelled. O(pairs).
  func pricePairs(of costs: SparseCosts) -> (uncovered: [Pair], tight: TightPairs)? {
    let (rowLevel, price) = (rowLevel, price)
    var uncovered: [Pair] = []
    var tight = TightPairs(
      isRowFree: (0..<rowCount).map { rowDual($0) == 0 }, isColumnFree: (0..<columnCount).map { price[$0] == 0 })
    let rowStart = costs.rowStart.span
    let columns = costs.columns.span
    let values = costs.values.span
    for row in 0..<rowCount {
      if row % 4_096 == 0, control.isCancelled() { return nil }
      let level = rowLevel[row]
      for position in rowStart[row]..<rowStart[row + 1] {
        let column = columns[position]
        let slack = level &+ Int64(values[position]) &+ price[column]
        if slack > 0 || values[position] == DenseCosts.forbidden { continue }
        if slack == 0 {
          tight.columns.append(column)
        } else {
          uncovered.append(Pair(row: Int32(row), column: column, cost: values[position]))
        }
      }
      tight.rowStart.append(tight.columns.count)
    }
    count(searches: 0, scannedPairs: values.count, pricingPasses: 1)
    return (uncovered, tight)
  }
}
