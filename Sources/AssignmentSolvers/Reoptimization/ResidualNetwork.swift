/// The assignment problem as a flow with one outside node, kept optimal under change.
///
/// **Problem.** Rows *i* and columns *j* have between `l` and `k` pairs each (both sides alike), each allowed pair is
/// chosen at most once, and `Σ g_ij x_ij`, `g_ij = w_i − c_ij`, is as large as possible.
///
/// **Symbols.** `d` duals of rows and columns; `slack_ij = d_i + d_j − g_ij`; `W` = ``NetworkSide/bonus``, what each
/// unit up to a lower bound earns on top.
///
/// **Method.** (x, d) is optimal when
/// (1) a chosen pair has slack ≤ 0, (2) a pair not chosen has slack ≥ 0, (3) the pair number of each node fits its dual
/// (see ``NetworkSide``). A change of the problem is made so that (1) and (2) hold at once, by choosing or dropping the
/// pairs whose slack has the wrong sign; that leaves a few nodes lacking or overfull, against (3). Each missing unit is
/// one shortest-path search (``AlternatingTree``) in slacks, which are lengths ≥ 0: duals of the part nearer than the
/// end move so that (1) and (2) stay true, and the path is flipped. This is the method of successive shortest paths for
/// a flow that is optimal but does not balance; solving from nothing is the change "everybody enters".
///
/// **Feasibility first.** `W` outweighs any change of gains, so the objective with bonuses is lexicographic: as many units
/// up to lower bounds as possible, then the greatest gain. A bound that stays short proves that the problem has no
/// feasible answer (``deficientSet()``), and the network is ready for the next change all the same.
///
/// Complexity: one search per missing unit; a search costs the pairs of the nodes nearer than its end (with a logarithm
/// for the heap). Memory: the pairs twice, O(rows + columns + chosen pairs) besides.
///
/// **Departures from the cited algorithms.** 1. The outside node is never expanded: a path through it is two searches,
/// one from each end. 2. A binary heap also for full tables: the bound keeps it short, and no step then depends on the
/// number of columns except the scans themselves.
///
/// References: R. K. Ahuja, T. L. Magnanti, J. B. Orlin, *Network Flows*, Prentice Hall 1993, ch. 9 (successive shortest
/// paths, pseudoflows); G. A. Mills-Tettey, A. Stentz, M. B. Dias, *The dynamic Hungarian algorithm for the assignment
/// problem with changing costs*, Carnegie Mellon University, CMU-RI-TR-07-27 (2007).
struct ResidualNetwork: Sendable {
  enum Axis: Sendable { case row, column }

  struct Node: Sendable, Equatable {
    var axis: Axis
    var index: Int
  }

  var rows: NetworkSide
  var columns: NetworkSide
  /// The cost of the chosen pair in each slot.
  private(set) var slotCost: [Int32] = []
  private var freeSlots: [Int] = []
  private var tree = AlternatingTree()
  /// Nodes that may be lacking or overfull.
  private var unsettled: [Node] = []

  /// `Σ g_ij` over the chosen pairs, without bonuses.
  var gain: Int64 = 0
  /// How many units are missing up to lower bounds. The problem is infeasible when a settled network is short.
  private(set) var shortfall: Int
  /// How many searches have been made, for statistics.
  private(set) var searchCount = 0
  var journal: NetworkJournal?

  /// A network with nothing chosen yet; see ``solveFromNothing()``.
  init(rows: NetworkSide, columns: NetworkSide) {
    self.rows = rows
    self.columns = columns
    shortfall = rows.nodes.reduce(0) { $0 + $1.lower } + columns.nodes.reduce(0) { $0 + $1.lower }
  }

  /// Reads from one side without copying it.
  @inline(__always)
  func reading<Value>(_ axis: Axis, _ body: (borrowing NetworkSide) -> Value) -> Value {
    axis == .row ? body(rows) : body(columns)
  }

  // MARK: Restoring optimality

  mutating func markUnsettled(_ axis: Axis, _ index: Int) { unsettled.append(Node(axis: axis, index: index)) }

