public import MentorMatching

/// An intake round as read from its folder.
public struct Round: Sendable {
  public let roster: Roster
  public let policy: MatchingPolicy
  /// What people decided already; none without a `decisions.csv`.
  public let decisions: DecisionSet
  /// What is suspicious but usable, by file, line and column.
  public let warnings: [Diagnostic]
  /// The files read, in the order policy, places, travel times, mentees, mentors, decisions.
  public let inputs: [InputFile]
}
