import AssignmentSolvers
import Testing

@testable import MentorMatching

@Suite struct DecisionTests {
  /// A round with room for decisions, and some that hold together.
  private struct Decided {
    let roster: Roster
    let policy: MatchingPolicy
    var decisions = DecisionSet()

    init(seed: Int, decisionCount: Int) throws {
      var source = RandomRoster(seed: UInt64(60_000 + seed))
      roster = try source.roster(menteeCount: 12, mentorCount: 9)
      policy = source.policy()
      let scorer = PairScorer(roster: roster, policy: policy)
      for _ in 0..<4 * decisionCount where decisions.decisions.count < decisionCount {
        let kind = source.random.chance(50) ? Decision.Kind.pin : .veto
        let decision = Decision(kind, mentee: source.random.number(0...11), mentor: source.random.number(0...8))
        do { try decisions.add(decision, scorer: scorer) } catch { continue }
      }
    }

    func problem(without number: Int? = nil) throws -> MatchingProblem {
      var kept = DecisionSet()
      let scorer = PairScorer(roster: roster, policy: policy)
      for (index, decision) in decisions.decisions.enumerated() where index != number {
        try kept.add(decision, scorer: scorer)
      }
      return MatchingProblem(roster: roster, policy: policy, decisions: kept)
    }
  }

  @Test(arguments: 0..<40)
  func decisionsAreKeptAndTheRestIsOptimal(seed: Int) throws {
    let decided = try Decided(seed: seed, decisionCount: 4)
    let problem = try decided.problem()
    let matching = try problem.matching(solver: AutomaticSolver())
    for decision in decided.decisions.decisions {
      let isDuo = matching.duos.contains { $0.mentee == decision.mentee && $0.mentor == decision.mentor }
      #expect(isDuo == (decision.kind == .pin))
    }
    for load in matching.mentors {
      #expect(load.duoCount == matching.duos.count { $0.mentor == load.mentor } && load.duoCount <= load.capacity)
    }
    // By another way: a session that forces and forbids.
    let free = MatchingProblem(roster: decided.roster, policy: decided.policy)
    var session = try AssignmentSession(free.assignmentProblem)
    try session.apply(
      decided.decisions.decisions.map {
        $0.kind == .pin
          ? .force(row: $0.mentee, column: $0.mentor) : .forbid(row: $0.mentee, column: $0.mentor)
      })
    #expect(session.objective == matching.objective)
    // Every solver, the same duos.
    let other = try problem.matching(solver: HungarianSolver())
    #expect(other.duos == matching.duos)
  }

  @Test(arguments: 0..<40)
  func pricesAreDifferencesOfOptima(seed: Int) throws {
    let decided = try Decided(seed: seed, decisionCount: 3)
    let problem = try decided.problem()
    let matching = try problem.matching(solver: AutomaticSolver())
    let free = try MatchingProblem(roster: decided.roster, policy: decided.policy).matching(solver: AutomaticSolver())
    let prices = try #require(problem.decisionPrices())
    let value = problem.objectiveValue
    #expect(prices.total == value.split(free.objective - matching.objective))
    for number in decided.decisions.decisions.indices {
      let without = try decided.problem(without: number).matching(solver: AutomaticSolver())
      #expect(prices.ofDecision[number] == value.split(without.objective - matching.objective))
    }
  }

  /// Each alternative at its price, against a solve in which the pair is pinned.
  @Test(arguments: 0..<20)
  func alternativesCostWhatPinningCosts(seed: Int) throws {
    let decided = try Decided(seed: seed, decisionCount: 2)
    let problem = try decided.problem()
    let matching = try problem.matching(solver: AutomaticSolver())
    let survey = problem.survey(of: matching, threadCount: 2)
    let alternatives = try #require(survey.alternatives)
    let scorer = PairScorer(roster: decided.roster, policy: decided.policy)
    func price(_ mentee: Int, _ mentor: Int) throws -> OverridePrice? {
      var pinned = decided.decisions
      do { try pinned.add(Decision(.pin, mentee: mentee, mentor: mentor), scorer: scorer) } catch { return nil }
      let other = try MatchingProblem(roster: decided.roster, policy: decided.policy, decisions: pinned)
        .matching(solver: AutomaticSolver())
      return problem.objectiveValue.split(matching.objective - other.objective)
    }
    let free = MatchingProblem(roster: decided.roster, policy: decided.policy)
    for (number, (duo, found)) in zip(matching.duos, alternatives.ofDuo).enumerated() {
      if decided.decisions.mentor(pinnedTo: duo.mentee) != nil {
        #expect(found.isEmpty)
        #expect(survey.standings[number].candidateCount == free.scores.candidateCount(ofMentee: duo.mentee))
        continue
      }
      var expected: [Alternative] = []
      for mentor in decided.roster.mentors.indices where mentor != duo.mentor {
        guard let price = try price(duo.mentee, mentor) else { continue }
        let score = try #require(scorer.assess(mentee: duo.mentee, mentor: mentor).candidate?.score)
        expected.append(Alternative(mentor: mentor, score: score, price: price))
      }
      expected.sort { ($0.price.duos, $0.price.score, $0.mentor) < ($1.price.duos, $1.price.score, $1.mentor) }
      #expect(found == Array(expected.prefix(AlternativeSurvey.alternativeCount)))
    }
    for (left, found) in zip(matching.unmatchedMentees, alternatives.ofUnmatched) {
      let prices = try decided.roster.mentors.indices.compactMap { try price(left.mentee, $0) }
      let cheapest = prices.min { ($0.duos, $0.score) < ($1.duos, $1.score) }
      #expect(found?.price == cheapest)
    }
    #expect(survey == problem.survey(of: matching, threadCount: 1))
  }

