/// Questions of the form "what if?".
///
/// Each is answered by making the change, restoring optimality and taking both back, so it costs what the change costs: a
/// search for each unit that loses its place. That is a shortest path in the residual network, and exact.
extension AssignmentSession {
  /// What a change would do to the optimum; the session stays as it is.
  ///
  /// Examples: `.force` gives the price of a pair that is not chosen, `.forbid` that of one that is, `.removeRow` what the
  /// row brings, `.addColumn` what a further column would.
  ///
  /// Preconditions and errors as for ``apply(_:)-(AssignmentChange)``.
  public mutating func effect(of change: AssignmentChange) throws(AssignmentError) -> ChangeEffect {
    try effect(of: [change])
  }

  /// What several changes together would do to the optimum.
  public mutating func effect(of changes: [AssignmentChange]) throws(AssignmentError) -> ChangeEffect {
    _ = try magnitudes(with: changes)
    return effectOfAdmitted(changes)
  }

  /// What changes whose numbers are known to fit would do.
  mutating func effectOfAdmitted(_ changes: [AssignmentChange]) -> ChangeEffect {
    let before = objective
    let formerDecisions = decisions
    let formerForcedGain = forcedGain
    let (rowCount, columnCount) = (rowCount, columnCount)
    network.journal = NetworkJournal()
    formerBounds = []
    for change in changes { make(change) }
    network.settle()

    let after = objective
    var steps = network.journalledSteps()
    for pair in formerDecisions.pairs(where: { $0.isForced }) { steps.append((pair.row, pair.column, -1)) }
    for pair in decisions.pairs(where: { $0.isForced }) { steps.append((pair.row, pair.column, 1)) }

    network.rollBack()
    for former in (formerBounds ?? []).reversed() {
      if former.axis == .row {
        rowBounds[former.node] = former.bounds
      } else {
        columnBounds[former.node] = former.bounds
      }
    }
    formerBounds = nil
    rowBounds.removeLast(rowBounds.count - rowCount)
    columnBounds.removeLast(columnBounds.count - columnCount)
    decisions = formerDecisions
    forcedGain = formerForcedGain

    let difference: Int64? = if let before, let after { after - before } else { nil }
    return ChangeEffect(objective: after, objectiveChange: difference, moves: ChangeEffect.moves(steps))
  }

  /// What one more place at a column would bring.
  /// - Precondition: the column exists, was not removed and has fewer than `Int.max` places.
  public mutating func effectOfExtraPlace(column: Int) throws(AssignmentError) -> ChangeEffect {
    let bounds = columnBounds[column]
    return try effect(of: .columnBounds(column: column, lower: bounds.lower, capacity: bounds.capacity + 1))
  }

  /// What one place less at a column would do. Nil when the column has none to lose, or its lower bound needs them all.
  public mutating func effectOfLosingPlace(column: Int) throws(AssignmentError) -> ChangeEffect? {
    let bounds = columnBounds[column]
    if bounds.capacity == bounds.lower { return nil }
    return try effect(of: .columnBounds(column: column, lower: bounds.lower, capacity: bounds.capacity - 1))
  }

  /// What it would bring if the row could take one column more.
  /// - Precondition: the row exists, was not removed and can take fewer than `Int.max` columns.
  public mutating func effectOfExtraCapacity(row: Int) throws(AssignmentError) -> ChangeEffect {
    let bounds = rowBounds[row]
    return try effect(of: .rowBounds(row: row, lower: bounds.lower, capacity: bounds.capacity + 1))
  }
}
