/// Whether a choice of duos keeps the rules, counted duo by duo with the plain scorer.
///
/// Knows nothing of integer programs: this is what the rules mean, and what `MatchingRules` is held against.
public struct RuleCheck: Sendable, Equatable {
  /// What one rule counts. A rule about each mentor gives one entry for each of them.
  public struct Entry: Sendable, Equatable {
    /// Index into ``RuleSet/rules``.
    public let rule: Int
    /// Index into ``Roster/mentors``; nil for a rule about the whole matching.
    public let mentor: Int?
    public let counted: Int
    /// All duos that a share is taken of.
    public let duoCount: Int
    /// The bounds as numbers: of a share, the least whole number that reaches it or the greatest that does not exceed it.
    public let atLeast: Int?
    public let atMost: Int?

    /// How many units a bound is missed by; 0 when the rule is kept.
    public var violation: Int { max(0, (atLeast ?? counted) - counted, counted - (atMost ?? counted)) }
    /// Whether one more or less would break the rule.
    public var isBinding: Bool { counted == atLeast || counted == atMost }
  }

  public let entries: [Entry]

  /// - Parameter mentorOfMentee: index into ``Roster/mentors`` for each mentee; nil for nobody.
  /// - Complexity: one plain assessment per duo, and O(duos · rules · mentors named).
  public init(mentorOfMentee: [Int?], roster: Roster, policy: MatchingPolicy, rules: RuleSet) {
    let scorer = PairScorer(roster: roster, policy: policy)
    let duos = mentorOfMentee.enumerated().compactMap { mentee, mentor in mentor.map { (mentee, $0) } }
      .map { (mentee: $0, mentor: $1, candidate: scorer.assess(mentee: $0, mentor: $1).candidate) }
    var entries: [Entry] = []
    for (index, rule) in rules.rules.enumerated() {
      func count(of mentor: Int?) {
        var counted = 0
        var duoCount = 0
        for duo in duos where mentor == nil || duo.mentor == mentor {
          duoCount += 1
          guard let candidate = duo.candidate, rule.selector.contains(candidate),
            rule.selector.mentee.contains(roster.mentees[duo.mentee], groups: rules.menteeGroups),
            rule.selector.mentor.contains(roster.mentors[duo.mentor], groups: rules.mentorGroups)
          else { continue }
          counted += rule.amount.amount(
            of: candidate, mentee: roster.mentees[duo.mentee].id, groups: rules.menteeGroups)
        }
        func number(_ bound: RuleBound?, roundingUp: Bool) -> Int? {
          switch bound {
          case nil: nil
          case .number(let number): number
          case .permille(let share): (share * duoCount + (roundingUp ? 999 : 0)) / 1000
          case .mentorColumn(let column):
            mentor.flatMap { rules.mentorGroups.number(of: roster.mentors[$0].id, in: column) }
          }
        }
        entries.append(
          Entry(
            rule: index, mentor: mentor, counted: counted, duoCount: duoCount,
            atLeast: number(rule.atLeast, roundingUp: true), atMost: number(rule.atMost, roundingUp: false)))
      }
      guard let each = rule.eachMentor else {
        count(of: nil)
        continue
      }
      for (mentor, person) in roster.mentors.enumerated()
      where each.contains(person, groups: rules.mentorGroups) {
        count(of: mentor)
      }
    }
    self.entries = entries
  }

  /// Whether every rule without a price is kept.
  public func isKept(_ rules: RuleSet) -> Bool {
    entries.allSatisfy { $0.violation == 0 || rules.rules[$0.rule].price != nil }
  }

  /// What broken rules with a price cost, in score units.
  public func cost(_ rules: RuleSet) -> Int {
    entries.reduce(0) { $0 + $1.violation * (rules.rules[$1.rule].price ?? 0) }
  }
}

extension DuoAmount {
  /// The amount of one duo.
  public func amount(of candidate: Candidate, mentee: PersonID, groups: GroupTable) -> Int {
    switch self {
    case .one: 1
    case .laptop: candidate.needsLaptop ? 1 : 0
    case .kilometres: ((candidate.travel?.metres ?? 0) + 500) / 1_000
    case .minutes: candidate.travel?.minutes ?? 0
    case .menteeColumn(let column): groups.number(of: mentee, in: column) ?? 0
    }
  }

  /// Whether the amount depends on more than the mentee.
  public var needsCandidate: Bool {
    switch self {
    case .one, .menteeColumn: false
    case .laptop, .kilometres, .minutes: true
    }
  }
}
