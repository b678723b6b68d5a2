import MatchingSimulation
import MentorMatching
import Testing

struct CohortGeneratorTests {
  static let profiles = CohortProfile.allNames.compactMap(CohortProfile.named)

  @Test func profilesAreFoundByName() {
    #expect(CohortProfile.allNames == ["lille-2021", "six-antennas-2021", "france-2022"])
    #expect(Self.profiles.map(\.name) == CohortProfile.allNames)
    #expect(CohortProfile.named("lille-2020") == nil)
  }

  @Test(arguments: profiles) func theSameSeedGivesTheSameRoster(profile: CohortProfile) {
    let rosters = (0..<2).map { _ in
      CohortGenerator(profile: profile, seed: 7).roster(menteeCount: 1_000, mentorCount: 600)
    }
    #expect(rosters[0] == rosters[1])
  }

  @Test(arguments: profiles) func anotherSeedGivesOtherPeople(profile: CohortProfile) {
    let a = CohortGenerator(profile: profile, seed: 7)
    let b = CohortGenerator(profile: profile, seed: 8)
    #expect((1...20).allSatisfy { a.mentee(number: $0) != b.mentee(number: $0) })
    #expect((1...20).allSatisfy { a.mentor(number: $0) != b.mentor(number: $0) })
  }

  @Test(arguments: profiles) func aLargerRoundHasThePeopleOfTheSmallerOne(profile: CohortProfile) {
    let generator = CohortGenerator(profile: profile, seed: 21)
    let small = generator.roster(menteeCount: 40, mentorCount: 25)
    let large = generator.roster(menteeCount: 1_200, mentorCount: 700)
    let menteeByID = Dictionary(large.mentees.map { ($0.id, $0) }) { first, _ in first }
    let mentorByID = Dictionary(large.mentors.map { ($0.id, $0) }) { first, _ in first }
    #expect(small.mentees.allSatisfy { menteeByID[$0.id] == $0 })
    #expect(small.mentors.allSatisfy { mentorByID[$0.id] == $0 })
  }

  @Test(arguments: profiles) func countsAreTheProfilesUnlessGiven(profile: CohortProfile) {
    let generator = CohortGenerator(profile: profile, seed: 1)
    let usual = generator.roster()
    #expect(usual.mentees.count == profile.menteeCount)
    #expect(usual.mentors.count == profile.mentorCount)
    let empty = generator.roster(menteeCount: 0, mentorCount: 0)
    #expect(empty.mentees.isEmpty && empty.mentors.isEmpty)
  }

  @Test(arguments: profiles) func identifiersAreDistinctAndSayWhoIsMeant(profile: CohortProfile) {
    let roster = CohortGenerator(profile: profile, seed: 2).roster(menteeCount: 2_500, mentorCount: 2_500)
    #expect(Set(roster.mentees.map(\.id)).count == 2_500)
    #expect(Set(roster.mentors.map(\.id)).count == 2_500)
    #expect(roster.mentees.allSatisfy { $0.id.text.hasPrefix("\($0.person.antenna)-e") })
    #expect(roster.mentors.allSatisfy { $0.id.text.hasPrefix("\($0.person.antenna)-m") })
  }

  @Test func identifiersArePaddedToTheProfilesDigits() {
    let generator = CohortGenerator(profile: .lille2021, seed: 1)
    #expect(generator.mentee(number: 7).id.text == "lille-e007")
    #expect(generator.mentor(number: 70).id.text == "lille-m070")
    #expect(generator.mentee(number: 1_234).id.text == "lille-e1234")
  }

