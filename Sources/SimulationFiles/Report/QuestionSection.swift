import MatchingFiles
import MatchingSimulation

/// Answers to the planner's questions: how many mentors, how often rounds, which mentors next.
struct QuestionSection {
  let context: SimulationContext

  func write(_ page: inout MarkupBuffer) {
    let breakEven = context.summary.breakEven()
    let rounds = context.summary.variants(of: .roundFrequency)
    let next = context.summary.nextMentors()
    if breakEven == nil && rounds.isEmpty && next.isEmpty { return }
    page.markup("<section id=\"questions\"><h2>What would help</h2><div class=\"plots\">")
    if let breakEven { write(&page, breakEven) }
    if !next.isEmpty { write(&page, next: next) }
    page.markup("</div>")
    if !rounds.isEmpty { write(&page, rounds: rounds) }
    page.markup("</section>")
  }

  private func write(_ page: inout MarkupBuffer, _ answer: BreakEvenAnswer) {
    let mentors = answer.levels.map(\.mentors)
    guard let least = mentors.first, let most = mentors.last, least < most else { return }
    let frame = PlotFrame(x: least...most, y: 0...100)
    page.markup(
      "<figure class=\"plot\"><h3>How many mentors? <small>share matched within 30 days, by mentors trained</small></h3>"
    )
    frame.open(&page, label: Self.text(answer))
    frame.verticalAxis(&page, unit: "\u{A0}%")
    frame.line(&page, "goal", [(least, answer.goal), (most, answer.goal)])
    frame.band(
      &page, "band", mentors, lower: answer.levels.map { max(0, $0.share.lower) },
      upper: answer.levels.map { min(100, $0.share.upper) })
    frame.line(&page, "mean", answer.levels.map { ($0.mentors, $0.share.mean) })
    frame.horizontalAxis(
      &page, PlotFrame.roundValues(in: least...most, count: 4).map { ($0, ReportNumbers.whole($0)) })
    page.markup("</svg><figcaption>")
    page.text(Self.text(answer))
    page.markup("</figcaption></figure>")
  }

  static func text(_ answer: BreakEvenAnswer) -> String {
    let goal = ReportNumbers.whole(answer.goal)
    guard let mentors = answer.mentors else {
      let most = answer.levels.last
      return
        "\(goal) % matched within 30 days is out of reach by mentors alone: with "
        + "\(ReportNumbers.whole((most?.mentors ?? 0).rounded())) mentors it is "
        + "\(ReportNumbers.whole((most?.share.mean ?? 0).rounded())) %."
    }
    let lower = answer.lower.map { ReportNumbers.whole($0.rounded()) } ?? "–"
    let upper = answer.upper.map { ReportNumbers.whole($0.rounded()) } ?? "more than were tried"
    return
      "About \(ReportNumbers.whole(mentors.rounded())) mentors are needed so that \(goal) % are matched within 30 days "
      + "(95 % interval \(lower) to \(upper))."
  }

  private func write(_ page: inout MarkupBuffer, next: [VariantAnswer]) {
    page.markup("<figure class=\"plot\"><h3>Ten more mentors from the first day <small>additional duos</small></h3>")
    page.markup("<table><tbody>")
    for answer in next {
      page.markup("<tr><th class=\"text\">")
      page.text(answer.name)
      page.markup("</th>")
      ComparisonTables.cells(&page, answer.duosDifference, .duosFormed)
      page.markup("</tr>")
    }
    page.markup("</tbody></table></figure>")
  }

  private func write(_ page: inout MarkupBuffer, rounds: [VariantAnswer]) {
    page.markup("<h3>How often a round?</h3><p>")
    if let best = context.summary.bestRoundFrequency() {
      page.text(
        "Most mentees are matched within 30 days with \(Self.name(best.name)). Rarer rounds have more people to choose "
          + "from, which shows in the score.")
    }
    page.markup("</p><div class=\"scroll\"><table><thead><tr><th></th><th>matched within 30 days</th>")
    page.markup(
      "<th>wait, mean</th><th>score</th><th>duos</th><th>duos against the scenario</th><th>95 % interval</th>")
    page.markup("</tr></thead><tbody>")
    for answer in rounds {
      page.markup("<tr><th>")
      page.text(Self.name(answer.name))
      page.markup("</th><td>")
      page.text(Self.cell(answer.matchedWithin30Days, .matchedWithin30Days))
      page.markup("</td><td>")
      page.text(Self.cell(answer.waitMean, .waitMean))
      page.markup("</td><td>")
      page.text(Self.cell(answer.score, .scoreMean))
      page.markup("</td><td>")
      page.text(Self.cell(answer.duos, .duosFormed))
      page.markup("</td>")
      ComparisonTables.cells(&page, answer.duosDifference, .duosFormed)
      page.markup("</tr>")
    }
    page.markup("</tbody></table></div>")
  }

  private static func cell(_ estimate: Estimate?, _ measure: Measure) -> String {
    estimate.map { ReportNumbers.measure($0.mean, measure) + "\u{A0}" + ReportNumbers.unit(measure) } ?? "–"
  }

  private static func name(_ interval: String) -> String {
    switch RoundCalendar.Interval(rawValue: interval) {
    case .daily: "a round every day"
    case .weekly: "a round every week"
    case .twoWeeks: "a round every two weeks"
    case .monthly: "a round every four weeks"
    case nil: interval
    }
  }
}
