import MentorMatching

extension AntennaProfile {
  func mentee(id: PersonID, place: Place, roundDate: CalendarDate, draws: PersonDraws) -> Mentee {
    var schoolingStream = draws.stream(for: .schooling)
    let schooling = mentees.schooling.draw(&schoolingStream)
    var backgroundStream = draws.stream(for: .background)
    let isWoman = mentees.women.draw(&backgroundStream)
    let isNational = mentees.nationals.draw(&backgroundStream)

    var digitalStream = draws.stream(for: .digital)
    let digitalSkill = schooling.digitalSkill.draw(&digitalStream)
    let hasComputer = schooling.hasComputer.draw(&digitalStream)
    var availabilityStream = draws.stream(for: .availability)
    var meetingStream = draws.stream(for: .meeting)
    var travelStream = draws.stream(for: .travel)
    let person = Person(
      id: id, antenna: self.id, place: place,
      languages: menteeLanguages(isNational: isNational, schooling, draws),
      availability: mentees.availability.draw(&availabilityStream).draw(&availabilityStream),
      meeting: schooling.meeting.draw(&meetingStream), digitalSkill: digitalSkill, hasComputer: hasComputer,
      travelLimit: TravelLimit(kilometres: mentees.travelLimits.draw(&travelStream)))

    var registrationStream = draws.stream(for: .registration)
    let waited = mentees.waitingDays.draw(&registrationStream)
    return Mentee(
      person, targetSectors: targets(schooling, draws),
      registered: roundDate.earlier(byDays: registrationStream.draw(from: waited)),
      wishes: wishes(isWoman: isWoman, draws))
  }

  private func menteeLanguages(
    isNational: Bool, _ schooling: SchoolingBand, _ draws: PersonDraws
  ) -> [LanguageSkill] {
    var random = draws.stream(for: .languages)
    let local = localLanguages.draw(&random)
    var skills = LanguageSkillList()
    skills.add(local, isNational ? .native : mentees.residence.draw(&random).localLevels.draw(&random))
    if !isNational || mentees.bilingualNationals.draw(&random) {
      let background = mentees.backgrounds.draw(&random)
      skills.add(background.native, .native)
      skills.add(background.further, &random)
    }
    if let english = schooling.english.draw(&random) { skills.add(.english, english) }
    return skills.sorted()
  }

  private func targets(_ schooling: SchoolingBand, _ draws: PersonDraws) -> [SectorCode] {
    var random = draws.stream(for: .sectors)
    if mentees.undecided.draw(&random) { return [] }
    return schooling.targets.drawDistinct(mentees.targetCount.draw(&random), &random)
  }

  private func wishes(isWoman: Bool, _ draws: PersonDraws) -> [Wish] {
    var random = draws.stream(for: .wishes)
    let share = isWoman ? mentees.womenAskingForAWoman : mentees.menAskingForAMan
    return share.draw(&random) ? [isWoman ? .woman : .man] : []
  }
}

extension WeightedChoice where Option: Equatable {
  /// Up to `count` different options, in the order drawn; fewer when the same ones keep coming.
  func drawDistinct(_ count: Int, _ random: inout CounterBasedRandom) -> [Option] {
    var drawn: [Option] = []
    drawn.reserveCapacity(count)
    // Bounded, since a choice may have fewer options than are asked for.
    for _ in 0..<(4 * count) where drawn.count < count {
      let option = draw(&random)
      if !drawn.contains(option) { drawn.append(option) }
    }
    return drawn
  }
}

extension LanguageCode {
  static let english = wellFormed(LanguageCode("en"))
}

extension Wish {
  static let woman = wellFormed(Wish("woman"))
  static let man = wellFormed(Wish("man"))
}
