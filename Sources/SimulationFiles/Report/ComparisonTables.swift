import MatchingFiles
import MatchingSimulation

/// All main figures with intervals, and the paired differences to the baseline.
struct ComparisonTables {
  let context: SimulationContext

  static let shown: [(measure: Measure, name: String)] = [
    (.menteesRegistered, "mentees registered"), (.mentorsTrained, "mentors trained"), (.duosFormed, "duos formed"),
    (.matchedWithin30Days, "matched within 30 days"), (.waitMean, "wait, mean"), (.waitMedian, "wait, median"),
    (.waitPercentile90, "wait, 90th percentile"), (.waitingAtEnd, "waiting at the end"),
    (.menteesGaveUp, "mentees who gave up"), (.scoreMean, "score of a duo"), (.languagePoints, "language"),
    (.sectorPoints, "sector"), (.availabilityPoints, "availability"), (.distancePoints, "distance"),
    (.digitalPoints, "digital"), (.travelMean, "travel, one way"), (.onlineShare, "online duos"),
    (.completedShare, "duos that last"), (.mentorIdleShare, "mentor places idle"),
    (.laptopPeak, "laptops, most at once"),
    (.staffHours, "follow-up by staff"), (.fairnessGap, "gap between groups"),
  ]

  func write(_ page: inout MarkupBuffer) {
    page.markup("<section id=\"compare\"><h2>")
    page.text(context.baseline == nil ? "Figures" : "Figures, and the difference to the baseline")
    page.markup("</h2>")
    if context.baseline != nil {
      page.markup("<p>")
      page.text(
        "Differences are taken replicate by replicate: scenario and baseline share their people and their luck, so the "
          + "intervals are much narrower than those of the figures. Bold: the interval does not hold 0.")
      page.markup("</p>")
    }
    page.markup("<div class=\"scroll\"><table><thead><tr><th></th><th>mean</th><th>95 % interval of the mean</th>")
    page.markup("<th>nine of ten replicates</th>")
    if context.baseline != nil { page.markup("<th>against the baseline</th><th>95 % interval</th>") }
    page.markup("</tr></thead><tbody>")
    for (measure, name) in Self.shown { row(&page, measure, name) }
    page.markup("</tbody></table></div></section>")
    writeAlternatives(&page)
  }

  /// Other scenarios of a comparison: their paired differences to the first.
  private func writeAlternatives(_ page: inout MarkupBuffer) {
    let arms = context.summary.study.arms
    let others = arms.indices.filter { if case .alternative = arms[$0].role { true } else { false } }
    if others.isEmpty { return }
    page.markup("<section id=\"alternatives\"><h2>The other scenarios, against ")
    page.text(arms[context.arm].name)
    page.markup("</h2><div class=\"scroll\"><table><thead><tr><th></th>")
    for other in others {
      page.markup("<th>")
      page.text(arms[other].name)
      page.markup("</th><th>95 % interval</th>")
    }
    page.markup("</tr></thead><tbody>")
    for (measure, name) in Self.shown {
      page.markup("<tr><th>")
      page.text(name)
      page.markup("</th>")
      for other in others {
        if let difference = context.summary.difference(measure, arm: other, minus: context.arm) {
          Self.cells(&page, difference, measure)
        } else {
          page.markup("<td>–</td><td></td>")
        }
      }
      page.markup("</tr>")
    }
    page.markup("</tbody></table></div></section>")
  }

  private func row(_ page: inout MarkupBuffer, _ measure: Measure, _ name: String) {
    guard let estimate = context.estimate(measure) else { return }
    page.markup("<tr><th>")
    page.text(name)
    page.markup("</th><td>")
    page.text(ReportNumbers.measure(estimate.mean, measure) + "\u{A0}" + ReportNumbers.unit(measure))
    page.markup("</td><td>")
    page.text(estimate.halfWidth == nil ? "–" : SimulationContext.range(estimate.lower, estimate.upper, measure))
    page.markup("</td><td>")
    page.text(SimulationContext.range(estimate.percentile5, estimate.percentile95, measure))
    page.markup("</td>")
    if let baseline = context.baseline {
      if let difference = context.summary.difference(measure, arm: context.arm, minus: baseline) {
        Self.cells(&page, difference, measure)
      } else {
        page.markup("<td>–</td><td></td>")
      }
    }
    page.markup("</tr>")
  }

  /// A difference and its interval; bold when the interval leaves out 0.
  static func cells(_ page: inout MarkupBuffer, _ difference: Estimate, _ measure: Measure) {
    let isSure = difference.halfWidth != nil && (difference.lower > 0 || difference.upper < 0)
    if isSure { page.markup("<td class=\"sure\">") } else { page.markup("<td>") }
    page.text(ReportNumbers.signed(difference.mean, measure) + "\u{A0}" + ReportNumbers.unit(measure))
    page.markup("</td><td>")
    page.text(
      difference.halfWidth == nil
        ? "–"
        : "\(ReportNumbers.signed(difference.lower, measure)) to \(ReportNumbers.signed(difference.upper, measure))")
    page.markup("</td>")
  }
}
