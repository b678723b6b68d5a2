import MentorMatching

/// The mentors of a profile, from real ones.
struct MentorFit {
  let counts: SafeCounts
  let local: LanguageCode

  func profile(of mentors: [Mentor]) -> MentorProfile {
    let people = mentors.map(\.person)
    let levels = people.compactMap { person in person.languages.first { $0.language == local }?.level }
    return MentorProfile(
      women: women(mentors), localLevels: counts.choice(levels, else: .native, order: <),
      further: counts.further(people, without: [local]),
      sectors: counts.sectors(mentors.flatMap { $0.sectors.map(\.sector) }) ?? .always(SafeCounts.unknownSector),
      sectorCount: counts.choice(mentors.map { min(20, max(1, $0.sectors.count)) }, else: 1, order: <),
      careerYears: careers(mentors), generalists: counts.share(mentors.count(where: \.isGeneralist), of: mentors.count),
      capacity: counts.choice(mentors.map { min(100, $0.capacity) }, else: 1, order: <),
      availability: AvailabilityFit(counts: counts).patterns(people.map(\.availability)),
      meeting: counts.choice(people.map(\.meeting), else: .either) { $0.rawValue < $1.rawValue },
      digitalSkill: counts.choice(people.map(\.digitalSkill), else: 4, order: <),
      hasComputer: counts.share(people.count { $0.hasComputer }, of: people.count),
      travelLimits: counts.choice(people.map(\.travelLimit.kilometres), else: nil) { ($0 ?? -1) < ($1 ?? -1) })
  }

  /// Of those who answer to one of the two wishes; half where too few do.
  private func women(_ mentors: [Mentor]) -> Share {
    let women = mentors.count { $0.answersTo.contains { $0.text == "woman" } }
    let men = mentors.count { $0.answersTo.contains { $0.text == "man" } }
    guard women >= counts.minimum, men >= counts.minimum else { return .percent(50) }
    return counts.share(women, of: women + men)
  }

  private static let careerBands = [0...7, 8...14, 15...24, 25...34, 35...60]

  /// Years of all sectors together, by bands; a mentor without sectors has none.
  private func careers(_ mentors: [Mentor]) -> WeightedChoice<ClosedRange<Int>> {
    let bands = mentors.compactMap { mentor in
      Self.careerBands.firstIndex { $0.contains(min(60, mentor.sectors.reduce(0) { $0 + $1.years })) }
    }
    let cells = counts.cells(bands, order: <).map { (option: Self.careerBands[$0.option], weight: $0.weight) }
    return cells.isEmpty ? .always(8...34) : WeightedChoice(cells)
  }
}
