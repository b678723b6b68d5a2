public import MentorMatching

/// `duos.csv` and `unmatched.csv`: the proposal as tables for a spreadsheet. Rows are in order of the mentees.
public enum ProposalTables {
  public static func duos(_ matching: Matching) -> [UInt8] {
    let roster = matching.roster
    let header =
      ["mentee", "mentor", "antenna", "score"] + Criterion.allCases.map { "\($0.rawValue)_points" }
      + ["mode", "laptop_needed", "kilometres", "minutes", "language"]
    return table(
      header,
      matching.duos.map { duo in
        let candidate = duo.candidate
        return [
          roster.mentees[duo.mentee].id.text, roster.mentors[duo.mentor].id.text,
          roster.mentees[duo.mentee].person.antenna.text, String(candidate.score),
        ] + Criterion.allCases.map { String(candidate.points[$0]) } + [
          candidate.mode.rawValue, String(candidate.needsLaptop), candidate.travel.map { kilometres($0.metres) } ?? "",
          candidate.travel?.minutes.map(String.init) ?? "", candidate.language.language.text,
        ]
      })
  }

  /// One row per mentee left over: the reason, and for each hard rule how many mentors it excludes.
  public static func unmatched(_ matching: Matching) -> [UInt8] {
    let header =
      ["mentee", "antenna", "reason", "candidates", "shortage_mentees", "shortage_places"]
      + HardRule.allCases.map { "excluded_by_\($0.rawValue)" }
    return table(header, matching.unmatchedMentees.map { row($0, matching) })
  }

  private static func row(_ unmatched: UnmatchedMentee, _ matching: Matching) -> [String] {
    let mentee = matching.roster.mentees[unmatched.mentee]
    let start = [mentee.id.text, mentee.person.antenna.text]
    let noRules = HardRule.allCases.map { _ in "" }
    switch unmatched.reason {
    case .noCandidate(let counts):
      let byRule = HardRule.allCases.map { rule in String(counts.first { $0.rule == rule }?.mentorCount ?? 0) }
      return start + ["no-candidate", "0", "", ""] + byRule
    case .shortage(let group, let candidateCount):
      let shortage = matching.shortages[group]
      return start
        + ["shortage", String(candidateCount), String(shortage.mentees.count), String(shortage.placeCount)] + noRules
    case .competition(let candidateCount):
      return start + ["competition", String(candidateCount), "", ""] + noRules
    }
  }

  /// Metres as kilometres with one decimal, rounded half up.
  private static func kilometres(_ metres: Int) -> String {
    let tenths = (metres + 50) / 100
    return "\(tenths / 10).\(tenths % 10)"
  }

  /// All cells are identifiers, codes or numbers; none is free text.
  private static func table(_ header: [String], _ rows: [[String]]) -> [UInt8] {
    var writer = CSVWriter(columns: header)
    for row in rows { writer.append(row.map(CSVWriter.Cell.exact)) }
    return writer.bytes
  }
}
