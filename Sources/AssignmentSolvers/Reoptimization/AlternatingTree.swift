/// One shortest-path search in a ``ResidualNetwork``.
///
/// The search looks for the cheapest way to give a lacking node one pair more, or to take one pair from an overfull one.
/// *Seekers* (the nodes of one side) take new pairs, *offers* (those of the other side) let go of one of theirs; which
/// side is which depends on the root only. From a seeker the search goes along every pair not chosen, at the length of its
/// slack; from an offer along each chosen pair, at minus its slack. It ends at the nearest of
///
/// * an offer that accepts one pair more, at what that costs it;
/// * a seeker that makes do with one pair less, at what that costs it.
///
/// The least such total found so far is the *bound*; nothing at or beyond it is kept. Nodes know by a number in which
/// search they were seen, so a search that touches ten nodes costs ten nodes, whatever the size of the network.
///
/// The outside (opt-outs and empty places) is one node of the network that is never expanded: a search ends when it gets
/// there, and what is left to do beyond starts a search of its own from the other end. So no search ever walks through
/// everybody who is unmatched.
struct AlternatingTree: Sendable {
  enum End: Sendable {
    case none
    case offer(Int)
    case seeker(Int)
  }

  /// Added to the offset of settled offers, so that scans pass over them.
  private static let outOfReach = NetworkSide.unreachable

  /// May hold a node more than once: the entry that has become too far is recognised when it surfaces, and most entries of
  /// an early-ending search never do.
  private var heap = MinimumHeap()
  /// Nodes at the distance of the level, still to be settled; like in the heap, offers are `~node`.
  private var ready: [Int] = []
  private(set) var settledSeekers: [Int] = []
  private(set) var settledOffers: [Int] = []
  private var searchNumber = 0
  private var scanNumber = 0
  private var level: Int64 = 0
  private(set) var bound: Int64 = 0
  private(set) var end = End.none

  /// Grows the tree from a lacking seeker or an overfull offer until its nearest end is certain.
  mutating func grow(
    fromSeeker root: Int, seekers: inout NetworkSide, offers: inout NetworkSide, slotCost: [Int32]
  ) {
    begin()
    reachSeeker(root, by: NetworkSide.none, at: 0, &seekers)
    settleAll(&seekers, &offers, slotCost)
  }

  mutating func grow(
    fromOffer root: Int, seekers: inout NetworkSide, offers: inout NetworkSide, slotCost: [Int32]
  ) {
    begin()
    reachOffer(root, from: NetworkSide.none, cost: 0, at: 0, &offers)
    settleAll(&seekers, &offers, slotCost)
  }

  private mutating func begin() {
    searchNumber += 1
    heap.removeAll()
    ready.removeAll(keepingCapacity: true)
    settledSeekers.removeAll(keepingCapacity: true)
    settledOffers.removeAll(keepingCapacity: true)
    level = 0
    bound = NetworkSide.unreachable
    end = .none
  }

  private mutating func settleAll(_ seekers: inout NetworkSide, _ offers: inout NetworkSide, _ slotCost: [Int32]) {
    while level < bound {
      if let node = ready.popLast() {
        if node >= 0 { scan(node, &seekers, &offers) } else { release(~node, &seekers, &offers, slotCost) }
        continue
      }
      guard let entry = heap.minimum, entry.key < bound else { return }
      _ = heap.popMinimum()
      let isCurrent =
        entry.node >= 0
        ? seekers.nodes[entry.node].distance == entry.key : offers.nodes[~entry.node].distance == entry.key
      // A node that got nearer meanwhile was settled then.
      guard isCurrent else { continue }
      level = entry.key
      ready.append(entry.node)
    }
  }

