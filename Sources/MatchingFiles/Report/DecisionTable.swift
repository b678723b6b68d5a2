import MentorMatching

/// The section about what people decided, with what each decision costs; no section without decisions.
struct DecisionTable {
  let context: ReportContext

  func write(_ page: inout MarkupBuffer) {
    guard let prices = context.survey.decisionPrices else { return }
    let words = context.words
    let decisions = context.matching.decisions.decisions
    page.markup("<section id=\"decisions\"><h2>")
    page.text(words.decisionsHeading)
    page.markup("</h2><p>")
    page.text(words.decisionsIntroduction(decisions.count, total: prices.total))
    page.markup("</p><div class=\"scroll\"><table class=\"say\"><thead><tr><th>")
    for (index, heading) in words.decisionColumns.enumerated() {
      if index > 0 { page.markup("</th><th>") }
      page.text(heading)
    }
    page.markup("</th></tr></thead><tbody>")
    for (decision, price) in zip(decisions, prices.ofDecision) {
      let pair = context.menteeID(decision.mentee) + " ↔ " + context.mentorID(decision.mentor)
      page.markup("<tr><th>")
      page.text(pair)
      page.markup("</th>")
      for cell in [words.name(of: decision.kind), decision.author ?? "–", decision.reason ?? "–", words.price(price)] {
        page.markup("<td>")
        page.text(cell)
        page.markup("</td>")
      }
      page.markup("</tr>")
    }
    page.markup("</tbody></table></div></section>")
  }
}
