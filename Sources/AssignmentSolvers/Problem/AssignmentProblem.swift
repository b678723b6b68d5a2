/// The assignment problem P: who is paired with whom, natively with opt-out, capacities on both sides, lower bounds and
/// forbidden pairs.
///
///     minimise   Σ (c_ij − w_i) x_ij
///     subject to a_i ≤ Σ_j x_ij ≤ r_i  for each row i,
///                l_j ≤ Σ_i x_ij ≤ k_j  for each column j,   x ∈ {0, 1} on allowed pairs
///
/// With lower bounds 0 (the default) a row may stay unmatched: that is its own opt-out at value 0, so nothing is padded
/// with dummies and no large number stands for "forbidden". A row is then matched only where that is worth something
/// (`w_i − c_ij ≥ 0`). Each pair is used at most once, whatever the capacities.
///
/// Symbols: `c` ``costs``, `w` ``rowValue``, `r` ``rowCapacity``, `k` ``columnCapacity``, `a` ``rowLowerBound``,
/// `l` ``columnLowerBound``.
public struct AssignmentProblem: Sendable, Equatable {
  public let costs: PairCosts
  /// What one pair of row *i* is worth by itself, in units of cost; 64-bit, so that lexicographic goals ("as many rows as
  /// possible, then the least cost") are one large value rather than a second solve.
  public let rowValue: [Int64]
  /// How many columns row *i* can take; 1 in most problems.
  public let rowCapacity: [Int]
  /// How many rows column *j* can take; 0 is allowed.
  public let columnCapacity: [Int]
  /// How many columns row *i* must take: 0 lets it stay unmatched, 1 makes it a must.
  public let rowLowerBound: [Int]
  /// How many rows column *j* must take.
  public let columnLowerBound: [Int]

  public var rowCount: Int { costs.rowCount }
  public var columnCount: Int { costs.columnCount }

  /// - Parameters:
  ///   - rowValue: 0 for every row when left out.
  ///   - rowCapacity: 1 for every row when left out.
  ///   - columnCapacity: 1 for every column when left out.
  ///   - rowLowerBound: 0 for every row when left out.
  ///   - columnLowerBound: 0 for every column when left out.
  /// - Precondition: one entry per row or column; `0 ≤ lower bound ≤ capacity`. (Lower bounds that cannot be met together
  ///   are an answer, ``AssignmentOutcome/infeasible(_:)``, not an error.)
  public init(
    costs: PairCosts, rowValue: [Int64]? = nil, rowCapacity: [Int]? = nil, columnCapacity: [Int]? = nil,
    rowLowerBound: [Int]? = nil, columnLowerBound: [Int]? = nil
  ) {
    self.costs = costs
    self.rowValue = rowValue ?? Array(repeating: 0, count: costs.rowCount)
    self.rowCapacity = rowCapacity ?? Array(repeating: 1, count: costs.rowCount)
    self.columnCapacity = columnCapacity ?? Array(repeating: 1, count: costs.columnCount)
    self.rowLowerBound = rowLowerBound ?? Array(repeating: 0, count: costs.rowCount)
    self.columnLowerBound = columnLowerBound ?? Array(repeating: 0, count: costs.columnCount)
    precondition(self.rowValue.count == costs.rowCount, "one value for each row")
    precondition(self.rowCapacity.count == costs.rowCount, "one capacity for each row")
    precondition(self.columnCapacity.count == costs.columnCount, "one capacity for each column")
    precondition(self.rowLowerBound.count == costs.rowCount, "one lower bound for each row")
    precondition(self.columnLowerBound.count == costs.columnCount, "one lower bound for each column")
    precondition(
      zip(self.rowLowerBound, self.rowCapacity).allSatisfy { 0 <= $0 && $0 <= $1 }, "row bounds are in order")
    precondition(
      zip(self.columnLowerBound, self.columnCapacity).allSatisfy { 0 <= $0 && $0 <= $1 }, "column bounds are in order")
  }

  public init(
    costs: DenseCosts, rowValue: [Int64]? = nil, rowCapacity: [Int]? = nil, columnCapacity: [Int]? = nil,
    rowLowerBound: [Int]? = nil, columnLowerBound: [Int]? = nil
  ) {
    self.init(
      costs: .dense(costs), rowValue: rowValue, rowCapacity: rowCapacity, columnCapacity: columnCapacity,
      rowLowerBound: rowLowerBound, columnLowerBound: columnLowerBound)
  }

  public init(
    costs: SparseCosts, rowValue: [Int64]? = nil, rowCapacity: [Int]? = nil, columnCapacity: [Int]? = nil,
    rowLowerBound: [Int]? = nil, columnLowerBound: [Int]? = nil
  ) {
    self.init(
      costs: .sparse(costs), rowValue: rowValue, rowCapacity: rowCapacity, columnCapacity: columnCapacity,
      rowLowerBound: rowLowerBound, columnLowerBound: columnLowerBound)
  }

  /// Whether each row takes at most one column and nobody must be matched: the form that the fast solvers work on.
  public var isPlain: Bool {
    rowCapacity.allSatisfy { $0 == 1 } && rowLowerBound.allSatisfy { $0 == 0 }
      && columnLowerBound.allSatisfy { $0 == 0 }
  }

  /// The gain `w_i − c_ij` of choosing a pair, or nil when the pair is forbidden.
  public func gain(row: Int, column: Int) -> Int64? {
    costs[row, column].map { rowValue[row] - Int64($0) }
  }
}
