import MatchingRules
import MentorMatching

/// What `match --rules` and `frontier` print.
enum RuleSummary {
  static func text(_ matching: RuledMatching, costs: [RuleCost?], isFair: Bool = false) -> String {
    guard let solution = matching.outcome.solution, let check = matching.check else {
      if let conflict = matching.conflict { return conflict.description(of: matching.round.rules) }
      return "no matching that keeps the rules was found before the limit; whether there is one is not known"
    }
    let roster = matching.round.matching.roster
    var lines = [
      row("round", "\(roster.mentees.count) mentees, \(roster.mentors.count) mentors, \(roster.placeCount) places"),
      row("duos", "\(matching.duoCount)"),
      row("total score", "\(matching.totalScore)"),
      row("worst score", matching.worstScore.map(String.init) ?? "–"),
      row(
        "proof",
        matching.outcome.isOptimal
          ? (isFair ? "worst scores first, then the total: by search" : "optimal under the rules")
          : "feasible; no matching is better by more than \(solution.bound - solution.value) score units"),
      row(
        "excluded by the bound", "\(solution.excludedPairCount) of \(matching.round.problem.pairCount) candidates"),
    ]
    for (index, rule) in matching.round.rules.rules.enumerated() {
      let entries = check.entries.filter { $0.rule == index }
      let counted = entries.reduce(0) { $0 + $1.counted }
      let violation = entries.reduce(0) { $0 + $1.violation }
      var text = "\(counted) counted"
      if violation > 0 { text += ", missed by \(violation)" }
      if costs.indices.contains(index), let cost = costs[index] {
        text += ", costs \(cost.lostValue)" + (cost.isExact ? "" : " or so")
        if cost.duosWithout != matching.duoCount { text += " and \(cost.duosWithout - matching.duoCount) duos" }
        if cost.isBinding { text += ", at its bound" }
      }
      lines.append(row("rule \(rule.name)", text))
    }
    return lines.joined(separator: "\n")
  }

  static func text(_ frontier: Frontier) -> String {
    var lines = ["duos  total score  worst score"]
    for point in frontier.points {
      lines.append(
        "\(point.duoCount)  \(point.totalScore)  \(point.worstScore)" + (point.isExact ? "" : "  (not proved)"))
    }
    lines.append(
      frontier.isComplete
        ? "\(frontier.points.count) points: the whole frontier, each proved"
        : "\(frontier.points.count) points: the solve ended at a limit")
    return lines.joined(separator: "\n")
  }

  private static func row(_ name: String, _ value: String) -> String {
    name + String(repeating: " ", count: max(1, 30 - name.utf8.count)) + value
  }
}
