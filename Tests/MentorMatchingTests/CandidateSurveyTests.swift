import AssignmentSolvers
import MentorMatching
import Testing

@Suite struct CandidateSurveyTests {
  private func round(_ seed: Int) throws -> (MatchingProblem, Matching) {
    var source = RandomRoster(seed: UInt64(500 + seed))
    let roster = try source.roster(menteeCount: 60, mentorCount: 50)
    // Rules so lenient that random people often fit.
    var policy = MatchingPolicy()
    policy.antennaScope = .any
    policy.language.minimumLevel = .a1
    policy.availability.minimumBlocks = 0
    policy.digital.onlineMinimumSkill = 1
    let problem = MatchingProblem(roster: roster, policy: policy)
    try #require(problem.scores.candidateCount > 50)
    return (problem, try problem.matching(solver: ShortestPathSolver()))
  }

  @Test(arguments: 0..<20)
  func standingsAndBestMentorsAreThoseOfTheScores(seed: Int) throws {
    let (problem, matching) = try round(seed)
    let survey = problem.survey(of: matching)
    let scorer = PairScorer(roster: problem.roster, policy: problem.policy)
    func scores(_ mentee: Int) -> [(mentor: Int, score: Int)] {
      problem.roster.mentors.indices.compactMap { mentor in
        scorer.assess(mentee: mentee, mentor: mentor).candidate.map { (mentor, $0.score) }
      }
    }
    #expect(survey.standings.count == matching.duos.count)
    for (standing, duo) in zip(survey.standings, matching.duos) {
      let all = scores(duo.mentee)
      #expect(standing.candidateCount == all.count)
      #expect(standing.betterCount == all.count { $0.score > duo.candidate.score })
    }
    #expect(survey.bestMentors.count == matching.unmatchedMentees.count)
    for (best, unmatched) in zip(survey.bestMentors, matching.unmatchedMentees) {
      let order = scores(unmatched.mentee).sorted { ($1.score, $0.mentor) < ($0.score, $1.mentor) }
      #expect(best == order.prefix(2).map(\.mentor))
    }
  }

  @Test(arguments: 0..<20)
  func aWideEnoughSampleIsEverybody(seed: Int) throws {
    let (problem, matching) = try round(seed)
    let survey = problem.survey(of: matching)
    #expect(!survey.isPartial && survey.candidateCount == matching.candidateCount)
    #expect(
      survey.sample.map { Int32($0.score) } == problem.scores.values.filter { $0 != CandidateScores.notCandidate })
    #expect(survey.sample.allSatisfy { $0.points.score(weights: problem.policy.weights) == $0.score })
  }

  /// Every k-th candidate, from the middle of the first k on.
  @Test(arguments: [1, 2, 7, 20])
  func aSampleIsEvenlySpaced(limit: Int) throws {
    let (problem, matching) = try round(1)
    let survey = problem.survey(of: matching, sampleLimit: limit)
    let all = problem.scores.values.filter { $0 != CandidateScores.notCandidate }
    let step = (all.count + limit - 1) / limit
    let expected = stride(from: (step - 1) / 2, to: all.count, by: step).map { all[$0] }
    #expect(survey.sample.map { Int32($0.score) } == expected)
    #expect(survey.isPartial && survey.sample.count <= limit && !survey.sample.isEmpty)
  }
}
