import MentorMatching

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
    var mentees: [Mentee] = []
    var mentors: [Mentor] = []
    files.read("mentees.csv", isRequired: true) { file, log in mentees = reader.mentees(file, log: &log) }
    files.read("mentors.csv", isRequired: true) { file, log in mentors = reader.mentors(file, log: &log) }

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

/// The files of a round, read one after the other.
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
    var log = FileLog(path: path ?? directory + name, exitCode: exitCode)
    if let file = loader.load(log.path, isRequired: isRequired, log: &log) {
      inputs.append(
        InputFile(
          name: name, byteCount: file.bytes.count, sha256: SHA256.hexadecimalDigest(of: file.bytes),
          identity: file.identity))
      body(file, &log)
    }
    logs.append(log)
  }
}
