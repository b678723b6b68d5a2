import MentorMatching

/// Reads `decisions.csv`: what people at the matching session decided, a row for each pin or veto.
struct DecisionsReader {
  let roster: Roster
  let policy: MatchingPolicy
  let limits: InputLimits

  private static let schema = TableSchema(
    file: "decisions.csv", columns: ["decision", "mentee", "mentor", "author", "reason"], required: [0, 1, 2])

  func decisions(_ file: LoadedFile, log: inout FileLog) -> DecisionSet {
    var set = DecisionSet()
    guard var table = TableReader(file, schema: Self.schema, limits: limits, log: &log) else { return set }
    let mentees = Dictionary(roster.mentees.enumerated().map { ($1.id, $0) }) { first, _ in first }
    let mentors = Dictionary(roster.mentors.enumerated().map { ($1.id, $0) }) { first, _ in first }
    let scorer = PairScorer(roster: roster, policy: policy)
    while table.next(log: &log) {
      var row = RowValues(table)
      let kind = row.required(0, log: &log, parse: Self.kind)
      let mentee = row.required(1, log: &log) { text throws(ValueFault) in try Self.person(text, among: mentees) }
      let mentor = row.required(2, log: &log) { text throws(ValueFault) in try Self.person(text, among: mentors) }
      let author = row.optional(3, log: &log, parse: Self.note)
      let reason = row.optional(4, log: &log, parse: Self.note)
      guard let kind, let mentee, let mentor, !row.isFaulty else { continue }
      do {
        try set.add(
          Decision(kind, mentee: mentee, mentor: mentor, author: author, reason: reason), scorer: scorer)
      } catch {
        row.report(.conflictingDecision, at: 2, Self.message(error), remedy: Self.remedy(error), log: &log)
      }
    }
    return set
  }

  private static func kind(_ text: ArraySlice<UInt8>) throws(ValueFault) -> Decision.Kind {
    guard let kind = Decision.Kind(rawValue: String(decoding: text, as: UTF8.self)) else {
      throw ValueFault(code: .badDecision, message: "not a decision", expected: "pin or veto")
    }
    return kind
  }

  private static func person(
    _ text: ArraySlice<UInt8>, among indices: [PersonID: Int]
  ) throws(ValueFault) -> Int {
    let id = try ValueParser.personID(text)
    guard let index = indices[id] else {
      throw ValueFault(
        code: .unknownPerson, message: "nobody of the round has this identifier on this side",
        remedy: "Remove the row, or correct the identifier.")
    }
    return index
  }

  private static func note(_ text: ArraySlice<UInt8>) throws(ValueFault) -> String {
    guard text.count <= 200 else {
      throw ValueFault(code: .fieldTooLong, message: "a note of more than 200 bytes", expected: "a few words")
    }
    return String(decoding: text, as: UTF8.self)
  }

  private static func message(_ conflict: DecisionSet.Conflict) -> String {
    switch conflict {
    case .pairTwice: "a second decision about this pair"
    case .menteeTwice: "the mentee is pinned to another mentor already"
    case .noPlaceLeft: "more mentees are pinned to this mentor than there are places"
    case .notCandidate(let rules):
      "this pair is no candidate and cannot be pinned; rules that forbid it: "
        + HardRule.allCases.filter(rules.contains).map(\.rawValue).joined(separator: ", ")
    }
  }

  private static func remedy(_ conflict: DecisionSet.Conflict) -> String {
    switch conflict {
    case .pairTwice, .menteeTwice: "Keep one of them."
    case .noPlaceLeft: "Remove a pin, or raise the mentor's capacity."
    case .notCandidate: "Remove the pin, or change the policy or what is known of the two people."
    }
  }
}
