import MentorMatching

/// From the value of `rules.json` to rules. Every member is checked; none may be unknown.
struct RuleDecoder {
  let menteeColumns: [String]
  let mentorColumns: [String]
  let roster: Roster

  /// - Returns: no rules when something is wrong; the reasons are in the log.
  func rules(_ bytes: [UInt8], log: inout FileLog) -> [MatchingRule] {
    guard let document = JSONDocument(bytes, log: &log) else { return [] }
    guard document.root.members != nil else {
      log.report(
        .notAnObject, at: document.position(of: ""), pointer: "", "these are no rules", expected: "an object in braces")
      return []
    }
    var decoder = ObjectDecoder(document.root, pointer: "")
    var version = RulesReader.schemaVersion
    decoder.read("schemaVersion", into: &version)
    if version != RulesReader.schemaVersion {
      decoder.problems.append(
        ValueProblem(
          code: .unknownSchema, pointer: "/schemaVersion", message: "an unknown version of the rules format",
          expected: "\(RulesReader.schemaVersion)"))
    }
    var elements: [JSONValue] = []
    decoder.read("rules", "a list of rules", into: &elements, \.array)
    decoder.refuseUnknown()
    var problems = decoder.problems
    var rules: [MatchingRule] = []
    for (index, element) in elements.enumerated() {
      let pointer = "/rules/\(index)"
      let (rule, found) = rule(element, pointer: pointer)
      problems += found
      guard let rule else { continue }
      if rules.contains(where: { $0.name == rule.name }) {
        problems.append(
          ValueProblem(
            code: .repeatedRule, pointer: pointer + "/name", message: "a name that another rule has",
            expected: "each name once"))
      }
      rules.append(rule)
      warnOfAbsentAntennas(rule, at: document.position(of: pointer + "/where"), log: &log)
    }
    for problem in problems {
      log.report(
        problem.code, at: document.position(of: problem.pointer, ofName: problem.isOfName), pointer: problem.pointer,
        problem.message, expected: problem.expected, remedy: problem.remedy)
    }
    return problems.isEmpty ? rules : []
  }

  private func rule(_ value: JSONValue, pointer: String) -> (MatchingRule?, [ValueProblem]) {
    var decoder = ObjectDecoder(value, pointer: pointer)
    guard value.members != nil else { return (nil, decoder.problems) }
    var name: RuleName?
    decoder.read("name", "1 to 64 characters out of A-Z a-z 0-9 . _ -", into: &name) { value -> RuleName?? in
      value.string.flatMap { RuleName($0) }.map { .some($0) }
    }
    if name == nil, decoder.problems.isEmpty {
      decoder.problems.append(
        ValueProblem(code: .badRule, pointer: pointer, message: "a rule without a name", expected: "\"name\""))
    }
    var rule = MatchingRule(name: name ?? RuleName.unnamed)
    decoder.read("count", Self.amountExpected, into: &rule.amount, amount)
    decoder.readObject("where") { selector in
      selector.readObject("mentee") { person(&$0, into: &rule.selector.mentee, columns: menteeColumns) }
      selector.readObject("mentor") { person(&$0, into: &rule.selector.mentor, columns: mentorColumns) }
      let modes = MeetingMode.allCases.map(\.rawValue).joined(separator: ", ")
      selector.read("mode", "a list out of \(modes)", into: &rule.selector.modes) {
        ObjectDecoder.list($0) { $0.string.flatMap(MeetingMode.init) }
      }
      selector.read("language", "a list of languages", into: &rule.selector.languages, Self.languages)
    }
    if value["eachMentor"] != nil {
      var each = PersonSelector()
      decoder.readObject("eachMentor") { person(&$0, into: &each, columns: mentorColumns) }
      rule.eachMentor = each
    }
    var exactly: RuleBound?
    let isEach = rule.eachMentor != nil
    for (member, path) in [("atLeast", \MatchingRule.atLeast), ("atMost", \MatchingRule.atMost)] {
      decoder.read(member, Self.boundExpected, into: &rule[keyPath: path]) { value -> RuleBound?? in
        bound(value, isEachMentor: isEach).map { .some($0) }
      }
    }
    decoder.read("exactly", Self.boundExpected, into: &exactly) { value -> RuleBound?? in
      bound(value, isEachMentor: isEach).map { .some($0) }
    }
    if let exactly {
      if rule.atLeast != nil || rule.atMost != nil {
        decoder.problems.append(
          ValueProblem(
            code: .badRule, pointer: pointer + "/exactly", message: "\"exactly\" beside another bound",
            remedy: "Keep one of them."))
      }
      rule.atLeast = exactly
      rule.atMost = exactly
    }
    decoder.read("pricePerUnit", "a whole number 0 to 100000000", into: &rule.price) { value -> Int?? in
      value.integer.flatMap { (0...100_000_000).contains($0) ? .some($0) : nil }
    }
    decoder.refuseUnknown()
    if rule.atLeast == nil, rule.atMost == nil, decoder.problems.isEmpty {
      decoder.problems.append(
        ValueProblem(
          code: .badRule, pointer: pointer, message: "a rule without a bound",
          expected: "\"atLeast\", \"atMost\" or \"exactly\""))
    }
    if case .number(let low)? = rule.atLeast, case .number(let high)? = rule.atMost, low > high {
      decoder.problems.append(
        ValueProblem(
          code: .badRule, pointer: pointer + "/atMost", message: "bounds that leave nothing between them",
          expected: "at least \"atLeast\""))
    }
    return (decoder.problems.isEmpty ? rule : nil, decoder.problems)
  }

  private func warnOfAbsentAntennas(_ rule: MatchingRule, at position: TextPosition, log: inout FileLog) {
    let named = rule.selector.mentee.antennas + rule.selector.mentor.antennas + (rule.eachMentor?.antennas ?? [])
    let present = roster.antennas
    if named.contains(where: { !present.contains($0) }) {
      log.report(
        .absentAntenna, at: position, "the rule names an antenna that nobody of the round belongs to",
        remedy: "Check the spelling; the rule counts no duo there.")
    }
  }
}

extension RuleName {
  /// Stands for a name that is reported as missing.
  fileprivate static var unnamed: RuleName {
    guard let name = RuleName("unnamed") else { preconditionFailure("a valid name") }
    return name
  }
}
