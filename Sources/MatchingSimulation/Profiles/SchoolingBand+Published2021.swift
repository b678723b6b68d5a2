import MentorMatching

/// What goes with schooling: all assumptions.
extension SchoolingBand {
  /// A degree from abroad that is not recognised.
  static let unrecognisedDegree = SchoolingBand(
    "degree from abroad, not recognised",
    digitalSkill: WeightedChoice([(2, 5), (3, 20), (4, 30), (5, 25), (6, 15), (7, 5)]), hasComputer: .percent(80),
    meeting: WeightedChoice([(.inPerson, 32), (.online, 8), (.either, 60)]),
    english: WeightedChoice([(nil, 30), (.a2, 20), (.b1, 20), (.b2, 20), (.c1, 10)]), targets: Sectors.ofGraduates)

  /// No recognised diploma, or less than upper secondary.
  static let noDiploma = SchoolingBand(
    "no diploma or below upper secondary",
    digitalSkill: WeightedChoice([(1, 20), (2, 27), (3, 28), (4, 17), (5, 8)]), hasComputer: .percent(55),
    meeting: WeightedChoice([(.inPerson, 45), (.online, 3), (.either, 52)]),
    english: WeightedChoice([(nil, 65), (.a1, 10), (.a2, 15), (.b1, 8), (.b2, 2)]), targets: Sectors.ofTrades)

  static let upperSecondary = SchoolingBand(
    "upper secondary",
    digitalSkill: WeightedChoice([(1, 4), (2, 13), (3, 28), (4, 30), (5, 18), (6, 7)]), hasComputer: .percent(72),
    meeting: WeightedChoice([(.inPerson, 35), (.online, 6), (.either, 59)]),
    english: WeightedChoice([(nil, 40), (.a2, 25), (.b1, 22), (.b2, 10), (.c1, 3)]), targets: Sectors.ofServices)

  /// First cycle of higher education, bachelor or master.
  static let degree = SchoolingBand(
    "higher education",
    digitalSkill: WeightedChoice([(3, 10), (4, 25), (5, 30), (6, 25), (7, 10)]), hasComputer: .percent(90),
    meeting: WeightedChoice([(.inPerson, 25), (.online, 12), (.either, 63)]),
    english: WeightedChoice([(nil, 15), (.a2, 15), (.b1, 25), (.b2, 28), (.c1, 17)]), targets: Sectors.ofGraduates)
}
