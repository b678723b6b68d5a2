import AssignmentInstances
public import MentorMatching

/// Invented people of one city, for measuring how fast pairs are scored: five languages, 520 sector codes of four symbols,
/// a week of 336 half hours, places some 20 km across, one antenna.
///
/// Nearly every pair speaks a common language and lives near enough; how many find common time depends on the stretches.
public struct ScoringPeople {
  public let roster: Roster

  /// - Parameter stretches: how many stretches of four to eight half hours somebody is free in a week.
  public init(menteeCount: Int, mentorCount: Int, stretches: ClosedRange<Int>, seed: UInt64) throws {
    var random = SplitMix64(seed: seed)
    var texts: Set<String> = []
    while texts.count < 520 { texts.insert(String(Int.random(in: 1_000...9_999, using: &random))) }
    let codes = texts.sorted().compactMap(SectorCode.init)
    let languages = ["fr", "nl", "en", "ar", "de"].compactMap(LanguageCode.init)

    func skill(_ language: LanguageCode, _ levels: ClosedRange<Int>) -> LanguageSkill {
      LanguageSkill(language, LanguageLevel.allCases[Int.random(in: levels, using: &random) - 1])
    }
    func person(_ name: String) throws -> Person {
      var availability = WeeklyAvailability()
      for _ in 0..<Int.random(in: stretches, using: &random) {
        let start = Int.random(in: 16...40, using: &random)
        let end = min(46, start + Int.random(in: 4...8, using: &random))
        availability.insert(day: Int.random(in: 0...6, using: &random), halfHours: start..<end)
      }
      var skills = [skill(languages[0], 3...7)]
      for language in languages.dropFirst() where random.unit() < 0.3 { skills.append(skill(language, 1...7)) }
      guard let id = PersonID(name),
        let coordinate = Coordinate(
          latitude: 48.85 + Double(Int.random(in: -900...900, using: &random)) / 10_000,
          longitude: 2.35 + Double(Int.random(in: -1_300...1_300, using: &random)) / 10_000)
      else { throw Unnamed() }
      return Person(
        id: id, place: Place(coordinate: coordinate), languages: skills, availability: availability,
        meeting: random.unit() < 0.5 ? .either : .inPerson, digitalSkill: Int.random(in: 1...8, using: &random),
        hasComputer: random.unit() < 0.8,
        travelLimit: TravelLimit(kilometres: Int.random(in: 15...40, using: &random)))
    }
    func code() -> SectorCode { codes[Int.random(in: 0..<codes.count, using: &random)] }

    roster = try Roster(
      mentees: (0..<menteeCount).map { index in
        Mentee(
          try person("e\(index)"), targetSectors: (0..<Int.random(in: 0...3, using: &random)).map { _ in code() })
      },
      mentors: (0..<mentorCount).map { index in
        Mentor(
          try person("m\(index)"),
          sectors: (0..<Int.random(in: 1...3, using: &random)).map { _ in
            Mentor.Experience(code(), years: Int.random(in: 0...30, using: &random))
          }, isGeneralist: random.unit() < 0.3)
      })
  }

  private struct Unnamed: Error {}
}
