import Testing

@testable import MentorMatching

/// The prepared scorer says of every pair what the plain one says.
@Suite struct PreparedPairsTests {
  @Test(arguments: 0..<60)
  func randomPairs(seed: Int) throws {
    var source = RandomRoster(seed: UInt64(40_000 + seed))
    let roster = try source.roster(menteeCount: 30, mentorCount: 40)
    var policy = seed % 2 == 0 ? source.policy() : source.unusualPolicy()
    try #require(policy.problems().isEmpty, "\(policy.problems())")
    if seed % 4 == 0 { policy.minimumScore = 0 }
    _ = try expectEqualFigures(roster, policy)
  }

  /// Distances within a hair of a limit, where the chord alone does not decide.
  @Test func distancesAtTheLimit() throws {
    var source = RandomRoster(seed: 41)
    var policy = MatchingPolicy()
    policy.antennaScope = .any
    policy.language.minimumLevel = .a1
    policy.availability.minimumBlocks = 0
    var mentees = try source.roster(menteeCount: 3, mentorCount: 0).mentees
    var mentors = try source.roster(menteeCount: 0, mentorCount: 400).mentors
    let degreesPerMetre = 180 / (Double.pi * GreatCircle.earthRadius)
    for index in mentees.indices {
      mentees[index].wishes = []
      mentees[index].person.meeting = .inPerson
      mentees[index].person.travelLimit = TravelLimit(kilometres: [7, 300, 20_000][index])
      try mentees[index].person.relocate(to: (0, 3.06))
    }
    for index in mentors.indices {
      let metres = [7_000.0, 300_000, 20_000_000][index % 3] + Double(index - 200) * 0.01
      mentors[index].person.meeting = .inPerson
      mentors[index].person.travelLimit = TravelLimit(kilometres: 20_040)
      let longitude = 3.06 + metres * degreesPerMetre
      try mentors[index].person.relocate(to: (0, longitude > 180 ? longitude - 360 : longitude))
    }
    let candidateCount = try expectEqualFigures(Roster(mentees: mentees, mentors: mentors), policy)
    #expect(candidateCount > 100)
  }

  /// Returns how many pairs are candidates.
  private func expectEqualFigures(_ roster: Roster, _ policy: MatchingPolicy) throws -> Int {
    let plain = PairScorer(roster: roster, policy: policy)
    let prepared = PreparedPairs(mentees: roster.mentees, mentors: roster.mentors, policy: policy)
    var candidateCount = 0
    for mentee in roster.mentees.indices {
      for mentor in roster.mentors.indices {
        let expected = plain.assess(mentee: mentee, mentor: mentor).candidate
        let found = prepared.figures(mentee: mentee, mentor: mentor)
        #expect(found?.score == expected?.score && found?.points == expected?.points)
        #expect(found?.mode == expected?.mode && found?.needsLaptop == expected?.needsLaptop)
        #expect(found?.metres == expected?.travel?.metres)
        #expect(
          prepared.score(mentee: mentee, mentor: mentor)
            == expected.map { Int32($0.score) } ?? CandidateScores.notCandidate)
        if expected != nil { candidateCount += 1 }
      }
    }
    return candidateCount
  }
}
