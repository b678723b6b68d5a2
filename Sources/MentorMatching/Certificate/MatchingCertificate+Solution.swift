public import AssignmentSolvers

extension MatchingCertificate {
  /// The claim in the indices of a roster, from which everything else that a proposal says can be computed again:
  /// `MatchingProblem(roster:policy:decisions:).matching(from:)`. Pinned duos are not in it.
  ///
  /// - Throws: `peopleDiffer` or `menteeTwice` when the claim is not about the people of this roster. Whether it is true
  ///   is for ``verify(roster:policy:)``.
  public func solution(
    in roster: Roster, policy: MatchingPolicy, decisions: DecisionSet = .none
  ) throws(Refusal) -> AssignmentSolution {
    let menteeIndex = Dictionary(roster.mentees.enumerated().map { ($1.id, $0) }) { first, _ in first }
    let mentorIndex = Dictionary(roster.mentors.enumerated().map { ($1.id, $0) }) { first, _ in first }
    var columnOfRow = [Int?](repeating: nil, count: roster.mentees.count)
    for duo in duos {
      guard let row = menteeIndex[duo.mentee], let column = mentorIndex[duo.mentor] else { throw .peopleDiffer }
      guard columnOfRow[row] == nil else { throw .menteeTwice(duo.mentee) }
      columnOfRow[row] = column
    }
    for pin in decisions.pins { columnOfRow[pin.mentee] = nil }
    return AssignmentSolution(
      assignment: Assignment(columnOfRow: columnOfRow),
      duals: AssignmentDuals(
        row: try Self.align(menteeDuals, menteeIndex), column: try Self.align(mentorDuals, mentorIndex)),
      objective: objective - Self.value(ofPinsOf: decisions, roster: roster, policy: policy))
  }

  /// `Σ (score + value of the mentee)` over the pinned duos, scored by the plain scorer.
  static func value(ofPinsOf decisions: DecisionSet, roster: Roster, policy: MatchingPolicy) -> Int64 {
    if decisions.isEmpty { return 0 }
    let value = ObjectiveValue(
      roster: roster, policy: policy, weeksWaited: MatchingProblem.weeksWaited(roster: roster, policy: policy))
    let scorer = PairScorer(roster: roster, policy: policy)
    return decisions.pins.reduce(0) { sum, pin in
      let score = scorer.assess(mentee: pin.mentee, mentor: pin.mentor).candidate?.score ?? 0
      return sum + Int64(score) + value.valueOfMentee(pin.mentee)
    }
  }
}
