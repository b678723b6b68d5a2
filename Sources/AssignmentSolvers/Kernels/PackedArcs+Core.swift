/// The core of a problem whose columns are scarce: about the 16 cheapest pairs of every column.
///
/// Where columns have many more pairs than they need, most of a solve would go into listing the pairs by column. The core
/// is found in three sequential passes over the rows' own lists, and the pairs left out are priced against its duals
/// afterwards, so how well it was chosen decides about time alone.
///
/// Reference: A. Volgenant, *Linear and semi-assignment problems: a core oriented approach*, Computers & Operations
/// Research 23 (1996) 917–932, doi:10.1016/0305-0548(96)00010-X.
extension PackedArcs {
  /// For each column its pairs up to a cost that about `4 · sampleStride` of them reach, as lists of columns.
  ///
  /// The limit is the fourth least cost that a column has among every `sampleStride`-th row. A column that the sample
  /// meets less often keeps all its pairs.
  /// Complexity: O(pairs). Memory: 8 bytes per selected pair and 24 per column.
  static func cheapestPairsOfColumns(_ costs: SparseCosts, sampleStride: Int = 4) -> PackedArcs {
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
      for position in rowStart[row]..<rowStart[row + 1] {
        let column = columns[position]
        if values[position] > limit[column] { continue }
        words[start[column] + Int(size[column])] = pack(cost: values[position], partner: row)
        size[column] += 1
      }
    }
    core.sortLists()
    return core
  }
}

extension SparseEngine {
  /// The pairs that the present duals do not cover, in one pass. O(pairs).
  func uncoveredPairs(of costs: SparseCosts) -> [Pair] {
    var pairs: [Pair] = []
    let rowStart = costs.rowStart.span
    let columns = costs.columns.span
    let values = costs.values.span
    let (rowLevel, price) = (rowLevel, price)
    for row in 0..<rowCount {
      let level = rowLevel[row]
      for position in rowStart[row]..<rowStart[row + 1] {
        if level &+ Int64(values[position]) &+ price[columns[position]] < 0 {
          pairs.append(Pair(row: Int32(row), column: columns[position], cost: values[position]))
        }
      }
    }
    count(searches: 0, scannedPairs: values.count, pricingPasses: 1)
    return pairs
  }
}
