import MatchingSimulation
import MentorMatching
import Testing

/// The rounds that come with the package look like rounds of such an organisation under the default policy.
struct CohortRealismTests {
  @Test(arguments: [1, 2, 3, 2021]) func aRoundOfLilleHasChoiceAndLimits(seed: UInt64) {
    let roster = CohortGenerator(profile: .lille2021, seed: seed).roster()
    let scorer = PairScorer(roster: roster, policy: MatchingPolicy())
    var candidates: [Candidate] = []
    var menteesWithout = 0
    var isChosen = [Bool](repeating: false, count: roster.mentors.count)
    for mentee in roster.mentees.indices {
      let before = candidates.count
      for mentor in roster.mentors.indices {
        guard let candidate = scorer.assess(mentee: mentee, mentor: mentor).candidate else { continue }
        candidates.append(candidate)
        isChosen[mentor] = true
      }
      if candidates.count == before { menteesWithout += 1 }
    }
    #expect((10...25).contains(candidates.count / roster.mentees.count))
    #expect((1...12).contains(menteesWithout))
    #expect(isChosen.count { $0 } >= 60)
    #expect(Set(candidates.map(\.mode)) == Set(MeetingMode.allCases))
    let laptops = candidates.count(where: \.needsLaptop)
    #expect(laptops > 0 && laptops < candidates.count / 10)
  }

  @Test func aNationalRoundIsSkewedLikeTheCountry() {
    let roster = CohortGenerator(profile: .france2022, seed: 4).roster(menteeCount: 20_000, mentorCount: 12_000)
    let around = roster.mentees.count { $0.person.antenna.text == "ile-de-france" }
    #expect((6_300...6_900).contains(around))
    // The six small towns of Auvergne-Rhône-Alpes: fewer mentors for each mentee than in Lyon.
    let small: Set<String> = ["73500", "74500", "03150", "43100", "74400", "43700"]
    func mentorsPerHundredMentees(in zones: Set<String>) -> Int {
      let mentees = roster.mentees.count { zones.contains($0.person.place.zone ?? "") }
      let mentors = roster.mentors.count { zones.contains($0.person.place.zone ?? "") }
      return mentors * 100 / max(1, mentees)
    }
    #expect(2 * mentorsPerHundredMentees(in: small) < mentorsPerHundredMentees(in: ["69001"]))
    // Speakers of Turkish cluster in the east.
    func share(of language: String, in antenna: String) -> Double {
      let people = roster.mentees.filter { $0.person.antenna.text == antenna }
      return Double(people.count { $0.person.languages.contains { $0.language.text == language } })
        / Double(people.count)
    }
    #expect(share(of: "tr", in: "grand-est") > 2 * share(of: "tr", in: "bretagne"))
  }
}
