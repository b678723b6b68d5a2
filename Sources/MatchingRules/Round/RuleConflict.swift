public import MentorMatching

/// Why no matching keeps the rules: a set of rules that contradict each other, none of which can be spared for that, and
/// what would make them compatible.
///
/// How both are found is said at ``ConflictSearch``.
public struct RuleConflict: Sendable, Equatable {
  /// A bound of one rule that would be enough by itself.
  public struct Relaxation: Sendable, Equatable {
    /// Index into ``RuleSet/rules``.
    public let rule: Int
    /// Units by which its bounds are missed, over all mentors of a rule about each mentor.
    public let units: Int
    /// Whether no smaller number would do: proved.
    public let isLeast: Bool
  }

  /// Indices into ``RuleSet/rules``. Empty when the mentors' capacities and candidates alone are the reason.
  public let rules: [Int]
  /// Whether the set was proved minimal within the time limit.
  public let isMinimal: Bool
  public let relaxations: [Relaxation]
  /// Whether rules outside the set contradict each other besides, so that no change of one rule is enough.
  public let leavesAnother: Bool

  /// - Parameter round: a round whose rules contradict each other: proved.
  init(_ round: RuledRound, limits: SolveLimits) throws(RuledProblemError) {
    let search = ConflictSearch(round, limits: limits)
    (rules, isMinimal) = try search.smallestConflict()
    (relaxations, leavesAnother) = try search.relaxations(of: rules)
  }

  /// The conflict in words, a line for each rule and each way out.
  public func description(of rules: RuleSet) -> String {
    if self.rules.isEmpty { return "the mentors' capacities cannot be kept" }
    var lines = ["These rules contradict each other; without any one of them the others can be kept:"]
    if !isMinimal { lines = ["These rules contradict each other (time ran out before the set was proved smallest):"] }
    lines += self.rules.map { "  \(rules.rules[$0].name): \(rules.rules[$0].sentence)" }
    let aim = leavesAnother ? "settle this" : "make the rules compatible"
    if !relaxations.isEmpty { lines.append("Any one of these changes would \(aim):") }
    for relaxation in relaxations {
      let rule = rules.rules[relaxation.rule]
      lines.append(
        "  \(rule.name): \(rule.relaxedSentence(by: relaxation.units))" + (relaxation.isLeast ? "" : " or less"))
    }
    if leavesAnother { lines.append("Other rules contradict each other besides.") }
    return lines.joined(separator: "\n")
  }
}
