/// `frontier.html`: the trade-offs between two goals, for the people who choose among them.
///
/// In the order of a report: the whole in one sentence, whether it can be trusted, the plot, every point as a row, how to read
/// them.
struct FrontierPage {
  let frontier: FrontierFiles
  private let words: Wording

  init(frontier: FrontierFiles) {
    self.frontier = frontier
    words = Wording(language: frontier.language)
  }

  var bytes: [UInt8] {
    var page = MarkupBuffer(reserving: 24_576)
    let shell = PageShell(
      title: words.frontierTitle(showsWorst: frontier.showsWorst), language: frontier.language, additions: Self.sheet)
    shell.open(&page)
    writeHead(&page)
    page.markup("<main>")
    if !frontier.points.isEmpty {
      writeTable(&page)
      writeReading(&page)
    }
    page.markup("</main><footer><p>")
    page.text(words.frontierFooter)
    page.markup("</p></footer>")
    shell.close(&page)
    return page.bytes
  }

  static let sheet: Markup = """
    .plot svg{display:block;width:100%;height:auto}
    .plot text{font-size:12px;fill:var(--soft)}
    .plot .what{fill:var(--ink)}
    .tick{stroke:var(--line);stroke-width:1;fill:none}
    .step{stroke:var(--accent);stroke-width:1.5;stroke-dasharray:4 3;fill:none}
    .dot{fill:var(--accent);stroke:var(--paper);stroke-width:1}
    .dot.guess{fill:var(--paper);stroke:var(--accent);stroke-width:1.8}
    .points td:last-child{text-align:left}
    .points thead th:last-child{text-align:left}
    .open{border-left-color:var(--wait)}
    @media (max-width:600px){.plot text{font-size:17px}}
    @media print{.where .plot{max-height:95mm}.points tr{break-inside:avoid}}
    """

  private func writeHead(_ page: inout MarkupBuffer) {
    page.markup("<header class=\"top\"><div class=\"say\"><p class=\"over\">")
    page.text(words.frontierTitle(showsWorst: frontier.showsWorst))
    page.markup("</p><h1>")
    page.text(words.frontierSentence(frontier))
    page.markup("</h1>")
    if let first = frontier.points.first, let last = frontier.points.last, frontier.points.count > 1 {
      page.markup("<dl class=\"figures\">")
      figure(&page, words.highestTotal, first)
      figure(&page, words.otherEnd(showsWorst: frontier.showsWorst), last)
      page.markup("</dl>")
    }
    if frontier.isComplete {
      page.markup("<p class=\"proof\"><b>✓ ")
    } else {
      page.markup("<p class=\"proof open\"><b>○ ")
    }
    page.text(words.frontierStatus(frontier))
    page.markup("</b> ")
    page.text(words.frontierProof(frontier))
    page.markup("</p></div>")
    if !frontier.points.isEmpty {
      page.markup("<figure class=\"where plot\">")
      FrontierPlot(frontier: frontier, words: words).write(&page)
      page.markup("</figure>")
    }
    page.markup("</header>")
  }

  private func figure(_ page: inout MarkupBuffer, _ name: String, _ point: FrontierFiles.Point) {
    page.markup("<div><dt>")
    page.text(name)
    page.markup("</dt><dd><b>")
    page.text(frontier.showsWorst ? words.percent(score: point.worstScore) : words.whole(point.duoCount))
    page.markup("</b> <span>")
    page.text(words.frontierRemark(point, showsWorst: frontier.showsWorst))
    page.markup("</span></dd></div>")
  }

  private func writeTable(_ page: inout MarkupBuffer) {
    page.markup("<section id=\"points\"><h2>")
    page.text(words.pointsHeading)
    page.markup("</h2><div class=\"scroll\"><table class=\"points\"><thead><tr><th>")
    for (index, heading) in words.pointColumns(showsWorst: frontier.showsWorst).enumerated() {
      if index > 0 { page.markup("</th><th>") }
      page.text(heading)
    }
    page.markup("</th></tr></thead><tbody>")
    for (index, point) in frontier.points.enumerated() {
      page.markup("<tr>")
      for (column, cell) in cells(point, before: index > 0 ? frontier.points[index - 1] : nil).enumerated() {
        if column == 0 { page.markup("<th>") } else { page.markup("<td>") }
        page.text(cell)
        if column == 0 { page.markup("</th>") } else { page.markup("</td>") }
      }
      page.markup("</tr>")
    }
    page.markup("</tbody></table></div></section>")
  }

  private func cells(_ point: FrontierFiles.Point, before: FrontierFiles.Point?) -> [String] {
    let goal = frontier.showsWorst ? words.percent(score: point.worstScore) : words.whole(point.duoCount)
    let other = frontier.showsWorst ? words.whole(point.duoCount) : words.percent(score: point.worstScore)
    let mean = point.duoCount == 0 ? "–" : words.percent(score: point.totalScore / point.duoCount)
    let step = before.map { words.step(from: $0, to: point, showsWorst: frontier.showsWorst) } ?? "–"
    return [
      goal, words.total(point.totalScore), mean, other, step,
      point.isExact ? "✓\u{A0}" + words.proved : "○\u{A0}" + words.notProved,
    ]
  }

  private func writeReading(_ page: inout MarkupBuffer) {
    page.markup("<section id=\"read\"><h2>")
    page.text(words.readingHeading)
    page.markup("</h2><p>")
    page.text(words.reading(showsWorst: frontier.showsWorst))
    page.markup("</p></section>")
  }
}
