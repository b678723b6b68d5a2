/// Something that can be counted in a matching: `z = Σ a_e x_e`, in integers.
public struct DuoCount: Sendable, Equatable {
  /// 1 to 200 bytes without control characters: the count's constraint bears it.
  public let name: String
  /// The pairs that count, ascending.
  public let pairs: [Int32]
  /// What each of ``pairs`` counts.
  public let amounts: [Int32]

  /// - Precondition: one amount for each pair; pairs ascend.
  public init(name: String, pairs: [Int32], amounts: [Int32]) {
    precondition(pairs.count == amounts.count, "one amount for each pair")
    precondition((pairs.first ?? 0) >= 0 && zip(pairs, pairs.dropFirst()).allSatisfy { $0 < $1 }, "pairs ascend")
    self.name = name
    self.pairs = pairs
    self.amounts = amounts
  }
}

/// A rule over the whole matching: `L ≤ Σ w_c z_c ≤ U`, in integers.
///
/// "At most 40 laptops" has one term. "At least 30 % of the duos from a group" has two: 10 times the group minus 3 times
/// all duos is at least 0.
public struct LinearRule: Sendable, Equatable {
  public struct Term: Sendable, Equatable {
    /// Index into ``RuledProblem/counts``.
    public let count: Int
    public let weight: Int64

    public init(count: Int, weight: Int64 = 1) {
      self.count = count
      self.weight = weight
    }
  }

  /// 1 to 200 bytes without control characters: the rule's constraint bears it.
  public let name: String
  public let terms: [Term]
  public var lowerBound: Int64?
  public var upperBound: Int64?
  /// A soft rule: what each unit outside the bounds costs, in units of gain; nil for a rule that must hold.
  public var price: Int64?
  /// How much of the sum makes one unit (of a share in thousandths: 1000). A part of a unit costs a whole one.
  public let unit: Int64

  /// - Precondition: no count twice; a price is not negative; the unit is positive.
  public init(
    name: String, terms: [Term], lowerBound: Int64? = nil, upperBound: Int64? = nil, price: Int64? = nil,
    unit: Int64 = 1
  ) {
    precondition(Set(terms.map(\.count)).count == terms.count, "no count twice")
    precondition(price ?? 0 >= 0, "a price is not negative")
    precondition(unit > 0, "the unit is positive")
    self.unit = unit
    self.name = name
    self.terms = terms
    self.lowerBound = lowerBound
    self.upperBound = upperBound
    self.price = price
  }

  /// `Σ w_c z_c`.
  public func activity(ofCounts counts: [Int64]) -> Int64 {
    terms.reduce(0) { $0 + $1.weight * counts[$1.count] }
  }

  /// How many units an activity is outside the bounds, rounded up; 0 inside.
  public func violation(of activity: Int64) -> Int64 {
    if let lowerBound, activity < lowerBound { return (lowerBound - activity + unit - 1) / unit }
    if let upperBound, activity > upperBound { return (activity - upperBound + unit - 1) / unit }
    return 0
  }
}
