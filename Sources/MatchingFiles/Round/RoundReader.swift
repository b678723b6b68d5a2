import Dispatch
import MentorMatching
import Synchronization

/// Reads an intake round from its folder.
///
/// `mentees.csv` and `mentors.csv` are required; `policy.json`, `places.csv`, `decisions.csv` and one of `travel-times.csv`
/// and `travel-times.json` are optional. Columns and grammar are those of *Round files* in the documentation.
public struct RoundReader: Sendable {
  public var limits = InputLimits()

  public init() {}

  /// Reads a round with the default limits.
  public static func read(
    directory: String, policyPath: String? = nil, decisionsPath: String? = nil
  ) throws(InputErrors) -> Round {
    try RoundReader().read(directory: directory, policyPath: policyPath, decisionsPath: decisionsPath)
  }

  /// Reads all files of a round before it gives up, so that everything wrong is reported at once. Decisions come last: they
  /// mean something only for people and a policy without faults.
  ///
  /// - Parameters:
  ///   - directory: the folder of the round.
  ///   - policyPath: a policy to use in place of the folder's; it must exist.
  ///   - decisionsPath: decisions to use in place of the folder's; they must exist.
  /// - Throws: ``InputErrors`` with every fault of every file.
  public func read(
    directory: String, policyPath: String? = nil, decisionsPath: String? = nil
  ) throws(InputErrors) -> Round {
    var files = RoundFiles(directory: directory, loader: InputLoader(limits: limits))

    var policy: MatchingPolicy? = MatchingPolicy()
    files.read("policy.json", at: policyPath, isRequired: policyPath != nil, exitCode: .configuration) { file, log in
      policy = PolicyReader.policy(file.bytes, log: &log)
    }
    var places = Places()
    files.read("places.csv") { file, log in places = Places(file, limits: limits, log: &log) }

    var travelTimes: TravelTimeTable?
    let travelTimesReader = TravelTimesReader(limits: limits)
    files.read("travel-times.csv") { file, log in travelTimes = travelTimesReader.table(csv: file, log: &log) }
    files.read("travel-times.json") { file, log in
      if travelTimes != nil {
        log.report(
          .ambiguousTravelTimes, at: nil, "travel times are in travel-times.csv already", remedy: "Remove one of them.")
      } else if places.isComplete {
        travelTimes = travelTimesReader.table(json: file, zones: places.postcodes, log: &log)
      }
    }

    let reader = PeopleReader(
      context: PeopleContext(
        places: places, travelTimes: travelTimes, recognisedWishes: policy?.recognisedWishes, limits: limits))
    let people = Mutex<(mentees: [Mentee], mentors: [Mentor])>(([], []))
    files.readBoth(
      "mentees.csv",
      { file, log in
        let mentees = reader.mentees(file, log: &log)
        people.withLock { $0.mentees = mentees }
      },
      "mentors.csv",
      { file, log in
        let mentors = reader.mentors(file, log: &log)
        people.withLock { $0.mentors = mentors }
      })
    let (mentees, mentors) = people.withLock { $0 }

    if let errors = InputErrors(files.logs) { throw errors }
    guard let policy, let roster = try? Roster(mentees: mentees, mentors: mentors, travelTimes: travelTimes) else {
      preconditionFailure("a faulty policy and repeated identifiers have been reported")
    }
    var decisions = DecisionSet.none
    files.read("decisions.csv", at: decisionsPath, isRequired: decisionsPath != nil) { file, log in
      decisions = DecisionsReader(roster: roster, policy: policy, limits: limits).decisions(file, log: &log)
    }
    if let errors = InputErrors(files.logs) { throw errors }
    let warnings = files.logs.flatMap(\.warnings).sorted(by: Diagnostic.precedes)
    return Round(
      roster: roster, policy: policy, decisions: decisions,
      warnings: Array(warnings.prefix(InputErrors.shownLimit)), inputs: files.inputs)
  }
}

/// The files of a round, as they are read.
private struct RoundFiles {
  let directory: String
  let loader: InputLoader
  private(set) var logs: [FileLog] = []
  private(set) var inputs: [InputFile] = []

  init(directory: String, loader: InputLoader) {
    self.directory = directory.hasSuffix("/") ? directory : directory + "/"
    self.loader = loader
  }

  /// Loads a file, if it is there, and hands it on.
  mutating func read(
    _ name: String, at path: String? = nil, isRequired: Bool = false, exitCode: ExitCode = .data,
    _ body: (LoadedFile, inout FileLog) -> Void
  ) {
    keep(loaded(name, at: path, isRequired: isRequired, exitCode: exitCode, body))
  }

  /// Loads two files that must be there and hands them on, each on a thread of its own; what is kept of them is kept in the
  /// order given.
  mutating func readBoth(
    _ first: String, _ firstBody: @Sendable (LoadedFile, inout FileLog) -> Void,
    _ second: String, _ secondBody: @Sendable (LoadedFile, inout FileLog) -> Void
  ) {
    let files = self
    let found = Mutex<(first: Loaded?, second: Loaded?)>((nil, nil))
    DispatchQueue.concurrentPerform(iterations: 2) { part in
      let name = part == 0 ? first : second
      let body = part == 0 ? firstBody : secondBody
      let loaded = files.loaded(name, isRequired: true, body)
      found.withLock { if part == 0 { $0.first = loaded } else { $0.second = loaded } }
    }
    let (one, two) = found.withLock { $0 }
    if let one { keep(one) }
    if let two { keep(two) }
  }

  private struct Loaded {
    var log: FileLog
    var input: InputFile?
  }

  private func loaded(
    _ name: String, at path: String? = nil, isRequired: Bool, exitCode: ExitCode = .data,
    _ body: (LoadedFile, inout FileLog) -> Void
  ) -> Loaded {
    var log = FileLog(path: path ?? directory + name, exitCode: exitCode)
    guard let file = loader.load(log.path, isRequired: isRequired, log: &log) else { return Loaded(log: log) }
    let input = InputFile(
      name: name, byteCount: file.bytes.count, sha256: SHA256.hexadecimalDigest(of: file.bytes), identity: file.identity
    )
    body(file, &log)
    return Loaded(log: log, input: input)
  }

  private mutating func keep(_ loaded: Loaded) {
    if let input = loaded.input { inputs.append(input) }
    logs.append(loaded.log)
  }
}
