/// The optimisation problem of one intake round: who can form a duo, what each duo scores, what matching somebody is worth,
/// and what people decided.
public struct MatchingProblem: Sendable {
  public let roster: Roster
  public let policy: MatchingPolicy
  /// What decisions leave: vetoed pairs are no candidates, and a pinned mentee has the mentor of the pin alone.
  public let scores: CandidateScores
  public let decisions: DecisionSet
  /// Full weeks each mentee has waited, capped by the policy.
  public let weeksWaited: [Int]
  /// As without decisions.
  let allScores: CandidateScores

  /// Scores all pairs.
  /// - Parameter decisions: of this roster and policy.
  /// - Precondition: the policy has no ``MatchingPolicy/problems()``.
  public init(roster: Roster, policy: MatchingPolicy, decisions: DecisionSet = .none) {
    precondition(policy.problems().isEmpty, "the policy was checked")
    self.roster = roster
    self.policy = policy
    self.decisions = decisions
    allScores = CandidateScores(roster: roster, policy: policy)
    scores = decisions.isEmpty ? allScores : allScores.decided(by: decisions)
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

extension CandidateScores {
  fileprivate func decided(by decisions: DecisionSet) -> CandidateScores {
    var values = values
    for decision in decisions.decisions {
      let row = decision.mentee * mentorCount
      switch decision.kind {
      case .veto: values[row + decision.mentor] = Self.notCandidate
      case .pin:
        for mentor in 0..<mentorCount where mentor != decision.mentor { values[row + mentor] = Self.notCandidate }
      }
    }
    return CandidateScores(menteeCount: menteeCount, mentorCount: mentorCount, values: values)
  }

  /// The pairs left to decide: those of pinned mentees are decided.
  func undecided(after decisions: DecisionSet) -> CandidateScores {
    if decisions.isEmpty { return self }
    var values = values
    for pin in decisions.pins { values[pin.mentee * mentorCount + pin.mentor] = Self.notCandidate }
    return CandidateScores(menteeCount: menteeCount, mentorCount: mentorCount, values: values)
  }
}
