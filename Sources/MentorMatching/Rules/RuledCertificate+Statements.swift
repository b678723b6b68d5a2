extension RuledCertificate {
  /// What one rule costs: the best matching without it, found by a solve of its own.
  ///
  /// A statement of whoever made the claim. It has no proof here; a check only refuses what cannot be.
  public struct CostOfRule: Sendable, Equatable {
    public var duosWithout: Int
    /// `Σ score` of the duos without the rule.
    public var scoreWithout: Int
    /// The value without the rule less that with it, in score units.
    public var lostValue: Int
    /// Whether both matchings were proved best.
    public var isExact: Bool
    /// What the value gains, to first order, if the bound gives way by one unit, in score units; nil for rules that are bounds
    /// of mentors.
    public var pricePerUnit: Int?

    public init(duosWithout: Int, scoreWithout: Int, lostValue: Int, isExact: Bool, pricePerUnit: Int?) {
      self.duosWithout = duosWithout
      self.scoreWithout = scoreWithout
      self.lostValue = lostValue
      self.isExact = isExact
      self.pricePerUnit = pricePerUnit
    }
  }

  /// One of the worst scores that were made as good as possible before the total counted.
  public struct WorstScore: Sendable, Equatable {
    /// No duo outside the levels before scores less.
    public var score: Int
    /// How many duos have exactly this score.
    public var duoCount: Int

    public init(score: Int, duoCount: Int) {
      self.score = score
      self.duoCount = duoCount
    }
  }

  /// What the proofs of a claim say, by their sums alone: whether the duals cover every candidate is for
  /// ``verify(roster:policy:rules:)`` to see.
  public struct StatedBounds: Sendable, Equatable {
    public let mostDuos: Int?
    public let greatestValue: Int64?
  }

  /// - Parameter scores: of the round.
  /// - Complexity: one pass over the scores.
  public func statedBounds(
    roster: Roster, policy: MatchingPolicy, rules: RuleSet, scores: CandidateScores
  ) throws(Refusal) -> StatedBounds {
    var candidatesOfMentor = [Int](repeating: 0, count: scores.mentorCount)
    let values = scores.values
    for mentee in 0..<scores.menteeCount {
      for mentor in 0..<scores.mentorCount {
        let score = values[mentee * scores.mentorCount + mentor]
        if score != CandidateScores.notCandidate && score >= leastScore { candidatesOfMentor[mentor] += 1 }
      }
    }
    let checker = RelaxationChecker(roster: roster, policy: policy, rules: rules, leastScore: leastScore)
    let duos = try duoProof.map { proof throws(Refusal) in
      try checker.statedBound(proof, pricedRulesCount: false, candidatesOfMentor: candidatesOfMentor)
    }
    let value = try valueProof.map { proof throws(Refusal) in
      try checker.statedBound(proof, pricedRulesCount: true, candidatesOfMentor: candidatesOfMentor)
    }
    return StatedBounds(
      mostDuos: duos.map { Int(RelaxationChecker.floor($0, RelaxationProof.unitOfDuo)) }, greatestValue: value)
  }

  /// Refuses statements that contradict the duos.
  func checkStatements(policy: MatchingPolicy, rules: RuleSet) throws(Refusal) {
    guard costs.isEmpty || costs.count == rules.rules.count else { throw .costsDiffer }
    for (rule, cost) in costs.enumerated() {
      guard let cost, cost.isExact else { continue }
      // The duos keep the other rules too, so the best without the rule is no worse than they are.
      let isFewer = policy.objective == .mostDuosFirst && cost.duosWithout < duos.count
      let isWorse = cost.lostValue < 0 && (policy.objective == .highestScore || cost.duosWithout == duos.count)
      if isFewer || isWorse { throw .costBelowZero(rule: rule) }
    }
    var rest = duos.map(\.score).sorted()[...]
    for worst in worstScores {
      let count = rest.prefix { $0 == worst.score }.count
      guard count == worst.duoCount else { throw .worstScoresDiffer }
      rest = rest.dropFirst(count)
    }
  }
}
