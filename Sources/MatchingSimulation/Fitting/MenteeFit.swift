import MentorMatching

/// The mentees of a profile, from real ones.
struct MenteeFit {
  let counts: SafeCounts
  let local: LanguageCode

  func profile(of mentees: [Mentee], roundDate: CalendarDate?) -> MenteeProfile {
    let people = mentees.map(\.person)
    let nationals = people.filter { level(of: local, $0) == .native }
    let others = people.filter { level(of: local, $0) != .native }
    let decided = mentees.filter { !$0.targetSectors.isEmpty }
    let bilingual = nationals.count { $0.languages.contains { $0.language != local && $0.level == .native } }
    return MenteeProfile(
      women: .percent(50), nationals: counts.share(nationals.count, of: people.count), schooling: bands(mentees),
      residence: .always(
        ResidenceBand(
          years: 0...30, localLevels: counts.choice(others.map { level(of: local, $0) ?? .a1 }, else: .b1, order: <))),
      backgrounds: backgrounds(people), bilingualNationals: counts.share(bilingual, of: nationals.count),
      undecided: counts.share(mentees.count - decided.count, of: mentees.count),
      targetCount: counts.choice(decided.map { min(20, $0.targetSectors.count) }, else: 1, order: <),
      availability: AvailabilityFit(counts: counts).patterns(people.map(\.availability)),
      travelLimits: counts.choice(people.map(\.travelLimit.kilometres), else: nil) { ($0 ?? -1) < ($1 ?? -1) },
      waitingDays: waits(mentees, roundDate), womenAskingForAWoman: asking("woman", mentees),
      menAskingForAMan: asking("man", mentees))
  }

  private func level(of language: LanguageCode, _ person: Person) -> LanguageLevel? {
    person.languages.first { $0.language == language }?.level
  }

  /// Wishes are shares of all; half of the mentees are taken to be women.
  private func asking(_ wish: String, _ mentees: [Mentee]) -> Share {
    counts.share(2 * mentees.count { $0.wishes.contains { $0.text == wish } }, of: mentees.count)
  }

  /// Bands by digital skill, which stands for schooling: 1–2, 3–4, 5–8. A band needs three times the minimum, so that
  /// its own shares rest on enough people; a smaller one joins its neighbour.
  private func bands(_ mentees: [Mentee]) -> WeightedChoice<SchoolingBand> {
    let least = 3 * counts.minimum
    let anySector = counts.sectors(mentees.flatMap(\.targetSectors))
    var groups: [(name: String, mentees: [Mentee])] = []
    for (name, skills) in [("little", 1...2), ("some", 3...4), ("good", 5...8)] {
      let members = mentees.filter { skills.contains($0.person.digitalSkill) }
      if members.count >= least || groups.isEmpty {
        groups.append((name, members))
      } else {
        groups[groups.count - 1].mentees += members
      }
    }
    if groups.count > 1 && groups[0].mentees.count < least {
      groups[1].mentees += groups[0].mentees
      groups.removeFirst()
    }
    return WeightedChoice(
      groups.map { group in
        (band("\(group.name) digital skill", group.mentees, anySector), counts.rounded(group.mentees.count))
      })
  }

  private func band(
    _ name: String, _ mentees: [Mentee], _ anySector: WeightedChoice<SectorCode>?
  ) -> SchoolingBand {
    let people = mentees.map(\.person)
    let meanSkill = people.isEmpty ? 4 : people.reduce(0) { $0 + $1.digitalSkill } / people.count
    let english =
      local == .english
      ? WeightedChoice<LanguageLevel?>.always(nil)
      : counts.choice(people.map { level(of: .english, $0) }, else: nil) { ($0?.rawValue ?? 0) < ($1?.rawValue ?? 0) }
    return SchoolingBand(
      name, digitalSkill: counts.choice(people.map(\.digitalSkill), else: meanSkill, order: <),
      hasComputer: counts.share(people.count { $0.hasComputer }, of: people.count),
      meeting: counts.choice(people.map(\.meeting), else: .either) { $0.rawValue < $1.rawValue }, english: english,
      targets: counts.sectors(mentees.flatMap(\.targetSectors)) ?? anySector ?? .always(SafeCounts.unknownSector))
  }

  /// Home languages with what else their speakers know; languages of too few are left out.
  private func backgrounds(_ people: [Person]) -> WeightedChoice<LanguageBackground> {
    let natives = people.compactMap { $0.languages.first { $0.level == .native && $0.language != local }?.language }
    let cells = counts.cells(natives, order: <).map { cell in
      let speakers = people.filter { level(of: cell.option, $0) == .native }
      let further = counts.further(speakers, without: [cell.option, local, .english])
      return (option: LanguageBackground(cell.option, further), weight: cell.weight)
    }
    return cells.isEmpty ? .always(LanguageBackground(local)) : WeightedChoice(cells)
  }

  /// Two ranges of days waited, up to the median and beyond, in steps of five.
  private func waits(_ mentees: [Mentee], _ roundDate: CalendarDate?) -> WeightedChoice<ClosedRange<Int>> {
    guard let end = roundDate ?? mentees.compactMap(\.registered).max() else { return .always(0...30) }
    let days = mentees.compactMap { $0.registered.map { max(0, end.dayNumber - $0.dayNumber) } }.sorted()
    guard days.count >= 2 * counts.minimum else { return .always(0...30) }
    // The ends are those of the tenth person from each end, not of a single one.
    let low = days[counts.minimum - 1] / 5 * 5
    let middle = max(low, days[days.count / 2] / 5 * 5)
    let high = max(middle, (days[days.count - counts.minimum] + 4) / 5 * 5)
    return WeightedChoice([(low...middle, 1), (middle...high, 1)])
  }
}
