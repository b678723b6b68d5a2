/// The state of ``DenseSolver``: who holds what, payments and offsets, and Dijkstra searches that look at short lists.
///
/// Invariants, for every bidder *p* and every item *q* with places:
/// 1. `payment_p ≤ c_pq + offset_q` on allowed pairs, with equality on held ones; `payment_p ≤ limit_p`;
/// 2. offsets only rise, so what ``CandidateLists`` says of a bidder stays true.
///
/// A search relaxes the candidates of a bidder only while `key` may still beat the nearest end found. For everything not
/// listed it puts a *marker* on the heap, at the distance that the bidder's threshold allows; only when a marker comes to
/// the top is the bidder's whole line looked at again. So the search is exact over all pairs although it sees few.
struct DenseSearch {
  let table: BiddingTable
  let terms: BiddingTerms
  let areCostsNarrow: Bool

  let items: Block<ItemState>
  /// Who holds each item, as linked lists. One link per bidder is enough: either a bidder holds one item at most, or an
  /// item has one place and nobody follows in its list.
  private let firstHolder: Block<Int32>
  private let nextHolder: Block<Int32>
  /// How many more items each bidder can hold.
  let freeUnits: Block<Int32>
  /// The least that each bidder can pay: its `c + offset` where it holds something.
  let payment: Block<Int64>

  var lists: CandidateLists
  var narrow: NarrowOffsets
  var lister: CandidateLister
  var buffer: [Int32]

  var statistics = SolveStatistics()
  let control: SolveControl
  /// Set once the caller stopped the solve.
  var isStopped = false

  // The state of one search, kept to spare the allocations.
  let store = BlockStore()
  private var heap: BlockHeap
  private let treeBidders: Block<Int32>
  private var treeCount = 0
  private let settledItems: Block<Int32>
  private var settledCount = 0
  private let reachedItems: Block<Int32>
  private var reachedCount = 0
  private let distanceOfBidder: Block<Int64>
  /// The item by which each bidder came into the tree.
  private let entryOfBidder: Block<Int32>
  private var bound: Int64 = 0
  private var end = End.idle(bidder: 0)

  struct ItemState {
    var offset: Int64
    var distance: Int64
    var parent: Int32
    var freePlaces: Int32
  }

  private enum End {
    case freePlace(item: Int)
    case idle(bidder: Int)
  }

  static let nobody: Int32 = -1
  private static let outside: Int32 = -2
  private static let root: Int32 = -1

  init(table: BiddingTable, terms: BiddingTerms, areCostsNarrow: Bool, control: SolveControl) {
    self.table = table
    self.terms = terms
    self.areCostsNarrow = areCostsNarrow
    self.control = control
    let (bidderCount, itemCount) = (table.bidderCount, table.itemCount)
    items = store.makeBlock(count: itemCount, of: ItemState(offset: 0, distance: .max, parent: 0, freePlaces: 0))
    for item in 0..<itemCount {
      items[item].offset = terms.restOffset[item]
      items[item].freePlaces = Int32(terms.places[item])
    }
    firstHolder = store.makeBlock(count: itemCount, of: Self.nobody)
    nextHolder = store.makeBlock(count: bidderCount, of: Self.nobody)
    freeUnits = store.makeBlock(count: bidderCount, of: 0)
    payment = store.makeBlock(count: bidderCount, of: 0)
    for bidder in 0..<bidderCount {
      freeUnits[bidder] = Int32(terms.units[bidder])
      payment[bidder] = terms.limit[bidder]
    }
    lists = CandidateLists(bidderCount: bidderCount)
    narrow = NarrowOffsets(itemCount: itemCount)
    lister = CandidateLister(itemCount: itemCount, areCostsNarrow: areCostsNarrow, kernels: table.kernels)
    buffer = Array(repeating: 0, count: itemCount)
    heap = BlockHeap(capacity: itemCount)
    treeBidders = store.makeBlock(count: bidderCount, of: 0)
    settledItems = store.makeBlock(count: itemCount, of: 0)
    reachedItems = store.makeBlock(count: itemCount, of: 0)
    distanceOfBidder = store.makeBlock(count: bidderCount, of: 0)
    entryOfBidder = store.makeBlock(count: bidderCount, of: Self.outside)
    rebase()
  }

  mutating func rebase() {
    let items = items
    let places = terms.places
    narrow.rebase({ items[$0].offset }, hasPlaces: { places[$0] > 0 })
  }

  /// Whether the caller wants to stop; remembers that it does.
  mutating func isStopWanted() -> Bool {
    if !isStopped { isStopped = control.isCancelled() || statistics.searchCount >= control.searchLimit }
    return isStopped
  }

  @inline(__always)
  mutating func raise(_ item: Int, by amount: Int64) {
    items[item].offset += amount
    narrow.update(item, to: items[item].offset)
  }

  // MARK: The whole solve

