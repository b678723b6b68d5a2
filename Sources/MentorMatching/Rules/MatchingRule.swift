/// A rule over the whole matching: what it counts, among which duos, and the bounds of the sum.
///
/// Rules about a single duo are hard rules of the policy. A rule with a ``price`` may be broken at that price.
public struct MatchingRule: Sendable, Equatable {
  public var name: RuleName
  /// What each duo counts.
  public var amount: DuoAmount
  /// The duos that count.
  public var selector: DuoSelector
  /// When given, the rule holds for each of these mentors by itself rather than for the matching as a whole.
  public var eachMentor: PersonSelector?
  public var atLeast: RuleBound?
  public var atMost: RuleBound?
  /// Score units per unit by which a bound is missed; nil for a rule that must hold.
  public var price: Int?

  public init(
    name: RuleName, amount: DuoAmount = .one, selector: DuoSelector = DuoSelector(), eachMentor: PersonSelector? = nil,
    atLeast: RuleBound? = nil, atMost: RuleBound? = nil, price: Int? = nil
  ) {
    self.name = name
    self.amount = amount
    self.selector = selector
    self.eachMentor = eachMentor
    self.atLeast = atLeast
    self.atMost = atMost
    self.price = price
  }
}

/// The name of a rule; same grammar as ``PersonID``.
public struct RuleName: Hashable, Sendable, CustomStringConvertible {
  public let text: String

  /// - Returns: nil unless the text is 1 to 64 characters out of `A–Z a–z 0–9 . _ -`.
  public init?(_ text: String) {
    guard IdentifierGrammar.accepts(text) else { return nil }
    self.text = text
  }

  public var description: String { text }
}

/// What a duo counts in a rule. All amounts are whole and not negative.
public enum DuoAmount: Sendable, Equatable {
  case one
  /// 1 for a duo that needs a laptop, otherwise 0.
  case laptop
  /// The great-circle distance of a duo that meets in person, in kilometres, rounded half up; 0 online.
  case kilometres
  /// Travel minutes of a duo that meets in person; 0 online or without a table of travel times.
  case minutes
  /// A whole number from a column of the mentees' groups, for example hours a week; 0 where it is missing.
  case menteeColumn(String)
}

/// A bound of a rule.
public enum RuleBound: Sendable, Equatable {
  case number(Int)
  /// So many thousandths of all duos (of the same mentor, for a rule about each mentor).
  case permille(Int)
  /// For rules about each mentor: a whole number from a column of the mentors' groups. A mentor without one is not bound.
  case mentorColumn(String)
}
