import MatchingFiles
import MatchingSimulation

/// How long duos took to come, who still waits and why, and whether some groups wait longer.
struct WaitingSection {
  let context: SimulationContext

  func write(_ page: inout MarkupBuffer) {
    page.markup("<section id=\"waits\"><h2>Waiting</h2><p>")
    page.text(text)
    page.markup("</p><div class=\"plots\">")
    histogram(&page)
    reasons(&page)
    groups(&page)
    page.markup("</div></section>")
  }

  private var text: String {
    guard let median = context.estimate(.waitMedian), let late = context.estimate(.waitPercentile90) else {
      return "No duo was formed."
    }
    return
      "Half of the duos form within \(ReportNumbers.whole(median.mean.rounded())) days of registration, nine of ten within "
      + "\(ReportNumbers.whole(late.mean.rounded())) days."
  }

  private func histogram(_ page: inout MarkupBuffer) {
    let bins = context.summary.waitHistogram(arm: context.arm)
    let total = Double(max(1, bins.reduce(0, +)))
    let shown = max(8, (bins.lastIndex { Double($0) / total >= 0.002 } ?? 0) + 1)
    let shares = bins.map { 100 * Double($0) / total }
    let frame = PlotFrame(x: 0...Double(shown), y: 0...max(1, (shares.max() ?? 1) * 1.05))
    page.markup("<figure class=\"plot\"><h3>Weeks from registration to the round <small>share of duos</small></h3>")
    frame.open(&page, label: "Distribution of the weeks waited, in percent of all duos")
    frame.verticalAxis(&page, unit: "\u{A0}%")
    for week in 0..<min(shown, bins.count) where bins[week] > 0 {
      frame.bar(&page, "count", from: Double(week), to: Double(week + 1), height: shares[week])
    }
    frame.horizontalAxis(
      &page, stride(from: 0, through: shown, by: shown > 30 ? 8 : 4).map { (Double($0), "\($0)") })
    page.markup("</svg></figure>")
  }

  private func reasons(_ page: inout MarkupBuffer) {
    page.markup("<figure class=\"plot\"><h3>Waiting at the end, by reason</h3><table><tbody>")
    row(&page, "all candidates have a mentee", .waitingAllTaken)
    row(&page, "a mentor was free, others were preferred", .waitingCompetition)
    row(&page, "no mentor of theirs is a candidate", .waitingNoCandidate)
    row(&page, "not yet in a round", .waitingNextRound)
    row(&page, "gave up meanwhile", .menteesGaveUp)
    page.markup("</tbody></table></figure>")
  }

  private func groups(_ page: inout MarkupBuffer) {
    page.markup("<figure class=\"plot\"><h3>Matched within 30 days, by group</h3><table><tbody>")
    row(&page, "without a target sector", .undecidedMatched)
    row(&page, "without a computer", .noComputerMatched)
    row(&page, "with little digital skill", .lowDigitalMatched)
    row(&page, "all others", .othersMatched)
    row(&page, "widest gap", .fairnessGap)
    page.markup("</tbody></table></figure>")
  }

  private func row(_ page: inout MarkupBuffer, _ name: String, _ measure: Measure) {
    guard let estimate = context.estimate(measure) else { return }
    page.markup("<tr><th class=\"text\">")
    page.text(name)
    page.markup("</th><td>")
    page.text(ReportNumbers.measure(estimate.mean, measure) + "\u{A0}" + ReportNumbers.unit(measure))
    page.markup("</td><td><small>")
    page.text(SimulationContext.range(estimate.percentile5, estimate.percentile95, measure))
    page.markup("</small></td></tr>")
  }
}
