import AssignmentSolvers
import MentorMatching

/// The short table that `match` prints.
enum MatchingSummary {
  static func text(_ matching: Matching, proof: CertificateChecker.Proof) -> String {
    text(matching, pairCount: proof.pairCount, candidateCount: proof.allowedPairCount)
  }

  static func text(_ matching: Matching, pairCount: Int, candidateCount: Int) -> String {
    let roster = matching.roster
    var lines = [
      row("round", "\(roster.mentees.count) mentees, \(roster.mentors.count) mentors, \(roster.placeCount) places"),
      row("duos", "\(matching.duos.count)"),
      row("unmatched", "\(matching.unmatchedMentees.count)"),
    ]
    for (reason, count) in reasons(matching) { lines.append(row("  \(reason)", "\(count)")) }
    lines.append(row("total score", "\(matching.totalScore)"))
    lines.append(row("mean score", matching.meanScore.map(percent) ?? "–"))
    lines.append(row("laptops to lend", "\(matching.laptopCount)"))
    lines.append(
      row(
        "proof",
        "optimal: no other choice of duos \(matching.decisions.isEmpty ? "" : "that keeps to the decisions ")is better; checked over \(pairCount) pairs, "
          + "\(candidateCount) of them candidates"))
    return lines.joined(separator: "\n")
  }

  /// What decisions there are, and what they cost together.
  static func text(_ decisions: DecisionSet, _ prices: DecisionPrices) -> String {
    row(
      "decisions",
      "pinned \(decisions.pins.count), vetoed \(decisions.vetoes.count); together they cost \(prices.total.duos) duos "
        + "and \(prices.total.score) score units")
  }

  static func row(_ name: String, _ value: String) -> String {
    name + String(repeating: " ", count: max(1, 30 - name.utf8.count)) + value
  }

  /// 783 500 of 1 000 000 as `78.35 %`.
  private static func percent(_ score: Int) -> String {
    let hundredths = score / 100
    let fraction = hundredths % 100
    return "\(hundredths / 100).\(fraction < 10 ? "0" : "")\(fraction) %"
  }

  private static func reasons(_ matching: Matching) -> [(String, Int)] {
    var counts = ["no candidate": 0, "too few places in a group": 0, "places worth more to others": 0]
    for unmatched in matching.unmatchedMentees {
      switch unmatched.reason {
      case .noCandidate: counts["no candidate", default: 0] += 1
      case .shortage: counts["too few places in a group", default: 0] += 1
      case .competition: counts["places worth more to others", default: 0] += 1
      }
    }
    return counts.sorted { $0.key < $1.key }.filter { $0.value > 0 }.map { ($0.key, $0.value) }
  }
}
