/// In how many of the optimal assignments a pair is chosen.
public enum PairStatus: Sendable, Equatable {
  /// In every optimum: without the pair something is lost.
  case inAll
  /// In some optima and not in others: a tie.
  case inSome
  /// In none: with the pair something is lost. Also the status of pairs that are forbidden.
  case inNone
}

/// Which pairs are in all, some or none of the optimal assignments.
///
/// By complementary slackness all optima are reached from one of them along circles of length 0 in the residual network. So
/// a pair that is not chosen is in some optimum just when it is tight and lies on such a circle, and a chosen one is in all
/// just when it does not; and an arc lies on a circle when both its ends are in one strongly connected component.
///
/// Depends on the problem alone, not on the history of the session. Complexity: O(pairs) to make, then O(1) for a pair in
/// a table and O(pairs of the row) in lists. It keeps the network as it was when it was made.
///
/// Reference: R. Burkard, M. Dell'Amico, S. Martello, *Assignment Problems*, SIAM 2009, ch. 4,
/// doi:10.1137/1.9781611972238.
public struct TieAnalysis: Sendable {
  private let network: ResidualNetwork
  private let decisions: PairDecisions
  /// The component of each node: rows, then columns, then the outside.
  private let component: [Int]

  init(_ network: ResidualNetwork, _ decisions: PairDecisions) {
    self.network = network
    self.decisions = decisions
    let firstColumn = network.rows.nodeCount
    let outside = firstColumn + network.columns.nodeCount
    let rowsFedFromOutside = (0..<firstColumn).filter { network.rows.acceptingCost($0) == 0 }
    let columnsFedFromOutside = (0..<network.columns.nodeCount).filter { network.columns.givingUpCost($0) == 0 }
    component = StronglyConnectedComponents.label(nodeCount: outside + 1) { node, visit in
      if node < firstColumn {
        let partners = Set(network.columnsOfRow(node))
        network.rows.lines.forEachPair(of: node) { column, cost in
          let slack = network.rows.offset[node] + network.columns.offset[column] + Int64(cost)
          if slack == 0, !partners.contains(column) { visit(firstColumn + column) }
        }
        if network.rows.givingUpCost(node) == 0 { visit(outside) }
      } else if node < outside {
        let column = node - firstColumn
        var slot = network.columns.firstSlot(of: column)
        while slot != NetworkSide.none {
          if network.slack(ofSlot: slot) == 0 { visit(network.rows.nodeOfSlot[slot]) }
          slot = network.columns.slot(after: slot)
        }
        if network.columns.acceptingCost(column) == 0 { visit(outside) }
      } else {
        for row in rowsFedFromOutside { visit(row) }
        for column in columnsFedFromOutside { visit(firstColumn + column) }
      }
    }
  }

  /// - Precondition: the row and the column exist.
  public func status(row: Int, column: Int) -> PairStatus {
    if let decision = decisions[row, column] { return decision.isForced ? .inAll : .inNone }
    let isOnCircle = component[row] == component[network.rows.nodeCount + column]
    if let slot = network.slot(of: row, column) {
      return network.slack(ofSlot: slot) == 0 && isOnCircle ? .inSome : .inAll
    }
    let cost = network.rows.lines.cost(row, column)
    if cost == PairLines.forbidden || !isOnCircle { return .inNone }
    return network.rows.offset[row] + network.columns.offset[column] + Int64(cost) == 0 ? .inSome : .inNone
  }

  /// The pairs that are in some optima and not in others, in order of rows, then columns. Empty when the optimum is unique.
  /// Complexity: O(pairs).
  public var tiedPairs: [(row: Int, column: Int)] {
    var tied: [(row: Int, column: Int)] = []
    for row in 0..<network.rows.nodeCount {
      var columns: [Int] = []
      network.rows.lines.forEachPair(of: row) { column, _ in
        if component[row] == component[network.rows.nodeCount + column], status(row: row, column: column) == .inSome {
          columns.append(column)
        }
      }
      for column in columns.sorted() { tied.append((row, column)) }
    }
    return tied
  }
}

extension AssignmentSession {
  /// Which pairs are in all, some or none of the optima; nil when there is no feasible assignment.
  public func ties() -> TieAnalysis? { isFeasible ? TieAnalysis(network, decisions) : nil }
}

extension ResidualNetwork {
  /// The slack of a chosen pair, ≤ 0 in a settled network.
  func slack(ofSlot slot: Int) -> Int64 {
    rows.offset[rows.nodeOfSlot[slot]] + columns.offset[columns.nodeOfSlot[slot]] + Int64(slotCost[slot])
  }
}
