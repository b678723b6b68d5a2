import MatchingSimulation
import MentorMatching
import Testing

/// Worlds for tests.
enum SimulationWorlds {
  static func startDate() throws -> CalendarDate { try #require(CalendarDate(year: 2022, month: 1, day: 3)) }

  /// An antenna where everybody is a candidate of everybody, at the same score.
  static func uniformProfile() throws -> AntennaProfile {
    var profile = try #require(AntennaProfile.named("lille"))
    let french = try #require(LanguageCode("fr"))
    let sector = try #require(SectorCode("62.01"))
    let week = WeightedChoice.always(
      AvailabilityPattern("all week", [.init(days: 0...4, halfHours: 18..<36, share: .percent(100))]))
    profile.localLanguages = .always(french)
    profile.districts = [District("one", "59000", 50.63, 3.06, radius: 0, mentees: 1, mentors: 1)]
    profile.mentees.nationals = .percent(100)
    profile.mentees.bilingualNationals = .percent(0)
    profile.mentees.undecided = .percent(0)
    profile.mentees.targetCount = .always(1)
    profile.mentees.availability = week
    profile.mentees.travelLimits = .always(nil)
    profile.mentees.womenAskingForAWoman = .percent(0)
    profile.mentees.menAskingForAMan = .percent(0)
    profile.mentees.schooling = .always(
      SchoolingBand(
        "one", digitalSkill: .always(5), hasComputer: .percent(100), meeting: .always(.either), english: .always(nil),
        targets: .always(sector)))
    profile.mentors.localLevels = .always(.native)
    profile.mentors.further = []
    profile.mentors.sectors = .always(sector)
    profile.mentors.sectorCount = .always(1)
    profile.mentors.careerYears = .always(20...20)
    profile.mentors.generalists = .percent(0)
    profile.mentors.capacity = .always(1)
    profile.mentors.availability = week
    profile.mentors.meeting = .always(.either)
    profile.mentors.digitalSkill = .always(5)
    profile.mentors.hasComputer = .percent(100)
    profile.mentors.travelLimits = .always(nil)
    return profile
  }

  /// Nobody refuses, drops out, rests, leaves or gives up.
  static var faithful: Behaviour {
    var behaviour = Behaviour()
    behaviour.intakeDays = 0
    behaviour.firstMeetingDays = 0
    behaviour.refusals = .percent(0)
    behaviour.fullTerm = .percent(100)
    behaviour.returningMentors = .percent(100)
    behaviour.restDays = 0...0
    behaviour.menteePatienceDays = nil
    behaviour.mentorPatienceDays = nil
    return behaviour
  }

  /// A small antenna of Lille with everything that can happen.
  static func small(dayCount: Int = 120, mentees: Int = 40, mentors: Int = 10) throws -> SimulatedWorld {
    let profile = try #require(AntennaProfile.named("lille"))
    let antenna = SimulatedAntenna(
      profile.id,
      menteeCohorts: [
        MenteeCohort("usual", profile: profile, arrivals: ArrivalPlan(initialCount: 4, perYear: mentees))
      ],
      mentorCohorts: [MentorCohort("usual", profile: profile, arrivals: ArrivalPlan(initialCount: 5, perYear: mentors))]
    )
    return SimulatedWorld(
      startDate: try startDate(), dayCount: dayCount, rounds: RoundCalendar(every: .twoWeeks), antennas: [antenna])
  }
}
