public import MentorMatching

extension RuledMatching {
  /// The claim that `verify` checks: the duos with what proves their bound. nil when there are no duos to claim.
  ///
  /// Proofs are left out where the solver kept none (a solve that ended early) and for goals whose duos are not the best of
  /// the rules alone (leximin).
  public var certificate: RuledCertificate? { certificate() }

  /// The same with what was found out besides.
  /// - Parameters:
  ///   - costs: of ``ruleCosts(limits:)``, or empty.
  ///   - priceOfGoal: what a floor or the worst scores cost in total score.
  public func certificate(costs: [RuleCost?] = [], priceOfGoal: Int? = nil) -> RuledCertificate? {
    guard let solution = outcome.solution, let mentorOfMentee else { return nil }
    let roster = round.matching.roster
    let duos = mentorOfMentee.enumerated().compactMap { mentee, mentor in
      mentor.map { mentor in
        MatchingCertificate.ClaimedDuo(
          mentee: roster.mentees[mentee].id, mentor: roster.mentors[mentor].id,
          score: round.matching.scores[mentee, mentor] ?? 0)
      }
    }
    let demands = round.matching.policy.objective == .mostDuosFirst
    let ruleCount = round.problem.rules.count
    var valueProof: RelaxationProof?
    if let bound = solution.relaxation, bound.multipliers.count == ruleCount + (demands ? 1 : 0) {
      valueProof = proof(bound, of: Array(0..<ruleCount), demandedDuos: demands ? duos.count : nil)
    }
    let unpriced = round.problem.rules.indices.filter { round.problem.rules[$0].price == nil }
    return RuledCertificate(
      duos: duos, value: solution.value, claimedBound: solution.bound, leastScore: round.leastScore,
      duoProof: demands ? duoBound.map { proof($0, of: unpriced, demandedDuos: nil) } : nil, valueProof: valueProof,
      costs: costs.map { $0.map(\.claimed) },
      worstScores: levels.map { .init(score: $0.score, duoCount: $0.duoCount) }, priceOfGoal: priceOfGoal)
  }

  /// - Parameter rules: what the multipliers are of, as indices into the rules of the problem; one more multiplier is that of
  ///   the number of duos.
  private func proof(_ bound: RelaxationBound, of rules: [Int], demandedDuos: Int?) -> RelaxationProof {
    let roster = round.matching.roster
    var multipliers: [RelaxationProof.Multiplier] = []
    for (rule, value) in zip(rules, bound.multipliers) where value != 0 {
      let origin = round.origin[rule]
      multipliers.append(
        .init(
          rule: origin.rule, mentor: origin.mentor.map { roster.mentors[$0].id }, isOfLowerBound: value < 0,
          value: Int64(value.magnitude)))
    }
    return RelaxationProof(
      multipliers: multipliers, demandedDuos: demandedDuos,
      demandMultiplier: demandedDuos == nil ? 0 : -(bound.multipliers.last ?? 0),
      menteeDuals: zip(roster.mentees, bound.rowDual).map { .init(person: $0.id, value: $1) },
      mentorDuals: zip(roster.mentors, bound.columnDual).map { .init(person: $0.id, value: $1) })
  }
}
