import MatchingFiles
import MatchingSimulation

/// Which assumption matters most: each is moved down and up alone, and the change of duos is drawn, the largest on top.
struct TornadoPlot {
  let context: SimulationContext

  private static let rowHeight = 34
  private static let nameWidth = 270
  private static let width = 860

  func write(_ page: inout MarkupBuffer) {
    page.markup("<section id=\"tornado\"><h2>Which assumption matters most</h2>")
    let answers = context.summary.sensitivity(of: .duosFormed)
    if answers.isEmpty {
      page.markup("<p>Not asked for: run the simulation with <b>--sensitivity 100</b>.</p></section>")
      return
    }
    page.markup("<p>")
    page.text(
      "Duos gained or lost when one assumption alone is moved, over \(answers[0].low.count) replicates with the same "
        + "luck; whiskers are 95 % intervals. What lies far down hardly matters, however uncertain it is.")
    page.markup("</p><figure class=\"wide\">")
    draw(&page, answers)
    page.markup(
      "<p class=\"legend\"><span><svg viewBox=\"0 0 16 16\"><rect class=\"less\" width=\"16\" height=\"10\" y=\"3\"/>")
    page.markup("</svg>moved down (left text)</span><span><svg viewBox=\"0 0 16 16\">")
    page.markup("<rect class=\"more\" width=\"16\" height=\"10\" y=\"3\"/></svg>moved up (right text)</span></p>")
    page.markup("</figure></section>")
  }

  private func draw(_ page: inout MarkupBuffer, _ answers: [SensitivityAnswer]) {
    let height = answers.count * Self.rowHeight + 26
    let reach = max(
      1,
      answers.map { max($0.reach, abs($0.low.lower), abs($0.low.upper), abs($0.high.lower), abs($0.high.upper)) }
        .filter(\.isFinite).max() ?? 1)
    page.markup("<svg role=\"img\" viewBox=\"0 0 ")
    page.number(Self.width)
    page.markup(" ")
    page.number(height)
    page.markup("\" aria-label=\"Effect of each assumption on the number of duos\">")
    axis(&page, reach, height: height)
    for (index, answer) in answers.enumerated() {
      let top = index * Self.rowHeight
      page.markup("<text class=\"row\" x=\"0\" y=\"")
      page.number(top + 15)
      page.markup("\">")
      page.text(answer.parameter.rawValue)
      page.markup("</text><text x=\"0\" y=\"")
      page.number(top + 28)
      page.markup("\">")
      page.text("\(answer.parameter.range.low) · \(answer.parameter.range.high)")
      page.markup("</text>")
      bar(&page, "less", answer.low, reach, top: top + 5)
      bar(&page, "more", answer.high, reach, top: top + 17)
    }
    page.markup("</svg>")
  }

  private func x(_ value: Double, _ reach: Double) -> Int {
    let half = Double(Self.width - Self.nameWidth - 60) / 2
    return 10 * Self.nameWidth + Int((10 * half * (1 + value / reach)).rounded()) + 300
  }

  private func axis(_ page: inout MarkupBuffer, _ reach: Double, height: Int) {
    for value in PlotFrame.roundValues(in: -reach...reach, count: 6) {
      page.markup("<path class=\"tick\" d=\"M")
      page.tenths(x(value, reach))
      page.markup(" 0V")
      page.number(height - 20)
      page.markup("\"/><text text-anchor=\"middle\" x=\"")
      page.tenths(x(value, reach))
      page.markup("\" y=\"")
      page.number(height - 6)
      page.markup("\">")
      page.text((value > 0 ? "+" : "") + ReportNumbers.whole(value))
      page.markup("</text>")
    }
  }

  private func bar(_ page: inout MarkupBuffer, _ style: Markup, _ effect: Estimate, _ reach: Double, top: Int) {
    let ends = [x(0, reach), x(effect.mean, reach)].sorted()
    page.markup("<rect height=\"11\" class=\"")
    page.markup(style)
    page.markup("\" x=\"")
    page.tenths(ends[0])
    page.markup("\" width=\"")
    page.tenths(max(8, ends[1] - ends[0]))
    page.markup("\" y=\"")
    page.number(top)
    page.markup("\"/>")
    guard effect.halfWidth != nil else { return }
    page.markup("<path class=\"whisker\" d=\"M")
    page.tenths(x(effect.lower, reach))
    page.markup(" ")
    page.tenths(10 * top + 55)
    page.markup("H")
    page.tenths(x(effect.upper, reach))
    page.markup("\"/>")
  }
}
