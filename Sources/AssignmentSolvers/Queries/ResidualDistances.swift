/// Shortest ways through a settled ``ResidualNetwork`` to one row, from everywhere.
///
/// **Lengths.** A column with one pair too many can pass it on: let a row of its go (minus the slack of that pair) or take
/// it as one more (what accepting costs). A row that lacks a pair can take another column (its slack) or make do (what
/// giving up costs). Through the outside, a row accepts or a column gives up in turn. All lengths are ≥ 0 at the optimum,
/// and the length from a column to a row is what it costs in objective that the column loses a unit and the row gains one.
///
/// **Method.** One Dijkstra search backwards from the row. Unlike the searches that restore optimality it goes everywhere
/// and through the outside. Complexity: O(pairs · log(nodes)), less where the heap stays short.
struct ResidualDistances {
  private(set) var ofColumn: [Int64]
  private var ofRow: [Int64]
  private var ofOutside = NetworkSide.unreachable
  private var heap = MinimumHeap()

  /// Distances to `target` from every column.
  init(toRow target: Int, in network: ResidualNetwork) {
    ofRow = Array(repeating: NetworkSide.unreachable, count: network.rows.nodeCount)
    ofColumn = Array(repeating: NetworkSide.unreachable, count: network.columns.nodeCount)
    let outside = ofRow.count + ofColumn.count
    ofRow[target] = 0
    heap.push(target, at: 0)
    while let entry = heap.popMinimum() {
      if entry.node < ofRow.count {
        if entry.key == ofRow[entry.node] { reachFromRow(entry.node, entry.key, network, outside) }
      } else if entry.node < outside {
        let column = entry.node - ofRow.count
        if entry.key == ofColumn[column] { reachFromColumn(column, entry.key, network, outside) }
      } else if entry.key == ofOutside {
        reachFromOutside(entry.key, network)
      }
    }
  }

  /// Ways into "this row lacks a pair": a column that lets it go; the outside, when the row accepts one more.
  private mutating func reachFromRow(_ row: Int, _ base: Int64, _ network: ResidualNetwork, _ outside: Int) {
    var slot = network.rows.firstSlot(of: row)
    while slot != NetworkSide.none {
      let column = network.columns.nodeOfSlot[slot]
      let slack = network.rows.offset[row] + network.columns.offset[column] + Int64(network.slotCost[slot])
      reachColumn(column, at: base - slack)
      slot = network.rows.slot(after: slot)
    }
    reachOutside(at: base + network.rows.acceptingCost(row), outside)
  }

  /// Ways into "this column has one too many": a row that takes it; the outside, when the column gives one up.
  private mutating func reachFromColumn(_ column: Int, _ base: Int64, _ network: ResidualNetwork, _ outside: Int) {
    var partners = Set<Int>()
    var slot = network.columns.firstSlot(of: column)
    while slot != NetworkSide.none {
      partners.insert(network.rows.nodeOfSlot[slot])
      slot = network.columns.slot(after: slot)
    }
    let start = base + network.columns.offset[column]
    network.columns.lines.forEachPair(of: column) { row, cost in
      let distance = start + network.rows.offset[row] + Int64(cost)
      if distance < ofRow[row], !partners.contains(row) {
        ofRow[row] = distance
        heap.push(row, at: distance)
      }
    }
    reachOutside(at: base + network.columns.givingUpCost(column), outside)
  }

  /// Ways into the outside: a row makes do, a column accepts.
  private mutating func reachFromOutside(_ base: Int64, _ network: ResidualNetwork) {
    for row in ofRow.indices {
      let distance = base + network.rows.givingUpCost(row)
      if distance < ofRow[row] {
        ofRow[row] = distance
        heap.push(row, at: distance)
      }
    }
    for column in ofColumn.indices { reachColumn(column, at: base + network.columns.acceptingCost(column)) }
  }

  private mutating func reachColumn(_ column: Int, at distance: Int64) {
    if distance >= ofColumn[column] { return }
    ofColumn[column] = distance
    heap.push(ofRow.count + column, at: distance)
  }

  private mutating func reachOutside(at distance: Int64, _ outside: Int) {
    if distance >= ofOutside { return }
    ofOutside = distance
    heap.push(outside, at: distance)
  }
}
