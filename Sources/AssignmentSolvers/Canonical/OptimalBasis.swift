/// What a solver hands over: any optimal assignment with any optimal duals.
///
/// Duals of columns without places are ignored (they weigh nothing in the dual objective) and may be anything.
struct OptimalBasis {
  var assignment: Assignment
  var rowDual: [Int64]
  var columnDual: [Int64]

  init(assignment: Assignment, rowDual: [Int64], columnDual: [Int64]) {
    self.assignment = assignment
    self.rowDual = rowDual
    self.columnDual = columnDual
  }

  /// For plain problems: one column or none per row.
  init(columnOfRow: [Int?], rowDual: [Int64], columnDual: [Int64]) {
    self.init(assignment: Assignment(columnOfRow: columnOfRow), rowDual: rowDual, columnDual: columnDual)
  }
}
