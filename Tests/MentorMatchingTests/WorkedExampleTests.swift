import MentorMatching
import Testing

/// The example of the article *Scoring model*, number by number.
@Suite struct WorkedExampleTests {
  @Test func theArticleSaysWhatTheScorerDoes() throws {
    let french = try #require(LanguageCode("fr"))
    var evenings = WeeklyAvailability()
    evenings.insert(day: 1, halfHours: 36..<40)
    evenings.insert(day: 5, halfHours: 18..<24)
    // Six kilometres along a meridian: 6 000 m / (6 371 008.8 m · π / 180).
    let home = try #require(Coordinate(latitude: 50.6, longitude: 3.06))
    let away = try #require(Coordinate(latitude: 50.6 + 0.053959, longitude: 3.06))
    let targets = ["62.01", "85"].compactMap(SectorCode.init)
    let amina = Mentee(
      Person(
        id: try #require(PersonID("amina")), place: Place(coordinate: home), languages: [LanguageSkill(french, .b2)],
        availability: evenings, digitalSkill: 3), targetSectors: targets)
    let bruno = Mentor(
      Person(
        id: try #require(PersonID("bruno")), place: Place(coordinate: away), languages: [LanguageSkill(french, .c1)],
        availability: evenings, digitalSkill: 6),
      sectors: [Mentor.Experience(try #require(SectorCode("62.02")), years: 12)])
    let roster = try Roster(mentees: [amina], mentors: [bruno])
    let candidate = try #require(
      PairScorer(roster: roster, policy: MatchingPolicy()).assess(mentee: 0, mentor: 0).candidate)
    #expect(candidate.travel?.metres == 6_000)
    #expect(candidate.points.language == 7_500)
    #expect(candidate.points.sector == 7_500)
    #expect(candidate.points.availability == 7_833)
    #expect(candidate.points.distance == 9_000)
    #expect(candidate.points.digital == 10_000)
    #expect(candidate.score == 804_160)
    #expect(candidate.mode == .hybrid)
    #expect(try roster.match().totalScore == 804_160)
  }
}
