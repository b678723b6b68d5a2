/// The searches of ``ShortestPathSolver``: who holds what, the duals, and one Dijkstra search per unit of demand.
///
/// A search needs only what is nearer than its end. So it keeps the *bound*, the least distance of an end found so far,
/// and forgets every item at or beyond it: the list of open items stays short, and a pass over a row of costs compares
/// sums with one number. Items are settled level by level, all at the same distance together, so that ties cost one look
/// at the open items rather than one each.
struct AugmentingSearch {
  /// Bidder-major: rows are bidders, columns are items.
  private let costs: DenseCosts
  private let bidderValue: [Int64]
  private let itemValue: [Int64]

  private(set) var holders: ItemHolders
  private(set) var bidderDual: [Int64]
  /// `v_q − value_q`, the form that scans need; raised by ``outOfReach`` for an item that a scan need not find: one
  /// without places, and during a search one that is settled.
  private var itemOffset: [Int64]
  private var hasEntered: [Bool]

  // The state of one search, kept to spare the allocations.
  private var bound: Int64 = 0
  private var end = End.idle(bidder: 0)
  private var level: Int64 = 0
  private var distanceOfItem: [Int64]
  private var parentOfItem: [Int]
  private var openItems: [Int] = []
  private var settledItems: [Int] = []
  private var treeBidders: [Int] = []
  private var distanceOfBidder: [Int64]
  private var entryOfBidder: [TreeEntry]

  private static let outOfReach = AssignmentProblem.headRoom

  /// Where a search ends: at a free place, or at a bidder of the tree that would rather stand idle.
  private enum End {
    case freePlace(item: Int)
    case idle(bidder: Int)
  }

  /// How a bidder came into the tree.
  private enum TreeEntry {
    case outside, root
    case held(item: Int)
  }

  init(costs: DenseCosts, bidderValue: [Int64], itemValue: [Int64], itemPlaces: [Int]) {
    self.costs = costs
    self.bidderValue = bidderValue
    self.itemValue = itemValue
    holders = ItemHolders(bidderCount: costs.rowCount, itemPlaces: itemPlaces)
    bidderDual = Array(repeating: 0, count: costs.rowCount)
    itemOffset = zip(itemValue, itemPlaces).map { value, places in places > 0 ? -value : Self.outOfReach }
    hasEntered = Array(repeating: false, count: costs.rowCount)
    distanceOfItem = Array(repeating: .max, count: costs.columnCount)
    parentOfItem = Array(repeating: 0, count: costs.columnCount)
    distanceOfBidder = Array(repeating: 0, count: costs.rowCount)
    entryOfBidder = Array(repeating: .outside, count: costs.rowCount)
  }

  /// `v`, one per item. Items without a place have a meaningless one.
  var itemDual: [Int64] { zip(itemOffset, itemValue).map { $0 + $1 } }

  /// Enters one unit of a bidder's demand. Returns whether the number of held items grew.
  @discardableResult
  mutating func enterUnit(of root: Int) -> Bool {
    if !hasEntered[root] {
      hasEntered[root] = true
      bidderDual[root] = max(0, greatestMargin(of: root))
    }
    level = 0
    bound = .max
    join(root, by: .root)
    var nextSettled = 0
    repeat {
      while bound > level, nextSettled < settledItems.count {
        let item = settledItems[nextSettled]
        nextSettled += 1
        for holder in holders.ofItem(item) {
          if case .outside = entryOfBidder[holder] { join(holder, by: .held(item: item)) }
        }
      }
    } while bound > level && settleNextLevel()
    moveDuals()
    let hasGrown = flipPath()
    forgetTree()
    return hasGrown
  }

  /// Raises the dual of every bidder that never entered, so that the duals cover all pairs: what a stopped solve needs
  /// for its bound.
  mutating func coverBiddersNotEntered() {
    for bidder in hasEntered.indices where !hasEntered[bidder] {
      bidderDual[bidder] = max(0, greatestMargin(of: bidder))
    }
  }