  /// Begins at given offsets instead of the rest offsets.
  mutating func begin(at offsets: [Int64]) {
    for item in items.indices { items[item].offset = offsets[item] }
    rebase()
  }

  /// Matches everybody who is to be matched: afterwards whoever has free units pays its limit.
  mutating func matchAll() {
    listAll()
    if isStopped { return }
    matchTight()
    if terms.areAllSingle {
      reduceRows()
      if Double(freeBidders.count) > Self.auctionShare * Double(table.bidderCount), table.bidderCount > 100 {
        auction()
        if isStopped { return }
        matchTight()
        reduceRows()
      }
    }
    enterAll()
  }

  /// Enters all free units, one search for each.
  mutating func enterAll() {
    for bidder in freeUnits.indices {
      while freeUnits[bidder] > 0, payment[bidder] < terms.limit[bidder] {
        if isStopWanted() { return }
        enterUnit(of: bidder)
        if statistics.searchCount % 256 == 0 { rebase() }
      }
    }
  }

  /// The same state seen from the other side, with nothing listed.
  var mirrored: DenseSearch {
    var mirrored = DenseSearch(
      table: table.mirrored, terms: terms.mirrored, areCostsNarrow: areCostsNarrow, control: control)
    mirrored.statistics = statistics
    mirrored.isStopped = isStopped
    mirrored.isEverybodyListed = isEverybodyListed
    for item in items.indices { mirrored.payment[item] = -items[item].offset }
    for bidder in payment.indices { mirrored.items[bidder].offset = -payment[bidder] }
    for item in items.indices {
      var holder = firstHolder(of: item)
      while let bidder = holder {
        mirrored.hold(bidder, by: item)
        holder = self.holder(after: bidder)
      }
    }
    mirrored.rebase()
    return mirrored
  }

  /// Whether payments cover all pairs.
  var isEverybodyListed = false

  /// An upper bound of the objective, as soon as everybody is listed: the value of the duals.
  var dualObjective: Int64 {
    var total: Int64 = 0
    for bidder in payment.indices where terms.units[bidder] > 0 {
      total += Int64(terms.units[bidder]) * (terms.limit[bidder] - payment[bidder])
    }
    for item in items.indices where terms.places[item] > 0 {
      total += Int64(terms.places[item]) * (items[item].offset - terms.restOffset[item])
    }
    return total
  }

  // MARK: Lists

  /// Lists a bidder's candidates anew by the present offsets: more than before, or up to a higher threshold.
  mutating func relist(_ bidder: Int) {
    // The buffer is taken out, so that the closure may use the rest.
    var buffer: [Int32] = []
    swap(&buffer, &self.buffer)
    let (items, places) = (items, terms.places)
    let (above, listed) = (lists.threshold[bidder], lists.count(bidder))
    table.withLine(of: bidder, buffer: &buffer) { line in
      lister.list(
        line, narrow: narrow, above: above, listed: listed, scatter: Self.scatter(bidder, line.count),
        offset: { items[$0].offset }, hasPlaces: { places[$0] > 0 })
    }
    swap(&buffer, &self.buffer)
    keepList(of: bidder)
    statistics.scannedPairCount += table.itemCount
  }

  /// Takes over what the lister found.
  private mutating func keepList(of bidder: Int) {
    let start = lists.renew(bidder, count: lister.count, threshold: lister.threshold)
    let (pool, candidates) = (lists.pool, lister.candidates)
    for index in 0..<lister.count { pool[start + index] = candidates[index] }
  }

  static func scatter(_ bidder: Int, _ count: Int) -> Int {
    Int(truncatingIfNeeded: UInt64(truncatingIfNeeded: bidder) &* 2_654_435_761 % UInt64(max(1, count)))
  }

  /// `min(limit_p, min_q c_pq + offset_q)`, over all items although only listed ones are looked at.
  mutating func leastPayment(of bidder: Int) -> Int64 {
    while true {
      var least = terms.limit[bidder]
      for index in lists.range(bidder) {
        let candidate = lists.pool[index]
        if candidate.key >= least { break }
        least = min(least, Int64(candidate.cost) + items[Int(candidate.item)].offset)
      }
      if least <= lists.threshold[bidder] { return least }
      relist(bidder)
    }
  }

  // MARK: One search

  /// Enters one unit of a bidder's demand. Returns whether it, or the chain that it moved, found a place; false also when
  /// the caller stopped the search, which then changed nothing.
  @discardableResult
  mutating func enterUnit(of root: Int) -> Bool {
    statistics.searchCount += 1
    payment[root] = leastPayment(of: root)
    bound = .max
    join(root, by: Self.root, at: 0)
    let bidderNodes = table.itemCount
    var popCount = 0
    while let (distance, node) = heap.popMinimum().map({ ($0.key, $0.node) }), distance < bound {
      popCount += 1
      if popCount % 512 == 0, isStopWanted() {
        forgetTree()
        return false
      }
      if node >= bidderNodes {
        relist(node - bidderNodes)
        relax(node - bidderNodes)
      } else if distance == items[node].distance {
        settle(node, at: distance)
      }
    }
    moveDuals()
    let hasGrown = flipPath()
    forgetTree()
    return hasGrown
  }

