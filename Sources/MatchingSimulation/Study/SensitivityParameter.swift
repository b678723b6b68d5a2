import MentorMatching

/// An assumption that is moved down and up, one at a time, to see which of them matters most.
public enum SensitivityParameter: String, CaseIterable, Sendable {
  case menteeArrivals = "mentees who register"
  case mentorArrivals = "mentors who are trained"
  case fullTerm = "duos that last to the end"
  case refusals = "duos refused at the first meeting"
  case returningMentors = "mentors who do another duo"
  case restDays = "rest between two duos"
  case menteePatience = "patience of mentees"
  case mentorPatience = "patience of idle mentors"
  case intakeDays = "days from registration to the first round"
  case duoLength = "length of a duo"
  case travelLimit = "travel limit where none is stated"

  /// What the low and the high variant are, in words.
  public var range: (low: String, high: String) {
    switch self {
    case .menteeArrivals, .mentorArrivals: ("−20 %", "+20 %")
    case .fullTerm: ("−10 points", "+5 points")
    case .refusals: ("none", "twice")
    case .returningMentors: ("−2 in 10", "+1 in 10")
    case .restDays, .menteePatience, .mentorPatience: ("half", "twice")
    case .intakeDays: ("−5 days", "+10 days")
    case .duoLength: ("−4 weeks", "+4 weeks")
    case .travelLimit: ("−10 km", "+10 km")
    }
  }

  /// The world with this assumption moved.
  public func moved(_ world: SimulatedWorld, isHigh: Bool) -> SimulatedWorld {
    var world = world
    var behaviour = world.behaviour
    func scaled(_ value: Int) -> Int { isHigh ? value * 2 : max(1, value / 2) }
    switch self {
    case .menteeArrivals: world.scaleArrivals(mentees: isHigh ? 120 : 80)
    case .mentorArrivals: world.scaleArrivals(mentors: isHigh ? 120 : 80)
    case .fullTerm: behaviour.fullTerm = behaviour.fullTerm.moved(byPercent: isHigh ? 5 : -10)
    case .refusals:
      behaviour.refusals =
        isHigh ? behaviour.refusals.moved(byPercent: behaviour.refusals.roundedPercent) : .percent(0)
    case .returningMentors: behaviour.returningMentors = behaviour.returningMentors.moved(byPercent: isHigh ? 10 : -20)
    case .restDays:
      behaviour.restDays =
        isHigh
        ? behaviour.restDays.lowerBound * 2...behaviour.restDays.upperBound * 2
        : behaviour.restDays.lowerBound / 2...behaviour.restDays.upperBound / 2
    case .menteePatience: behaviour.menteePatienceDays = behaviour.menteePatienceDays.map(scaled)
    case .mentorPatience: behaviour.mentorPatienceDays = behaviour.mentorPatienceDays.map(scaled)
    case .intakeDays: behaviour.intakeDays = max(0, behaviour.intakeDays + (isHigh ? 10 : -5))
    case .duoLength:
      let shift = isHigh ? 28 : -28
      behaviour.duoLength =
        switch behaviour.duoLength {
        case .fixed(let days): .fixed(days: max(1, days + shift))
        case .exponential(let mean): .exponential(meanDays: max(1, mean + shift))
        }
    case .travelLimit:
      world.policy.distance.defaultLimitKilometres = max(
        0, world.policy.distance.defaultLimitKilometres + (isHigh ? 10 : -10))
    }
    world.behaviour = behaviour
    return world
  }

  /// The low and high arms of every assumption.
  public static func arms(of world: SimulatedWorld, replicateLimit: Int) -> [Study.Arm] {
    allCases.flatMap { parameter in
      [false, true].map { isHigh in
        Study.Arm(
          .sensitivity(parameter, isHigh: isHigh),
          name: "\(parameter.rawValue): \(isHigh ? parameter.range.high : parameter.range.low)",
          world: parameter.moved(world, isHigh: isHigh), replicateLimit: replicateLimit)
      }
    }
  }
}

extension Share {
  /// In percent, rounded.
  var roundedPercent: Int { (200 * part + whole) / (2 * whole) }

  func moved(byPercent points: Int) -> Share { .percent(min(100, max(0, roundedPercent + points))) }
}

extension SimulatedWorld {
  /// Multiplies stocks and rates of all cohorts, in percent.
  mutating func scaleArrivals(mentees: Int = 100, mentors: Int = 100) {
    for antenna in antennas.indices {
      for cohort in antennas[antenna].menteeCohorts.indices {
        antennas[antenna].menteeCohorts[cohort].arrivals.scale(percent: mentees)
      }
      for cohort in antennas[antenna].mentorCohorts.indices {
        antennas[antenna].mentorCohorts[cohort].arrivals.scale(percent: mentors)
      }
    }
  }
}

extension ArrivalPlan {
  mutating func scale(percent: Int) {
    initialCount = min(100_000, (initialCount * percent + 50) / 100)
    perYear = min(100_000, (perYear * percent + 50) / 100)
  }
}
