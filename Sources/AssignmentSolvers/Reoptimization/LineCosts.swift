/// The costs of one row or column, as a change states them.
public struct LineCosts: Sendable, Equatable {
  enum Layout: Sendable, Equatable {
    case all([Int32])
    case listed([(index: Int, cost: Int32)])

    static func == (a: Layout, b: Layout) -> Bool {
      switch (a, b) {
      case (.all(let a), .all(let b)): a == b
      case (.listed(let a), .listed(let b)): a.elementsEqual(b, by: ==)
      default: false
      }
    }
  }

  let layout: Layout

  /// One cost for each node of the other side, ``DenseCosts/forbidden`` where the pair is not allowed.
  public init(_ costs: [Int32]) { layout = .all(costs) }

  /// The allowed pairs alone; all others are forbidden.
  /// - Precondition: no index is listed twice.
  public init(listed pairs: [(index: Int, cost: Int32)]) { layout = .listed(pairs) }

  /// Visits the pairs that are allowed.
  func forEachPair(_ visit: (_ index: Int, _ cost: Int32) -> Void) {
    switch layout {
    case .all(let costs):
      for (index, cost) in costs.enumerated() where cost != DenseCosts.forbidden { visit(index, cost) }
    case .listed(let pairs):
      for (index, cost) in pairs where cost != DenseCosts.forbidden { visit(index, cost) }
    }
  }

  /// The cost of one pair, the mark when it is not allowed. O(pairs listed).
  func cost(at index: Int) -> Int32 {
    switch layout {
    case .all(let costs): costs[index]
    case .listed(let pairs): pairs.first { $0.index == index }?.cost ?? DenseCosts.forbidden
    }
  }

  /// Whether every pair has a cost.
  var isFull: Bool {
    if case .all(let costs) = layout { return !costs.contains(DenseCosts.forbidden) }
    return false
  }

  func isValid(otherCount: Int) -> Bool {
    switch layout {
    case .all(let costs): costs.count == otherCount
    case .listed(let pairs): pairs.allSatisfy { (0..<otherCount).contains($0.index) }
    }
  }

  var largestMagnitude: UInt64 {
    var largest: UInt64 = 0
    forEachPair { largest = max(largest, UInt64($1.magnitude)) }
    return largest
  }
}