  @Test(arguments: profiles) func everyValueIsOneARosterMayHold(profile: CohortProfile) {
    let roster = CohortGenerator(profile: profile, seed: 3).roster(menteeCount: 3_000, mentorCount: 2_000)
    for person in roster.mentees.map(\.person) + roster.mentors.map(\.person) {
      #expect((1...8).contains(person.digitalSkill))
      #expect(person.availability.halfHourCount > 0)
      #expect(!person.languages.isEmpty)
      #expect(Set(person.languages.map(\.language)).count == person.languages.count)
      #expect(person.place.zone?.isEmpty == false)
    }
    for mentee in roster.mentees {
      #expect(mentee.targetSectors.count <= 3)
      #expect(Set(mentee.targetSectors).count == mentee.targetSectors.count)
      #expect(mentee.wishes.allSatisfy(MatchingPolicy().recognisedWishes.contains))
      let waited = mentee.registered.map { profile.roundDate.dayNumber - $0.dayNumber }
      #expect(waited.map((15...150).contains) == true)
    }
    for mentor in roster.mentors {
      #expect((1...2).contains(mentor.capacity))
      #expect((1...3).contains(mentor.sectors.count))
      #expect(mentor.sectors.reduce(0) { $0 + $1.years } <= 42)
      #expect(mentor.answersTo.count == 1)
    }
  }

  @Test(arguments: profiles) func everybodyLivesInTheirAntennasCountry(profile: CohortProfile) {
    let roster = CohortGenerator(profile: profile, seed: 4).roster(menteeCount: 3_000, mentorCount: 2_000)
    for person in roster.mentees.map(\.person) + roster.mentors.map(\.person) {
      let point = person.place.coordinate
      let (latitudes, longitudes) =
        switch person.antenna.text {
        case "antwerp", "brussels": (49.4...51.6, 2.4...6.5)
        case "rotterdam": (50.7...53.6, 3.3...7.3)
        default: (41.3...51.2, -5.2...9.6)
        }
      #expect(latitudes.contains(point.latitude) && longitudes.contains(point.longitude))
    }
  }

  @Test(arguments: profiles) func everybodyLivesNearTheCentreOfADistrict(profile: CohortProfile) {
    let districts = profile.antennas.flatMap(\.districts)
    let roster = CohortGenerator(profile: profile, seed: 5).roster(menteeCount: 1_000, mentorCount: 1_000)
    for person in roster.mentees.map(\.person) + roster.mentors.map(\.person) {
      // The corner of the square is √2 radii away; coordinates are rounded to about 10 m.
      let isNear = districts.contains {
        $0.postcode == person.place.zone
          && GreatCircle.metres(from: $0.centre, to: person.place.coordinate) <= $0.radius * 142 / 100 + 30
      }
      #expect(isNear)
    }
  }

  /// Guards the meaning of a seed: fixtures and published results name profile and seed only.
  @Test func aSeedKeepsItsMeaning() {
    let generator = CohortGenerator(profile: .lille2021, seed: 2021)
    let mentee = generator.mentee(number: 1)
    #expect(mentee.person.place.zone == "59100")
    #expect(mentee.person.place.coordinate == Coordinate(latitude: 50.6906, longitude: 3.1746))
    #expect(mentee.person.languages.map { "\($0.language):\($0.level.name)" } == ["so:native", "fr:C1", "en:B2"])
    #expect(mentee.person.availability.stretches.map(\.halfHours) == [36..<40, 28..<33])
    #expect(mentee.person.digitalSkill == 5 && mentee.person.hasComputer && mentee.person.meeting == .either)
    #expect(mentee.person.travelLimit == TravelLimit(kilometres: 8))
    #expect(mentee.targetSectors.map(\.text) == ["62.0", "64.19", "49.3"])
    #expect(mentee.registered?.description == "2021-10-11")
    let mentor = generator.mentor(number: 1)
    #expect(mentor.person.place.coordinate == Coordinate(latitude: 50.6228, longitude: 3.055))
    #expect(mentor.sectors.map { "\($0.sector) \($0.years)" } == ["41.20 27", "86.10 14"])
    #expect(mentor.answersTo.map(\.text) == ["man"] && mentor.capacity == 1 && !mentor.isGeneralist)
  }
}
