internal import AssignmentSolvers
public import MentorMatching

/// The answer for a round with rules: the duos, what was proved, and how each rule stands.
public struct RuledMatching: Sendable {
  public let round: RuledRound
  public let outcome: RuledOutcome
  /// Why there are no duos, when the rules contradict each other.
  public let conflict: RuleConflict?
  /// nil when no matching that keeps the rules was found.
  public let mentorOfMentee: [Int?]?
  /// The rules counted again, duo by duo, by code that knows nothing of how the matching was found.
  public let check: RuleCheck?
  /// What proves that there are no more duos, where duos come first and the solver kept it.
  let duoBound: RelaxationBound?
  /// The worst scores settled before the total counted; empty for goals other than leximin.
  let levels: [LeximinMatching.Level]

  init(
    round: RuledRound, outcome: RuledOutcome, conflict: RuleConflict?, duoBound: RelaxationBound? = nil,
    levels: [LeximinMatching.Level] = []
  ) {
    self.duoBound = duoBound
    self.levels = levels
    self.round = round
    self.outcome = outcome
    self.conflict = conflict
    mentorOfMentee = outcome.solution.map { round.mentorOfMentee($0.chosenPairs) }
    check = mentorOfMentee.map {
      RuleCheck(
        mentorOfMentee: $0, roster: round.matching.roster, policy: round.matching.policy, rules: round.rules)
    }
  }

  /// The rules do not hold when counted again: never shown, let alone written.
  public struct NotVerified: Error {
    public init() {}
  }

  public var duoCount: Int { mentorOfMentee?.count { $0 != nil } ?? 0 }

  /// `Σ score` over the duos.
  public var totalScore: Int {
    guard let mentorOfMentee else { return 0 }
    return mentorOfMentee.enumerated().reduce(0) { sum, duo in
      sum + (duo.element.flatMap { round.matching.scores[duo.offset, $0] } ?? 0)
    }
  }

  /// The least score of a duo; nil without duos.
  public var worstScore: Int? {
    mentorOfMentee?.enumerated().compactMap { mentee, mentor in
      mentor.flatMap { round.matching.scores[mentee, $0] }
    }.min()
  }

  /// Whether the independent count agrees that every rule is kept.
  public var isVerified: Bool { check?.isKept(round.rules) ?? false }

  /// The duos explained as those of a plain matching are. Its duals are zero: under rules they would prove nothing.
  public var explained: Matching? {
    guard let mentorOfMentee, let solution = outcome.solution else { return nil }
    return round.matching.matching(
      from: AssignmentSolution(
        assignment: Assignment(columnOfRow: mentorOfMentee),
        duals: AssignmentDuals(
          row: [Int64](repeating: 0, count: mentorOfMentee.count),
          column: [Int64](repeating: 0, count: round.problem.columnCount)),
        objective: solution.value))
  }
}
