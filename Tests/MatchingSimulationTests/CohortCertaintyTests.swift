import MatchingSimulation
import MentorMatching
import Testing

/// A profile in which nothing is left to chance gives exactly the people it describes.
struct CohortCertaintyTests {
  private func profile(waitingDays: ClosedRange<Int> = 20...20, nationals: Int = 0) throws -> CohortProfile {
    var profile = CohortProfile.lille2021
    let arabic = try #require(LanguageCode("ar"))
    let band = ResidenceBand(years: 1...2, localLevels: .always(.b1))
    profile.antennas[0].mentees.nationals = .percent(nationals)
    profile.antennas[0].mentees.bilingualNationals = .percent(0)
    profile.antennas[0].mentees.residence = .always(band)
    profile.antennas[0].mentees.backgrounds = .always(LanguageBackground(arabic))
    profile.antennas[0].mentees.undecided = .percent(0)
    profile.antennas[0].mentees.targetCount = .always(40)
    profile.antennas[0].mentees.waitingDays = .always(waitingDays)
    let pattern = AvailabilityPattern(
      "Tuesday morning", [.init(days: 1...1, halfHours: 18..<24, share: .percent(0))])
    profile.antennas[0].mentees.availability = .always(pattern)
    let school = SchoolingBand(
      "one", digitalSkill: .always(6), hasComputer: .percent(100), meeting: .always(.either), english: .always(nil),
      targets: .always(try #require(SectorCode("62.01"))))
    profile.antennas[0].mentees.schooling = .always(school)
    return profile
  }

  @Test func languagesFollowResidenceAndBackground() throws {
    let generator = CohortGenerator(profile: try profile(), seed: 1)
    for number in 1...200 {
      let languages = generator.mentee(number: number).person.languages
      #expect(languages.map { "\($0.language):\($0.level.name)" } == ["ar:native", "fr:B1"])
    }
  }

  @Test func nationalsSpeakTheLocalLanguageNatively() throws {
    let generator = CohortGenerator(profile: try profile(nationals: 100), seed: 1)
    for number in 1...200 {
      let languages = generator.mentee(number: number).person.languages
      #expect(languages.map { "\($0.language):\($0.level.name)" } == ["fr:native"])
    }
  }

  @Test func whoeverWouldHaveNoTimeGetsOneWindow() throws {
    let generator = CohortGenerator(profile: try profile(), seed: 1)
    for number in 1...200 {
      let stretches = generator.mentee(number: number).person.availability.stretches
      #expect(stretches.map(\.day) == [1] && stretches.map(\.halfHours) == [18..<24])
    }
  }

  @Test func askingForMoreTargetsThanThereAreEnds() throws {
    let mentee = CohortGenerator(profile: try profile(), seed: 1).mentee(number: 1)
    #expect(mentee.targetSectors.map(\.text) == ["62.01"])
  }

  /// 800 days before 8 November 2021 take in the end of two years and 29 February 2020.
  @Test func registrationsCountBackOverMonthsAndLeapDays() throws {
    let profile = try profile(waitingDays: 0...800)
    let generator = CohortGenerator(profile: profile, seed: 1)
    let waits = (1...20_000).compactMap { number in
      generator.mentee(number: number).registered.map { profile.roundDate.dayNumber - $0.dayNumber }
    }
    #expect(Set(waits) == Set(0...800))
  }
}
