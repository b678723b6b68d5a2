import MentorMatching

/// A map for each antenna of a round with several: small multiples, each at its own scale, with its figures.
struct AntennaMaps {
  let context: ReportContext

  func write(_ page: inout MarkupBuffer) {
    let words = context.words
    let order = context.antennas.indices.sorted { a, b in
      (context.antennas[b].mentees.count, a) < (context.antennas[a].mentees.count, b)
    }
    let shown = order.prefix(ReportContext.mapLimit).sorted().map { context.antennas[$0] }
    page.markup("<section id=\"maps\"><h2>")
    page.text(words.mapsHeading)
    page.markup("</h2><p>")
    page.text(words.mapsIntroduction(shown: shown.count, of: context.antennas.count))
    page.markup("</p><div class=\"maps\">")
    for antenna in shown {
      page.markup("<figure><h3>")
      page.text(antenna.antenna.text)
      page.markup(" <small>")
      page.text(words.partOf(antenna.duos.count, antenna.mentees.count))
      page.markup("</small></h3>")
      writeMap(&page, antenna, width: 400, height: 340)
      page.markup("<figcaption>")
      page.text(words.mapCaption(antenna))
      page.markup("</figcaption></figure>")
    }
    page.markup("</div>")
    if shown.contains(where: { !context.showsDistricts(of: $0) }) { MapLegend.people.write(&page, words) }
    if shown.contains(where: context.showsDistricts) { MapLegend.districts.write(&page, words) }
    page.markup("</section>")
  }

  /// Everybody, or districts when there are too many duos to tell apart.
  func writeMap(_ page: inout MarkupBuffer, _ antenna: AntennaSummary, width: Double, height: Double) {
    if context.showsDistricts(of: antenna) {
      DistrictMap(context: context, antenna: antenna, width: width, height: height).write(&page)
    } else {
      PeopleMap(context: context, antenna: antenna, width: width, height: height).write(&page)
    }
  }
}

/// What the signs of a map mean.
enum MapLegend {
  case people, districts, overview

  func write(_ page: inout MarkupBuffer, _ words: Wording) {
    page.markup("<p class=\"legend\">")
    switch self {
    case .people:
      item(&page, "<path class=\"tee\" d=\"M4 8a4 4 0 1 0 8 0a4 4 0 1 0-8 0\"/>", words.legendMatched)
      item(&page, "<path class=\"tee free\" d=\"M4 8a4 4 0 1 0 8 0a4 4 0 1 0-8 0\"/>", words.legendWaiting)
      item(&page, "<path class=\"tor\" d=\"M4.500 4.500h7v7h-7z\"/>", words.legendMentor)
      item(&page, "<path class=\"tor free\" d=\"M4.500 4.500h7v7h-7z\"/>", words.legendFreeMentor)
      item(&page, "<path class=\"duo\" d=\"M0 8h16\"/>", words.legendDuo)
      item(&page, "<path class=\"duo far\" d=\"M0 8h16\"/>", words.legendOnline)
    case .districts:
      item(&page, "<circle class=\"tee free\" cx=\"8\" cy=\"8\" r=\"7\"/>", words.legendDistrict)
      item(&page, "<circle class=\"tee\" cx=\"8\" cy=\"8\" r=\"5\"/>", words.legendDistrictMatched)
      item(&page, "<path class=\"duo\" stroke-width=\"3\" d=\"M0 8h16\"/>", words.legendJoin)
    case .overview:
      item(&page, "<circle class=\"tee free\" cx=\"8\" cy=\"8\" r=\"7\"/>", words.legendAntenna)
      item(&page, "<circle class=\"tee\" cx=\"8\" cy=\"8\" r=\"5\"/>", words.legendAntennaMatched)
      item(&page, "<path class=\"duo far\" d=\"M0 8h16\"/>", words.legendAcross)
    }
    if self == .people {
      page.markup("<span>")
      page.text(words.legendRounding)
      page.markup("</span>")
    }
    page.markup("</p>")
  }

  private func item(_ page: inout MarkupBuffer, _ sign: Markup, _ text: String) {
    page.markup("<span><svg viewBox=\"0 0 16 16\" aria-hidden=\"true\">")
    page.markup(sign)
    page.markup("</svg>")
    page.text(text)
    page.markup("</span> ")
  }
}