  /// `max_q (gain_pq − v_q)` over allowed items with places, or a negative number when there is none.
  private func greatestMargin(of bidder: Int) -> Int64 {
    var least = bidderValue[bidder] + 1
    var item = 0
    while true {
      item = costs.firstColumn(ofRow: bidder, from: item, where: itemOffset, isBelow: least)
      guard item < costs.columnCount else { return bidderValue[bidder] - least }
      least = Int64(costs.values[bidder * costs.columnCount + item]) + itemOffset[item]
    }
  }

  /// Adds a bidder to the tree at the present level and relaxes its pairs.
  private mutating func join(_ bidder: Int, by entry: TreeEntry) {
    entryOfBidder[bidder] = entry
    distanceOfBidder[bidder] = level
    treeBidders.append(bidder)
    let base = level + bidderDual[bidder]
    if base < bound {
      bound = base
      end = .idle(bidder: bidder)
    }
    let shift = base - bidderValue[bidder]
    var item = 0
    while true {
      item = costs.firstColumn(ofRow: bidder, from: item, where: itemOffset, isBelow: bound - shift)
      guard item < costs.columnCount else { return }
      let distance = shift + Int64(costs.values[bidder * costs.columnCount + item]) + itemOffset[item]
      if distance < distanceOfItem[item] { reach(item, from: bidder, at: distance) }
      item += 1
    }
  }

  private mutating func reach(_ item: Int, from bidder: Int, at distance: Int64) {
    parentOfItem[item] = bidder
    if holders.hasFreePlace(item) {
      bound = distance
      end = .freePlace(item: item)
      return
    }
    if distance == level {
      settle(item)
    } else if distanceOfItem[item] == .max {
      openItems.append(item)
    }
    distanceOfItem[item] = distance
  }

  private mutating func settle(_ item: Int) {
    settledItems.append(item)
    itemOffset[item] += Self.outOfReach
  }

  /// Moves to the least distance of an open item and settles all items there. Returns false when none is nearer than the
  /// end. Items that were settled meanwhile leave the list, as do those beyond the bound.
  private mutating func settleNextLevel() -> Bool {
    var next = bound
    var keptCount = 0
    for item in openItems {
      let distance = distanceOfItem[item]
      if distance <= level { continue }
      if distance >= bound {
        distanceOfItem[item] = .max
        continue
      }
      next = min(next, distance)
      openItems[keptCount] = item
      keptCount += 1
    }
    openItems.removeLast(openItems.count - keptCount)
    level = next
    for item in openItems where distanceOfItem[item] == next { settle(item) }
    return next < bound
  }

  /// Moves the duals of everything nearer than the end, so that the path found is tight.
  private mutating func moveDuals() {
    for bidder in treeBidders { bidderDual[bidder] -= bound - distanceOfBidder[bidder] }
    for item in settledItems { itemOffset[item] += bound - distanceOfItem[item] - Self.outOfReach }
  }

  /// Shifts the places along the path from the end to the root. Returns whether the number of held items grew.
  private mutating func flipPath() -> Bool {
    let hasGrown: Bool
    var vacant: Int
    switch end {
    case .freePlace(let item):
      vacant = item
      hasGrown = true
    case .idle(let bidder):
      guard case .held(let item) = entryOfBidder[bidder] else { return false }
      holders.remove(bidder, from: item)
      vacant = item
      hasGrown = false
    }
    while true {
      let bidder = parentOfItem[vacant]
      guard case .held(let item) = entryOfBidder[bidder] else {
        holders.add(bidder, to: vacant)
        return hasGrown
      }
      holders.remove(bidder, from: item)
      holders.add(bidder, to: vacant)
      vacant = item
    }
  }

  private mutating func forgetTree() {
    for bidder in treeBidders { entryOfBidder[bidder] = .outside }
    for item in openItems { distanceOfItem[item] = .max }
    for item in settledItems { distanceOfItem[item] = .max }
    treeBidders.removeAll(keepingCapacity: true)
    openItems.removeAll(keepingCapacity: true)
    settledItems.removeAll(keepingCapacity: true)
  }
}