  /// Reaches every offer that the seeker could take.
  private mutating func scan(_ seeker: Int, _ seekers: inout NetworkSide, _ offers: inout NetworkSide) {
    settledSeekers.append(seeker)
    scanNumber += 1
    var slot = seekers.firstSlot(of: seeker)
    while slot != NetworkSide.none {
      offers.nodes[offers.nodeOfSlot[slot]].partnerIn = scanNumber
      slot = seekers.slot(after: slot)
    }
    let base = level &+ seekers.offset[seeker]
    if seekers.lines.isTable {
      var offer = 0
      while true {
        offer = seekers.lines.firstOther(
          ofLine: seeker, from: offer, where: offers.offset, isBelow: bound &- base)
        guard offer < offers.nodeCount else { return }
        reach(offer, from: seeker, cost: seekers.lines.cost(seeker, offer), base, &offers)
        offer += 1
      }
    } else {
      for index in seekers.lines.extent(of: seeker) {
        let entry = seekers.lines.entry(at: index)
        if Int64(entry.cost) &+ offers.offset[Int(entry.other)] < bound &- base, entry.cost != PairLines.forbidden {
          reach(Int(entry.other), from: seeker, cost: entry.cost, base, &offers)
        }
      }
    }
  }

  @inline(__always)
  private mutating func reach(
    _ offer: Int, from seeker: Int, cost: Int32, _ base: Int64, _ offers: inout NetworkSide
  ) {
    let distance = base + offers.offset[offer] + Int64(cost)
    if offers.nodes[offer].seenIn == searchNumber && offers.nodes[offer].distance <= distance { return }
    // A pair that is chosen already cannot be chosen again.
    if offers.nodes[offer].partnerIn == scanNumber { return }
    reachOffer(offer, from: seeker, cost: cost, at: distance, &offers)
  }

  private mutating func reachOffer(
    _ offer: Int, from seeker: Int, cost: Int32, at distance: Int64, _ offers: inout NetworkSide
  ) {
    offers.nodes[offer].seenIn = searchNumber
    offers.nodes[offer].distance = distance
    offers.nodes[offer].parent = seeker
    offers.nodes[offer].parentCost = cost
    let total = distance + offers.acceptingCost(offer)
    if total < bound {
      bound = total
      end = .offer(offer)
    }
    if distance < bound { open(~offer, at: distance) }
  }

  /// Reaches every seeker that the offer could let go of.
  private mutating func release(
    _ offer: Int, _ seekers: inout NetworkSide, _ offers: inout NetworkSide, _ slotCost: [Int32]
  ) {
    settledOffers.append(offer)
    let offset = offers.offset[offer]
    offers.offset[offer] = offset + Self.outOfReach
    var slot = offers.firstSlot(of: offer)
    while slot != NetworkSide.none {
      let seeker = seekers.nodeOfSlot[slot]
      let distance = level - (offset + seekers.offset[seeker] + Int64(slotCost[slot]))
      if distance < bound, seekers.nodes[seeker].seenIn != searchNumber || distance < seekers.nodes[seeker].distance {
        reachSeeker(seeker, by: slot, at: distance, &seekers)
      }
      slot = offers.slot(after: slot)
    }
  }

  private mutating func reachSeeker(_ seeker: Int, by slot: Int, at distance: Int64, _ seekers: inout NetworkSide) {
    seekers.nodes[seeker].seenIn = searchNumber
    seekers.nodes[seeker].distance = distance
    seekers.nodes[seeker].parent = slot
    let total = distance + seekers.givingUpCost(seeker)
    if total < bound {
      bound = total
      end = .seeker(seeker)
    }
    if distance < bound { open(seeker, at: distance) }
  }

  private mutating func open(_ node: Int, at distance: Int64) {
    if distance == level { ready.append(node) } else { heap.push(node, at: distance) }
  }

  /// Moves the duals of everything nearer than the end, so that the path found is tight.
  func moveDuals(_ seekers: inout NetworkSide, _ offers: inout NetworkSide) {
    for seeker in settledSeekers { seekers.offset[seeker] -= bound - seekers.nodes[seeker].distance }
    for offer in settledOffers { offers.offset[offer] += bound - offers.nodes[offer].distance - Self.outOfReach }
  }
}