  /// Searches until every node fits its dual. `mayContinue` is asked before each search, with the
  /// number of searches so far.
  ///
  /// - Returns: false when it was told to stop; the network can be settled later.
  @discardableResult
  mutating func settle(mayContinue: (_ searchCount: Int) -> Bool = { _ in true }) -> Bool {
    while let node = unsettled.last {
      while isLacking(node) {
        guard mayContinue(searchCount) else { return false }
        searchForPair(from: node)
      }
      while isOverfull(node) {
        guard mayContinue(searchCount) else { return false }
        searchForRelease(from: node)
      }
      liftIdle(node.axis, node.index)
      unsettled.removeLast()
    }
    return true
  }

  /// Raises the dual of a node without pairs to the least it may have: no count would show that it is too low.
  private mutating func liftIdle(_ axis: Axis, _ node: Int) {
    let (isIdle, leastOffset) = reading(axis) { ($0.nodes[node].count == 0, $0.leastDual(node) - $0.nodes[node].value) }
    if isIdle, reading(axis, { $0.offset[node] }) < leastOffset { setOffset(axis, node, to: leastOffset) }
  }

  private func isLacking(_ node: Node) -> Bool {
    node.axis == .row ? rows.isLacking(node.index) : columns.isLacking(node.index)
  }

  private func isOverfull(_ node: Node) -> Bool {
    node.axis == .row ? rows.isOverfull(node.index) : columns.isOverfull(node.index)
  }

  private mutating func searchForPair(from node: Node) {
    switch node.axis {
    case .row: tree.grow(fromSeeker: node.index, seekers: &rows, offers: &columns, slotCost: slotCost)
    case .column: tree.grow(fromSeeker: node.index, seekers: &columns, offers: &rows, slotCost: slotCost)
    }
    augment(seekersAre: node.axis)
  }

  private mutating func searchForRelease(from node: Node) {
    switch node.axis {
    case .row: tree.grow(fromOffer: node.index, seekers: &columns, offers: &rows, slotCost: slotCost)
    case .column: tree.grow(fromOffer: node.index, seekers: &rows, offers: &columns, slotCost: slotCost)
    }
    augment(seekersAre: node.axis == .row ? .column : .row)
  }

  private mutating func augment(seekersAre axis: Axis) {
    searchCount += 1
    if journal != nil { recordDuals(seekersAre: axis) }
    switch axis {
    case .row:
      tree.moveDuals(&rows, &columns)
      flipPath(seekersAre: .row)
    case .column:
      tree.moveDuals(&columns, &rows)
      flipPath(seekersAre: .column)
    }
  }

  /// Settled offers are out of reach until duals move, so their true offsets are what `moveDuals` will start from.
  private mutating func recordDuals(seekersAre axis: Axis) {
    for seeker in tree.settledSeekers {
      recordOffset(axis, seeker, reading(axis) { $0.offset[seeker] })
    }
    let offerAxis: Axis = axis == .row ? .column : .row
    for offer in tree.settledOffers {
      let offset = reading(offerAxis) { $0.offset[offer] }
      recordOffset(offerAxis, offer, offset - NetworkSide.unreachable)
    }
  }

  /// Chooses and drops the pairs along the path from the end to the root, in turn.
  private mutating func flipPath(seekersAre axis: Axis) {
    var offer: Int
    switch tree.end {
    case .none: preconditionFailure("a lacking node may give up, and a pair of an overfull one may be dropped")
    case .offer(let end): offer = end
    case .seeker(let end):
      let slot = axis == .row ? rows.nodes[end].parent : columns.nodes[end].parent
      if slot == NetworkSide.none { return }
      offer = axis == .row ? columns.nodeOfSlot[slot] : rows.nodeOfSlot[slot]
      drop(slot)
    }
    while true {
      let seeker = axis == .row ? columns.nodes[offer].parent : rows.nodes[offer].parent
      if seeker == NetworkSide.none { return }
      let slot: Int
      if axis == .row {
        choose(seeker, offer, cost: columns.nodes[offer].parentCost)
        slot = rows.nodes[seeker].parent
      } else {
        choose(offer, seeker, cost: rows.nodes[offer].parentCost)
        slot = columns.nodes[seeker].parent
      }
      if slot == NetworkSide.none { return }
      offer = axis == .row ? columns.nodeOfSlot[slot] : rows.nodeOfSlot[slot]
      drop(slot)
    }
  }

