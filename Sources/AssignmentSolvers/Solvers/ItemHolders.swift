/// Which bidders hold places of each item, as linked lists in two flat arrays.
///
/// One side of a search has capacity 1, and that is what makes one link per bidder enough: either a bidder holds at most
/// one item, so it is in one list; or an item has one place, so no bidder in its list is followed by another.
struct ItemHolders {
  private static let none = -1
  private var firstHolder: [Int]
  private var nextHolder: [Int]
  private var freePlaces: [Int]

  init(bidderCount: Int, itemPlaces: [Int]) {
    firstHolder = Array(repeating: Self.none, count: itemPlaces.count)
    nextHolder = Array(repeating: Self.none, count: bidderCount)
    freePlaces = itemPlaces
  }

  func hasFreePlace(_ item: Int) -> Bool { freePlaces[item] > 0 }

  func firstHolder(of item: Int) -> Int? { firstHolder[item] == Self.none ? nil : firstHolder[item] }

  /// The next holder of the same item.
  func holder(after bidder: Int) -> Int? { nextHolder[bidder] == Self.none ? nil : nextHolder[bidder] }

  func ofItem(_ item: Int) -> some Sequence<Int> {
    sequence(state: firstHolder[item]) { [nextHolder] (bidder: inout Int) -> Int? in
      guard bidder != Self.none else { return nil }
      defer { bidder = nextHolder[bidder] }
      return bidder
    }
  }

  /// - Precondition: the item has a free place, and the bidder has left its former item if it may hold only one.
  mutating func add(_ bidder: Int, to item: Int) {
    nextHolder[bidder] = firstHolder[item]
    firstHolder[item] = bidder
    freePlaces[item] -= 1
  }

  /// - Precondition: the bidder holds the item.
  mutating func remove(_ bidder: Int, from item: Int) {
    freePlaces[item] += 1
    if firstHolder[item] == bidder {
      firstHolder[item] = nextHolder[bidder]
      return
    }
    var holder = firstHolder[item]
    while nextHolder[holder] != bidder { holder = nextHolder[holder] }
    nextHolder[holder] = nextHolder[bidder]
  }
}
