import MentorMatching

/// The section about rules over the whole matching: what each asks, what it holds, whether it binds, and what it costs.
struct RuleSection {
  let context: ReportContext

  func write(_ page: inout MarkupBuffer) {
    guard let ruled = context.ruled else { return }
    let words = context.words
    page.markup("<section id=\"rules\"><h2>")
    page.text(words.rulesHeading)
    page.markup("</h2><p>")
    page.text(words.rulesIntroduction(ruled, totalScore: context.matching.totalScore))
    page.markup("</p>")
    if !ruled.standings.isEmpty { table(&page, ruled) }
    page.markup("</section>")
  }

  private func table(_ page: inout MarkupBuffer, _ ruled: RuledFacts) {
    let words = context.words
    page.markup("<div class=\"scroll\"><table class=\"rules\"><thead><tr><th>")
    for (index, heading) in words.ruleColumns(withCosts: ruled.hasCosts).enumerated() {
      if index > 0 { page.markup("</th><th>") }
      page.text(heading)
    }
    page.markup("</th></tr></thead><tbody>")
    for standing in ruled.standings { row(&page, standing, ruled) }
    page.markup("</tbody></table></div>")
  }

  private func row(_ page: inout MarkupBuffer, _ standing: RuleStanding, _ ruled: RuledFacts) {
    let words = context.words
    page.markup("<tr><th>")
    page.text(standing.rule.name.text)
    page.markup(" <small>")
    page.text(words.sentence(of: standing.rule))
    page.markup("</small></th><td>")
    page.text(words.amount(standing.counted, standing.rule.amount))
    bar(&page, standing)
    page.markup("</td><td>")
    page.text(standing.whole.map(words.bounds(of:)) ?? "–")
    page.markup("</td><td>")
    page.text(words.state(of: standing))
    page.markup("</td>")
    if ruled.hasCosts {
      for cell in words.costs(of: standing) {
        page.markup("<td>")
        page.text(cell)
        page.markup("</td>")
      }
    }
    page.markup("</tr>")
  }

  /// What the rule holds as a bar, with a line where each bound is. Nothing for a rule about each mentor, whose bounds
  /// are many.
  private func bar(_ page: inout MarkupBuffer, _ standing: RuleStanding) {
    guard let entry = standing.whole else { return }
    let bounds = [entry.atLeast, entry.atMost].compactMap(\.self)
    let most = max(1, entry.counted, bounds.max() ?? 0)
    page.markup(
      "<svg viewBox=\"0 0 1000 12\" preserveAspectRatio=\"none\"><path class=\"t\" d=\"M0 2h1000v8h-1000z\"/>")
    if entry.violation > 0 {
      page.markup("<path class=\"bad\" d=\"M0 2h")
    } else {
      page.markup("<path class=\"v\" d=\"M0 2h")
    }
    let length = position(entry.counted, of: most)
    page.number(length)
    page.markup("v8h-")
    page.number(length)
    page.markup("z\"/>")
    for bound in bounds {
      page.markup("<path class=\"limit\" d=\"M")
      page.number(min(990, position(bound, of: most)))
      page.markup(" 0h10v12h-10z\"/>")
    }
    page.markup("</svg>")
  }

  private func position(_ value: Int, of most: Int) -> Int {
    // By the full width, so that no product leaves the head-room.
    Int(min(1, Double(value) / Double(most)) * 1_000)
  }
}
