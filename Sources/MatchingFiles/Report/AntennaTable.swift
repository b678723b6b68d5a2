import MentorMatching

/// A round with several antennas as a table, one row per antenna.
struct AntennaTable {
  let context: ReportContext

  func write(_ page: inout MarkupBuffer) {
    let words = context.words
    page.markup("<section id=\"antennas\"><h2>")
    page.text(words.antennasHeading)
    page.markup("</h2><div class=\"scroll\"><table><thead><tr><th>")
    for (index, heading) in words.antennaColumns.enumerated() {
      if index > 0 { page.markup("</th><th class=\"n\">") }
      page.text(heading)
    }
    page.markup("</th></tr></thead><tbody>")
    for antenna in context.antennas {
      page.markup("<tr><th>")
      page.text(antenna.antenna.text)
      page.markup("</th>")
      cells(&page, antenna)
      page.markup("</tr>")
    }
    page.markup("</tbody></table></div></section>")
  }

  private func cells(_ page: inout MarkupBuffer, _ antenna: AntennaSummary) {
    let words = context.words
    let cells = [
      words.whole(antenna.mentees.count), words.whole(antenna.duos.count),
      antenna.mentees.isEmpty ? "–" : words.percent(antenna.duos.count, of: antenna.mentees.count),
      words.whole(antenna.waiting.count), words.whole(antenna.mentors.count), words.whole(antenna.freePlaceCount),
      antenna.meanScore.map { words.percent(score: $0) } ?? "–",
      antenna.duos.isEmpty ? "–" : words.percent(antenna.onlineCount, of: antenna.duos.count),
      antenna.medianMetres.map { words.kilometres(metres: $0) } ?? "–",
    ]
    for cell in cells {
      page.markup("<td>")
      page.text(cell)
      page.markup("</td>")
    }
  }
}
