/// Adds up what a ``RelaxationProof`` proves, from the definitions alone.
struct RelaxationChecker {
  let roster: Roster
  let policy: MatchingPolicy
  let rules: RuleSet
  let leastScore: Int
  private let scorer: PairScorer
  private(set) var candidateCount = 0

  init(roster: Roster, policy: MatchingPolicy, rules: RuleSet, leastScore: Int) {
    self.roster = roster
    self.policy = policy
    self.rules = rules
    self.leastScore = leastScore
    scorer = PairScorer(roster: roster, policy: policy)
  }

  /// - Parameters:
  ///   - pricedRulesCount: whether rules with a price may have multipliers.
  ///   - worth: of a candidate, by mentee and score.
  /// - Returns: the bound on the sum of worths less prices paid, rounded down.
  mutating func bound(
    _ proof: RelaxationProof, pricedRulesCount: Bool, worth: (_ mentee: Int, _ score: Int) -> Int64
  ) throws(RuledCertificate.Refusal) -> Int64 {
    let stated = try self.stated(proof, pricedRulesCount: pricedRulesCount)
    candidateCount = 0
    var candidatesOfMentor = [Int](repeating: 0, count: roster.mentors.count)
    for mentee in roster.mentees.indices {
      for mentor in roster.mentors.indices {
        guard let candidate = scorer.assess(mentee: mentee, mentor: mentor).candidate,
          candidate.score >= leastScore
        else { continue }
        candidateCount += 1
        candidatesOfMentor[mentor] += 1
        var rest = Total()
        rest.add(worth(mentee, candidate.score), times: RelaxationProof.refinement)
        rest.add(proof.demandMultiplier, times: 1)
        for charge in stated.charges {
          let amount = charge.amount(mentee, mentor, candidate, roster, rules)
          if amount != 0 { rest.add(-charge.signed, times: amount) }
        }
        rest.add(stated.menteeDual[mentee], times: -1)
        rest.add(stated.mentorDual[mentor], times: -1)
        guard let uncovered = rest.value else { throw .beyondHeadRoom }
        if uncovered > 0 {
          throw .notCovered(mentee: roster.mentees[mentee].id, mentor: roster.mentors[mentor].id)
        }
      }
    }
    return try sum(stated, candidatesOfMentor)
  }

  /// The same from the sums alone, without a look at the candidates.
  /// - Parameter candidatesOfMentor: how many candidates each mentor has.
  func statedBound(
    _ proof: RelaxationProof, pricedRulesCount: Bool, candidatesOfMentor: [Int]
  ) throws(RuledCertificate.Refusal) -> Int64 {
    try sum(stated(proof, pricedRulesCount: pricedRulesCount), candidatesOfMentor)
  }

  /// A proof whose people and rules were found, with the part of its bound that no candidate changes.
  private struct Stated {
    let menteeDual: [Int64]
    let mentorDual: [Int64]
    let charges: [Charge]
    let total: Total
  }

  private func stated(
    _ proof: RelaxationProof, pricedRulesCount: Bool
  ) throws(RuledCertificate.Refusal) -> Stated {
    let menteeIndex = Dictionary(roster.mentees.enumerated().map { ($1.id, $0) }) { first, _ in first }
    let mentorIndex = Dictionary(roster.mentors.enumerated().map { ($1.id, $0) }) { first, _ in first }
    let menteeDual: [Int64]
    let mentorDual: [Int64]
    do throws(MatchingCertificate.Refusal) {
      menteeDual = try MatchingCertificate.align(proof.menteeDuals, menteeIndex)
      mentorDual = try MatchingCertificate.align(proof.mentorDuals, mentorIndex)
    } catch {
      throw .peopleDiffer
    }
    var total = Total()
    for (mentee, dual) in menteeDual.enumerated() {
      // A negative dual would count a mentee left over as a gain.
      if dual < 0 { throw .negativeDual(of: roster.mentees[mentee].id) }
      total.add(dual, times: 1)
    }
    var charges: [Charge] = []
    for multiplier in proof.multipliers {
      let charge = try charge(multiplier, mentorIndex, pricedRulesCount: pricedRulesCount)
      total.add(charge.signed, times: charge.bound)
      charges.append(charge)
    }
    guard proof.demandMultiplier >= 0, proof.demandMultiplier == 0 || proof.demandedDuos != nil else {
      throw .noSuchMultiplier(rule: rules.rules.count)
    }
    total.add(-proof.demandMultiplier, times: Int64(proof.demandedDuos ?? 0))
    return Stated(menteeDual: menteeDual, mentorDual: mentorDual, charges: charges, total: total)
  }

