import MatchingSimulation
import MentorMatching
import Testing

struct ProfileFitTests {
  /// Two thousand generated people stand for real ones; the profile fitted to them must make people like them.
  @Test func syntheticPeopleResembleTheRealOnes() throws {
    let real = CohortGenerator(profile: .lille2021, seed: 6).roster(menteeCount: 2_000, mentorCount: 1_500)
    let id = try #require(AntennaID("lille"))
    let fitted = try ProfileFit().profile(of: real, antenna: id)
    var cohort = CohortProfile.lille2021
    cohort.antennas = [fitted]
    let made = CohortGenerator(profile: cohort, seed: 7).roster(menteeCount: 2_000, mentorCount: 1_500)

    func near(_ share: (Roster) -> Double, _ tolerance: Double) -> Bool { abs(share(real) - share(made)) <= tolerance }
    func mentees(_ holds: @escaping (Mentee) -> Bool) -> (Roster) -> Double {
      { Double($0.mentees.count(where: holds)) / Double($0.mentees.count) }
    }
    func mentors(_ holds: @escaping (Mentor) -> Bool) -> (Roster) -> Double {
      { Double($0.mentors.count(where: holds)) / Double($0.mentors.count) }
    }
    #expect(near(mentees { $0.person.hasComputer }, 0.05))
    #expect(near(mentees { $0.person.digitalSkill <= 2 }, 0.05))
    #expect(near(mentees { $0.person.digitalSkill <= 2 && !$0.person.hasComputer }, 0.05))
    #expect(near(mentees { $0.targetSectors.isEmpty }, 0.05))
    #expect(near(mentees { $0.person.languages.contains { $0.language.text == "fr" && $0.level >= .b1 } }, 0.08))
    #expect(near(mentees { $0.person.languages.contains { $0.language.text == "ar" } }, 0.12))
    #expect(near(mentees { $0.person.place.zone == "59100" }, 0.04))
    #expect(near(mentors { $0.isGeneralist }, 0.05))
    #expect(near(mentors { $0.capacity == 2 }, 0.03))
    #expect(near(mentors { $0.person.meeting == .inPerson }, 0.05))
    #expect(near(mentors { $0.person.languages.contains { $0.language.text == "en" } }, 0.06))
    func hours(_ people: [Person]) -> Double {
      Double(people.reduce(0) { $0 + $1.availability.halfHourCount }) / Double(people.count)
    }
    let menteeHours = (hours(real.mentees.map(\.person)), hours(made.mentees.map(\.person)))
    #expect(abs(menteeHours.0 - menteeHours.1) / menteeHours.0 < 0.25)
  }

  /// What only a few people have leaves no trace.
  @Test func rareThingsAreNotShown() throws {
    var real = CohortGenerator(profile: .lille2021, seed: 8).roster(menteeCount: 300, mentorCount: 200)
    var mentees = real.mentees
    let rare = try #require(LanguageCode("fo"))
    for index in 0..<9 {
      mentees[index].person.languages = [LanguageSkill(rare, .native)]
      mentees[index].person.place = Place(
        coordinate: try #require(Coordinate(latitude: 62.0, longitude: -6.8)), zone: "FO-100")
      mentees[index].targetSectors = [try #require(SectorCode("03.11"))]
    }
    real = try Roster(mentees: mentees, mentors: real.mentors)
    let profile = try ProfileFit(minimumCount: 10).profile(of: real, antenna: try #require(AntennaID("lille")))
    #expect(!profile.mentees.backgrounds.weightedOptions.contains { $0.option.native == rare })
    #expect(!profile.districts.contains { $0.postcode == "FO-100" })
    for band in profile.mentees.schooling.weightedOptions {
      #expect(!band.option.targets.weightedOptions.contains { $0.option.text.hasPrefix("03") })
      #expect(band.weight % 5 == 0 && band.weight >= 10)
    }
    #expect(profile.districts.allSatisfy { $0.menteeWeight % 5 == 0 && $0.mentorWeight % 5 == 0 })
  }

  @Test func tooFewPeopleAreRefused() throws {
    let roster = CohortGenerator(profile: .lille2021, seed: 1).roster(menteeCount: 9, mentorCount: 50)
    #expect(throws: ProfileFit.Failure.tooFewPeople(minimum: 10)) {
      try ProfileFit().profile(of: roster, antenna: try #require(AntennaID("lille")))
    }
  }
}
