/// The optimisation problem of one intake round: who can form a duo, what each duo scores, what matching somebody is worth.
public struct MatchingProblem: Sendable {
  public let roster: Roster
  public let policy: MatchingPolicy
  public let scores: CandidateScores
  /// Full weeks each mentee has waited, capped by the policy.
  public let weeksWaited: [Int]

  /// Scores all pairs.
  /// - Precondition: the policy has no ``MatchingPolicy/problems()``.
  public init(roster: Roster, policy: MatchingPolicy) {
    precondition(policy.problems().isEmpty, "the policy was checked")
    self.roster = roster
    self.policy = policy
    scores = CandidateScores(roster: roster, policy: policy)
    weeksWaited = Self.weeksWaited(roster: roster, policy: policy)
  }

  /// Weeks are counted to the policy's round date, or to the latest registration when it has none.
  static func weeksWaited(roster: Roster, policy: MatchingPolicy) -> [Int] {
    let roundDay = (policy.roundDate ?? roster.mentees.compactMap(\.registered).max())?.dayNumber
    return roster.mentees.map { mentee in
      guard let roundDay, let registered = mentee.registered else { return 0 }
      return min(max(0, roundDay - registered.dayNumber) / 7, policy.priority.maximumWeeks)
    }
  }
}