  private mutating func settle(_ item: Int, at distance: Int64) {
    settledItems[settledCount] = Int32(truncatingIfNeeded: item)
    settledCount += 1
    // So that a second entry of the heap with the same distance is recognised as stale.
    items[item].distance = distance
    var holder = firstHolder[item]
    while holder >= 0 {
      let bidder = Int(holder)
      if entryOfBidder[bidder] == Self.outside {
        join(bidder, by: Int32(truncatingIfNeeded: item), at: distance)
      }
      holder = nextHolder[bidder]
    }
  }

  @inline(__always)
  private mutating func join(_ bidder: Int, by entry: Int32, at distance: Int64) {
    entryOfBidder[bidder] = entry
    distanceOfBidder[bidder] = distance
    treeBidders[treeCount] = Int32(truncatingIfNeeded: bidder)
    treeCount += 1
    let idle = distance + terms.limit[bidder] - payment[bidder]
    if idle < bound {
      bound = idle
      end = .idle(bidder: bidder)
    }
    relax(bidder)
  }

  private mutating func relax(_ bidder: Int) {
    if lists.threshold[bidder] == .min { relist(bidder) }
    let base = distanceOfBidder[bidder] - payment[bidder]
    let range = lists.range(bidder)
    for index in range {
      let candidate = lists.pool[index]
      if base + candidate.key >= bound { break }
      let item = Int(candidate.item)
      let distance = base + Int64(candidate.cost) + items[item].offset
      guard distance < bound, distance < items[item].distance else { continue }
      if items[item].distance == .max {
        reachedItems[reachedCount] = candidate.item
        reachedCount += 1
      }
      items[item].distance = distance
      items[item].parent = Int32(bidder)
      if items[item].freePlaces > 0 {
        bound = distance
        end = .freePlace(item: item)
      } else {
        heap.push(item, at: distance)
      }
    }
    let threshold = lists.threshold[bidder]
    if threshold != .max, base + threshold < bound { heap.push(table.itemCount + bidder, at: base + threshold) }
  }

  /// Moves payments and offsets of everything nearer than the end, so that the path found costs nothing.
  private mutating func moveDuals() {
    for index in 0..<treeCount {
      let bidder = treeBidders[index]
      payment[bidder] += bound - distanceOfBidder[bidder]
    }
    for index in 0..<settledCount {
      let item = Int(settledItems[index])
      raise(item, by: bound - items[item].distance)
    }
  }

  private mutating func flipPath() -> Bool {
    var vacant: Int
    let hasGrown: Bool
    switch end {
    case .freePlace(let item):
      vacant = item
      hasGrown = true
    case .idle(let bidder):
      let entry = Int(entryOfBidder[bidder])
      if entry < 0 { return false }
      letGo(entry, by: bidder)
      vacant = entry
      hasGrown = false
    }
    while true {
      let bidder = Int(items[vacant].parent)
      let entry = Int(entryOfBidder[bidder])
      if entry >= 0 { letGo(entry, by: bidder) }
      hold(vacant, by: bidder)
      if entry < 0 { return hasGrown }
      vacant = entry
    }
  }

  // MARK: Holders

  func firstHolder(of item: Int) -> Int? { firstHolder[item] < 0 ? nil : Int(firstHolder[item]) }

  /// The next holder of the same item.
  func holder(after bidder: Int) -> Int? { nextHolder[bidder] < 0 ? nil : Int(nextHolder[bidder]) }

  /// - Precondition: the item has a free place, and the bidder has left its former item if it may hold only one.
  @inline(__always)
  func hold(_ item: Int, by bidder: Int) {
    nextHolder[bidder] = firstHolder[item]
    firstHolder[item] = Int32(truncatingIfNeeded: bidder)
    items[item].freePlaces -= 1
    freeUnits[bidder] -= 1
  }

  /// - Precondition: the bidder holds the item.
  @inline(__always)
  func letGo(_ item: Int, by bidder: Int) {
    items[item].freePlaces += 1
    freeUnits[bidder] += 1
    if firstHolder[item] == Int32(truncatingIfNeeded: bidder) {
      firstHolder[item] = nextHolder[bidder]
      return
    }
    var holder = Int(firstHolder[item])
    while nextHolder[holder] != Int32(truncatingIfNeeded: bidder) { holder = Int(nextHolder[holder]) }
    nextHolder[holder] = nextHolder[bidder]
  }

  private mutating func forgetTree() {
    for index in 0..<treeCount { entryOfBidder[treeBidders[index]] = Self.outside }
    for index in 0..<reachedCount { items[Int(reachedItems[index])].distance = .max }
    treeCount = 0
    settledCount = 0
    reachedCount = 0
    heap.removeAll()
  }
}
