/// A full table of pair costs in 16 bits: the same as ``DenseCosts`` at half the memory and memory traffic, for costs
/// within −32 768…32 766.
///
/// Passes over a large table run at the speed of memory, so the narrow layout makes them up to twice as fast.
public struct NarrowDenseCosts: Sendable, Equatable {
  /// The mark of a pair that must not be chosen.
  public static let forbidden = Int16.max

  public let rowCount: Int
  public let columnCount: Int
  /// Row-major: the cost of pair (row, column) is `values[row * columnCount + column]`.
  public let values: [Int16]

  /// - Precondition: `values.count == rowCount * columnCount`.
  public init(rowCount: Int, columnCount: Int, values: [Int16]) {
    precondition(rowCount >= 0 && columnCount >= 0, "counts are not negative")
    precondition(values.count == rowCount * columnCount, "one value for each pair")
    self.rowCount = rowCount
    self.columnCount = columnCount
    self.values = values
  }

  /// The same costs narrowed, or nil when one of them does not fit. Complexity: O(pairs).
  public init?(_ costs: DenseCosts) {
    let range = Int32(Int16.min)..<Int32(Self.forbidden)
    guard costs.values.allSatisfy({ $0 == DenseCosts.forbidden || range.contains($0) }) else { return nil }
    self.init(
      rowCount: costs.rowCount, columnCount: costs.columnCount,
      values: costs.values.map { $0 == DenseCosts.forbidden ? Self.forbidden : Int16(truncatingIfNeeded: $0) })
  }

  /// The cost of one pair, or nil when the pair is forbidden.
  public subscript(row: Int, column: Int) -> Int32? {
    let value = values[row * columnCount + column]
    return value == Self.forbidden ? nil : Int32(value)
  }
}
