public import AssignmentSolvers

/// Families of candidate lists: a few dozen pairs a row instead of all.
public enum SparseFamily: String, CaseIterable, Sendable {
  /// Uniform costs 1…10⁶ at random columns.
  case random
  /// The best of each row among mentoring-like costs: many rows want the same columns.
  case best
  /// The nearest points of a square; costs are distances, the largest listed one 10⁶.
  case nearest

  /// What matching a row is worth: the gain of a pair is this minus its cost.
  public static let rowValue: Int64 = 1_000_000

  /// Lists of `length` columns each (of up to that many: repeated draws of ``random`` count once).
  ///
  /// Complexity: O(rows · length) for ``random``, O(rows · columns) for the others.
  public func costs(rowCount: Int, columnCount: Int, length: Int, seed: UInt64 = 7) -> SparseCosts {
    var random = SplitMix64(seed: seed)
    switch self {
    case .random:
      return lists(columnCount, rowCount) { _ in
        Set((0..<length).map { _ in Int.random(in: 0..<columnCount, using: &random) }).sorted()
          .map { ($0, Int32.random(in: 1...1_000_000, using: &random)) }
      }
    case .best:
      let cohort = Cohort(rowCount: rowCount, columnCount: columnCount, isScattered: true, random: &random)
      return lists(columnCount, rowCount) { row in
        Self.least(length, of: (0..<columnCount).map { cohort.cost(row: row, column: $0) }).map {
          ($0.column, $0.value)
        }
      }
    case .nearest:
      let rows = (0..<rowCount).map { _ in Point(x: random.unit(), y: random.unit()) }
      let columns = (0..<columnCount).map { _ in Point(x: random.unit(), y: random.unit()) }
      let near = rows.map { row in Self.least(length, of: columns.map { row.distance(to: $0) }) }
      let farthest = near.joined().reduce(0) { max($0, $1.value) }
      return lists(columnCount, rowCount) { row in
        near[row].map { ($0.column, Int32((1e6 * $0.value / max(farthest, .leastNormalMagnitude)).rounded())) }
      }
    }
  }

  /// The columns of the least values, ascending by column.
  private static func least<Value: Comparable>(_ count: Int, of values: [Value]) -> [(column: Int, value: Value)] {
    values.enumerated().sorted { ($0.element, $0.offset) < ($1.element, $1.offset) }.prefix(count)
      .sorted { $0.offset < $1.offset }.map { ($0.offset, $0.element) }
  }

  private func lists(
    _ columnCount: Int, _ rowCount: Int, ofRow: (Int) -> [(column: Int, cost: Int32)]
  ) -> SparseCosts {
    var rowStart = [0]
    var columns: [Int32] = []
    var values: [Int32] = []
    for row in 0..<rowCount {
      for (column, cost) in ofRow(row) {
        columns.append(Int32(column))
        values.append(cost)
      }
      rowStart.append(columns.count)
    }
    return SparseCosts(columnCount: columnCount, rowStart: rowStart, columns: columns, values: values)
  }
}
