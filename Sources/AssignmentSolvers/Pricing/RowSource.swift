/// Costs that are produced on demand, one row at a time, because there are too many to store.
///
/// A row costs one call, whatever its length. Rows may be asked for again and in any order, and from several threads at
/// once; the same row always has the same costs.
public protocol RowSource: Sendable {
  var rowCount: Int { get }
  var columnCount: Int { get }

  /// Fills `costs`, one entry per column, with the costs of a row; ``DenseCosts/forbidden`` where a pair is not allowed.
  func writeCosts(ofRow row: Int, to costs: inout [Int32])
}

extension DenseCosts: RowSource {
  public func writeCosts(ofRow row: Int, to costs: inout [Int32]) {
    let start = row * columnCount
    for column in 0..<columnCount { costs[column] = values[start + column] }
  }
}
