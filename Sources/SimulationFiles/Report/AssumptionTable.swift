import MatchingFiles

/// Every assumption with its value and where it comes from.
struct AssumptionTable {
  let context: SimulationContext

  func write(_ page: inout MarkupBuffer) {
    page.markup("<section id=\"assumptions\"><h2>Assumptions</h2><p>")
    page.text(
      "Everything the simulation takes for granted about behaviour. What people are like (languages, sectors, free hours, "
        + "places) is in the cohort profiles, with a source or the word “assumption” for every number.")
    page.markup("</p><div class=\"scroll\"><table class=\"assume\"><thead><tr><th></th><th class=\"text\">value</th>")
    page.markup("<th class=\"text\">source</th></tr></thead><tbody>")
    for row in Assumptions(world: context.world).rows {
      page.markup("<tr><th>")
      page.text(row.name)
      page.markup("</th><td class=\"text\">")
      page.text(row.value)
      page.markup("</td><td class=\"text\">")
      page.text(row.source)
      page.markup("</td></tr>")
    }
    page.markup("</tbody></table></div></section>")
  }
}
