import MentorMatching

/// The section with a card for each duo, by antenna. A round too large for cards says where its duos are.
struct DuoCards {
  let context: ReportContext

  func write(_ page: inout MarkupBuffer) {
    let words = context.words
    page.markup("<section id=\"duos\"><h2>")
    page.text(words.duosHeading)
    page.markup("</h2><p>")
    page.text(context.isSummary ? words.duosAreElsewhere(context.matching.duos.count) : words.duosIntroduction)
    if !context.isSummary && context.survey.alternatives != nil { page.text(words.alternativesIntroduction) }
    if !context.isSummary && context.ruled != nil { page.text(words.noAlternativesUnderRules) }
    page.markup("</p>")
    if !context.isSummary {
      let card = DuoCard(context: context)
      for antenna in context.antennas where !antenna.duos.isEmpty {
        if context.antennas.count > 1 {
          page.markup("<h3 class=\"at\">")
          page.text(antenna.antenna.text)
          page.markup(" <small>")
          page.text(words.duos(antenna.duos.count))
          page.markup("</small></h3>")
        }
        page.markup("<div class=\"cards\">")
        for number in antenna.duos { card.write(&page, duo: number) }
        page.markup("</div>")
      }
    }
    page.markup("</section>")
  }
}
