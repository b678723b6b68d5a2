import AssignmentSolvers
import MatchingFiles
import MentorMatching
import Testing

@Suite("duos.geojson (RFC 7946)")
struct DuosGeoJSONTests {
  private static func features(_ bytes: [UInt8]) throws -> [JSONValue] {
    let root = try JSONDocument(bytes, file: "duos.geojson").root
    #expect(root["type"]?.string == "FeatureCollection")
    return try #require(root["features"]?.array)
  }

  private static func file(_ round: FixtureRound) throws -> [UInt8] {
    try #require(round.files().first { $0.name == "duos.geojson" }).bytes
  }

  @Test("A line per duo, a point per person, longitude first, rounded", arguments: ["lille-2021", "six-antennas-2021"])
  func features(_ name: String) throws {
    let round = try FixtureRound(name)
    let roster = round.round.roster
    let features = try Self.features(try Self.file(round))
    #expect(features.count == round.matching.duos.count + roster.mentees.count + roster.mentors.count)
    func rounded(_ degrees: Double) -> Double { (degrees * 1_000).rounded() / 1_000 }
    func position(_ person: Person) -> [Double] {
      [rounded(person.place.coordinate.longitude), rounded(person.place.coordinate.latitude)]
    }
    for (feature, duo) in zip(features, round.matching.duos) {
      #expect(feature["type"]?.string == "Feature")
      #expect(feature["geometry"]?["type"]?.string == "LineString")
      let line = feature["geometry"]?["coordinates"]?.array?.map { $0.array?.compactMap(\.number) ?? [] }
      #expect(line == [position(roster.mentees[duo.mentee].person), position(roster.mentors[duo.mentor].person)])
      #expect(feature["properties"]?["mentee"]?.string == roster.mentees[duo.mentee].id.text)
      #expect(feature["properties"]?["mentor"]?.string == roster.mentors[duo.mentor].id.text)
      #expect(feature["properties"]?["score"]?.integer == duo.candidate.score)
      #expect(feature["properties"]?["metres"]?.integer == duo.candidate.travel?.metres)
    }
    let people = features.dropFirst(round.matching.duos.count)
    let expected = roster.mentees.map { ($0.id, $0.person) } + roster.mentors.map { ($0.id, $0.person) }
    for (feature, (id, person)) in zip(people, expected) {
      #expect(feature["geometry"]?["type"]?.string == "Point")
      #expect(feature["geometry"]?["coordinates"]?.array?.compactMap(\.number) == position(person))
      #expect(feature["properties"]?["id"]?.string == id.text)
    }
    #expect(people.count { $0["properties"]?["status"]?.string == "waiting" } == round.matching.unmatchedMentees.count)
  }

  @Test("A line across the 180th meridian is cut there")
  func meridian() throws {
    let english = try #require(LanguageCode("en"))
    var evening = WeeklyAvailability()
    evening.insert(day: 0, halfHours: 36..<40)
    func person(_ id: String, _ latitude: Double, _ longitude: Double) throws -> Person {
      Person(
        id: try #require(PersonID(id)),
        place: Place(coordinate: try #require(Coordinate(latitude: latitude, longitude: longitude))),
        languages: [LanguageSkill(english, .c1)], availability: evening)
    }
    let roster = try Roster(
      mentees: [Mentee(try person("e", -16, 179.5))], mentors: [Mentor(try person("m", -17, -178.5))])
    let problem = MatchingProblem(roster: roster, policy: MatchingPolicy())
    let matching = try problem.matching(solver: HungarianSolver())
    let files = ProposalFiles.files(
      of: matching, certificate: MatchingCertificate(matching), survey: problem.survey(of: matching))
    let features = try Self.features(try #require(files.first { $0.name == "duos.geojson" }).bytes)
    let geometry = try #require(features.first?["geometry"])
    #expect(geometry["type"]?.string == "MultiLineString")
    let lines = geometry["coordinates"]?.array?.map { ($0.array ?? []).map { $0.array?.compactMap(\.number) ?? [] } }
    #expect(lines == [[[179.5, -16], [180, -16.25]], [[-180, -16.25], [-178.5, -17]]])
  }
}
