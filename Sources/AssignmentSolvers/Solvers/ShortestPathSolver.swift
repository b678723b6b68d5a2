/// Successive shortest augmenting paths on a full cost table, from whichever side is scarce.
///
/// **Problem.** Problem P (see ``AssignmentProblem``), seen as bidders who want items: bidder *p* has `a_p` units of
/// demand, item *q* has `b_q` places, each pair at most once. Rows bid for columns, or columns bid for rows; in both
/// cases one side has capacity 1, so "at most once" needs no dual of its own.
///
/// **Symbols.** `u_p, v_q ≥ 0` duals, `slack_pq = u_p + v_q − gain_pq ≥ 0`.
///
/// **Method.** The units of demand enter one at a time. A Dijkstra search over slacks grows the alternating tree from the
/// entering unit until the nearest *end* is reached: an item with a free place (`v = 0`), or a bidder of the tree that
/// would rather stand idle (distance plus its `u`). Duals of the settled part move so that the path becomes tight, and
/// the path is flipped. Invariants as in ``HungarianSolver``.
///
/// **Why the scarce side bids.** With more rows than places, most rows must lose a contest in the end; entering them one
/// by one makes every loser search a large tree. Entered from the side with fewer units, nearly every search ends at its
/// first free item. Measured: benchmark `dense/sides`.
///
/// Complexity: O(units · bidders · items) worst case with a linear-scan priority queue, which is right for full tables;
/// in practice most searches settle few items. Memory: the costs (twice when columns bid) and O(bidders + items).
///
/// **Departures from the cited algorithm.** 1. No column reduction or augmenting row reduction: from the scarce side the
/// searches are short without them. 2. Opt-out and capacities are native: no dummy rows, no cloned columns.
///
/// Reference: R. Jonker, A. Volgenant, *A shortest augmenting path algorithm for dense and sparse linear assignment
/// problems*, Computing 38 (1987) 325–340, doi:10.1007/BF02278710.
public struct ShortestPathSolver: AssignmentSolver {
  /// Which side bids. The answer is the same; only the time differs.
  public enum BiddingSide: Sendable { case scarce, rows, columns }

  public let biddingSide: BiddingSide
  private let isCancelled: @Sendable () -> Bool

  /// - Parameter isCancelled: asked before each search (microseconds to a few milliseconds apart); answering true ends
  ///   the solve with ``AssignmentError/cancelled``.
  public init(biddingSide: BiddingSide = .scarce, isCancelled: @escaping @Sendable () -> Bool = { false }) {
    self.biddingSide = biddingSide
    self.isCancelled = isCancelled
  }

  public func solve(_ problem: AssignmentProblem) throws(AssignmentError) -> AssignmentSolution {
    try problem.checkHeadRoom()
    let basis =
      rowsBid(problem) ? try solveFromRows(problem) : try solveFromColumns(problem)
    return CanonicalOptimum.solution(of: problem, given: basis)
  }

  private func rowsBid(_ problem: AssignmentProblem) -> Bool {
    switch biddingSide {
    case .rows: true
    case .columns: false
    case .scarce:
      problem.rowCount <= problem.columnCapacity.reduce(0) { $0 + min($1, problem.rowCount) }
    }
  }

  private func solveFromRows(_ problem: AssignmentProblem) throws(AssignmentError) -> OptimalBasis {
    var search = AuctionTable(
      costs: problem.costs, bidderValue: problem.rowValue,
      itemValue: Array(repeating: 0, count: problem.columnCount),
      itemPlaces: problem.columnCapacity)
    for row in 0..<problem.rowCount {
      if isCancelled() { throw .cancelled }
      search.enterUnit(of: row)
    }
    var columnOfRow = [Int?](repeating: nil, count: problem.rowCount)
    for (column, rows) in search.holdersOfItem.enumerated() {
      for row in rows { columnOfRow[row] = column }
    }
    return OptimalBasis(columnOfRow: columnOfRow, rowDual: search.bidderDual, columnDual: search.itemDual)
  }

  private func solveFromColumns(_ problem: AssignmentProblem) throws(AssignmentError) -> OptimalBasis {
    var search = AuctionTable(
      costs: problem.costs.transposed(), bidderValue: Array(repeating: 0, count: problem.columnCount),
      itemValue: problem.rowValue, itemPlaces: Array(repeating: 1, count: problem.rowCount))
    for column in 0..<problem.columnCount {
      for _ in 0..<min(problem.columnCapacity[column], problem.rowCount) {
        if isCancelled() { throw .cancelled }
        // A unit that stays idle leaves the bidder's dual at 0: its further units would stay idle too.
        if !search.enterUnit(of: column) && search.bidderDual[column] == 0 { break }
      }
    }
    return OptimalBasis(
      columnOfRow: search.holdersOfItem.map(\.first), rowDual: search.itemDual, columnDual: search.bidderDual)
  }
}

/// The state of the searches: who holds what, and the duals. Costs are bidder-major.
private struct AuctionTable {
  let costs: DenseCosts
  let bidderValue: [Int64]
  let itemValue: [Int64]
  let itemPlaces: [Int]

  var holdersOfItem: [[Int]]
  var bidderDual: [Int64]
  var itemDual: [Int64]
  private var hasEntered: [Bool]

  // Scratch of one search, kept to spare the allocations.
  private var distance: [Int64]
  private var parentBidder: [Int]
  private var openItems: [Int]
  private var settledItems: [Int] = []
  private var treeBidders: [(bidder: Int, distance: Int64, viaItem: Int?)] = []
  private var isTreeBidder: [Bool]

