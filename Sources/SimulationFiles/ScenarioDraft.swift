import MatchingFiles
import MatchingSimulation
import MentorMatching

/// A scenario file while it is read.
struct ScenarioDraft {
  let folder: String
  var name = ""
  var title = ""
  private var startDate: CalendarDate?
  private var dayCount = 364
  private var rounds = RoundCalendar(every: .twoWeeks)
  private var laptopCount: Int?
  private var policy = MatchingPolicy()
  private var behaviour = Behaviour()
  private var antennas: [SimulatedAntenna] = []
  private(set) var changes: [ScenarioChange] = []
  /// Of files that this one names.
  private(set) var errors: InputErrors?

  init(folder: String) { self.folder = folder }

  mutating func read(_ decoder: inout ObjectDecoder, isComplete: Bool) {
    var version = 0
    decoder.read("schemaVersion", into: &version)
    if version != ScenarioReader.schemaVersion {
      decoder.refuse(
        "schemaVersion", "an unknown version of the scenario format", code: .unknownSchema,
        expected: "\(ScenarioReader.schemaVersion)")
    }
    decoder.read("name", "a name of letters, digits and hyphens", into: &name) { value in
      value.string.flatMap { AntennaID($0) }?.text
    }
    if name.isEmpty { decoder.refuse("name", "a scenario without a name", expected: "a name") }
    decoder.read("title", "a line of text", into: &title) { $0.string }
    if isComplete { readWorld(&decoder) }
    decoder.readObjects("changes") { change in readChange(&change) }
  }

  private mutating func readWorld(_ decoder: inout ObjectDecoder) {
    decoder.read("startDate", "a date as YYYY-MM-DD", into: &startDate) { value -> CalendarDate?? in
      value.string.flatMap(ScenarioValues.date).map { .some($0) }
    }
    decoder.read("days", in: 1...1_000_000, into: &dayCount)
    decoder.readObject("rounds") { rounds = ScenarioValues.rounds(&$0) }
    decoder.read("laptops", "a number of laptops, or null for as many as are needed", into: &laptopCount, laptops)
    decoder.readObject("policy") { policy = ScenarioValues.policy(&$0) }
    decoder.readObject("behaviour") { behaviour = ScenarioValues.behaviour(&$0) }
    decoder.readObjects("antennas") { antenna in
      if let antenna = readAntenna(&antenna) { antennas.append(antenna) }
    }
  }

  private func laptops(_ value: JSONValue) -> Int?? {
    if value == .null { return .some(nil) }
    return value.integer.flatMap { (0...1_000_000).contains($0) ? .some($0) : nil }
  }

  private mutating func readAntenna(_ decoder: inout ObjectDecoder) -> SimulatedAntenna? {
    var reader = AntennaReader(folder: folder)
    let antenna = reader.antenna(&decoder)
    if let errors = reader.errors { self.errors = self.errors ?? errors }
    return antenna
  }

  /// Why the world read cannot be played; nil when it can.
  var worldProblem: (pointer: String, message: String)? {
    if startDate == nil { return ("", "a scenario without startDate") }
    if antennas.isEmpty { return ("/antennas", "a scenario without an antenna") }
    for (index, antenna) in antennas.enumerated() where antennas[..<index].contains(where: { $0.id == antenna.id }) {
      return ("/antennas/\(index)", "an antenna that occurs twice")
    }
    return nil
  }

  /// - Precondition: there is no ``worldProblem``.
  func world() -> SimulatedWorld {
    guard let startDate else { preconditionFailure("a start was read") }
    return SimulatedWorld(
      startDate: startDate, dayCount: dayCount, rounds: rounds, antennas: antennas, policy: policy,
      behaviour: behaviour, laptopCount: laptopCount)
  }

  // MARK: Changes

  enum Kind: String, CaseIterable {
    case openAntenna = "open-antenna"
    case closeAntenna = "close-antenna"
    case addCohort = "add-cohort"
    case removeCohort = "remove-cohort"
    case arrivals, capacity
    case meetingMix = "meeting-mix"
    case policy, laptops, rounds, behaviour
  }

  private mutating func readChange(_ decoder: inout ObjectDecoder) {
    guard decoder.has("change") else { return decoder.refuse("change", "a change without its kind") }
    var kind = Kind.laptops
    decoder.read("change", into: &kind)
    let id = AntennaReader.identifier("antenna", &decoder, isRead: kind.namesAntenna)
    var side = ScenarioChange.Side.mentors
    if kind.namesSide { decoder.read("side", into: &side) }
    var cohort = AntennaReader.usual
    if kind == .arrivals || kind == .removeCohort { decoder.read("cohort", "a name", into: &cohort) { $0.string } }

    switch kind {
    case .openAntenna:
      decoder.readObject("antenna") { inner in
        if let antenna = readAntenna(&inner) { changes.append(.openAntenna(antenna)) }
      }
    case .closeAntenna:
      var day = 0
      decoder.read("day", in: 1...1_000_000, into: &day)
      if day == 0 { decoder.refuse("day", "no day of closing", expected: "a day from 1") }
      changes.append(.closeAntenna(id, day: day))
    case .addCohort:
      var reader = AntennaReader(folder: folder)
      if let change = reader.addedCohort(&decoder, side, id) { changes.append(change) }
      if let errors = reader.errors { self.errors = self.errors ?? errors }
    case .removeCohort: changes.append(.removeCohort(cohort, side, antenna: id))
    case .arrivals:
      var plan = ArrivalPlan()
      decoder.readObject("arrivals") { plan = ScenarioValues.arrivals(&$0) }
      changes.append(.arrivals(plan, cohort: cohort, side, antenna: id))
    case .capacity:
      if let choice = ScenarioValues.capacity("weights", &decoder) { changes.append(.capacity(choice, antenna: id)) }
    case .meetingMix:
      if let choice = ScenarioValues.meeting("weights", &decoder) {
        changes.append(.meetingMix(choice, side, antenna: id))
      }
    case .policy: decoder.readObject("policy") { changes.append(.policy(ScenarioValues.policy(&$0))) }
    case .laptops:
      var count: Int?
      decoder.read("count", "a number of laptops, or null for as many as are needed", into: &count, laptops)
      changes.append(.laptops(count))
    case .rounds: decoder.readObject("rounds") { changes.append(.rounds(ScenarioValues.rounds(&$0))) }
    case .behaviour: decoder.readObject("behaviour") { changes.append(.behaviour(ScenarioValues.behaviour(&$0))) }
    }
  }
}

extension ScenarioDraft.Kind {
  var namesAntenna: Bool {
    switch self {
    case .closeAntenna, .addCohort, .removeCohort, .arrivals, .capacity, .meetingMix: true
    case .openAntenna, .policy, .laptops, .rounds, .behaviour: false
    }
  }

  var namesSide: Bool {
    switch self {
    case .addCohort, .removeCohort, .arrivals, .meetingMix: true
    default: false
    }
  }
}
