import AssignmentSolvers

extension AssignmentProblem {
  /// A problem written out row by row; nil is a forbidden pair.
  ///
  /// - Parameters:
  ///   - columnCount: needed only when there is no row to count.
  ///   - rowValue: the same for every row.
  ///   - columnCapacity: 1 everywhere when left out.
  static func of(
    _ rows: [[Int32?]], columnCount: Int? = nil, rowValue: Int64, columnCapacity: [Int]? = nil
  ) -> AssignmentProblem {
    of(rows, columnCount: columnCount, rowValues: rows.map { _ in rowValue }, columnCapacity: columnCapacity)
  }

  static func of(
    _ rows: [[Int32?]], columnCount: Int? = nil, rowValues: [Int64], columnCapacity: [Int]? = nil
  ) -> AssignmentProblem {
    let columnCount = columnCount ?? rows.first?.count ?? 0
    return AssignmentProblem(
      costs: DenseCosts(
        rowCount: rows.count, columnCount: columnCount,
        values: rows.flatMap { $0.map { $0 ?? DenseCosts.forbidden } }),
      rowValue: rowValues, columnCapacity: columnCapacity ?? Array(repeating: 1, count: columnCount))
  }

  /// The same costs, row by row; nil is a forbidden pair.
  var rows: [[Int32?]] {
    (0..<rowCount).map { row in (0..<columnCount).map { column in costs[row, column] } }
  }
}
