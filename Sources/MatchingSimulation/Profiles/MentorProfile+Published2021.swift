import MentorMatching

/// Mentors of 2021. That they are over 50 is published; all shares are assumptions.
extension MentorProfile {
  static func mentors2021(further: [FurtherLanguage]) -> MentorProfile {
    MentorProfile(
      women: .percent(50), localLevels: WeightedChoice([(.native, 92), (.c2, 5), (.c1, 3)]), further: further,
      sectors: Sectors.ofMentors, sectorCount: WeightedChoice([(1, 45), (2, 40), (3, 15)]),
      careerYears: WeightedChoice([(8...14, 10), (15...24, 25), (25...34, 40), (35...42, 25)]),
      generalists: .percent(20), capacity: WeightedChoice([(1, 88), (2, 12)]),
      availability: AvailabilityPattern.ofMentors,
      meeting: WeightedChoice([(.inPerson, 42), (.online, 8), (.either, 50)]),
      digitalSkill: WeightedChoice([(1, 2), (2, 7), (3, 15), (4, 23), (5, 25), (6, 18), (7, 8), (8, 2)]),
      hasComputer: .percent(94), travelLimits: WeightedChoice([(nil, 35), (5, 15), (8, 20), (12, 15), (20, 15)]))
  }
}
