/// What was done to a ``ResidualNetwork``, so that it can be undone.
///
/// A question ("what if this pair were forced?") is answered by making the change, restoring optimality and taking both
/// back. The journal holds only what was touched, so asking costs what the change costs.
struct NetworkJournal: Sendable {
  enum Entry: Sendable {
    case chose(slot: Int, row: Int, column: Int)
    case dropped(row: Int, column: Int, cost: Int32)
    case offset(ResidualNetwork.Axis, Int, was: Int64)
    case upper(ResidualNetwork.Axis, Int, was: Int)
    case lower(ResidualNetwork.Axis, Int, was: Int)
    case cost(row: Int, column: Int, was: Int32)
    case slotCost(slot: Int, was: Int32)
    case value(row: Int, was: Int64)
    case added(ResidualNetwork.Axis)
  }

  var entries: [Entry] = []
}

extension ResidualNetwork {
  mutating func recordOffset(_ axis: Axis, _ node: Int, _ offset: Int64) {
    journal?.entries.append(.offset(axis, node, was: offset))
  }

  /// Takes back everything since ``journal`` was set, and stops recording.
  mutating func rollBack() {
    guard let entries = journal?.entries else { return }
    journal = nil
    for entry in entries.reversed() {
      switch entry {
      case .chose(let slot, _, _): drop(slot)
      case .dropped(let row, let column, let cost): choose(row, column, cost: cost)
      case .offset(.row, let node, let was): rows.offset[node] = was
      case .offset(.column, let node, let was): columns.offset[node] = was
      case .upper(.row, let node, let was): rows.nodes[node].upper = was
      case .upper(.column, let node, let was): columns.nodes[node].upper = was
      case .lower(let axis, let node, let was): writeLower(axis, node, was)
      case .cost(let row, let column, let was): writeCost(row, column, was)
      case .slotCost(let slot, let was): setSlotCost(slot, to: was)
      case .value(let row, let was): writeValue(ofRow: row, was)
      case .added(let axis): removeLast(axis)
      }
    }
  }

  /// Every choice (+1) and drop (−1) since ``journal`` was set, in order.
  func journalledSteps() -> [(row: Int, column: Int, step: Int)] {
    (journal?.entries ?? []).compactMap { entry in
      switch entry {
      case .chose(_, let row, let column): (row, column, 1)
      case .dropped(let row, let column, _): (row, column, -1)
      default: nil
      }
    }
  }
}
