/// A full table of pair costs, row by row.
///
/// Shape: `rowCount × columnCount`, 32-bit integers, row-major, lower is better. A pair that is not allowed carries the
/// mark ``forbidden``; the mark is tested for, never computed with, so no "very large cost" can ever leak into a sum.
public struct DenseCosts: Sendable, Equatable {
  /// The mark of a pair that must not be chosen. It is no cost: solvers skip the pair.
  public static let forbidden = Int32.max

  public let rowCount: Int
  public let columnCount: Int
  /// Row-major: the cost of pair (row, column) is `values[row * columnCount + column]`.
  public let values: [Int32]

  /// - Precondition: `values.count == rowCount * columnCount`.
  public init(rowCount: Int, columnCount: Int, values: [Int32]) {
    precondition(rowCount >= 0 && columnCount >= 0, "counts are not negative")
    precondition(values.count == rowCount * columnCount, "one value for each pair")
    self.rowCount = rowCount
    self.columnCount = columnCount
    self.values = values
  }

  /// The cost of one pair, or nil when the pair is forbidden.
  public subscript(row: Int, column: Int) -> Int32? {
    let value = values[row * columnCount + column]
    return value == Self.forbidden ? nil : value
  }

  /// The same table with rows and columns exchanged.
  func transposed() -> DenseCosts {
    var transposed = [Int32](repeating: 0, count: values.count)
    for row in 0..<rowCount {
      for column in 0..<columnCount {
        transposed[column * rowCount + row] = values[row * columnCount + column]
      }
    }
    return DenseCosts(rowCount: columnCount, columnCount: rowCount, values: transposed)
  }
}
