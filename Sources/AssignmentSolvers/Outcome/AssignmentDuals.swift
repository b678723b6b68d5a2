/// The dual solution of problem P: a price `u_i` for each row and `v_j` for each column with
/// `u_i + v_j ≥ w_i − c_ij` on every allowed pair.
///
/// Signs: `u_i ≥ 0` unless row *i* has a lower bound, `v_j ≥ 0` unless column *j* has one. Where both the row and the
/// column of a *chosen* pair can take more than one, the bound "each pair at most once" has a dual of its own,
/// `z_ij = max(0, w_i − c_ij − u_i − v_j)`; it follows from u and v and is not stored.
///
/// The solvers return the *least column prices* among all optimal duals (see ``CanonicalOptimum``), which makes both
/// numbers exact answers to a question: `column[j]` is what one more place at column *j* would add to the objective, and
/// `row[i]` is what would be lost without row *i* (for rows of capacity 1).
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
