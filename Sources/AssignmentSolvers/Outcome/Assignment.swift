/// Which column each row is given.
public struct Assignment: Sendable, Equatable {
  /// The column of each row, or nil where the row stays unmatched.
  public let columnOfRow: [Int?]

  public init(columnOfRow: [Int?]) {
    self.columnOfRow = columnOfRow
  }

  /// How many rows are matched.
  public var pairCount: Int { columnOfRow.count { $0 != nil } }

  /// The rows of each column, ascending.
  public func rowsOfColumn(columnCount: Int) -> [[Int]] {
    var rows = [[Int]](repeating: [], count: columnCount)
    for (row, column) in columnOfRow.enumerated() {
      if let column { rows[column].append(row) }
    }
    return rows
  }
}
