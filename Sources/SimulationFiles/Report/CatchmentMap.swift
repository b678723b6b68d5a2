import MatchingFiles
import MatchingSimulation
import MentorMatching

/// Where the mentees of each antenna come from: a circle for each district, its area in proportion to the mentees of the
/// antenna who live there; a line to the office; a square for the office.
///
/// With antennas far apart each has a map of its own; the head then shows the largest.
struct CatchmentMap {
  let context: SimulationContext

  private static let colourCount = 8

  func write(_ page: inout MarkupBuffer, width: Int, height: Int) {
    let areas = areas
    guard let first = areas.first else { return }
    write(&page, first, width: width, height: height)
    page.markup("<figcaption>")
    page.text(caption(first))
    page.markup("</figcaption>")
    legend(&page)
  }

  /// Further maps, for antennas that do not fit into the first.
  func writeFurther(_ page: inout MarkupBuffer) {
    let further = areas.dropFirst()
    if further.isEmpty { return }
    page.markup("<div class=\"maps\">")
    for area in further {
      page.markup("<figure>")
      write(&page, area, width: 400, height: 320)
      page.markup("<figcaption>")
      page.text(caption(area))
      page.markup("</figcaption></figure>")
    }
    page.markup("</div>")
  }

  /// Antennas that share a map.
  private struct Area {
    var antennas: [Int]
    var places: [Coordinate]
  }

  /// Antennas within 60 km share a map; the one with the most mentees comes first.
  private var areas: [Area] {
    var areas: [Area] = []
    for (index, antenna) in context.world.antennas.enumerated() {
      let places =
        antenna.menteeCohorts.flatMap { $0.profile.districts.map(\.centre) } + [antenna.office].compactMap(\.self)
      guard let home = antenna.office ?? places.first else { continue }
      let near = areas.firstIndex { area in
        GreatCircle.metres(from: area.places[0], to: home) < 60_000
      }
      if let near {
        areas[near].antennas.append(index)
        areas[near].places += places
      } else {
        areas.append(Area(antennas: [index], places: [home] + places))
      }
    }
    func mentees(_ area: Area) -> Double {
      area.antennas.reduce(0) { $0 + (context.estimate(.menteesRegistered, scope: $1 + 1)?.mean ?? 0) }
    }
    return areas.enumerated().sorted { a, b in
      let (x, y) = (mentees(a.element), mentees(b.element))
      return x != y ? x > y : a.offset < b.offset
    }.map(\.element)
  }

  private func caption(_ area: Area) -> String {
    let names = area.antennas.map { context.world.antennas[$0].id.text }.joined(separator: ", ")
    return "\(names): where mentees live (circle area), and the office (square)"
  }

  private func write(_ page: inout MarkupBuffer, _ area: Area, width: Int, height: Int) {
    let frame = MapFrame(around: area.places, width: Double(width), height: Double(height), margin: 34)
    let paper = MapPaper(frame: frame)
    paper.open(&page, label: caption(area))
    paper.graticule(&page)
    var placer = LabelPlacer(frame: frame)
    for index in area.antennas { reach(&page, index, frame) }
    for index in area.antennas { homes(&page, index, frame, &placer) }
    for index in area.antennas { office(&page, index, frame, &placer) }
    for index in area.antennas { labels(&page, index, frame, &placer) }
    paper.scaleBar(&page)
    page.markup("</svg>")
  }

  private func districts(_ antenna: Int) -> [(district: District, share: Double)] {
    guard let profile = context.world.antennas[antenna].menteeCohorts.first?.profile else { return [] }
    let total = profile.districts.reduce(0) { $0 + $1.menteeWeight }
    return profile.districts.map { ($0, total == 0 ? 0 : Double($0.menteeWeight) / Double(total)) }
  }

  private func reach(_ page: inout MarkupBuffer, _ antenna: Int, _ frame: MapFrame) {
    guard let office = context.world.antennas[antenna].office else { return }
    let end = frame.point(office)
    page.markup("<path class=\"reach\" d=\"")
    for entry in districts(antenna) {
      page.markup("M")
      page.point(frame.point(entry.district.centre))
      page.markup("L")
      page.point(end)
    }
    page.markup("\"/>")
  }

