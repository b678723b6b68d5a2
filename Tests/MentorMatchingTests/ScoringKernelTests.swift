import Testing

@testable import MentorMatching

/// Every kernel gives the plain scorer's scores exactly, pair by pair.
///
/// Run with `SCORING_PAIRS=10000000` for as many random pairs; the default is a tenth of a million per kernel.
@Suite struct ScoringKernelTests {
  static let kernels = ScoringKernel.allCases.filter(\.isAvailable)

  @Test func thePortableKernelRunsEverywhere() {
    #expect(ScoringKernel.portable.isAvailable)
    #expect(ScoringKernel.best.isAvailable)
  }

  /// Two chunks of mentors and a bit, so that the padding is met.
  @Test(arguments: 0..<80)
  func randomPairs(seed: Int) throws {
    var source = RandomRoster(seed: UInt64(10_000 + seed))
    let roster = try source.roster(menteeCount: 25, mentorCount: 40 + 15 * seed, withTravelTimes: seed % 5 == 0)
    var policy = seed % 2 == 0 ? source.policy() : source.unusualPolicy()
    try #require(policy.problems().isEmpty, "\(policy.problems())")
    if seed % 4 == 0 { policy.minimumScore = 0 }
    try expectEqualScores(roster, policy)
  }

  /// Who lives where others live, at the poles, on both sides of the antimeridian, and all around the world.
  @Test(arguments: 0..<8)
  func placesAtTheEdges(seed: Int) throws {
    var source = RandomRoster(seed: UInt64(20_000 + seed))
    let spots: [(Double, Double)] = [
      (90, 0), (90, 77), (-90, 0), (-90, 12), (0, 180), (0, -180), (10, 179.9999), (10, -179.9999), (0, 0), (45, 45),
      (-45, -135), (89.9999, 5), (89.9999, -175), (50.6, 3.06), (50.6, 3.06), (51, 4),
    ]
    var policy = MatchingPolicy()
    policy.antennaScope = .any
    policy.distance.defaultLimitKilometres = 20_040
    if seed % 2 == 1 {
      policy.distance.pointsByKilometres = [
        .init(at: 0, points: 10_000), .init(at: 1_000, points: 7_001), .init(at: 15_000, points: 12),
        .init(at: 20_040, points: 0),
      ]
    }
    var roster = try source.roster(menteeCount: 32, mentorCount: 48)
    var mentees = roster.mentees
    var mentors = roster.mentors
    for index in mentees.indices { try mentees[index].person.relocate(to: spots[index % spots.count]) }
    for index in mentors.indices { try mentors[index].person.relocate(to: spots[index % spots.count]) }
    roster = try Roster(mentees: mentees, mentors: mentors)
    try expectEqualScores(roster, policy)
  }

  /// Mentors placed so that the distance is at a limit, at a knot or beyond the last, at a half metre or within a hair of one.
  @Test func distancesAtLimitsAndBetweenWholeMetres() throws {
    var source = RandomRoster(seed: 31)
    var policy = MatchingPolicy()
    policy.antennaScope = .any
    policy.language.minimumLevel = .a1
    policy.availability.minimumBlocks = 0
    var mentees = try source.roster(menteeCount: 5, mentorCount: 0).mentees
    var mentors = try source.roster(menteeCount: 0, mentorCount: 1_500).mentors
    let degreesPerMetre = 180 / (Double.pi * GreatCircle.earthRadius)
    for index in mentees.indices {
      mentees[index].wishes = []
      mentees[index].person.meeting = .either
      mentees[index].person.travelLimit = TravelLimit(kilometres: [7, 25, 10, 2, 58][index])
      try mentees[index].person.relocate(to: (50.6, 3.06))
    }
    let wholes = [
      0, 1, 1_999, 2_000, 6_999, 7_000, 9_999, 10_000, 19_998, 20_000, 24_999, 25_000, 49_999, 50_001, 54_321, 57_999,
      58_000,
    ]
    let fractions = [0, 0.4999, 0.49999, 0.5, 0.500001, 0.5001, 0.25, 0.9]
    for index in mentors.indices {
      let metres = Double(wholes[index % wholes.count]) + fractions[index / wholes.count % fractions.count]
      let along = metres + Double(index / (wholes.count * fractions.count)) * 0.00002
      mentors[index].person.meeting = .inPerson
      mentors[index].person.travelLimit = TravelLimit(kilometres: 100)
      try mentors[index].person.relocate(to: (50.6 + along * degreesPerMetre, 3.06))
    }
    try expectEqualScores(Roster(mentees: mentees, mentors: mentors), policy)
  }

