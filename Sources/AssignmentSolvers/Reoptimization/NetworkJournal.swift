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
      case .upper(.row, let node, let was): rows.upper[node] = was
      case .upper(.column, let node, let was): columns.upper[node] = was
      case .lower(let axis, let node, let was): writeLower(axis, node, was)
      case .cost(let row, let column, let was): writeCost(row, column, was)
      case .slotCost(let slot, let was): setSlotCost(slot, to: was)
      }
    }
  }

  /// The pairs that were chosen before and are not now, and the other way round, since ``journal`` was set.
  func journalledMoves() -> (left: [(row: Int, column: Int)], joined: [(row: Int, column: Int)]) {
    guard let entries = journal?.entries else { return ([], []) }
    var difference: [PairKey: Int] = [:]
    var order: [PairKey] = []
    for entry in entries {
      let (key, step): (PairKey, Int)
      switch entry {
      case .chose(_, let row, let column): (key, step) = (PairKey(row: row, column: column), 1)
      case .dropped(let row, let column, _): (key, step) = (PairKey(row: row, column: column), -1)
      default: continue
      }
      if difference[key] == nil { order.append(key) }
      difference[key, default: 0] += step
    }
    let left = order.filter { difference[$0] == -1 }.map { ($0.row, $0.column) }
    let joined = order.filter { difference[$0] == 1 }.map { ($0.row, $0.column) }
    return (left, joined)
  }

  private struct PairKey: Hashable {
    var row: Int
    var column: Int
  }
}