  private func homes(_ page: inout MarkupBuffer, _ antenna: Int, _ frame: MapFrame, _ placer: inout LabelPlacer) {
    page.markup("<g class=\"home c")
    page.number(antenna % Self.colourCount + 1)
    page.markup("\">")
    for entry in districts(antenna) where entry.share > 0 {
      let centre = frame.point(entry.district.centre)
      // A tenth of the mentees has a radius of 13 units.
      let radius = max(20, Int((130 * (entry.share * 10).squareRoot()).rounded()))
      page.markup("<circle cx=\"")
      page.tenths(centre.x)
      page.markup("\" cy=\"")
      page.tenths(centre.y)
      page.markup("\" r=\"")
      page.tenths(radius)
      page.markup("\"/>")
      placer.block(centre: centre, radius: radius / 2)
    }
    page.markup("</g>")
  }

  private func office(_ page: inout MarkupBuffer, _ antenna: Int, _ frame: MapFrame, _ placer: inout LabelPlacer) {
    guard let office = context.world.antennas[antenna].office else { return }
    let point = frame.point(office)
    page.markup("<rect class=\"office\" width=\"12\" height=\"12\" x=\"")
    page.tenths(point.x - 60)
    page.markup("\" y=\"")
    page.tenths(point.y - 60)
    page.markup("\"/>")
    placer.block(centre: point, radius: 80)
    let name = context.world.antennas[antenna].id.text
    let width = 75 * name.utf8.count
    let starts = [
      MapPoint(x: point.x + 90, y: point.y + 45), MapPoint(x: point.x - width - 90, y: point.y + 45),
      MapPoint(x: point.x - width / 2, y: point.y - 100), MapPoint(x: point.x - width / 2, y: point.y + 190),
    ]
    let start = placer.place(starts, textWidth: width, textHeight: 110) ?? starts[0]
    page.markup("<g class=\"name\"><text class=\"who\" x=\"")
    page.tenths(start.x)
    page.markup("\" y=\"")
    page.tenths(start.y)
    page.markup("\">")
    page.text(name)
    page.markup("</text></g>")
  }

  /// The names of the largest districts, where there is room.
  private func labels(_ page: inout MarkupBuffer, _ antenna: Int, _ frame: MapFrame, _ placer: inout LabelPlacer) {
    page.markup("<g class=\"zone\">")
    let largest = districts(antenna).enumerated()
      .sorted { ($1.element.share, $0.offset) < ($0.element.share, $1.offset) }.prefix(12)
    for entry in largest.map(\.element) {
      let centre = frame.point(entry.district.centre)
      let name = entry.district.name
      let width = 52 * name.count
      let radius = Int((130 * (entry.share * 10).squareRoot()).rounded())
      let starts = [
        MapPoint(x: centre.x + radius + 20, y: centre.y + 30),
        MapPoint(x: centre.x - radius - width - 20, y: centre.y + 30),
        MapPoint(x: centre.x - width / 2, y: centre.y - radius - 25),
        MapPoint(x: centre.x - width / 2, y: centre.y + radius + 95),
      ]
      if let start = placer.place(starts, textWidth: width, textHeight: 80) { page.label(name, at: start) }
    }
    page.markup("</g>")
  }

  private func legend(_ page: inout MarkupBuffer) {
    guard context.world.antennas.count > 1 else { return }
    page.markup("<p class=\"legend\">")
    for (index, antenna) in context.world.antennas.enumerated() {
      page.markup("<span><svg viewBox=\"0 0 16 16\"><circle class=\"home c")
      page.number(index % Self.colourCount + 1)
      page.markup("\" cx=\"8\" cy=\"8\" r=\"6\"/></svg>")
      page.text(antenna.id.text)
      page.markup("</span>")
    }
    page.markup("</p>")
  }
}