  /// The dual objective: a bound on what any feasible assignment gains, also before the network is settled. Nil when it
  /// leaves 64 bits, as it may while lower bounds are short.
  var dualObjective: Int64? {
    var total: Int64 = 0
    var overflows = false
    func add(_ term: Int64, times count: Int) {
      let (product, productOverflows) = term.multipliedReportingOverflow(by: Int64(count))
      let (sum, sumOverflows) = total.addingReportingOverflow(product)
      overflows = overflows || productOverflows || sumOverflows
      total = sum
    }
    for axis in [Axis.row, .column] {
      let otherCount = reading(axis) { $0.lines.otherCount }
      for node in 0..<reading(axis, { $0.nodeCount }) {
        let (dual, lower, upper) = reading(axis) { ($0.dual(node), $0.nodes[node].lower, $0.nodes[node].upper) }
        add(dual, times: dual < 0 ? lower : min(upper, otherCount))
      }
    }
    for slot in slotCost.indices {
      let row = rows.nodeOfSlot[slot]
      if row == NetworkSide.none { continue }
      // A chosen pair may be worth more than its cover; the rest is the price of "at most once".
      add(-(rows.offset[row] + columns.offset[columns.nodeOfSlot[slot]] + Int64(slotCost[slot])), times: 1)
    }
    return overflows ? nil : total
  }

  // MARK: Chosen pairs

  /// Chooses a pair that is not chosen.
  mutating func choose(_ row: Int, _ column: Int, cost: Int32) {
    let slot: Int
    if let free = freeSlots.popLast() {
      slot = free
      slotCost[slot] = cost
    } else {
      slot = slotCost.count
      slotCost.append(cost)
      rows.addSlot()
      columns.addSlot()
    }
    if rows.nodes[row].count < rows.nodes[row].lower { shortfall -= 1 }
    if columns.nodes[column].count < columns.nodes[column].lower { shortfall -= 1 }
    rows.link(slot, to: row)
    columns.link(slot, to: column)
    gain += rows.nodes[row].value - Int64(cost)
    journal?.entries.append(.chose(slot: slot, row: row, column: column))
  }

  mutating func drop(_ slot: Int) {
    let row = rows.nodeOfSlot[slot]
    let column = columns.nodeOfSlot[slot]
    rows.unlink(slot)
    columns.unlink(slot)
    if rows.nodes[row].count < rows.nodes[row].lower { shortfall += 1 }
    if columns.nodes[column].count < columns.nodes[column].lower { shortfall += 1 }
    gain -= rows.nodes[row].value - Int64(slotCost[slot])
    freeSlots.append(slot)
    journal?.entries.append(.dropped(row: row, column: column, cost: slotCost[slot]))
  }

  /// The cost of a chosen pair has changed.
  mutating func setSlotCost(_ slot: Int, to cost: Int32) {
    journal?.entries.append(.slotCost(slot: slot, was: slotCost[slot]))
    gain += Int64(slotCost[slot]) - Int64(cost)
    slotCost[slot] = cost
  }

  /// The slot of a pair, or nil when the pair is not chosen. Complexity: O(pairs of the row that are chosen).
  func slot(of row: Int, _ column: Int) -> Int? {
    var slot = rows.firstSlot(of: row)
    while slot != NetworkSide.none {
      if columns.nodeOfSlot[slot] == column { return slot }
      slot = rows.slot(after: slot)
    }
    return nil
  }

  /// Changes what a bound is short of when it or the count changes by other means than a pair.
  mutating func adjustShortfall(by difference: Int) { shortfall += difference }
}
