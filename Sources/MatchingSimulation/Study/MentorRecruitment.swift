import MentorMatching

/// Ten more mentors on the first day, of one profile or another.
enum MentorRecruitment {
  static let count = 10
  private static let cohortName = "recruits"

  /// Ten mentors as the antenna has them, and ten of each special kind, at the antenna with the most mentees.
  static func variants(of world: SimulatedWorld) -> [PlanningQuestion.Variant] {
    guard let antenna = busiestAntenna(of: world), let model = world.antennas[antenna].mentorCohorts.first?.profile
    else { return [] }
    return kinds.map { kind in
      var profile = model
      kind.change(&profile)
      var varied = world
      varied.antennas[antenna].mentorCohorts.append(
        MentorCohort(cohortName, profile: profile, arrivals: ArrivalPlan(initialCount: count)))
      return PlanningQuestion.Variant(name: kind.name, world: varied)
    }
  }

  private static func busiestAntenna(of world: SimulatedWorld) -> Int? {
    func weight(_ index: Int) -> Int {
      world.antennas[index].menteeCohorts.reduce(world.antennas[index].knownMentees.count) {
        $0 + $1.arrivals.initialCount + $1.arrivals.perYear
      }
    }
    return world.antennas.indices.max { (weight($0), $1) < (weight($1), $0) }
  }

  private struct Kind {
    let name: String
    let change: @Sendable (inout AntennaProfile) -> Void
  }

  private static let kinds = [
    Kind(name: "as today") { _ in },
    Kind(name: "generalists") { $0.mentors.generalists = .percent(100) },
    Kind(name: "free on weekday afternoons") { $0.mentors.availability = .always(afternoons) },
    Kind(name: "free on weekday evenings") { $0.mentors.availability = .always(evenings) },
    Kind(name: "at ease online, with a computer") {
      $0.mentors.meeting = .always(.either)
      $0.mentors.digitalSkill = .always(6)
      $0.mentors.hasComputer = .percent(100)
    },
    Kind(name: "two mentees at a time") { $0.mentors.capacity = .always(2) },
    Kind(name: "travel up to 20 km") { $0.mentors.travelLimits = .always(20) },
    Kind(name: "speak Arabic") { $0.mentors.further.append(fluent("ar")) },
    Kind(name: "speak English") { $0.mentors.further.append(fluent("en")) },
  ]

  private static let afternoons = AvailabilityPattern(
    "weekday afternoons", [.init(days: 0...4, halfHours: 27..<35, share: .percent(60), trim: 1)])
  private static let evenings = AvailabilityPattern(
    "weekday evenings", [.init(days: 0...4, halfHours: 36..<41, share: .percent(60), trim: 0)])

  private static func fluent(_ code: String) -> FurtherLanguage {
    FurtherLanguage(wellFormed(LanguageCode(code)), .percent(100), .always(.c1))
  }
}
