public import MentorMatching

/// Writes decisions as `decisions.csv`, which ``RoundReader`` reads back: one row each, in order of the mentees.
public enum DecisionsWriter {
  public static func file(_ decisions: DecisionSet, roster: Roster) -> OutputFile {
    var writer = CSVWriter(columns: ["decision", "mentee", "mentor", "author", "reason"])
    for decision in decisions.decisions {
      writer.append([
        .exact(decision.kind.rawValue), .exact(roster.mentees[decision.mentee].id.text),
        .exact(roster.mentors[decision.mentor].id.text), decision.author.map { .text($0) } ?? .blank,
        decision.reason.map { .text($0) } ?? .blank,
      ])
    }
    return OutputFile(name: "decisions.csv", bytes: writer.bytes)
  }
}
