/// Which columns each row is given.
public struct Assignment: Sendable, Equatable {
  /// `rowCount + 1` offsets into ``columns``.
  private let start: [Int]
  /// The columns of row 0, then of row 1, …; ascending within a row.
  private let columns: [Int]

  /// One column or none per row.
  public init(columnOfRow: [Int?]) {
    var start = [0]
    start.reserveCapacity(columnOfRow.count + 1)
    var columns: [Int] = []
    for column in columnOfRow {
      if let column { columns.append(column) }
      start.append(columns.count)
    }
    self.start = start
    self.columns = columns
  }

  /// Any number of columns per row, in any order.
  public init(columnsOfRow: [[Int]]) {
    var start = [0]
    var columns: [Int] = []
    for row in columnsOfRow {
      columns.append(contentsOf: row.sorted())
      start.append(columns.count)
    }
    self.start = start
    self.columns = columns
  }

  public var rowCount: Int { start.count - 1 }

  /// How many pairs are chosen.
  public var pairCount: Int { columns.count }

  /// The columns of a row, ascending.
  public func columns(ofRow row: Int) -> ArraySlice<Int> { columns[start[row]..<start[row + 1]] }

  /// The column of each row, or nil where the row stays unmatched.
  ///
  /// Made anew at each call, O(rows): read it once.
  /// - Precondition: no row has more than one column.
  public var columnOfRow: [Int?] {
    (0..<rowCount).map { row in
      precondition(start[row + 1] - start[row] <= 1, "one column for each row at most")
      return start[row] == start[row + 1] ? nil : columns[start[row]]
    }
  }

  /// The rows of each column, ascending.
  public func rowsOfColumn(columnCount: Int) -> [[Int]] {
    var rows = [[Int]](repeating: [], count: columnCount)
    for row in 0..<rowCount {
      for column in columns(ofRow: row) { rows[column].append(row) }
    }
    return rows
  }
}