  init(costs: DenseCosts, bidderValue: [Int64], itemValue: [Int64], itemPlaces: [Int]) {
    self.costs = costs
    self.bidderValue = bidderValue
    self.itemValue = itemValue
    self.itemPlaces = itemPlaces
    holdersOfItem = Array(repeating: [], count: costs.columnCount)
    bidderDual = Array(repeating: 0, count: costs.rowCount)
    itemDual = Array(repeating: 0, count: costs.columnCount)
    hasEntered = Array(repeating: false, count: costs.rowCount)
    distance = Array(repeating: 0, count: costs.columnCount)
    parentBidder = Array(repeating: 0, count: costs.columnCount)
    openItems = []
    openItems.reserveCapacity(costs.columnCount)
    isTreeBidder = Array(repeating: false, count: costs.rowCount)
  }

  /// Enters one unit of a bidder's demand. Returns whether the number of held items grew.
  @discardableResult
  mutating func enterUnit(of root: Int) -> Bool {
    openItems.removeAll(keepingCapacity: true)
    for item in 0..<costs.columnCount where itemPlaces[item] > 0 {
      openItems.append(item)
      distance[item] = .max
    }
    settledItems.removeAll(keepingCapacity: true)
    for (bidder, _, _) in treeBidders { isTreeBidder[bidder] = false }
    treeBidders.removeAll(keepingCapacity: true)

    if !hasEntered[root] {
      hasEntered[root] = true
      bidderDual[root] = max(0, greatestMargin(of: root))
    }

    // The nearest bidder of the tree that would stand idle: its distance plus its own dual.
    var idleDistance = bidderDual[root]
    var idleEntry = 0
    join(root, at: 0, via: nil)

    while true {
      guard let (position, item) = nearestOpenItem(), distance[item] < idleDistance else {
        settle(upTo: idleDistance)
        let (bidder, _, viaItem) = treeBidders[idleEntry]
        guard let viaItem else { return false }
        holdersOfItem[viaItem].removeAll { $0 == bidder }
        flipPath(endingAt: viaItem)
        return false
      }
      openItems.swapAt(position, openItems.count - 1)
      openItems.removeLast()
      settledItems.append(item)
      let reached = distance[item]
      if holdersOfItem[item].count < itemPlaces[item] {
        settle(upTo: reached)
        flipPath(endingAt: item)
        return true
      }
      for holder in holdersOfItem[item] where !isTreeBidder[holder] {
        let idle = reached + bidderDual[holder]
        if idle < idleDistance {
          idleDistance = idle
          idleEntry = treeBidders.count
        }
        join(holder, at: reached, via: item)
      }
    }
  }

  /// `max_q (gain_pq − v_q)` over allowed items, or `Int64.min` when there is none.
  private func greatestMargin(of bidder: Int) -> Int64 {
    var greatest = Int64.min
    let start = bidder * costs.columnCount
    for item in 0..<costs.columnCount where itemPlaces[item] > 0 {
      let cost = costs.values[start + item]
      if cost != DenseCosts.forbidden {
        greatest = max(greatest, bidderValue[bidder] + itemValue[item] - Int64(cost) - itemDual[item])
      }
    }
    return greatest
  }

  /// Adds a bidder to the tree and relaxes its pairs.
  private mutating func join(_ bidder: Int, at reached: Int64, via item: Int?) {
    isTreeBidder[bidder] = true
    treeBidders.append((bidder, reached, item))
    let base = reached + bidderDual[bidder] - bidderValue[bidder]
    let start = bidder * costs.columnCount
    for item in openItems {
      let cost = costs.values[start + item]
      let candidate = base + Int64(cost) + itemDual[item] - itemValue[item]
      if candidate < distance[item] && cost != DenseCosts.forbidden {
        distance[item] = candidate
        parentBidder[item] = bidder
      }
    }
  }

  /// The open item at the least distance; among equals one with a free place, so that plateaus end early.
  private func nearestOpenItem() -> (position: Int, item: Int)? {
    var best: (position: Int, item: Int)?
    var bestDistance = Int64.max
    for (position, item) in openItems.enumerated() {
      if distance[item] < bestDistance {
        best = (position, item)
        bestDistance = distance[item]
      } else if distance[item] == bestDistance, bestDistance < .max, let current = best,
        holdersOfItem[item].count < itemPlaces[item], holdersOfItem[current.item].count == itemPlaces[current.item]
      {
        best = (position, item)
      }
    }
    return best
  }

  /// Moves the duals of everything nearer than the end of the search, so that the path found is tight.
  private mutating func settle(upTo end: Int64) {
    for (bidder, reached, _) in treeBidders where reached < end { bidderDual[bidder] -= end - reached }
    for item in settledItems where distance[item] < end { itemDual[item] += end - distance[item] }
  }

  /// Gives `item` to its parent bidder, the item that bidder came by to *its* parent, and so on to the root.
  private mutating func flipPath(endingAt item: Int) {
    var item = item
    while true {
      let bidder = parentBidder[item]
      holdersOfItem[item].append(bidder)
      guard let entry = treeBidders.first(where: { $0.bidder == bidder }), let viaItem = entry.viaItem else { return }
      holdersOfItem[viaItem].removeAll { $0 == bidder }
      item = viaItem
    }
  }
}
