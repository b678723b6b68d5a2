/// Pair costs as compressed rows: only the listed pairs are allowed.
///
/// Row *i* lists the positions `rowStart[i]..<rowStart[i + 1]` of `columns` and `values`, columns strictly ascending.
/// 32-bit integers, lower is better. A listed pair may carry the mark ``DenseCosts/forbidden``; it is then not allowed.
/// Memory: 8 bytes per listed pair and 8 per row.
public struct SparseCosts: Sendable, Equatable {
  public let columnCount: Int
  /// `rowCount + 1` positions, ascending from 0 to the number of listed pairs.
  public let rowStart: [Int]
  /// The column of each listed pair.
  public let columns: [Int32]
  /// The cost of each listed pair.
  public let values: [Int32]

  public var rowCount: Int { rowStart.count - 1 }

  /// - Precondition: starts ascend from 0 to the number of pairs; within a row columns ascend strictly and are in
  ///   `0..<columnCount`; as many values as columns. Checked, O(pairs).
  public init(columnCount: Int, rowStart: [Int], columns: [Int32], values: [Int32]) {
    precondition((0...Int(Int32.max)).contains(columnCount), "columns are numbered in 32 bits")
    precondition(columns.count == values.count, "one value for each listed pair")
    precondition(rowStart.first == 0 && rowStart.last == columns.count, "row starts span the pairs")
    for row in 0..<rowStart.count - 1 {
      precondition(rowStart[row] <= rowStart[row + 1], "row starts ascend")
      var previous: Int32 = -1
      for position in rowStart[row]..<rowStart[row + 1] {
        precondition(columns[position] > previous, "columns of a row ascend")
        previous = columns[position]
      }
      precondition(Int(previous) < columnCount, "columns exist")
    }
    self.columnCount = columnCount
    self.rowStart = rowStart
    self.columns = columns
    self.values = values
  }

  /// From pairs in any order.
  /// - Precondition: rows and columns exist and no pair is listed twice.
  public init(rowCount: Int, columnCount: Int, pairs: some Collection<(row: Int, column: Int, cost: Int32)>) {
    var rowStart = [Int](repeating: 0, count: rowCount + 1)
    for pair in pairs { rowStart[pair.row + 1] += 1 }
    for row in 0..<rowCount { rowStart[row + 1] += rowStart[row] }
    var next = rowStart
    var order = [(column: Int32, cost: Int32)](repeating: (0, 0), count: rowStart[rowCount])
    for pair in pairs {
      order[next[pair.row]] = (Int32(pair.column), pair.cost)
      next[pair.row] += 1
    }
    for row in 0..<rowCount { order[rowStart[row]..<rowStart[row + 1]].sort { $0.column < $1.column } }
    self.init(columnCount: columnCount, rowStart: rowStart, columns: order.map(\.column), values: order.map(\.cost))
  }

  /// The cost of one pair, or nil when the pair is not listed or marked forbidden. O(log pairs of the row).
  public subscript(row: Int, column: Int) -> Int32? {
    guard let position = position(row: row, column: column), values[position] != DenseCosts.forbidden else {
      return nil
    }
    return values[position]
  }

  /// The position of a listed pair.
  func position(row: Int, column: Int) -> Int? {
    var low = rowStart[row]
    var high = rowStart[row + 1]
    while low < high {
      let middle = (low + high) / 2
      if Int(columns[middle]) < column { low = middle + 1 } else { high = middle }
    }
    return low < rowStart[row + 1] && Int(columns[low]) == column ? low : nil
  }
}
