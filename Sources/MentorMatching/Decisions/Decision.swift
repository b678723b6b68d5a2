/// What people at the matching session decided about one pair, whatever the scores say.
public struct Decision: Sendable, Hashable {
  public enum Kind: String, CaseIterable, Sendable {
    /// The pair is a duo.
    case pin
    /// The pair is no duo.
    case veto
  }

  public let kind: Kind
  /// Index in ``Roster/mentees``.
  public let mentee: Int
  /// Index in ``Roster/mentors``.
  public let mentor: Int
  /// Who decided; free text for the record.
  public let author: String?
  /// Why; free text for the record.
  public let reason: String?

  public init(_ kind: Kind, mentee: Int, mentor: Int, author: String? = nil, reason: String? = nil) {
    self.kind = kind
    self.mentee = mentee
    self.mentor = mentor
    self.author = author
    self.reason = reason
  }
}

/// Decisions that can hold together.
public struct DecisionSet: Sendable, Equatable {
  /// In order of the mentees, then the mentors: the order in which they were taken plays no part.
  public private(set) var decisions: [Decision] = []
  private var mentorPinned: [Int: Int] = [:]
  private var pinCount: [Int: Int] = [:]

  public static let none = DecisionSet()

  /// No decisions yet.
  public init() {}

  /// Why a decision cannot be taken beside those there are.
  public enum Conflict: Error, Equatable, Sendable {
    /// There is a decision about this pair already.
    case pairTwice
    /// The mentee is pinned to somebody else.
    case menteeTwice
    /// As many mentees as there are places are pinned to the mentor already.
    case noPlaceLeft
    /// A pinned pair must be a candidate: these hard rules forbid it.
    case notCandidate(HardRuleSet)
  }

  /// Adds a decision.
  ///
  /// - Parameter scorer: of the roster whose indices the decision has.
  /// - Throws: why it cannot be taken; the set is then as before.
  public mutating func add(_ decision: Decision, scorer: PairScorer) throws(Conflict) {
    let (mentee, mentor) = (decision.mentee, decision.mentor)
    if decisions.contains(where: { $0.mentee == mentee && $0.mentor == mentor }) { throw .pairTwice }
    if decision.kind == .pin {
      if mentorPinned[mentee] != nil { throw .menteeTwice }
      if pinCount[mentor, default: 0] >= scorer.roster.mentors[mentor].capacity { throw .noPlaceLeft }
      if case .excluded(let rules) = scorer.assess(mentee: mentee, mentor: mentor) { throw .notCandidate(rules) }
      mentorPinned[mentee] = mentor
      pinCount[mentor, default: 0] += 1
    }
    let place = decisions.firstIndex { ($0.mentee, $0.mentor) > (mentee, mentor) } ?? decisions.count
    decisions.insert(decision, at: place)
  }

  public var isEmpty: Bool { decisions.isEmpty }
  public var pins: [Decision] { decisions.filter { $0.kind == .pin } }
  public var vetoes: [Decision] { decisions.filter { $0.kind == .veto } }

  /// The mentor to whom a mentee is pinned.
  public func mentor(pinnedTo mentee: Int) -> Int? { mentorPinned[mentee] }

  /// The pin of a mentee.
  public func pin(ofMentee mentee: Int) -> Decision? {
    mentorPinned[mentee] == nil ? nil : decisions.first { $0.mentee == mentee && $0.kind == .pin }
  }

  /// How many candidates of a mentee were vetoed.
  public func vetoCount(ofMentee mentee: Int) -> Int {
    decisions.count { $0.mentee == mentee && $0.kind == .veto }
  }

  /// The places that pins leave: one number for each mentor.
  func placesLeft(_ roster: Roster) -> [Int] {
    var places = roster.mentors.map(\.capacity)
    for mentor in mentorPinned.values { places[mentor] -= 1 }
    return places
  }
}
