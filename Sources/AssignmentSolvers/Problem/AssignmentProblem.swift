/// The assignment problem P: who is paired with whom, natively with opt-out, capacities and forbidden pairs.
///
///     minimise   Σ (c_ij − w_i) x_ij
///     subject to Σ_j x_ij ≤ 1 for each row i,  Σ_i x_ij ≤ k_j for each column j,  x ∈ {0, 1} on allowed pairs
///
/// A row may stay unmatched: that is its own opt-out at value 0, so nothing is padded with dummies and no large number
/// stands for "forbidden". A row is matched only where that is worth something (`w_i − c_ij ≥ 0`).
///
/// Symbols: `c` ``costs``, `w` ``rowValue``, `k` ``columnCapacity``.
public struct AssignmentProblem: Sendable {
  public let costs: DenseCosts
  /// What matching row *i* at all is worth, in units of cost; 64-bit, so that lexicographic goals ("as many rows as
  /// possible, then the least cost") are one large value rather than a second solve.
  public let rowValue: [Int64]
  /// How many rows column *j* can take; 0 is allowed.
  public let columnCapacity: [Int]

  public var rowCount: Int { costs.rowCount }
  public var columnCount: Int { costs.columnCount }

  /// - Precondition: one row value per row, one capacity per column, no negative capacity.
  public init(costs: DenseCosts, rowValue: [Int64], columnCapacity: [Int]) {
    precondition(rowValue.count == costs.rowCount, "one value for each row")
    precondition(columnCapacity.count == costs.columnCount, "one capacity for each column")
    precondition(columnCapacity.allSatisfy { $0 >= 0 }, "capacities are not negative")
    self.costs = costs
    self.rowValue = rowValue
    self.columnCapacity = columnCapacity
  }

  /// The gain `w_i − c_ij` of choosing a pair, or nil when the pair is forbidden.
  public func gain(row: Int, column: Int) -> Int64? {
    costs[row, column].map { rowValue[row] - Int64($0) }
  }
}
