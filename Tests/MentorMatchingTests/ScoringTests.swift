import MentorMatching
import Testing

@Suite struct ScoringTests {
  /// The row scorer and the plain scorer share no loop; they must agree on every pair.
  @Test(arguments: 0..<60)
  func rowsScoreLikeSinglePairs(seed: Int) throws {
    var source = RandomRoster(seed: UInt64(seed))
    let roster = try source.roster(menteeCount: 40, mentorCount: 45, withTravelTimes: seed % 3 == 0)
    let policy = source.policy()
    try #require(policy.problems().isEmpty)
    let scores = CandidateScores(roster: roster, policy: policy)
    let plain = PairScorer(roster: roster, policy: policy)
    for mentee in roster.mentees.indices {
      for mentor in roster.mentors.indices {
        #expect(scores[mentee, mentor] == plain.assess(mentee: mentee, mentor: mentor).candidate?.score)
      }
    }
  }

  @Test(arguments: 0..<20)
  func contributionsSumToTheScore(seed: Int) throws {
    var source = RandomRoster(seed: UInt64(1_000 + seed))
    let roster = try source.roster(menteeCount: 30, mentorCount: 30)
    let policy = source.policy()
    let plain = PairScorer(roster: roster, policy: policy)
    for mentee in roster.mentees.indices {
      for mentor in roster.mentors.indices {
        guard let candidate = plain.assess(mentee: mentee, mentor: mentor).candidate else { continue }
        var sum = 0
        for criterion in Criterion.allCases {
          #expect((0...10_000).contains(candidate.points[criterion]))
          sum += policy.weights[criterion] * candidate.points[criterion]
        }
        #expect(candidate.score == sum)
        #expect((0...Score.maximum).contains(candidate.score))
      }
    }
  }

  @Test func distancesAreThoseOfTheSphere() throws {
    let pole = try #require(Coordinate(latitude: 90, longitude: 0))
    let otherPole = try #require(Coordinate(latitude: -90, longitude: 123))
    let east = try #require(Coordinate(latitude: 0, longitude: 180))
    let west = try #require(Coordinate(latitude: 0, longitude: -180))
    let lille = try #require(Coordinate(latitude: 50.6292, longitude: 3.0573))
    let brussels = try #require(Coordinate(latitude: 50.8503, longitude: 4.3517))
    #expect(GreatCircle.metres(from: lille, to: lille) == 0)
    #expect(GreatCircle.metres(from: east, to: west) == 0)
    #expect(GreatCircle.metres(from: pole, to: otherPole) == 20_015_114)
    #expect(GreatCircle.metres(from: lille, to: brussels) == GreatCircle.metres(from: brussels, to: lille))
    #expect(abs(GreatCircle.metres(from: lille, to: brussels) - 94_500) < 1_500)
  }
}
