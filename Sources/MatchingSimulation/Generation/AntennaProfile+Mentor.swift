import MentorMatching

extension AntennaProfile {
  func mentor(id: PersonID, place: Place, draws: PersonDraws) -> Mentor {
    var backgroundStream = draws.stream(for: .background)
    let isWoman = mentors.women.draw(&backgroundStream)
    var digitalStream = draws.stream(for: .digital)
    let digitalSkill = mentors.digitalSkill.draw(&digitalStream)
    let hasComputer = mentors.hasComputer.draw(&digitalStream)
    var availabilityStream = draws.stream(for: .availability)
    var meetingStream = draws.stream(for: .meeting)
    var travelStream = draws.stream(for: .travel)
    let person = Person(
      id: id, antenna: self.id, place: place, languages: mentorLanguages(draws),
      availability: mentors.availability.draw(&availabilityStream).draw(&availabilityStream),
      meeting: mentors.meeting.draw(&meetingStream), digitalSkill: digitalSkill, hasComputer: hasComputer,
      travelLimit: TravelLimit(kilometres: mentors.travelLimits.draw(&travelStream)))

    var sectorStream = draws.stream(for: .sectors)
    let isGeneralist = mentors.generalists.draw(&sectorStream)
    let sectors = mentors.sectors.drawDistinct(mentors.sectorCount.draw(&sectorStream), &sectorStream)
    let experience = experience(in: sectors, &sectorStream)
    var capacityStream = draws.stream(for: .capacity)
    return Mentor(
      person, sectors: experience, isGeneralist: isGeneralist, capacity: mentors.capacity.draw(&capacityStream),
      answersTo: [isWoman ? .woman : .man])
  }

  /// Splits one working life: each further sector takes up to half of the years left, the first keeps the rest.
  private func experience(in sectors: [SectorCode], _ random: inout CounterBasedRandom) -> [Mentor.Experience] {
    var yearsLeft = random.draw(from: mentors.careerYears.draw(&random))
    var further: [Mentor.Experience] = []
    for sector in sectors.dropFirst() {
      let years = random.draw(from: 0...(yearsLeft / 2))
      further.append(Mentor.Experience(sector, years: years))
      yearsLeft -= years
    }
    return sectors.prefix(1).map { Mentor.Experience($0, years: yearsLeft) } + further
  }

  private func mentorLanguages(_ draws: PersonDraws) -> [LanguageSkill] {
    var random = draws.stream(for: .languages)
    var skills = LanguageSkillList()
    let local = localLanguages.draw(&random)
    skills.add(local, mentors.localLevels.draw(&random))
    skills.add(mentors.further, &random)
    return skills.sorted()
  }
}
