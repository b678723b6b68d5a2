import MatchingFiles
import MatchingSimulation

/// The first screen: one sentence, four figures, how sure they are, the map.
struct SimulationHead {
  let context: SimulationContext

  func write(_ page: inout MarkupBuffer) {
    page.markup("<header class=\"top\"><div class=\"say\"><p class=\"over\">")
    let world = context.world
    page.text(
      "Simulation · \(context.scenario.title) · \(world.dayCount) days from \(world.startDate)")
    page.markup("</p><h1>")
    page.text(sentence)
    page.markup("</h1><dl class=\"figures\">")
    figure(&page, "Duos", .duosFormed)
    figure(&page, "Matched within 30 days", .matchedWithin30Days)
    figure(&page, "Wait for a duo, median", .waitMedian)
    figure(&page, "Follow-up by staff", .staffHours)
    page.markup("</dl><p class=\"proof\"><b>How sure? </b>")
    page.text(
      "The ranges hold nine of ten replicates: what a single future may look like. Means over "
        + "\(context.replicateCount) replicates are far surer; the tables give their 95 % intervals. "
        + "Neither knows whether the assumptions are right: see how much each of them matters below.")
    page.markup("</p><nav><a href=\"#time\">Over time</a> <a href=\"#waits\">Waiting</a> ")
    page.markup("<a href=\"#compare\">Comparison</a> <a href=\"#antennas\">Antennas</a> ")
    page.markup("<a href=\"#assumptions\">Assumptions</a></nav></div><figure class=\"where\">")
    CatchmentMap(context: context).write(&page, width: 640, height: 540)
    page.markup("</figure></header>")
  }

  private var sentence: String {
    guard let duos = context.estimate(.duosFormed), let mentors = context.estimate(.mentorsTrained) else {
      return "No duo is formed."
    }
    let mentees = context.estimate(.menteesRegistered)?.mean ?? 0
    var text =
      "With \(ReportNumbers.whole(mentees.rounded())) mentees and \(ReportNumbers.whole(mentors.mean.rounded())) mentors, "
      + "expect about \(ReportNumbers.whole(duos.mean.rounded())) duos"
    if let wait = context.estimate(.waitMean) {
      text += ", formed after \(ReportNumbers.whole(wait.mean.rounded())) days of waiting on average"
    }
    if let waiting = context.estimate(.waitingAtEnd) {
      text += "; \(ReportNumbers.whole(waiting.mean.rounded())) mentees wait at the end"
    }
    return text + "."
  }

  private func figure(_ page: inout MarkupBuffer, _ name: String, _ measure: Measure) {
    page.markup("<div><dt>")
    page.text(name)
    page.markup("</dt><dd><b>")
    guard let estimate = context.estimate(measure) else {
      page.markup("–</b></dd></div>")
      return
    }
    page.text(ReportNumbers.whole(estimate.mean.rounded()) + "\u{A0}" + ReportNumbers.unit(measure))
    page.markup("</b> <span>")
    page.text(
      "\(ReportNumbers.whole(estimate.percentile5.rounded())) to \(ReportNumbers.whole(estimate.percentile95.rounded())) "
        + "in nine of ten replicates")
    page.markup("</span></dd></div>")
  }
}
