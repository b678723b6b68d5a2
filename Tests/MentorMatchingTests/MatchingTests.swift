import AssignmentSolvers
import MentorMatching
import Testing

@Suite struct MatchingTests {
  @Test(arguments: 0..<40)
  func everySolverProposesTheSameProvenDuos(seed: Int) throws {
    var source = RandomRoster(seed: UInt64(2_000 + seed))
    let roster = try source.roster(menteeCount: 30, mentorCount: 18)
    let problem = MatchingProblem(roster: roster, policy: source.policy())
    let plain = try problem.matching(solver: HungarianSolver())
    let fast = try problem.matching(solver: ShortestPathSolver())
    #expect(plain.solution == fast.solution)
    #expect(plain.duos == fast.duos)
    let proof = try CertificateChecker.check(fast.solution, of: problem.assignmentProblem)
    #expect(proof.pairCount == 30 * 18)
    #expect(fast.duos.count + fast.unmatchedMentees.count == 30)
  }

  /// With the goal "most duos first", no choice of duos is larger: the size equals a maximum matching found by
  /// augmenting paths alone.
  @Test(arguments: 0..<40)
  func mostDuosFirstIsExactlyThat(seed: Int) throws {
    var source = RandomRoster(seed: UInt64(3_000 + seed))
    let roster = try source.roster(menteeCount: 40, mentorCount: 25)
    var policy = source.policy()
    policy.objective = .mostDuosFirst
    let matching = try roster.match(policy: policy)
    #expect(matching.duos.count == maximumDuoCount(CandidateScores(roster: roster, policy: policy), roster))
    for unmatched in matching.unmatchedMentees {
      if case .competition = unmatched.reason { Issue.record("a mentee left over by most duos first has a shortage") }
    }
  }

  @Test(arguments: 0..<40)
  func shortagesAreShortages(seed: Int) throws {
    var source = RandomRoster(seed: UInt64(4_000 + seed))
    let roster = try source.roster(menteeCount: 60, mentorCount: 20)
    let policy = source.policy()
    let matching = try roster.match(policy: policy)
    let scores = CandidateScores(roster: roster, policy: policy)
    for shortage in matching.shortages {
      let candidates = Set(shortage.mentees.flatMap { scores.candidates(ofMentee: $0) })
      #expect(candidates == Set(shortage.mentors))
      #expect(shortage.placeCount == shortage.mentors.reduce(0) { $0 + roster.mentors[$1].capacity })
      #expect(shortage.mentees.count > shortage.placeCount)
      #expect(Set(shortage.mentees).count == shortage.mentees.count)
    }
  }

  @Test(arguments: 0..<20)
  func theOrderOfPeopleDoesNotShow(seed: Int) throws {
    var source = RandomRoster(seed: UInt64(5_000 + seed))
    let roster = try source.roster(menteeCount: 30, mentorCount: 20)
    let shuffled = try Roster(
      mentees: roster.mentees.shuffled(using: &source.random), mentors: roster.mentors.shuffled(using: &source.random))
    #expect(shuffled == roster)
  }

  /// Lifting a rule opens exactly as many mentors as the reasons claim.
  @Test(arguments: 0..<30)
  func liftingTheDigitalRuleOpensWhatTheReasonSays(seed: Int) throws {
    var source = RandomRoster(seed: UInt64(6_000 + seed))
    let roster = try source.roster(menteeCount: 40, mentorCount: 12)
    var policy = source.policy()
    policy.minimumScore = 0
    policy.language.minimumLevel = .b2
    let matching = try roster.match(policy: policy)
    for unmatched in matching.unmatchedMentees {
      guard case .noCandidate(let counts) = unmatched.reason else { continue }
      var mentee = roster.mentees[unmatched.mentee]
      mentee.wishes = []
      let scorer = PairScorer(roster: roster, policy: policy)
      let opened = roster.mentors.count { scorer.assess(mentee, $0).candidate != nil }
      #expect(opened == counts.first { $0.rule == .wish }?.openedByLifting ?? 0)
    }
  }

  private func maximumDuoCount(_ scores: CandidateScores, _ roster: Roster) -> Int {
    var menteesOfMentor = [[Int]](repeating: [], count: roster.mentors.count)
    func augment(_ mentee: Int, _ isVisited: inout [Bool]) -> Bool {
      for mentor in scores.candidates(ofMentee: mentee) where !isVisited[mentor] {
        isVisited[mentor] = true
        if menteesOfMentor[mentor].count < roster.mentors[mentor].capacity {
          menteesOfMentor[mentor].append(mentee)
          return true
        }
        for (position, other) in menteesOfMentor[mentor].enumerated() where augment(other, &isVisited) {
          menteesOfMentor[mentor][position] = mentee
          return true
        }
      }
      return false
    }
    return roster.mentees.indices.count { mentee in
      var isVisited = [Bool](repeating: false, count: roster.mentors.count)
      return augment(mentee, &isVisited)
    }
  }
}
