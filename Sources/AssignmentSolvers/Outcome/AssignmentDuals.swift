/// The dual solution of problem P: `u_i ≥ 0` for rows, `v_j ≥ 0` for columns, `u_i + v_j ≥ w_i − c_ij` on every allowed
/// pair.
///
/// The solvers return the *least column prices* among all optimal duals (see ``CanonicalOptimum``), which makes both
/// numbers exact answers to a question: `column[j]` is what one more place at column *j* would add to the objective, and
/// `row[i]` is what would be lost without row *i*.
public struct AssignmentDuals: Sendable, Equatable {
  /// `u`, one per row.
  public let row: [Int64]
  /// `v`, one per column.
  public let column: [Int64]

  public init(row: [Int64], column: [Int64]) {
    self.row = row
    self.column = column
  }
}
