import MatchingFiles
import MatchingSimulation

/// The main figures of each antenna, and the maps that the head has no room for.
struct AntennaFigures {
  let context: SimulationContext

  private static let columns: [(measure: Measure, name: String)] = [
    (.menteesRegistered, "mentees"), (.mentorsTrained, "mentors"), (.duosFormed, "duos"),
    (.matchedWithin30Days, "matched within 30 days"), (.waitMean, "wait, mean"), (.travelMean, "travel"),
    (.scoreMean, "score"), (.waitingAtEnd, "waiting at the end"), (.mentorIdleShare, "places idle"),
    (.staffHours, "staff"),
  ]

  func write(_ page: inout MarkupBuffer) {
    page.markup("<section id=\"antennas\"><h2>Antennas</h2><div class=\"scroll\"><table><thead><tr><th></th>")
    for column in Self.columns {
      page.markup("<th>")
      page.text(column.name)
      page.markup("</th>")
    }
    page.markup("</tr></thead><tbody>")
    for (scope, name) in context.summary.scopeNames(ofArm: context.arm).enumerated().dropFirst() {
      page.markup("<tr><th>")
      page.text(name)
      page.markup("</th>")
      for column in Self.columns {
        page.markup("<td>")
        if let estimate = context.estimate(column.measure, scope: scope) {
          page.text(
            ReportNumbers.measure(estimate.mean, column.measure) + "\u{A0}" + ReportNumbers.unit(column.measure))
          page.markup("<br/><small>")
          page.text(SimulationContext.range(estimate.percentile5, estimate.percentile95, column.measure))
          page.markup("</small>")
        } else {
          page.markup("–")
        }
        page.markup("</td>")
      }
      page.markup("</tr>")
    }
    page.markup("</tbody></table></div><p><small>Small: nine of ten replicates.</small></p>")
    CatchmentMap(context: context).writeFurther(&page)
    page.markup("</section>")
  }
}
