public import MentorMatching

/// `rules.csv`: how each rule stands in a matching, one row per rule (and per mentor of a rule about each mentor).
public enum RuleTable {
  public static func bytes(of check: RuleCheck, rules: RuleSet, roster: Roster) -> [UInt8] {
    var writer = CSVWriter(columns: ["rule", "mentor", "counted", "at_least", "at_most", "violation", "binding"])
    for entry in check.entries {
      let cells = [
        rules.rules[entry.rule].name.text, entry.mentor.map { roster.mentors[$0].id.text } ?? "",
        String(entry.counted), entry.atLeast.map(String.init) ?? "", entry.atMost.map(String.init) ?? "",
        String(entry.violation), String(entry.isBinding),
      ]
      writer.append(cells.map(CSVWriter.Cell.exact))
    }
    return writer.bytes
  }
}
