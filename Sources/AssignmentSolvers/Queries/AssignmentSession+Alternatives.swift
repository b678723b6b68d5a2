/// One column that a row could have.
public struct RowAlternative: Sendable, Equatable {
  public let column: Int
  /// What the objective loses in the best assignment that contains the pair: 0 for a pair that is chosen, or tied with one
  /// that is.
  public let loss: Int64
  public let isChosen: Bool

  public init(column: Int, loss: Int64, isChosen: Bool) {
    self.column = column
    self.loss = loss
    self.isChosen = isChosen
  }
}

extension AssignmentSession {
  /// Every column that the row can have in some feasible assignment, with its exact price: the least loss first, then the
  /// smallest column. Empty when there is no feasible assignment at all.
  ///
  /// A pair costs its slack and the shortest way to make room: from the column, which has one too many, to the row. One
  /// Dijkstra search gives the ways from all columns. Complexity: O(pairs · log) at most. Pairs that a decision forbids are
  /// left out; what they would cost tells ``effect(of:)-(AssignmentChange)``.
  ///
  /// - Precondition: the row exists and was not removed.
  public func alternatives(ofRow row: Int) -> [RowAlternative] {
    precondition(rowBounds.indices.contains(row) && !rowBounds[row].isRemoved, "the row exists and was not removed")
    if !isFeasible { return [] }
    var alternatives = decisions.forcedColumns(ofRow: row).map { RowAlternative(column: $0, loss: 0, isChosen: true) }
    let chosen = Set(network.columnsOfRow(row))
    let distances = ResidualDistances(toRow: row, in: network)
    network.rows.lines.forEachPair(of: row) { column, cost in
      if network.columns.offset[column] == ResidualNetwork.inertOffset { return }
      if chosen.contains(column) {
        alternatives.append(RowAlternative(column: column, loss: 0, isChosen: true))
        return
      }
      let slack = network.rows.offset[row] + network.columns.offset[column] + Int64(cost)
      let loss = slack + distances.ofColumn[column]
      // A way that leaves a lower bound short costs the bonus, one that does not exist more.
      if loss < NetworkSide.bonus / 2 || (!magnitudes.hasLowerBounds && loss < NetworkSide.unreachable) {
        alternatives.append(RowAlternative(column: column, loss: loss, isChosen: false))
      }
    }
    return alternatives.sorted { ($0.loss, $0.column) < ($1.loss, $1.column) }
  }
}
