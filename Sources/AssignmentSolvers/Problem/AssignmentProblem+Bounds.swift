extension AssignmentProblem {
  /// Everything of a problem but its costs: what a checker needs when the costs come row by row.
  public struct Bounds: Sendable, Equatable {
    public let rowValue: [Int64]
    public let rowCapacity: [Int]
    public let columnCapacity: [Int]
    public let rowLowerBound: [Int]
    public let columnLowerBound: [Int]

    /// The bounds of a plain problem: each row one column at most, nobody must be matched.
    public init(rowValue: [Int64], columnCapacity: [Int]) {
      self.init(
        rowValue: rowValue, rowCapacity: rowValue.map { _ in 1 }, columnCapacity: columnCapacity,
        rowLowerBound: rowValue.map { _ in 0 }, columnLowerBound: columnCapacity.map { _ in 0 })
    }

    /// - Precondition: one entry per row, and one per column.
    public init(
      rowValue: [Int64], rowCapacity: [Int], columnCapacity: [Int], rowLowerBound: [Int], columnLowerBound: [Int]
    ) {
      precondition(rowCapacity.count == rowValue.count && rowLowerBound.count == rowValue.count, "one for each row")
      precondition(columnLowerBound.count == columnCapacity.count, "one for each column")
      self.rowValue = rowValue
      self.rowCapacity = rowCapacity
      self.columnCapacity = columnCapacity
      self.rowLowerBound = rowLowerBound
      self.columnLowerBound = columnLowerBound
    }
  }

  public var bounds: Bounds {
    Bounds(
      rowValue: rowValue, rowCapacity: rowCapacity, columnCapacity: columnCapacity, rowLowerBound: rowLowerBound,
      columnLowerBound: columnLowerBound)
  }
}
