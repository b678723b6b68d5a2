public import MentorMatching

/// Everything a replicate plays: who comes where and when, when rounds are held, by which policy, and how people behave.
///
/// Time is counted in whole days from 0, the ``startDate``. A world is data; nothing in it is drawn yet.
public struct SimulatedWorld: Sendable, Equatable {
  /// Day 0.
  public var startDate: CalendarDate
  /// Days 0 to `dayCount − 1` are played.
  public var dayCount: Int
  public var rounds: RoundCalendar
  public var antennas: [SimulatedAntenna]
  /// Its `roundDate` is ignored: waiting is counted to the day of each round.
  public var policy: MatchingPolicy
  public var behaviour: Behaviour
  /// Laptops to lend, over all antennas; nil for as many as are needed.
  public var laptopCount: Int?

  /// - Precondition: 1 to 1 000 000 days; an antenna at least, each once; the policy has no
  ///   ``MatchingPolicy/problems()``; laptops are not negative.
  public init(
    startDate: CalendarDate, dayCount: Int, rounds: RoundCalendar, antennas: [SimulatedAntenna],
    policy: MatchingPolicy = MatchingPolicy(), behaviour: Behaviour = Behaviour(), laptopCount: Int? = nil
  ) {
    precondition((1...1_000_000).contains(dayCount), "1 to 1 000 000 days")
    precondition(!antennas.isEmpty && Set(antennas.map(\.id)).count == antennas.count, "each antenna once")
    precondition(policy.problems().isEmpty, "the policy was checked")
    precondition((laptopCount ?? 0) >= 0, "laptops are not negative")
    self.startDate = startDate
    self.dayCount = dayCount
    self.rounds = rounds
    self.antennas = antennas
    self.policy = policy
    self.behaviour = behaviour
    self.laptopCount = laptopCount
  }
}

/// An antenna of a world, with everybody who comes to it.
public struct SimulatedAntenna: Sendable, Equatable {
  public var id: AntennaID
  /// Where the office is, for maps; nil when it does not matter.
  public var office: Coordinate?
  /// Nobody comes before this day.
  public var openDay: Int
  /// From this day on nobody comes, rounds stop and whoever waits leaves; running duos go on. Nil: stays open.
  public var closeDay: Int?
  public var menteeCohorts: [MenteeCohort]
  public var mentorCohorts: [MentorCohort]
  /// Real people who are there when the antenna opens. Registrations before ``SimulatedWorld/startDate`` count as
  /// waiting; a missing one counts as the day of opening.
  public var knownMentees: [Mentee]
  public var knownMentors: [Mentor]

  /// - Precondition: the antenna opens before it closes, not before day 0; cohorts of a side have distinct names.
  public init(
    _ id: AntennaID, office: Coordinate? = nil, openDay: Int = 0, closeDay: Int? = nil,
    menteeCohorts: [MenteeCohort] = [], mentorCohorts: [MentorCohort] = [], knownMentees: [Mentee] = [],
    knownMentors: [Mentor] = []
  ) {
    precondition(openDay >= 0 && openDay < closeDay ?? .max, "opens before it closes")
    precondition(Set(menteeCohorts.map(\.name)).count == menteeCohorts.count, "distinct names")
    precondition(Set(mentorCohorts.map(\.name)).count == mentorCohorts.count, "distinct names")
    self.id = id
    self.office = office
    self.openDay = openDay
    self.closeDay = closeDay
    self.menteeCohorts = menteeCohorts
    self.mentorCohorts = mentorCohorts
    self.knownMentees = knownMentees
    self.knownMentors = knownMentors
  }

  func isOpen(on day: Int) -> Bool { day >= openDay && day < closeDay ?? .max }
}

/// Mentees who come to an antenna, by one profile and one plan.
public struct MenteeCohort: Sendable, Equatable {
  /// Part of what a seed means: a cohort of the same name has the same people in every scenario.
  public var name: String
  /// Mentees, districts and local languages are used; weights of antennas are not.
  public var profile: AntennaProfile
  public var arrivals: ArrivalPlan

  public init(_ name: String, profile: AntennaProfile, arrivals: ArrivalPlan) {
    self.name = name
    self.profile = profile
    self.arrivals = arrivals
  }
}

/// Mentors who come to an antenna, trained and ready, by one profile and one plan.
public struct MentorCohort: Sendable, Equatable {
  public var name: String
  /// Mentors, districts and local languages are used; weights of antennas are not.
  public var profile: AntennaProfile
  public var arrivals: ArrivalPlan

  public init(_ name: String, profile: AntennaProfile, arrivals: ArrivalPlan) {
    self.name = name
    self.profile = profile
    self.arrivals = arrivals
  }
}

extension SimulatedWorld {
  /// The districts of an antenna's mentees, or of all antennas, each once by name and postcode.
  ///
  /// - Parameter antenna: an identifier; nil for all. An unknown one has no districts.
  public func districts(ofAntenna antenna: String?) -> [District] {
    var found: [District] = []
    for cohort in antennas.filter({ antenna == nil || $0.id.text == antenna }).flatMap(\.menteeCohorts) {
      for district in cohort.profile.districts
      where !found.contains(where: { $0.name == district.name && $0.postcode == district.postcode }) {
        found.append(district)
      }
    }
    return found
  }
}
