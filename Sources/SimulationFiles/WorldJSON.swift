import MatchingFiles
import MatchingSimulation
import MentorMatching

/// A world in full, as JSON: what the digest of a study is taken of, so that replicates of different worlds never meet.
///
/// Everything a record depends on is in it, and nothing that differs from run to run.
enum WorldJSON {
  static func value(of world: SimulatedWorld) -> JSONValue {
    [
      "startDate": .string(world.startDate.description),
      "days": .integer(world.dayCount),
      "rounds": ["firstDay": .integer(world.rounds.firstDay), "every": .string(world.rounds.interval.rawValue)],
      "laptops": number(world.laptopCount),
      "policy": PolicyWriter.value(of: world.policy),
      "behaviour": value(of: world.behaviour),
      "antennas": .array(world.antennas.map(value)),
    ]
  }

  private static func value(of behaviour: Behaviour) -> JSONValue {
    let length: JSONValue =
      switch behaviour.duoLength {
      case .fixed(let days): ["fixed": .integer(days)]
      case .exponential(let mean): ["exponential": .integer(mean)]
      }
    return [
      "intakeDays": .integer(behaviour.intakeDays),
      "firstMeetingDays": .integer(behaviour.firstMeetingDays),
      "refusals": share(behaviour.refusals),
      "duoLength": length,
      "fullTerm": share(behaviour.fullTerm),
      "dropOuts": .array(
        behaviour.dropOuts.weightedOptions.map { .array([.string($0.option.rawValue), .integer($0.weight)]) }),
      "returningMentors": share(behaviour.returningMentors),
      "restDays": .array([.integer(behaviour.restDays.lowerBound), .integer(behaviour.restDays.upperBound)]),
      "menteePatienceDays": number(behaviour.menteePatienceDays),
      "mentorPatienceDays": number(behaviour.mentorPatienceDays),
      "staffMinutesPerDuo": .integer(behaviour.staffMinutesPerDuo),
    ]
  }

  private static func value(of antenna: SimulatedAntenna) -> JSONValue {
    [
      "id": .string(antenna.id.text),
      "openDay": .integer(antenna.openDay),
      "closeDay": number(antenna.closeDay),
      "mentees": .array(antenna.menteeCohorts.map { cohort($0.name, $0.profile, $0.arrivals) }),
      "mentors": .array(antenna.mentorCohorts.map { cohort($0.name, $0.profile, $0.arrivals) }),
      "people": people(of: antenna),
    ]
  }

  /// The real people as the files of a round hold them, by digest.
  private static func people(of antenna: SimulatedAntenna) -> JSONValue {
    guard let roster = try? Roster(mentees: antenna.knownMentees, mentors: antenna.knownMentors) else { return .null }
    return .array(
      [RosterWriter.mentees(roster), RosterWriter.mentors(roster)].map {
        .string(SHA256.hexadecimalDigest(of: $0.bytes))
      })
  }

  private static func cohort(_ name: String, _ profile: AntennaProfile, _ plan: ArrivalPlan) -> JSONValue {
    [
      "name": .string(name), "profile": ProfileWriter.value(of: profile), "initial": .integer(plan.initialCount),
      "perYear": .integer(plan.perYear), "rampDays": .integer(plan.rampDays),
      "startPercent": .integer(plan.startPercent), "delayDays": .integer(plan.delayDays),
      "spacing": .string(plan.spacing.rawValue),
    ]
  }

  private static func share(_ share: Share) -> JSONValue { .array([.integer(share.part), .integer(share.whole)]) }

  private static func number(_ value: Int?) -> JSONValue { value.map(JSONValue.integer) ?? .null }
}
