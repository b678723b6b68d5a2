import MentorMatching

/// The map of an antenna with too many duos to tell apart: one circle per district, its area the mentees who live there,
/// its filled part those with a duo; lines join districts and are the wider the more duos they stand for.
struct DistrictMap {
  let context: ReportContext
  let antenna: AntennaSummary
  let width: Double
  let height: Double

  /// At most this many joins are drawn, those with the most duos.
  private static let lineLimit = 150

  func write(_ page: inout MarkupBuffer) {
    var (districts, index) = District.grouped(antenna, in: context.roster)
    let joins = joins(&districts, index)
    let frame = MapFrame(around: districts.map(\.centre), width: width, height: height, margin: 30)
    let paper = MapPaper(frame: frame, words: context.words)
    paper.open(&page, label: context.words.mapLabel(antenna))
    paper.graticule(&page)
    writeJoins(&page, frame, joins, districts)
    writeCircles(&page, frame, districts)
    paper.scaleBar(&page)
    page.markup("</svg>")
  }

  private struct Join {
    let from: Int
    let to: Int
    let duoCount: Int
  }

  /// Duos by pair of districts, most first; counts the matched mentees of each district on the way.
  private func joins(_ districts: inout [District], _ index: [District.Key: Int]) -> [Join] {
    struct Pair: Hashable {
      let from: Int
      let to: Int
    }
    var countOfPair: [Pair: Int] = [:]
    for number in antenna.duos {
      let duo = context.matching.duos[number]
      let mentor = context.roster.mentors[duo.mentor].person
      guard let from = index[District.Key(context.roster.mentees[duo.mentee].person.place)] else { continue }
      districts[from].matchedCount += 1
      guard mentor.antenna == antenna.antenna, let to = index[District.Key(mentor.place)], to != from else { continue }
      countOfPair[Pair(from: min(from, to), to: max(from, to)), default: 0] += 1
    }
    let joins = countOfPair.map { Join(from: $0.key.from, to: $0.key.to, duoCount: $0.value) }
    return Array(
      joins.sorted { ($1.duoCount, $0.from, $0.to) < ($0.duoCount, $1.from, $1.to) }.prefix(Self.lineLimit))
  }

  private func writeJoins(_ page: inout MarkupBuffer, _ frame: MapFrame, _ joins: [Join], _ districts: [District]) {
    let most = joins.first?.duoCount ?? 1
    page.markup("<g class=\"duo sum\">")
    for join in joins.reversed() {
      let from = frame.point(districts[join.from].centre)
      let to = frame.point(districts[join.to].centre)
      page.line(from: from, to: to, width: max(4, 60 * join.duoCount / most))
    }
    page.markup("</g>")
  }

  private func writeCircles(_ page: inout MarkupBuffer, _ frame: MapFrame, _ districts: [District]) {
    let most = districts.map(\.menteeCount).max() ?? 1
    var placer = LabelPlacer(frame: frame)
    let order = districts.indices.sorted { (districts[$1].menteeCount, $0) < (districts[$0].menteeCount, $1) }
    func radius(_ count: Int) -> Int { Int((Double(count) / Double(max(1, most))).squareRoot() * 150) }
    for number in order {
      let district = districts[number]
      let centre = frame.point(district.centre)
      page.menteeCircle(centre, radius: radius(district.menteeCount), isFilled: false)
      page.menteeCircle(centre, radius: radius(district.matchedCount), isFilled: true)
      placer.block(centre: centre, radius: radius(district.menteeCount) * 3 / 4)
    }
    page.markup("<g class=\"zone\">")
    for number in order.prefix(14) {
      let district = districts[number]
      guard let name = district.name else { continue }
      let centre = frame.point(district.centre)
      let textWidth = 66 * name.unicodeScalars.count
      let away = radius(district.menteeCount) + 30
      let starts = [
        MapPoint(x: centre.x + away, y: centre.y + 40), MapPoint(x: centre.x - away - textWidth, y: centre.y + 40),
        MapPoint(x: centre.x - textWidth / 2, y: centre.y + away + 90),
        MapPoint(x: centre.x - textWidth / 2, y: centre.y - away),
      ]
      guard let place = placer.place(starts, textWidth: textWidth, textHeight: 110) else { continue }
      page.label(name, at: place)
    }
    page.markup("</g>")
  }
}
