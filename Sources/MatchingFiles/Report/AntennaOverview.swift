import MentorMatching

/// The map of a round with several antennas: a circle per antenna, its area the mentees, its filled part those with a
/// duo; a dashed line joins antennas that share online duos.
struct AntennaOverview {
  let context: ReportContext
  let width: Double
  let height: Double

  func write(_ page: inout MarkupBuffer) {
    let shown = context.antennas.filter { !$0.mentees.isEmpty || !$0.mentors.isEmpty }
    let places = shown.map(middle)
    let frame = MapFrame(around: places, width: width, height: height, margin: 70)
    let paper = MapPaper(frame: frame, words: context.words)
    paper.open(&page, label: context.words.overviewLabel)
    paper.graticule(&page)
    writeJoins(&page, frame, shown, places)

    let most = max(1, shown.map(\.mentees.count).max() ?? 1)
    func radius(_ count: Int) -> Int { Int((Double(count) / Double(most)).squareRoot() * 170) }
    var placer = LabelPlacer(frame: frame)
    // The largest first, so that no circle hides a smaller one.
    let order = shown.indices.sorted { (shown[$1].mentees.count, $0) < (shown[$0].mentees.count, $1) }
    for (antenna, place) in order.map({ (shown[$0], places[$0]) }) {
      let centre = frame.point(place)
      page.menteeCircle(centre, radius: radius(antenna.mentees.count), isFilled: false)
      page.menteeCircle(centre, radius: radius(antenna.duos.count), isFilled: true)
      placer.block(centre: centre, radius: radius(antenna.mentees.count))
    }
    page.markup("<g class=\"name\">")
    for (antenna, place) in order.map({ (shown[$0], places[$0]) }) {
      let share = context.words.partOf(antenna.duos.count, antenna.mentees.count)
      writeName(
        &page, antenna.antenna.text, share, beside: frame.point(place), radius: radius(antenna.mentees.count), &placer)
    }
    page.markup("</g>")
    paper.scaleBar(&page)
    page.markup("</svg>")
  }

  /// Two lines of text, on the side where there is room.
  private func writeName(
    _ page: inout MarkupBuffer, _ name: String, _ share: String, beside centre: MapPoint, radius: Int,
    _ placer: inout LabelPlacer
  ) {
    let textWidth = 80 * max(name.unicodeScalars.count, share.unicodeScalars.count)
    // Beside the circle first, then higher and lower beside it, then under and over it.
    let beside = [130, 30, 230, -70, 330, -170].flatMap { down in
      [
        MapPoint(x: centre.x + radius + 50, y: centre.y + down),
        MapPoint(x: centre.x - radius - 50 - textWidth, y: centre.y + down),
      ]
    }
    let starts =
      beside + [
        MapPoint(x: centre.x - textWidth / 2, y: centre.y + radius + 300),
        MapPoint(x: centre.x - textWidth / 2, y: centre.y - radius - 60),
      ]
    guard let start = placer.place(starts, textWidth: textWidth, textHeight: 260) else { return }
    let isLeft = start.x + textWidth <= centre.x
    let isCentred = start.x < centre.x && !isLeft
    let x = isLeft ? start.x + textWidth : isCentred ? start.x + textWidth / 2 : start.x
    for (line, text) in [name, share].enumerated() {
      if line == 0 { page.markup("<text class=\"who\" x=\"") } else { page.markup("<text x=\"") }
      page.tenths(x)
      page.markup("\" y=\"")
      page.tenths(start.y - 140 + 140 * line)
      if isLeft {
        page.markup("\" text-anchor=\"end\">")
      } else if isCentred {
        page.markup("\" text-anchor=\"middle\">")
      } else {
        page.markup("\">")
      }
      page.text(text)
      page.markup("</text>")
    }
  }

  private func middle(_ antenna: AntennaSummary) -> Coordinate {
    let mentees = antenna.mentees.map { context.roster.mentees[$0].person.place.coordinate }
    let all = mentees.isEmpty ? antenna.mentors.map { context.roster.mentors[$0].person.place.coordinate } : mentees
    let count = Double(all.count)
    let mean = Coordinate(
      latitude: all.reduce(0) { $0 + $1.latitude } / count, longitude: all.reduce(0) { $0 + $1.longitude } / count)
    return (mean ?? all[0]).coarse
  }

  private func writeJoins(
    _ page: inout MarkupBuffer, _ frame: MapFrame, _ shown: [AntennaSummary], _ places: [Coordinate]
  ) {
    let indexOfAntenna = Dictionary(shown.enumerated().map { ($1.antenna, $0) }) { first, _ in first }
    var counts = [Int](repeating: 0, count: shown.count * shown.count)
    for (home, antenna) in shown.enumerated() {
      for number in antenna.duosAcross {
        let mentor = context.roster.mentors[context.matching.duos[number].mentor].person.antenna
        guard let away = indexOfAntenna[mentor] else { continue }
        counts[min(home, away) * shown.count + max(home, away)] += 1
      }
    }
    let most = max(1, counts.max() ?? 1)
    page.markup("<g class=\"duo far\">")
    for (pair, count) in counts.enumerated() where count > 0 {
      let from = frame.point(places[pair / shown.count])
      let to = frame.point(places[pair % shown.count])
      page.line(from: from, to: to, width: max(6, 40 * count / most))
    }
    page.markup("</g>")
  }
}
