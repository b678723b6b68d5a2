import MatchingFiles
import MatchingSimulation

/// Figures over time, four weeks by four weeks: the mean, its 95 % band, and the band of nine replicates in ten.
struct TimeSeries {
  let context: SimulationContext

  func write(_ page: inout MarkupBuffer) {
    guard context.summary.study.arms[context.arm].layout.periodCount > 1 else { return }
    page.markup("<section id=\"time\"><h2>Over time</h2><p>")
    page.text(
      "Each point is a period of four weeks. Line: mean over the replicates; dark band: its 95 % interval; light band: "
        + "nine of ten replicates." + (context.baseline == nil ? "" : " Dashed grey: the baseline."))
    page.markup("</p><div class=\"plots\">")
    plot(&page, "Duos formed", "in four weeks", .duosFormed)
    plot(&page, "Mentees waiting", "on the last day", .waiting)
    plot(&page, "Duos running", "on the last day", .runningDuos)
    plot(&page, "Mentor places free", "on the last day", .freePlaces)
    plot(&page, "Laptops lent", "on the last day", .laptopsLent)
    plot(&page, "Mentees registered", "in four weeks", .menteesRegistered)
    page.markup("</div></section>")
  }

  private func plot(_ page: inout MarkupBuffer, _ title: String, _ remark: String, _ tally: PeriodTally) {
    let series = whole(context.summary.series(tally, arm: context.arm))
    let other = context.baseline.map { whole(context.summary.series(tally, arm: $0)) } ?? []
    let top = (series + other).map(\.percentile95).max() ?? 0
    let days = series.indices.map { Double($0) * Double(RecordLayout.periodDays) }
    let frame = PlotFrame(x: 0...(days.last ?? 1), y: 0...max(1, top * 1.05))
    page.markup("<figure class=\"plot\"><h3>")
    page.text(title)
    page.markup(" <small>")
    page.text(remark)
    page.markup("</small></h3>")
    frame.open(&page, label: label(title, series))
    frame.verticalAxis(&page)
    frame.band(&page, "band", days, lower: series.map(\.percentile5), upper: series.map(\.percentile95))
    if context.replicateCount > 1 {
      frame.band(&page, "inner", days, lower: series.map { max(0, $0.lower) }, upper: series.map(\.upper))
    }
    frame.line(&page, "other", Array(zip(days, other.map(\.mean))))
    frame.line(&page, "mean", Array(zip(days, series.map(\.mean))))
    frame.horizontalAxis(&page, ticks(until: days.last ?? 0))
    page.markup("</svg></figure>")
  }

  /// Without a last period that is cut short.
  private func whole(_ series: [Estimate]) -> [Estimate] {
    Array(series.prefix(max(1, context.world.dayCount / RecordLayout.periodDays)))
  }

  private func label(_ title: String, _ series: [Estimate]) -> String {
    guard let first = series.first, let last = series.last else { return title }
    return "\(title): from \(ReportNumbers.whole(first.mean)) to \(ReportNumbers.whole(last.mean))"
  }

  /// Months or years since the start.
  private func ticks(until day: Double) -> [(value: Double, text: String)] {
    if day > 900 {
      return (0...Int(day / 365)).map { (Double($0) * 365, $0 == 0 ? "start" : "year \($0)") }
    }
    let step = day > 450 ? 6 : 3
    return stride(from: 0, through: Int(day / 30.4), by: step)
      .map { (Double($0) * 30.4, $0 == 0 ? "start" : "month \($0)") }
  }
}
