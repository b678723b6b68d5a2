/// Changes to the problem that a network holds. Each leaves pairs and duals in order (laws 1 and 2 of
/// ``ResidualNetwork``) and marks the nodes that ``ResidualNetwork/settle(mayContinue:)`` has to look at.
extension ResidualNetwork {
  // MARK: Solving from nothing

  /// Prepares the first solve: the nodes of the side with fewer units enter, all at once, each with the least dual that
  /// covers its pairs.
  ///
  /// With more rows than places most rows must lose a contest in the end; entered from the scarce side, nearly every
  /// search ends at its first free offer.
  mutating func enterAll() {
    let rowUnits = rows.nodes.reduce(0) { $0 + min($1.upper, columns.nodeCount) }
    let columnUnits = columns.nodes.reduce(0) { $0 + min($1.upper, rows.nodeCount) }
    let entering: Axis = rowUnits <= columnUnits ? .row : .column
    let waiting: Axis = entering == .row ? .column : .row
    // The last one marked is settled first.
    for axis in [waiting, entering] {
      for node in (0..<reading(axis) { $0.nodeCount }).reversed() {
        if axis == entering { cover(axis, node) }
        markUnsettled(axis, node)
      }
    }
  }

  // MARK: Pairs

  /// Writes a cost and nothing else.
  mutating func writeCost(_ row: Int, _ column: Int, _ cost: Int32) {
    rows.lines.setCost(row, column, to: cost)
    columns.lines.setCost(column, row, to: cost)
  }

  /// Writes all costs of a line: pairs without a cost, and those in `excluded`, are forbidden.
  mutating func writeCosts(_ axis: Axis, _ node: Int, _ costs: LineCosts, except excluded: [Int]) {
    // A full line overwrites a line of a table altogether.
    if !(reading(axis) { $0.lines.isTable } && costs.isFull) {
      var former: [Int] = []
      reading(axis) { $0.lines.forEachPair(of: node) { other, _ in former.append(other) } }
      for other in former { writeCost(axis, node, other, PairLines.forbidden) }
    }
    costs.forEachPair { writeCost(axis, node, $0, $1) }
    for other in excluded { writeCost(axis, node, other, PairLines.forbidden) }
  }

  private mutating func writeCost(_ axis: Axis, _ node: Int, _ other: Int, _ cost: Int32) {
    let (row, column) = axis == .row ? (node, other) : (other, node)
    recordCost(row, column)
    writeCost(row, column, cost)
  }

  private mutating func recordCost(_ row: Int, _ column: Int) {
    if journal == nil { return }
    let was = rows.lines.cost(row, column)
    journal?.entries.append(.cost(row: row, column: column, was: was))
  }

  /// Changes the cost of a pair, allows it or, with ``PairLines/forbidden``, forbids it.
  mutating func setCost(_ row: Int, _ column: Int, to cost: Int32) {
    recordCost(row, column)
    writeCost(row, column, cost)
    let slot = slot(of: row, column)
    if cost == PairLines.forbidden {
      if let slot { dropAndMark(slot) }
      return
    }
    let slack = rows.offset[row] + columns.offset[column] + Int64(cost)
    if let slot {
      if slack > 0 { dropAndMark(slot) } else { setSlotCost(slot, to: cost) }
    } else if slack < 0 {
      choose(row, column, cost: cost)
      markUnsettled(.row, row)
      markUnsettled(.column, column)
    }
  }

  private mutating func dropAndMark(_ slot: Int) {
    markUnsettled(.row, rows.nodeOfSlot[slot])
    markUnsettled(.column, columns.nodeOfSlot[slot])
    drop(slot)
  }

  /// Brings a node in order after its costs were written: the least dual that covers its pairs, and no chosen pair of
  /// positive slack or forbidden.
  mutating func coverAfterNewCosts(_ axis: Axis, _ node: Int) {
    var slot = reading(axis) { $0.firstSlot(of: node) }
    var dropped: [Int] = []
    while slot != NetworkSide.none {
      let cost = rows.lines.cost(rows.nodeOfSlot[slot], columns.nodeOfSlot[slot])
      if cost == PairLines.forbidden { dropped.append(slot) } else { setSlotCost(slot, to: cost) }
      slot = reading(axis) { $0.slot(after: slot) }
    }
    for slot in dropped { dropAndMark(slot) }
    cover(axis, node)
    dropLoose(axis, node)
    markUnsettled(axis, node)
  }

  /// Drops the chosen pairs of a node that have positive slack.
  private mutating func dropLoose(_ axis: Axis, _ node: Int) {
    var slot = reading(axis) { $0.firstSlot(of: node) }
    while slot != NetworkSide.none {
      let next = reading(axis) { $0.slot(after: slot) }
      let slack = rows.offset[rows.nodeOfSlot[slot]] + columns.offset[columns.nodeOfSlot[slot]] + Int64(slotCost[slot])
      if slack > 0 { dropAndMark(slot) }
      slot = next
    }
  }

  /// Gives a node the least dual that covers its pairs not chosen.
  mutating func cover(_ axis: Axis, _ node: Int) {
    let offset: Int64
    switch axis {
    case .row: offset = Self.coveringOffset(of: node, in: rows, against: &columns)
    case .column: offset = Self.coveringOffset(of: node, in: columns, against: &rows)
    }
    setOffset(axis, node, to: offset)
  }

