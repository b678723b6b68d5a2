public import MatchingSimulation

/// The short table that `simulate` prints.
public enum SimulationText {
  private static let shown: [(Measure, String)] = [
    (.menteesRegistered, "mentees registered"), (.mentorsTrained, "mentors trained"), (.duosFormed, "duos"),
    (.matchedWithin30Days, "matched within 30 days"), (.waitMean, "wait, mean"), (.waitMedian, "wait, median"),
    (.waitPercentile90, "wait, 90th percentile"), (.scoreMean, "score"), (.travelMean, "travel, one way"),
    (.waitingAtEnd, "waiting at the end"), (.mentorIdleShare, "places idle"), (.laptopPeak, "laptops, most at once"),
    (.staffHours, "follow-up by staff"),
  ]

  /// A line for each figure: mean, 95 % interval, middle nine tenths of the replicates, and the paired difference.
  public static func table(_ summary: StudySummary) -> String {
    guard let arm = summary.study.index(of: .scenario) else { return "" }
    let baseline = summary.study.index(of: .baseline)
    var header = ["", "mean", "95 % interval", "9 of 10 replicates"]
    if baseline != nil { header.append("against the baseline") }
    var rows = [header]
    for (measure, name) in shown {
      guard let estimate = summary.estimate(measure, arm: arm) else { continue }
      var row = [
        name, "\(text(estimate.mean)) \(measure.unit.rawValue)",
        estimate.halfWidth == nil ? "–" : "\(text(estimate.lower)) … \(text(estimate.upper))",
        "\(text(estimate.percentile5)) … \(text(estimate.percentile95))",
      ]
      if let baseline {
        row.append(summary.difference(measure, arm: arm, minus: baseline).map(difference) ?? "–")
      }
      rows.append(row)
    }
    return aligned(rows)
  }

  /// The first arm's figures, and the paired difference of every other arm to it.
  public static func comparison(_ summary: StudySummary) -> String {
    guard let first = summary.study.index(of: .scenario) else { return "" }
    let others = summary.study.arms.indices.filter { $0 != first }
    var rows = [[""] + [summary.study.arms[first].name] + others.map { summary.study.arms[$0].name }]
    for (measure, name) in shown {
      guard let estimate = summary.estimate(measure, arm: first) else { continue }
      rows.append(
        [name, "\(text(estimate.mean)) \(measure.unit.rawValue)"]
          + others.map { summary.difference(measure, arm: $0, minus: first).map(difference) ?? "–" })
    }
    return aligned(rows)
  }

  /// The answers to the questions asked, a line each.
  public static func answers(_ summary: StudySummary) -> [String] {
    var lines: [String] = []
    if let answer = summary.breakEven() {
      let range = "\(answer.lower.map(text) ?? "–") … \(answer.upper.map(text) ?? "more than tried")"
      lines.append(
        answer.mentors.map {
          "break-even: about \(text($0)) mentors trained for \(text(answer.goal)) % matched within 30 days (\(range))"
        } ?? "break-even: not reached with \(text(answer.levels.last?.mentors ?? 0)) mentors")
    }
    if let best = summary.bestRoundFrequency() {
      lines.append("best round frequency: \(best.name) (most matched within 30 days)")
    }
    for answer in summary.nextMentors() {
      lines.append("ten more mentors, \(answer.name): \(difference(answer.duosDifference)) duos")
    }
    return lines
  }

  static func difference(_ estimate: Estimate) -> String {
    let sign = estimate.mean >= 0 ? "+" : ""
    guard estimate.halfWidth != nil else { return sign + text(estimate.mean) }
    return "\(sign)\(text(estimate.mean)) (\(text(estimate.lower)) … \(text(estimate.upper)))"
  }

  static func text(_ value: Double) -> String {
    Decimals.text((value * 10).rounded() / 10).replacingMinus
  }

  private static func aligned(_ rows: [[String]]) -> String {
    let widths = (0..<(rows.first?.count ?? 0)).map { column in rows.map { $0[column].count }.max() ?? 0 }
    return rows.map { row in
      var line = ""
      for (column, cell) in row.enumerated() {
        line += cell
        if column < row.count - 1 { line += String(repeating: " ", count: widths[column] - cell.count + 2) }
      }
      return line
    }.joined(separator: "\n")
  }
}

extension String {
  /// With a minus sign in place of a hyphen.
  fileprivate var replacingMinus: String { hasPrefix("-") ? "−" + dropFirst() : self }
}
