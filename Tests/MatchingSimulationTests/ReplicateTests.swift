import MatchingSimulation
import MentorMatching
import Testing

struct ReplicateTests {
  private func record(_ world: SimulatedWorld, replicate: Int = 0) -> ReplicateRecord {
    ReplicatePlayer.record(of: world, seed: 3, replicate: replicate)
  }

  @Test func everybodyIsAccountedFor() throws {
    for replicate in 0..<20 {
      let record = record(try SimulationWorlds.small(dayCount: 364, mentees: 80, mentors: 30), replicate: replicate)
      let duos = record[0, .duosFormed]
      let ended = [Tally.duosCompleted, .foundWork, .movedAway, .lostContact, .health, .noFit, .mentorStopped]
        .reduce(0) { $0 + record[0, $1] }
      #expect(duos == ended + record[0, .duosRunningAtEnd])
      let again = record[0, .noFit] + record[0, .mentorStopped]
      let open = record[0, .duosProposed] - record[0, .duosRefused] - duos
      // Each mentee waits once, and again after a duo of two reasons; each wait ends in a duo, gives up, or goes on.
      #expect(
        record[0, .menteesRegistered] + again == duos + open + record[0, .menteesGaveUp] + record[0, .waitingAtEnd])
      let reasons = [Tally.waitingNoCandidate, .waitingAllTaken, .waitingCompetition, .waitingNextRound]
      #expect(reasons.reduce(0) { $0 + record[0, $1] } == record[0, .waitingAtEnd])
      #expect(record[0, .inPersonDuos] + record[0, .hybridDuos] + record[0, .onlineDuos] == duos)
      #expect(record.waitBins(scope: 0).reduce(0, +) == duos)
      #expect(record[0, .matchedWithin30Days] <= record[0, .followed30Days])
    }
  }

  @Test func periodsAddUpToTheYear() throws {
    let record = record(try SimulationWorlds.small(dayCount: 364))
    #expect(record.layout.periodCount == 13)
    let duos = (0..<13).reduce(0) { $0 + record[0, $1, PeriodTally.duosFormed] }
    #expect(duos == record[0, .duosFormed])
    #expect(record[0, 12, PeriodTally.waiting] == record[0, .waitingAtEnd])
  }

  @Test func withMentorsForAllEverybodyIsMatchedAtTheFirstRound() throws {
    let profile = try SimulationWorlds.uniformProfile()
    let antenna = SimulatedAntenna(
      profile.id,
      menteeCohorts: [MenteeCohort("usual", profile: profile, arrivals: ArrivalPlan(initialCount: 30))],
      mentorCohorts: [MentorCohort("usual", profile: profile, arrivals: ArrivalPlan(initialCount: 30))])
    let world = SimulatedWorld(
      startDate: try SimulationWorlds.startDate(), dayCount: 40, rounds: RoundCalendar(firstDay: 6, every: .weekly),
      antennas: [antenna], behaviour: SimulationWorlds.faithful)
    let record = record(world)
    #expect(record[0, .duosFormed] == 30 && record[0, .waitDays] == 180 && record[0, .matchedWithin30Days] == 30)
    #expect(record[0, .waitMedian] == 6 && record[0, .waitPercentile90] == 6)
    // Free until the round of day 6, busy from that day on.
    #expect(record[0, .freePlaceDays] == 30 * 6 && record[0, .placeDays] == 30 * 40)
  }

  @Test func openingAnAntennaLeavesTheOthersAlone() throws {
    var world = try SimulationWorlds.small(dayCount: 364, mentees: 80, mentors: 30)
    world.policy.antennaScope = .sameAntenna
    let before = record(world)
    let paris = try #require(AntennaProfile.named("paris"))
    world.antennas.append(
      SimulatedAntenna(
        paris.id, openDay: 60,
        menteeCohorts: [MenteeCohort("usual", profile: paris, arrivals: ArrivalPlan(perYear: 50))],
        mentorCohorts: [MentorCohort("usual", profile: paris, arrivals: ArrivalPlan(perYear: 30))]))
    let after = record(world)
    for tally in Tally.allCases { #expect(after[1, tally] == before[1, tally], "\(tally)") }
    #expect(after[2, .menteesRegistered] > 20)
  }

  @Test func laptopsAreNeverLentBeyondTheStock() throws {
    var world = try SimulationWorlds.small(dayCount: 364, mentees: 200, mentors: 100)
    let peak = record(world)[0, .laptopPeak]
    #expect(peak >= 2)
    for stock in [0, 1] {
      world.laptopCount = stock
      #expect(record(world)[0, .laptopPeak] == stock)
    }
  }

  @Test func aClosedAntennaHasNobodyWaiting() throws {
    var world = try SimulationWorlds.small(dayCount: 364, mentees: 200, mentors: 10)
    let id = world.antennas[0].id
    try world.apply(.closeAntenna(id, day: 100))
    let record = record(world)
    #expect(record[0, .waitingAtEnd] == 0 && record[0, .menteesGaveUp] > 0)
    #expect(record[0, 8, PeriodTally.menteesRegistered] == 0 && record[0, 8, PeriodTally.duosFormed] == 0)
  }

  /// A year of real people from a file: those who registered earlier have waited longer.
  @Test func knownPeopleBringTheirWaitingTime() throws {
    let roster = CohortGenerator(profile: .lille2021, seed: 2).roster(menteeCount: 30, mentorCount: 40)
    let antenna = SimulatedAntenna(
      try #require(AntennaID("here")), knownMentees: roster.mentees, knownMentors: roster.mentors)
    let world = SimulatedWorld(
      startDate: CohortProfile.lille2021.roundDate, dayCount: 60, rounds: RoundCalendar(every: .weekly),
      antennas: [antenna])
    let record = record(world)
    #expect(record[0, .menteesRegistered] == 30 && record[0, .duosFormed] >= 15)
    #expect(record[0, .waitMedian] >= 15)
  }
}
