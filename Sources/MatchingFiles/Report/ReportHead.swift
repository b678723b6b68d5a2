import MentorMatching

/// The first screen: one sentence, four figures, the proof line, the map.
struct ReportHead {
  let context: ReportContext

  func write(_ page: inout MarkupBuffer) {
    let words = context.words
    page.markup("<header class=\"top\"><div class=\"say\"><p class=\"over\">")
    page.text(words.overline(context.antennas.map(\.antenna.text), date: roundDate))
    page.markup("</p><h1>")
    page.text(words.sentence(context.matching))
    page.markup("</h1><dl class=\"figures\">")
    for figure in figures {
      page.markup("<div><dt>")
      page.text(figure.name)
      page.markup("</dt><dd><b>")
      page.text(figure.value)
      page.markup("</b> <span>")
      page.text(figure.remark)
      page.markup("</span></dd></div>")
    }
    page.markup("</dl>")
    writeProof(&page)
    page.markup("<nav>")
    writeLinks(&page)
    page.markup("</nav></div><figure class=\"where\">")
    writeMap(&page)
    page.markup("</figure></header>")
  }

  private func writeProof(_ page: inout MarkupBuffer) {
    let words = context.words
    let isProved = context.ruled?.isOptimal ?? true
    if isProved { page.markup("<p class=\"proof\"><b>✓ ") } else { page.markup("<p class=\"proof open\"><b>○ ") }
    page.text(context.ruled.map(words.ruledStatus) ?? words.optimal)
    page.markup("</b> ")
    page.text(context.ruled.map { words.ruledProof($0, context.matching) } ?? words.proof(context.matching))
    page.markup("</p>")
  }

  /// The day waiting times are counted to.
  private var roundDate: CalendarDate? {
    context.matching.policy.roundDate ?? context.roster.mentees.compactMap(\.registered).max()
  }

  private func writeLinks(_ page: inout MarkupBuffer) {
    let words = context.words
    if context.antennas.count > 1 { link(&page, "#antennas", words.antennasHeading) }
    if context.ruled != nil { link(&page, "#rules", words.rulesHeading) }
    link(&page, "#fit", words.fitHeading)
    link(&page, "#duos", words.duosHeading)
    link(&page, "#waiting", words.waitingLink)
    if !context.matching.decisions.isEmpty { link(&page, "#decisions", words.decisionsHeading) }
    link(&page, "#talk", words.topicsHeading)
  }

  private func link(_ page: inout MarkupBuffer, _ target: Markup, _ text: String) {
    page.markup("<a href=\"")
    page.markup(target)
    page.markup("\">")
    page.text(text)
    page.markup("</a> ")
  }

  private func writeMap(_ page: inout MarkupBuffer) {
    guard context.antennas.count == 1, let antenna = context.antennas.first else {
      if !context.antennas.isEmpty {
        AntennaOverview(context: context, width: 560, height: 560).write(&page)
        MapLegend.overview.write(&page, context.words)
      }
      return
    }
    AntennaMaps(context: context).writeMap(&page, antenna, width: 640, height: 540)
    (context.showsDistricts(of: antenna) ? MapLegend.districts : .people).write(&page, context.words)
  }

  private struct Figure {
    let name: String
    let value: String
    let remark: String
  }

  private var figures: [Figure] {
    let matching = context.matching
    let words = context.words
    let scores = matching.duos.map(\.candidate.score)
    let metres = matching.duos.compactMap { $0.candidate.travel?.metres }.sorted()
    let onlineCount = matching.duos.count - metres.count
    let freePlaceCount = matching.mentors.reduce(0) { $0 + $1.capacity - $1.duoCount }
    return [
      Figure(
        name: words.duosFigure, value: words.whole(matching.duos.count),
        remark: words.duosRemark(
          share: words.percent(matching.duos.count, of: context.roster.mentees.count), freePlaceCount: freePlaceCount)),
      Figure(
        name: words.scoreFigure, value: matching.meanScore.map { words.percent(score: $0) } ?? "–",
        remark: words.scoreRemark(lowest: scores.min(), highest: scores.max())),
      Figure(
        name: words.wayFigure,
        value: metres.isEmpty ? "–" : words.kilometres(metres: metres[(metres.count - 1) / 2]),
        remark: words.wayRemark(travelling: metres.count, online: onlineCount)),
      Figure(
        name: words.laptopFigure, value: words.whole(matching.laptopCount), remark: words.laptopRemark),
    ]
  }
}
