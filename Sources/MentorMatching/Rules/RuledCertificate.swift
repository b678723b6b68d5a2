/// A claim "these duos keep the rules, and no matching that keeps them is worth more than the bound" that anybody can
/// check from the files of the round and the rules alone.
///
/// The bound is proved by multipliers (``RelaxationProof``). Where integers leave a small gap between that bound and the
/// duos, the claim of an optimum rests on a search as well, which cannot be written down shortly: what a check then says
/// is how large the gap is.
///
/// People are named by identifier, so the claim does not depend on any order.
public struct RuledCertificate: Sendable, Equatable {
  public var duos: [MatchingCertificate.ClaimedDuo]
  /// `Σ (score + priority of the mentee)` over the duos, less what broken rules with a price cost.
  public var value: Int64
  /// What the search says no matching exceeds; the same as ``value`` when it claims an optimum.
  public var claimedBound: Int64
  /// Candidates that score less were left out; 0 leaves out none.
  public var leastScore: Int
  /// Why there are no more duos, for the objective `most-duos-first`.
  public var duoProof: RelaxationProof?
  /// Why the value is no greater; nil for goals that have no such proof.
  public var valueProof: RelaxationProof?
  /// What each rule costs, in the order of the rules; empty when that was not asked for, nil where it was not found.
  public var costs: [CostOfRule?]
  /// The worst scores that were settled before the total counted (leximin), the worst first; empty for other goals. The
  /// value is then the greatest among matchings with these.
  public var worstScores: [WorstScore]
  /// What a floor or the worst scores cost in total score, where that was asked for.
  public var priceOfGoal: Int?

  public init(
    duos: [MatchingCertificate.ClaimedDuo], value: Int64, claimedBound: Int64, leastScore: Int = 0,
    duoProof: RelaxationProof? = nil, valueProof: RelaxationProof? = nil, costs: [CostOfRule?] = [],
    worstScores: [WorstScore] = [], priceOfGoal: Int? = nil
  ) {
    self.duos = duos
    self.value = value
    self.claimedBound = claimedBound
    self.leastScore = leastScore
    self.duoProof = duoProof
    self.valueProof = valueProof
    self.costs = costs
    self.worstScores = worstScores
    self.priceOfGoal = priceOfGoal
  }

  /// What a check found out.
  public struct Proof: Sendable, Equatable {
    /// How each rule stands.
    public let check: RuleCheck
    public let pairCount: Int
    public let candidateCount: Int
    /// No matching that keeps the rules has more duos. nil without a proof in the claim.
    public let mostDuos: Int?
    /// No matching that keeps the rules (and has as many duos, where duos come first) is worth more. nil without a proof.
    public let greatestValue: Int64?
  }

  /// Why a claim was refused.
  public enum Refusal: Error, Equatable, Sendable {
    /// Somebody named is not in the round, is named twice, or is missing.
    case peopleDiffer
    case menteeTwice(PersonID)
    case tooManyDuos(of: PersonID)
    /// A duo's claimed score is not what the scorer gives, or the pair is no candidate.
    case scoreDiffers(mentee: PersonID, mentor: PersonID)
    /// A rule without a price is broken; index into ``RuleSet/rules``.
    case ruleBroken(rule: Int)
    /// The duos are worth something else.
    case valueDiffers(actual: Int64)
    /// A multiplier is for no rule, for no bound of it, negative, or above the price of its rule.
    case noSuchMultiplier(rule: Int)
    case negativeDual(of: PersonID)
    /// The duals do not cover this candidate.
    case notCovered(mentee: PersonID, mentor: PersonID)
    /// The duos are better than what the proof says is best.
    case boundBelowValue
    /// The worst scores are not those of the duos.
    case worstScoresDiffer
    /// There are not as many costs as rules.
    case costsDiffer
    /// The best matching without this rule is said to be worse than the duos, which keep the other rules too.
    case costBelowZero(rule: Int)
    /// The numbers exceed 64 bits.
    case beyondHeadRoom
  }

  /// Checks the duos and both proofs with the plain scorer. Shares no code with any solver.
  ///
  /// Complexity: one plain assessment per pair and proof, and O(pairs · rules with a multiplier).
  public func verify(roster: Roster, policy: MatchingPolicy, rules: RuleSet) throws(Refusal) -> Proof {
    let menteeIndex = Dictionary(roster.mentees.enumerated().map { ($1.id, $0) }) { first, _ in first }
    let mentorIndex = Dictionary(roster.mentors.enumerated().map { ($1.id, $0) }) { first, _ in first }
    let priority = ObjectiveValue(
      roster: roster, policy: policy, weeksWaited: MatchingProblem.weeksWaited(roster: roster, policy: policy)
    ).priorityOfMentee
    let scorer = PairScorer(roster: roster, policy: policy)
    var mentorOfMentee = [Int?](repeating: nil, count: roster.mentees.count)
    var load = [Int](repeating: 0, count: roster.mentors.count)
    var worth: Int64 = 0
    for duo in duos {
      guard let mentee = menteeIndex[duo.mentee], let mentor = mentorIndex[duo.mentor] else { throw .peopleDiffer }
      if mentorOfMentee[mentee] != nil { throw .menteeTwice(duo.mentee) }
      mentorOfMentee[mentee] = mentor
      load[mentor] += 1
      if load[mentor] > roster.mentors[mentor].capacity { throw .tooManyDuos(of: duo.mentor) }
      guard duo.score >= leastScore, scorer.assess(mentee: mentee, mentor: mentor).candidate?.score == duo.score else {
        throw .scoreDiffers(mentee: duo.mentee, mentor: duo.mentor)
      }
      worth += Int64(duo.score) + Int64(priority[mentee])
    }
    let check = RuleCheck(mentorOfMentee: mentorOfMentee, roster: roster, policy: policy, rules: rules)
    if let broken = check.entries.first(where: { $0.violation > 0 && rules.rules[$0.rule].price == nil }) {
      throw .ruleBroken(rule: broken.rule)
    }
    worth -= Int64(check.cost(rules))
    guard worth == value else { throw .valueDiffers(actual: worth) }
    try checkStatements(policy: policy, rules: rules)

    var checker = RelaxationChecker(roster: roster, policy: policy, rules: rules, leastScore: leastScore)
    var mostDuos: Int?
    if let duoProof {
      // Rules with a price never cost a duo: they are no part of this proof.
      let unit = RelaxationProof.unitOfDuo
      let bound = try checker.bound(duoProof, pricedRulesCount: false) { _, _ in unit }
      mostDuos = Int(RelaxationChecker.floor(bound, unit))
    }
    var greatestValue: Int64?
    if let valueProof {
      if let demanded = valueProof.demandedDuos, demanded > duos.count { throw .boundBelowValue }
      greatestValue = try checker.bound(valueProof, pricedRulesCount: true) { mentee, score in
        Int64(score) + Int64(priority[mentee])
      }
    }
    if let mostDuos, mostDuos < duos.count { throw .boundBelowValue }
    if let greatestValue, greatestValue < value { throw .boundBelowValue }
    guard claimedBound >= value else { throw .boundBelowValue }
    return Proof(
      check: check, pairCount: roster.mentees.count * roster.mentors.count, candidateCount: checker.candidateCount,
      mostDuos: mostDuos, greatestValue: greatestValue)
  }
}