  /// Beyond what the kernels tell apart, the plain scorer steps in.
  @Test func policiesBeyondTheKernels() throws {
    var source = RandomRoster(seed: 32)
    let roster = try source.roster(menteeCount: 20, mentorCount: 30)
    var policy = MatchingPolicy()
    policy.availability.pointsByBlocks = Array(0...20).map { $0 * 100 }
    try expectEqualScores(roster, policy)
    policy = MatchingPolicy()
    policy.distance.pointsByKilometres = (0..<20).map { .init(at: 2 * $0, points: 10_000 - 311 * $0) }
    try expectEqualScores(roster, policy)
    policy = MatchingPolicy()
    policy.availability.saturationHalfHours = 300
    try expectEqualScores(roster, policy)
    policy = MatchingPolicy()
    policy.sector.percentByYears = (0...30).map { .init(from: $0, value: 50 + $0) }
    try expectEqualScores(roster, policy)
  }

  @Test func manyRandomPairs() throws {
    let wanted = try #require(Int(TestEnvironment.value(of: "SCORING_PAIRS") ?? "100000"))
    var pairCount = 0
    var seed: UInt64 = 1_000_000
    while pairCount < wanted {
      var source = RandomRoster(seed: seed)
      seed += 1
      let roster = try source.roster(menteeCount: 100, mentorCount: 600, withTravelTimes: seed % 7 == 0)
      let policy = seed % 3 == 0 ? source.unusualPolicy() : source.policy()
      try expectEqualScores(roster, policy)
      pairCount += 100 * 600
    }
  }

  private func expectEqualScores(_ roster: Roster, _ policy: MatchingPolicy) throws {
    try #require(policy.problems().isEmpty, "\(policy.problems())")
    let plain = PairScorer(roster: roster, policy: policy)
    let scorers = Self.kernels.map { RowScorer(roster: roster, policy: policy, kernel: $0) }
    for mentee in roster.mentees.indices {
      let expected = roster.mentors.indices.map { mentor in
        plain.assess(mentee: mentee, mentor: mentor).candidate.map { Int32($0.score) } ?? CandidateScores.notCandidate
      }
      for scorer in scorers {
        var row = scorer.makeRow()
        scorer.score(mentee: mentee, into: &row)
        let scores = Array(row.scores[..<expected.count])
        if scores != expected {
          let mentor = try #require(expected.indices.first { scores[$0] != expected[$0] })
          Issue.record(
            """
            \(scorer.kernel): mentee \(mentee), mentor \(mentor): \(scores[mentor]) for \(expected[mentor])
            \(plain.assess(mentee: mentee, mentor: mentor))
            """)
          return
        }
        #expect(row.scores[expected.count...].allSatisfy { $0 == CandidateScores.notCandidate })
      }
    }
  }
}

extension Person {
  mutating func relocate(to spot: (latitude: Double, longitude: Double)) throws {
    let coordinate = try #require(Coordinate(latitude: spot.latitude, longitude: spot.longitude))
    place = Place(coordinate: coordinate, zone: place.zone)
  }
}

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

enum TestEnvironment {
  static func value(of name: String) -> String? { unsafe getenv(name).map { unsafe String(cString: $0) } }
}
