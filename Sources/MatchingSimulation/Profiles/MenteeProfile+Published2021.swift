import MentorMatching

/// Mentees as the annual reports for 2021 describe them: schooling, gender, nationality and the share without a plan are
/// published, the rest is an assumption. The article *Cohort profiles* lists every number.
extension MenteeProfile {
  static var belgium2021: MenteeProfile {
    published2021(
      women: .percent(53), nationals: .percent(24), backgrounds: LanguageBackground.ofMenteesInBelgium,
      schooling: [(.unrecognisedDegree, 27), (.noDiploma, 38), (.upperSecondary, 10), (.degree, 25)])
  }

  static var france2021: MenteeProfile {
    published2021(
      women: .percent(39), nationals: .percent(14), backgrounds: LanguageBackground.ofMenteesInFrance,
      schooling: [(.unrecognisedDegree, 20), (.noDiploma, 19), (.upperSecondary, 20), (.degree, 41)])
  }

  /// Nothing is published for the Netherlands: as in Belgium but for the home languages.
  static var netherlands2021: MenteeProfile {
    var profile = belgium2021
    profile.backgrounds = LanguageBackground.ofMenteesInTheNetherlands
    return profile
  }

  private static func published2021(
    women: Share, nationals: Share, backgrounds: WeightedChoice<LanguageBackground>,
    schooling: [(option: SchoolingBand, weight: Int)]
  ) -> MenteeProfile {
    MenteeProfile(
      women: women, nationals: nationals, schooling: WeightedChoice(schooling), residence: ResidenceBand.ofMentees,
      backgrounds: backgrounds, bilingualNationals: .percent(60), undecided: Share(1, in: 7),
      targetCount: WeightedChoice([(1, 35), (2, 45), (3, 20)]), availability: AvailabilityPattern.ofMentees,
      travelLimits: WeightedChoice([(nil, 35), (5, 15), (8, 20), (12, 15), (20, 15)]),
      waitingDays: WeightedChoice([(15...30, 75), (31...60, 18), (61...150, 7)]),
      womenAskingForAWoman: .percent(8), menAskingForAMan: .percent(2))
  }
}

extension ResidenceBand {
  static let ofMentees: WeightedChoice<ResidenceBand> = WeightedChoice([
    (band(0...0, a1: 20, a2: 45, b1: 28, b2: 7), 12),
    (band(1...2, a1: 3, a2: 24, b1: 45, b2: 23, c1: 5), 28),
    (band(3...4, a2: 8, b1: 38, b2: 38, c1: 16), 28),
    (band(5...9, b1: 20, b2: 45, c1: 28, c2: 7), 20),
    (band(10...30, b2: 25, c1: 40, c2: 35), 12),
  ])

  private static func band(
    _ years: ClosedRange<Int>, a1: Int = 0, a2: Int = 0, b1: Int = 0, b2: Int = 0, c1: Int = 0, c2: Int = 0
  ) -> ResidenceBand {
    ResidenceBand(
      years: years,
      localLevels: WeightedChoice([(.a1, a1), (.a2, a2), (.b1, b1), (.b2, b2), (.c1, c1), (.c2, c2)]))
  }
}
