extension AssignmentSession {
  /// Makes one change and restores optimality.
  ///
  /// - Precondition: indices exist and were not removed; one cost per node of the other side where all are given, indices
  ///   in range where they are listed; `0 ≤ lower ≤ capacity`; a pair that is forced is allowed or was forbidden by a
  ///   decision.
  /// - Throws: ``AssignmentError/beyondHeadRoom(magnitude:)`` when the numbers would become too large; the session is
  ///   then as before.
  public mutating func apply(_ change: AssignmentChange) throws(AssignmentError) {
    magnitudes = try magnitudes(with: CollectionOfOne(change))
    make(change)
    network.settle()
  }

  /// Makes several changes, in order, and restores optimality once.
  ///
  /// Preconditions and errors as for a single change; after an error none of the changes has been made.
  public mutating func apply(_ changes: [AssignmentChange]) throws(AssignmentError) {
    magnitudes = try magnitudes(with: changes)
    for change in changes { make(change) }
    network.settle()
  }

  /// What numbers can reach after some changes; refused when that is too much.
  ///
  /// The running maxima also know numbers that are long gone. Only when they are too large is everything looked at anew.
  func magnitudes(
    with changes: some Collection<AssignmentChange>
  ) throws(AssignmentError) -> SessionMagnitudes {
    var grown = magnitudes
    for change in changes { grown.include(change) }
    if grown.isWithinHeadRoom { return grown }
    grown = SessionMagnitudes(network.problem)
    for pair in decisions.pairs(where: { _ in true }) { grown.include(decision: decisions[pair.row, pair.column]) }
    for bounds in rowBounds { grown.include(rowBounds: bounds) }
    for bounds in columnBounds { grown.include(columnBounds: bounds) }
    for change in changes { grown.include(change) }
    try grown.check()
    return grown
  }

  mutating func make(_ change: AssignmentChange) {
    switch change {
    case .pairCost(let row, let column, let cost):
      precondition(cost != DenseCosts.forbidden, "the mark of forbidden pairs is no cost")
      checkPair(row, column)
      if !reviseDecision(row, column, cost: cost) { network.setCost(row, column, to: cost) }
    case .rowCosts(let row, let costs): setCosts(.row, row, costs)
    case .columnCosts(let column, let costs): setCosts(.column, column, costs)
    case .rowValue(let row, let value):
      checkRow(row)
      forcedGain += Int64(rowBounds[row].forcedCount) * (value - network.rows.nodes[row].value)
      network.setValue(ofRow: row, to: value)
    case .forbid(let row, let column): decide(row, column, isForced: false)
    case .force(let row, let column): decide(row, column, isForced: true)
    case .release(let row, let column):
      checkPair(row, column)
      guard let decision = decisions[row, column] else { return }
      undecide(row, column)
      network.setCost(row, column, to: decision.cost)
    case .rowBounds(let row, let lower, let capacity):
      checkRow(row)
      setBounds(.row, row, lower: lower, capacity: capacity)
    case .columnBounds(let column, let lower, let capacity):
      checkColumn(column)
      setBounds(.column, column, lower: lower, capacity: capacity)
    case .addRow(let costs, let value, let lower, let capacity):
      precondition(costs.isValid(otherCount: columnCount) && 0 <= lower && lower <= capacity, "a row is well formed")
      rowBounds.append(NodeBounds(lower: lower, capacity: capacity))
      network.add(.row, value: value, upper: capacity, lower: lower, costs: costs)
    case .addColumn(let costs, let lower, let capacity):
      precondition(costs.isValid(otherCount: rowCount) && 0 <= lower && lower <= capacity, "a column is well formed")
      columnBounds.append(NodeBounds(lower: lower, capacity: capacity))
      network.add(.column, value: 0, upper: capacity, lower: lower, costs: costs)
    case .removeRow(let row):
      checkRow(row)
      for column in decisions.columns(ofRow: row) { undecide(row, column) }
      setNodeBounds(.row, row, NodeBounds(lower: 0, capacity: 0, isRemoved: true))
      network.takeOut(.row, row)
    case .removeColumn(let column):
      checkColumn(column)
      for row in decisions.rows(ofColumn: column) { undecide(row, column) }
      setNodeBounds(.column, column, NodeBounds(lower: 0, capacity: 0, isRemoved: true))
      network.takeOut(.column, column)
    }
  }

  private func checkRow(_ row: Int) {
    precondition(rowBounds.indices.contains(row) && !rowBounds[row].isRemoved, "the row exists and was not removed")
  }

  private func checkColumn(_ column: Int) {
    precondition(
      columnBounds.indices.contains(column) && !columnBounds[column].isRemoved,
      "the column exists and was not removed")
  }

  private func checkPair(_ row: Int, _ column: Int) {
    checkRow(row)
    checkColumn(column)
  }

  // MARK: Costs

  /// Writes the costs of a line; pairs with a cost before and none now are forbidden.
  private mutating func setCosts(_ axis: ResidualNetwork.Axis, _ node: Int, _ costs: LineCosts) {
    if axis == .row { checkRow(node) } else { checkColumn(node) }
    let otherCount = axis == .row ? columnCount : rowCount
    precondition(costs.isValid(otherCount: otherCount), "costs fit the other side")
    let decided = axis == .row ? decisions.columns(ofRow: node) : decisions.rows(ofColumn: node)
    for other in decided {
      let (row, column) = axis == .row ? (node, other) : (other, node)
      reviseDecision(row, column, cost: costs.cost(at: other))
    }
    network.writeCosts(axis, node, costs, except: decided)
    network.coverAfterNewCosts(axis, node)
  }

