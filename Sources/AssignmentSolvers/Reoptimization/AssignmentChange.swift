/// One change of a problem that a session holds (see ``AssignmentSession``).
///
/// Rows and columns are named by their index. Indices never shift: what is added gets the next one, and what is removed
/// keeps its own, unused.
public enum AssignmentChange: Sendable, Equatable {
  /// A new cost; a forbidden pair becomes allowed by it. A pair decided by `force` or `forbid` stays decided and keeps the
  /// new cost in mind. ``DenseCosts/forbidden`` is no cost: use `forbid`.
  case pairCost(row: Int, column: Int, cost: Int32)
  /// New costs for all pairs of a row; pairs without a cost are no longer allowed. As above for decided pairs.
  case rowCosts(row: Int, costs: LineCosts)
  /// New costs for all pairs of a column.
  case columnCosts(column: Int, costs: LineCosts)
  /// What a pair of the row is worth by itself.
  case rowValue(row: Int, value: Int64)

  /// Decides that the pair is not chosen.
  case forbid(row: Int, column: Int)
  /// Decides that the pair is chosen. The pair must be allowed, unless a decision forbade it.
  case force(row: Int, column: Int)
  /// Takes the decision about a pair back, if there is one: it is an ordinary allowed pair again.
  case release(row: Int, column: Int)

  /// How many columns a row must and can take.
  case rowBounds(row: Int, lower: Int, capacity: Int)
  /// How many rows a column must and can take.
  case columnBounds(column: Int, lower: Int, capacity: Int)

  case addRow(costs: LineCosts, value: Int64, lower: Int = 0, capacity: Int = 1)
  case addColumn(costs: LineCosts, lower: Int = 0, capacity: Int = 1)
  /// Removes a row, its pairs and the decisions about them.
  case removeRow(Int)
  case removeColumn(Int)
}
