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
}