  private func sum(
    _ stated: Stated, _ candidatesOfMentor: [Int]
  ) throws(RuledCertificate.Refusal) -> Int64 {
    var total = stated.total
    for (mentor, dual) in stated.mentorDual.enumerated() {
      let places = places(of: mentor, candidateCount: candidatesOfMentor[mentor])
      total.add(dual, times: Int64(dual > 0 ? places.upperBound : places.lowerBound))
    }
    guard let bound = total.value else { throw .beyondHeadRoom }
    return Self.floor(bound, RelaxationProof.refinement)
  }

  /// How many duos a mentor has in any matching that keeps the rules: at least, and at most.
  ///
  /// Only "n duos of each mentor" bounds are read here; all other rules enter through multipliers.
  private func places(of mentor: Int, candidateCount: Int) -> ClosedRange<Int> {
    let person = roster.mentors[mentor]
    var least = 0
    var most = min(person.capacity, candidateCount)
    for rule in rules.rules where rule.amount == .one && rule.selector == DuoSelector() && rule.price == nil {
      guard let each = rule.eachMentor, each.contains(person, groups: rules.mentorGroups) else { continue }
      if let number = number(rule.atLeast, mentor) { least = max(least, number) }
      if let number = number(rule.atMost, mentor) { most = min(most, number) }
    }
    return min(least, most)...most
  }

  private func number(_ bound: RuleBound?, _ mentor: Int?) -> Int? {
    switch bound {
    case .number(let number): number
    case .mentorColumn(let column):
      mentor.flatMap { rules.mentorGroups.number(of: roster.mentors[$0].id, in: column) }
    case .permille, nil: nil
    }
  }

  private func charge(
    _ multiplier: RelaxationProof.Multiplier, _ mentorIndex: [PersonID: Int], pricedRulesCount: Bool
  ) throws(RuledCertificate.Refusal) -> Charge {
    let refusal = RuledCertificate.Refusal.noSuchMultiplier(rule: multiplier.rule)
    guard rules.rules.indices.contains(multiplier.rule), multiplier.value > 0 else { throw refusal }
    let rule = rules.rules[multiplier.rule]
    var mentor: Int?
    if let each = rule.eachMentor {
      guard let id = multiplier.mentor, let index = mentorIndex[id],
        each.contains(roster.mentors[index], groups: rules.mentorGroups)
      else { throw refusal }
      mentor = index
    } else if multiplier.mentor != nil {
      throw refusal
    }
    guard let bound = multiplier.isOfLowerBound ? rule.atLeast : rule.atMost else { throw refusal }
    var share: Int?
    if case .permille(let permille) = bound { share = permille }
    guard share != nil || number(bound, mentor) != nil else { throw refusal }
    if let price = rule.price {
      let unit: Int64 = share == nil ? 1 : 1000
      let (most, overflow) = Int64(price).multipliedReportingOverflow(by: RelaxationProof.refinement)
      guard pricedRulesCount, overflow || multiplier.value <= most / unit else { throw refusal }
    }
    return Charge(
      rule: rule, mentor: mentor, share: share, bound: Int64(number(bound, mentor) ?? 0),
      signed: multiplier.isOfLowerBound ? -multiplier.value : multiplier.value,
      isMentee: roster.mentees.map { rule.selector.mentee.contains($0, groups: rules.menteeGroups) },
      isMentor: roster.mentors.map { rule.selector.mentor.contains($0, groups: rules.mentorGroups) })
  }

  /// A multiplier with what its rule counts.
  private struct Charge {
    let rule: MatchingRule
    let mentor: Int?
    let share: Int?
    let bound: Int64
    /// Positive for an upper bound, negative for a lower one.
    let signed: Int64
    let isMentee: [Bool]
    let isMentor: [Bool]

    func amount(
      _ mentee: Int, _ mentor: Int, _ candidate: Candidate, _ roster: Roster, _ rules: RuleSet
    ) -> Int64 {
      if let only = self.mentor, only != mentor { return 0 }
      var counted: Int64 = 0
      if isMentee[mentee], isMentor[mentor], rule.selector.contains(candidate) {
        counted = Int64(
          rule.amount.amount(of: candidate, mentee: roster.mentees[mentee].id, groups: rules.menteeGroups))
      }
      return share.map { 1000 * counted - Int64($0) } ?? counted
    }
  }

  /// A sum of products that says when it left 64 bits.
  private struct Total {
    private(set) var value: Int64? = 0

    mutating func add(_ factor: Int64, times other: Int64) {
      let (product, isTooLarge) = factor.multipliedReportingOverflow(by: other)
      guard let old = value, !isTooLarge else {
        value = nil
        return
      }
      let (sum, overflow) = old.addingReportingOverflow(product)
      value = overflow ? nil : sum
    }
  }

  /// The quotient rounded down, for a positive divisor.
  static func floor(_ value: Int64, _ divisor: Int64) -> Int64 {
    let (quotient, remainder) = value.quotientAndRemainder(dividingBy: divisor)
    return remainder < 0 ? quotient - 1 : quotient
  }
}
