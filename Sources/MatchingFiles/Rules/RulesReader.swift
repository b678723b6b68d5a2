public import MentorMatching

/// Reads `rules.json` and the tables of groups its rules speak of.
///
/// `mentee-groups.csv` and `mentor-groups.csv` lie beside the rules and are optional; see the article *Rules*.
public struct RulesReader: Sendable {
  public static let schemaVersion = 1

  public var limits = InputLimits()

  public init() {}

  /// The rules of a file, with what is suspicious in it and the files read.
  public struct Result: Sendable {
    public let rules: RuleSet
    public let warnings: [Diagnostic]
    public let inputs: [InputFile]
  }

  /// Reads all files before it gives up, so that everything wrong is reported at once.
  ///
  /// - Parameter path: of `rules.json`; it must exist.
  /// - Throws: ``InputErrors`` with every fault of every file.
  public func read(path: String, roster: Roster) throws(InputErrors) -> Result {
    let slash = path.utf8.lastIndex(of: UInt8(ascii: "/"))
    let directory = slash.map { String(decoding: path.utf8[...$0], as: UTF8.self) } ?? ""
    var logs: [FileLog] = []
    var inputs: [InputFile] = []
    func load(_ name: String, at path: String, isRequired: Bool, _ body: (LoadedFile, inout FileLog) -> Void) {
      var log = FileLog(path: path, exitCode: isRequired ? .configuration : .data)
      if let file = InputLoader(limits: limits).load(path, isRequired: isRequired, log: &log) {
        inputs.append(
          InputFile(
            name: name, byteCount: file.bytes.count, sha256: SHA256.hexadecimalDigest(of: file.bytes),
            identity: file.identity))
        body(file, &log)
      }
      logs.append(log)
    }
    var menteeGroups = GroupTable()
    var mentorGroups = GroupTable()
    let reader = GroupsReader(limits: limits)
    load("mentee-groups.csv", at: directory + "mentee-groups.csv", isRequired: false) { file, log in
      menteeGroups = reader.table(file, people: roster.mentees.map(\.id), log: &log)
    }
    load("mentor-groups.csv", at: directory + "mentor-groups.csv", isRequired: false) { file, log in
      mentorGroups = reader.table(file, people: roster.mentors.map(\.id), log: &log)
    }
    var rules: [MatchingRule] = []
    load("rules.json", at: path, isRequired: true) { file, log in
      let decoder = RuleDecoder(
        menteeColumns: menteeGroups.columns, mentorColumns: mentorGroups.columns, roster: roster)
      rules = decoder.rules(file.bytes, log: &log)
    }
    if let errors = InputErrors(logs) { throw errors }
    let warnings = logs.flatMap(\.warnings).sorted(by: Diagnostic.precedes)
    return Result(
      rules: RuleSet(rules: rules, menteeGroups: menteeGroups, mentorGroups: mentorGroups),
      warnings: Array(warnings.prefix(InputErrors.shownLimit)), inputs: inputs)
  }
}