  /// Gives a decided pair a new cost to keep in mind. Returns whether the pair is decided.
  @discardableResult
  private mutating func reviseDecision(_ row: Int, _ column: Int, cost: Int32) -> Bool {
    guard let decision = decisions[row, column] else { return false }
    // A forced pair that new costs leave out keeps its cost: it stays chosen.
    if decision.isForced, cost == DenseCosts.forbidden { return true }
    if decision.isForced { forcedGain += Int64(decision.cost) - Int64(cost) }
    decisions[row, column] = PairDecisions.Decision(isForced: decision.isForced, cost: cost)
    return true
  }

  // MARK: Decisions

  private mutating func decide(_ row: Int, _ column: Int, isForced: Bool) {
    checkPair(row, column)
    let former = decisions[row, column]
    if former?.isForced == isForced { return }
    let cost = former?.cost ?? network.rows.lines.cost(row, column)
    if isForced { precondition(cost != DenseCosts.forbidden, "a forced pair is allowed") }
    // A pair that was never allowed needs no veto.
    if cost == DenseCosts.forbidden && former == nil { return }
    undecide(row, column)
    network.setCost(row, column, to: DenseCosts.forbidden)
    decisions[row, column] = PairDecisions.Decision(isForced: isForced, cost: cost)
    if isForced { countForced(row, column, cost: cost, step: 1) }
  }

  /// Takes a decision back and leaves the pair forbidden.
  private mutating func undecide(_ row: Int, _ column: Int) {
    guard let decision = decisions[row, column] else { return }
    decisions[row, column] = nil
    if decision.isForced { countForced(row, column, cost: decision.cost, step: -1) }
  }

  private mutating func countForced(_ row: Int, _ column: Int, cost: Int32, step: Int) {
    forcedGain += Int64(step) * (network.rows.nodes[row].value - Int64(cost))
    setBounds(.row, row, lower: rowBounds[row].lower, capacity: rowBounds[row].capacity, forcedStep: step)
    setBounds(
      .column, column, lower: columnBounds[column].lower, capacity: columnBounds[column].capacity, forcedStep: step)
  }

  // MARK: Bounds

  /// - Parameter forcedStep: by how much the number of forced pairs changes.
  private mutating func setBounds(
    _ axis: ResidualNetwork.Axis, _ node: Int, lower: Int, capacity: Int, forcedStep: Int = 0
  ) {
    precondition(0 <= lower && lower <= capacity, "0 ≤ lower ≤ capacity")
    var bounds = axis == .row ? rowBounds[node] : columnBounds[node]
    if bounds.isOverfull { decisions.overfullNodeCount -= 1 }
    bounds.lower = lower
    bounds.capacity = capacity
    bounds.forcedCount += forcedStep
    if bounds.isOverfull { decisions.overfullNodeCount += 1 }
    setNodeBounds(axis, node, bounds)
    network.setBounds(
      axis, node, lower: max(0, lower - bounds.forcedCount), upper: max(0, capacity - bounds.forcedCount))
  }

  mutating func setNodeBounds(_ axis: ResidualNetwork.Axis, _ node: Int, _ bounds: NodeBounds) {
    switch axis {
    case .row:
      formerBounds?.append((axis, node, rowBounds[node]))
      rowBounds[node] = bounds
    case .column:
      formerBounds?.append((axis, node, columnBounds[node]))
      columnBounds[node] = bounds
    }
  }
}

extension SessionMagnitudes {
  mutating func include(_ change: AssignmentChange) {
    switch change {
    case .pairCost(_, _, let cost): include(cost: UInt64(cost.magnitude))
    case .rowCosts(_, let costs), .columnCosts(_, let costs): include(cost: costs.largestMagnitude)
    case .rowValue(_, let value): largestValue = max(largestValue, value.magnitude)
    case .forbid, .force, .release, .removeRow, .removeColumn: break
    case .rowBounds(_, let lower, let capacity):
      include(rowBounds: AssignmentSession.NodeBounds(lower: lower, capacity: capacity))
    case .columnBounds(_, let lower, let capacity):
      include(columnBounds: AssignmentSession.NodeBounds(lower: lower, capacity: capacity))
    case .addRow(let costs, let value, let lower, let capacity):
      rowCount += 1
      include(cost: costs.largestMagnitude)
      largestValue = max(largestValue, value.magnitude)
      include(rowBounds: AssignmentSession.NodeBounds(lower: lower, capacity: capacity))
    case .addColumn(let costs, let lower, let capacity):
      columnCount += 1
      include(cost: costs.largestMagnitude)
      include(columnBounds: AssignmentSession.NodeBounds(lower: lower, capacity: capacity))
    }
  }

  mutating func include(decision: PairDecisions.Decision?) {
    if let decision, decision.cost != DenseCosts.forbidden { include(cost: UInt64(decision.cost.magnitude)) }
  }

  mutating func include(rowBounds bounds: AssignmentSession.NodeBounds) {
    hasLowerBounds = hasLowerBounds || bounds.lower > 0
    rowPlaces = rowPlaces.addingSaturated(bounds.capacity)
  }

  mutating func include(columnBounds bounds: AssignmentSession.NodeBounds) {
    hasLowerBounds = hasLowerBounds || bounds.lower > 0
    columnPlaces = columnPlaces.addingSaturated(bounds.capacity)
  }

  private mutating func include(cost: UInt64) { largestCost = max(largestCost, cost) }
}
