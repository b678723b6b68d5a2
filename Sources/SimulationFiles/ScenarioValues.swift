import MatchingFiles
import MatchingSimulation
import MentorMatching

/// The smaller objects of a scenario file.
enum ScenarioValues {
  static func date(_ text: String) -> CalendarDate? {
    let parts = text.utf8.split(separator: UInt8(ascii: "-"), omittingEmptySubsequences: false)
    guard text.utf8.count == 10, parts.map(\.count) == [4, 2, 2] else { return nil }
    let numbers = parts.compactMap { part -> Int? in
      part.allSatisfy { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) }
        ? part.reduce(0) { $0 * 10 + Int($1 - UInt8(ascii: "0")) } : nil
    }
    guard numbers.count == 3 else { return nil }
    return CalendarDate(year: numbers[0], month: numbers[1], day: numbers[2])
  }

  static func rounds(_ decoder: inout ObjectDecoder) -> RoundCalendar {
    var calendar = RoundCalendar(every: .twoWeeks)
    decoder.read("every", into: &calendar.interval)
    decoder.read("firstDay", in: 0...1_000_000, into: &calendar.firstDay)
    return calendar
  }

  static func arrivals(_ decoder: inout ObjectDecoder) -> ArrivalPlan {
    var plan = ArrivalPlan()
    decoder.read("initial", in: 0...100_000, into: &plan.initialCount)
    decoder.read("perYear", in: 0...100_000, into: &plan.perYear)
    decoder.read("rampDays", in: 0...100_000, into: &plan.rampDays)
    decoder.read("startPercent", in: 0...100, into: &plan.startPercent)
    decoder.read("delayDays", in: 0...1_000_000, into: &plan.delayDays)
    decoder.read("spacing", into: &plan.spacing)
    return plan
  }

  static func policy(_ decoder: inout ObjectDecoder) -> MatchingPolicy {
    let policy = PolicyReader.policy(from: &decoder)
    if let problem = policy.problems().first {
      decoder.refuse(String(problem.path.dropFirst()), "a value that cannot be meant", expected: problem.expected)
      return MatchingPolicy()
    }
    return policy
  }

  static func behaviour(_ decoder: inout ObjectDecoder) -> Behaviour {
    var behaviour = Behaviour()
    decoder.read("intakeDays", in: 0...1_000, into: &behaviour.intakeDays)
    decoder.read("firstMeetingDays", in: 0...1_000, into: &behaviour.firstMeetingDays)
    readPercent("refusedPercent", &decoder, into: &behaviour.refusals)
    readLength(&decoder, into: &behaviour.duoLength)
    readPercent("fullTermPercent", &decoder, into: &behaviour.fullTerm)
    if let choice = dropOuts(&decoder) { behaviour.dropOuts = choice }
    readPercent("returningPercent", &decoder, into: &behaviour.returningMentors)
    decoder.read("restDays", "two numbers of days, the smaller first", into: &behaviour.restDays) { value in
      guard let days = ObjectDecoder.list(value, \.integer), days.count == 2, days[0] >= 0, days[0] <= days[1],
        days[1] <= 100_000
      else { return nil }
      return days[0]...days[1]
    }
    decoder.read("menteePatienceDays", patienceExpected, into: &behaviour.menteePatienceDays, patience)
    decoder.read("mentorPatienceDays", patienceExpected, into: &behaviour.mentorPatienceDays, patience)
    decoder.read("staffMinutesPerDuo", in: 0...100_000, into: &behaviour.staffMinutesPerDuo)
    return behaviour
  }

  private static let patienceExpected = "a mean number of days from 1, or null for never giving up"

  private static func patience(_ value: JSONValue) -> Int?? {
    if value == .null { return .some(nil) }
    return value.integer.flatMap { (1...1_000_000).contains($0) ? .some($0) : nil }
  }

  private static func readPercent(_ name: String, _ decoder: inout ObjectDecoder, into share: inout Share) {
    guard decoder.has(name) else { return }
    var percent = 0
    decoder.read(name, in: 0...100, into: &percent)
    share = .percent(percent)
  }

  private enum LengthKind: String, CaseIterable { case fixed, exponential }

  private static func readLength(_ decoder: inout ObjectDecoder, into length: inout DuoLength) {
    var days = 182
    var kind = LengthKind.fixed
    decoder.read("duoDays", in: 1...1_000_000, into: &days)
    decoder.read("duoLength", into: &kind)
    length =
      switch kind {
      case .fixed: .fixed(days: days)
      case .exponential: .exponential(meanDays: days)
      }
  }

  private static func dropOuts(_ decoder: inout ObjectDecoder) -> WeightedChoice<DropOutReason>? {
    weights("dropOutWeights", &decoder, expected: DropOutReason.allCases.map(\.rawValue)) {
      DropOutReason(rawValue: $0)
    }
  }

  static func capacity(_ name: String, _ decoder: inout ObjectDecoder) -> WeightedChoice<Int>? {
    weights(name, &decoder, expected: ["1", "2"]) { text in
      Int(text).flatMap { (0...100).contains($0) && String($0) == text ? $0 : nil }
    }
  }

  static func meeting(_ name: String, _ decoder: inout ObjectDecoder) -> WeightedChoice<MeetingPreference>? {
    weights(name, &decoder, expected: MeetingPreference.allCases.map(\.rawValue)) { MeetingPreference(rawValue: $0) }
  }

  /// An object from options to weights; nil when absent or wrong.
  private static func weights<Option: Sendable>(
    _ name: String, _ decoder: inout ObjectDecoder, expected: [String], _ option: (String) -> Option?
  ) -> WeightedChoice<Option>? {
    guard let value = decoder.take(name) else { return nil }
    let weighted = (value.members ?? []).compactMap { member -> (option: Option, weight: Int)? in
      guard let option = option(member.name), let weight = member.value.integer, (0...1_000_000).contains(weight)
      else { return nil }
      return (option, weight)
    }
    guard weighted.count == value.members?.count, weighted.contains(where: { $0.weight > 0 }) else {
      decoder.refuse(
        name, "a value that cannot be meant",
        expected: "weights from 0 to 1000000, not all 0, of \(expected.joined(separator: ", "))")
      return nil
    }
    return WeightedChoice(weighted)
  }
}