  @Test(arguments: 0..<20)
  func certificatesCoverDecisions(seed: Int) throws {
    let decided = try Decided(seed: seed, decisionCount: 4)
    let problem = try decided.problem()
    let certificate = MatchingCertificate(try problem.matching(solver: AutomaticSolver()))
    let (roster, policy) = (decided.roster, decided.policy)
    _ = try certificate.verify(roster: roster, policy: policy, decisions: decided.decisions)
    let again = problem.matching(
      from: try certificate.solution(in: roster, policy: policy, decisions: decided.decisions))
    #expect(MatchingCertificate(again) == certificate)

    // A free matching breaks some decision, or is no better than one that keeps them all.
    let free = try MatchingProblem(roster: roster, policy: policy).matching(solver: AutomaticSolver())
    if free.objective > certificate.objective {
      #expect(throws: MatchingCertificate.Refusal.self) {
        try MatchingCertificate(free).verify(roster: roster, policy: policy, decisions: decided.decisions)
      }
    }
    if let pin = decided.decisions.pins.first {
      var changed = certificate
      changed.duos.removeAll { $0.mentee == roster.mentees[pin.mentee].id }
      #expect(
        throws: MatchingCertificate.Refusal.againstDecision(
          mentee: roster.mentees[pin.mentee].id, mentor: roster.mentors[pin.mentor].id)
      ) { try changed.verify(roster: roster, policy: policy, decisions: decided.decisions) }
    }
  }

  @Test func decisionsThatCannotHoldTogether() throws {
    var source = RandomRoster(seed: 77)
    let roster = try source.roster(menteeCount: 40, mentorCount: 30)
    var policy = MatchingPolicy()
    policy.antennaScope = .any
    policy.language.minimumLevel = .a1
    policy.availability.minimumBlocks = 0
    policy.distance.defaultLimitKilometres = 100
    let scorer = PairScorer(roster: roster, policy: policy)
    let problem = MatchingProblem(roster: roster, policy: policy)
    let mentor = try #require(
      roster.mentors.indices.first { mentor in
        roster.mentors[mentor].capacity == 1 && roster.mentees.indices.count { problem.scores[$0, mentor] != nil } > 1
      })
    let mentees = roster.mentees.indices.filter { problem.scores[$0, mentor] != nil }
    var set = DecisionSet()
    try set.add(Decision(.pin, mentee: mentees[0], mentor: mentor), scorer: scorer)
    #expect(throws: DecisionSet.Conflict.pairTwice) {
      try set.add(Decision(.veto, mentee: mentees[0], mentor: mentor), scorer: scorer)
    }
    #expect(throws: DecisionSet.Conflict.noPlaceLeft) {
      try set.add(Decision(.pin, mentee: mentees[1], mentor: mentor), scorer: scorer)
    }
    let other = try #require(roster.mentors.indices.first { $0 != mentor && problem.scores[mentees[0], $0] != nil })
    #expect(throws: DecisionSet.Conflict.menteeTwice) {
      try set.add(Decision(.pin, mentee: mentees[0], mentor: other), scorer: scorer)
    }
    let stranger = try #require(roster.mentees.indices.first { problem.scores[$0, other] == nil })
    #expect(throws: DecisionSet.Conflict.self) {
      try set.add(Decision(.pin, mentee: stranger, mentor: other), scorer: scorer)
    }
    #expect(set.decisions.count == 1)
  }
}