  private static func coveringOffset(of node: Int, in near: NetworkSide, against far: inout NetworkSide) -> Int64 {
    var least = NetworkSide.unreachable
    // No search is under way, so the marks of the last scan may be used: partners are told by a negative mark.
    var slot = near.firstSlot(of: node)
    while slot != NetworkSide.none {
      far.nodes[far.nodeOfSlot[slot]].partnerIn = NetworkSide.none
      slot = near.slot(after: slot)
    }
    near.lines.forEachPair(of: node) { other, cost in
      let sum = Int64(cost) + far.offset[other]
      if sum < least, far.nodes[other].partnerIn != NetworkSide.none { least = sum }
    }
    slot = near.firstSlot(of: node)
    while slot != NetworkSide.none {
      far.nodes[far.nodeOfSlot[slot]].partnerIn = 0
      slot = near.slot(after: slot)
    }
    return max(near.leastDual(node) - near.nodes[node].value, -least)
  }

  mutating func setOffset(_ axis: Axis, _ node: Int, to offset: Int64) {
    switch axis {
    case .row:
      recordOffset(axis, node, rows.offset[node])
      rows.offset[node] = offset
    case .column:
      recordOffset(axis, node, columns.offset[node])
      columns.offset[node] = offset
    }
  }

  // MARK: Nodes

  /// Changes what a pair of the row is worth. Slacks stay as they are; the dual moves with the value.
  mutating func setValue(ofRow row: Int, to value: Int64) {
    journal?.entries.append(.value(row: row, was: rows.nodes[row].value))
    writeValue(ofRow: row, value)
    markUnsettled(.row, row)
  }

  mutating func writeValue(ofRow row: Int, _ value: Int64) {
    gain += Int64(rows.nodes[row].count) * (value - rows.nodes[row].value)
    rows.nodes[row].value = value
  }

  mutating func setBounds(_ axis: Axis, _ node: Int, lower: Int, upper: Int) {
    setLower(axis, node, to: lower)
    setUpper(axis, node, to: upper)
  }

  mutating func setUpper(_ axis: Axis, _ node: Int, to upper: Int) {
    switch axis {
    case .row:
      journal?.entries.append(.upper(axis, node, was: rows.nodes[node].upper))
      rows.nodes[node].upper = upper
    case .column:
      journal?.entries.append(.upper(axis, node, was: columns.nodes[node].upper))
      columns.nodes[node].upper = upper
    }
    markUnsettled(axis, node)
  }

  mutating func setLower(_ axis: Axis, _ node: Int, to lower: Int) {
    let was = reading(axis) { $0.nodes[node].lower }
    journal?.entries.append(.lower(axis, node, was: was))
    writeLower(axis, node, lower)
    markUnsettled(axis, node)
  }

  mutating func writeLower(_ axis: Axis, _ node: Int, _ lower: Int) {
    switch axis {
    case .row:
      adjustShortfall(
        by: max(0, lower - rows.nodes[node].count) - max(0, rows.nodes[node].lower - rows.nodes[node].count))
      rows.nodes[node].lower = lower
    case .column:
      adjustShortfall(
        by: max(0, lower - columns.nodes[node].count) - max(0, columns.nodes[node].lower - columns.nodes[node].count))
      columns.nodes[node].lower = lower
    }
  }

  /// Adds a row or column at the end.
  mutating func add(_ axis: Axis, value: Int64, upper: Int, lower: Int, costs: LineCosts) {
    let node = reading(axis) { $0.nodeCount }
    if axis == .row {
      rows.addNode(value: value, upper: upper, lower: lower)
      columns.lines.addOther()
    } else {
      columns.addNode(value: value, upper: upper, lower: lower)
      rows.lines.addOther()
    }
    journal?.entries.append(.added(axis))
    costs.forEachPair { writeCost(axis, node, $0, $1) }
    adjustShortfall(by: lower)
    cover(axis, node)
    markUnsettled(axis, node)
  }

  /// Takes back the last ``add(_:value:upper:lower:costs:)``, after everything that came later was taken back.
  mutating func removeLast(_ axis: Axis) {
    switch axis {
    case .row:
      let partners = rows.lines.others(ofLine: rows.nodeCount - 1)
      adjustShortfall(by: -rows.removeLastNode())
      columns.lines.removeLastOther(listedIn: partners)
    case .column:
      let partners = columns.lines.others(ofLine: columns.nodeCount - 1)
      adjustShortfall(by: -columns.removeLastNode())
      rows.lines.removeLastOther(listedIn: partners)
    }
  }

  /// Takes a node out: it loses its pairs and its dual goes so high that no search ever meets it.
  mutating func takeOut(_ axis: Axis, _ node: Int) {
    setLower(axis, node, to: 0)
    setUpper(axis, node, to: 0)
    var slot = reading(axis) { $0.firstSlot(of: node) }
    while slot != NetworkSide.none {
      let next = reading(axis) { $0.slot(after: slot) }
      dropAndMark(slot)
      slot = next
    }
    setOffset(axis, node, to: Self.inertOffset)
  }

  /// The offset of a node that was taken out.
  static let inertOffset: Int64 = 1 << 61
}
