public import MentorMatching

/// One difference between a scenario and its baseline.
public enum ScenarioChange: Sendable, Equatable {
  public enum Side: String, CaseIterable, Sendable { case mentees, mentors }

  case openAntenna(SimulatedAntenna)
  case closeAntenna(AntennaID, day: Int)
  case addMentees(MenteeCohort, antenna: AntennaID)
  case addMentors(MentorCohort, antenna: AntennaID)
  case removeCohort(String, Side, antenna: AntennaID)
  case arrivals(ArrivalPlan, cohort: String, Side, antenna: AntennaID)
  /// Of all mentors of the antenna's cohorts.
  case capacity(WeightedChoice<Int>, antenna: AntennaID)
  /// Of all people of the antenna's cohorts on this side.
  case meetingMix(WeightedChoice<MeetingPreference>, Side, antenna: AntennaID)
  case policy(MatchingPolicy)
  case laptops(Int?)
  case rounds(RoundCalendar)
  case behaviour(Behaviour)
}

/// A change that does not fit the world it is made to.
public enum ScenarioError: Error, Equatable, Sendable {
  case noSuchAntenna(AntennaID)
  case antennaExists(AntennaID)
  case noSuchCohort(String)
  case cohortExists(String)
  case closesBeforeOpening(AntennaID)
}

extension SimulatedWorld {
  /// Makes a change.
  /// - Throws: ``ScenarioError``; the world is then as before.
  public mutating func apply(_ change: ScenarioChange) throws(ScenarioError) {
    switch change {
    case .openAntenna(let antenna):
      if antennas.contains(where: { $0.id == antenna.id }) { throw .antennaExists(antenna.id) }
      antennas.append(antenna)
    case .closeAntenna(let id, let day):
      let index = try index(of: id)
      guard day > antennas[index].openDay else { throw .closesBeforeOpening(id) }
      antennas[index].closeDay = day
    case .addMentees(let cohort, let id):
      let index = try index(of: id)
      if antennas[index].menteeCohorts.contains(where: { $0.name == cohort.name }) { throw .cohortExists(cohort.name) }
      antennas[index].menteeCohorts.append(cohort)
    case .addMentors(let cohort, let id):
      let index = try index(of: id)
      if antennas[index].mentorCohorts.contains(where: { $0.name == cohort.name }) { throw .cohortExists(cohort.name) }
      antennas[index].mentorCohorts.append(cohort)
    case .removeCohort(let name, let side, let id):
      let (antenna, cohort) = try indices(of: name, side, id)
      switch side {
      case .mentees: antennas[antenna].menteeCohorts.remove(at: cohort)
      case .mentors: antennas[antenna].mentorCohorts.remove(at: cohort)
      }
    case .arrivals(let plan, let name, let side, let id):
      let (antenna, cohort) = try indices(of: name, side, id)
      switch side {
      case .mentees: antennas[antenna].menteeCohorts[cohort].arrivals = plan
      case .mentors: antennas[antenna].mentorCohorts[cohort].arrivals = plan
      }
    case .capacity(let choice, let id): try setCapacity(choice, id)
    case .meetingMix(let choice, let side, let id): try setMeetingMix(choice, side, id)
    case .policy(let policy): self.policy = policy
    case .laptops(let count): laptopCount = count
    case .rounds(let calendar): rounds = calendar
    case .behaviour(let behaviour): self.behaviour = behaviour
    }
  }

  private func index(of id: AntennaID) throws(ScenarioError) -> Int {
    guard let index = antennas.firstIndex(where: { $0.id == id }) else { throw .noSuchAntenna(id) }
    return index
  }

  private func indices(
    of name: String, _ side: ScenarioChange.Side, _ id: AntennaID
  ) throws(ScenarioError) -> (antenna: Int, cohort: Int) {
    let antenna = try index(of: id)
    let cohort =
      switch side {
      case .mentees: antennas[antenna].menteeCohorts.firstIndex { $0.name == name }
      case .mentors: antennas[antenna].mentorCohorts.firstIndex { $0.name == name }
      }
    guard let cohort else { throw .noSuchCohort(name) }
    return (antenna, cohort)
  }

  private mutating func setCapacity(_ choice: WeightedChoice<Int>, _ id: AntennaID) throws(ScenarioError) {
    let antenna = try index(of: id)
    for cohort in antennas[antenna].mentorCohorts.indices {
      antennas[antenna].mentorCohorts[cohort].profile.mentors.capacity = choice
    }
  }

  private mutating func setMeetingMix(
    _ choice: WeightedChoice<MeetingPreference>, _ side: ScenarioChange.Side, _ id: AntennaID
  ) throws(ScenarioError) {
    let antenna = try index(of: id)
    switch side {
    case .mentors:
      for cohort in antennas[antenna].mentorCohorts.indices {
        antennas[antenna].mentorCohorts[cohort].profile.mentors.meeting = choice
      }
    case .mentees:
      for cohort in antennas[antenna].menteeCohorts.indices {
        let schooling = antennas[antenna].menteeCohorts[cohort].profile.mentees.schooling
        antennas[antenna].menteeCohorts[cohort].profile.mentees.schooling = WeightedChoice(
          schooling.weightedOptions.map { band, weight in
            var band = band
            band.meeting = choice
            return (band, weight)
          })
      }
    }
  }
}
