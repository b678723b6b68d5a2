import MentorMatching

/// The map of one antenna with everybody on it: circles are mentees, squares are mentors, a thin line joins a duo. What a
/// colour says, a shape says too: whoever is left over is hollow, an online duo is dashed.
struct PeopleMap {
  let context: ReportContext
  let antenna: AntennaSummary
  /// The drawing, in units.
  let width: Double
  let height: Double

  func write(_ page: inout MarkupBuffer) {
    let roster = context.roster
    let menteePlaces = antenna.mentees.map { roster.mentees[$0].person.place.coordinate.coarse }
    let mentorPlaces = antenna.mentors.map { roster.mentors[$0].person.place.coordinate.coarse }
    let frame = MapFrame(around: menteePlaces + mentorPlaces, width: width, height: height, margin: 26)
    let paper = MapPaper(frame: frame, words: context.words)
    paper.open(&page, label: context.words.mapLabel(antenna))
    paper.graticule(&page)
    writeDuos(&page, frame, .inPerson)
    writeDuos(&page, frame, .online)
    writeMentors(&page, frame, mentorPlaces)
    writeMentees(&page, frame, menteePlaces)
    writeDistricts(&page, frame, people: menteePlaces + mentorPlaces)
    paper.scaleBar(&page)
    page.markup("</svg>")
  }

  /// The names of the districts with the most people, each beside its people, as far as there is room.
  private func writeDistricts(_ page: inout MarkupBuffer, _ frame: MapFrame, people: [Coordinate]) {
    var placer = LabelPlacer(frame: frame)
    for place in Set(people.map(frame.point)) { placer.block(centre: place, radius: 34) }
    page.markup("<g class=\"zone\">")
    for district in District.all(of: antenna, in: context.roster).prefix(16) {
      guard let name = district.name else { continue }
      let centre = frame.point(district.centre)
      let textWidth = 62 * name.unicodeScalars.count
      let starts = [60, 120, 200].flatMap { away in
        [
          MapPoint(x: centre.x - textWidth / 2, y: centre.y - away), MapPoint(x: centre.x + away, y: centre.y + 35),
          MapPoint(x: centre.x - textWidth - away, y: centre.y + 35),
          MapPoint(x: centre.x - textWidth / 2, y: centre.y + 80 + away),
        ]
      }
      guard let place = placer.place(starts, textWidth: textWidth, textHeight: 85) else { continue }
      page.label(name, at: place)
    }
    page.markup("</g>")
  }

  private enum Line { case inPerson, online }

  private func writeDuos(_ page: inout MarkupBuffer, _ frame: MapFrame, _ line: Line) {
    let roster = context.roster
    switch line {
    case .inPerson: page.markup("<g class=\"duo\">")
    case .online: page.markup("<g class=\"duo far\">")
    }
    for number in antenna.duos {
      let duo = context.matching.duos[number]
      let mentor = roster.mentors[duo.mentor]
      guard (duo.candidate.mode == .online) == (line == .online), mentor.person.antenna == antenna.antenna else {
        continue
      }
      let from = frame.point(roster.mentees[duo.mentee].person.place.coordinate.coarse)
      let to = frame.point(mentor.person.place.coordinate.coarse)
      page.markup("<path d=\"M")
      page.point(from)
      page.markup("L")
      page.point(to)
      page.markup("\"><title>")
      page.text(context.menteeID(duo.mentee))
      page.markup(" ↔ ")
      page.text(context.mentorID(duo.mentor))
      page.markup("</title></path>")
    }
    page.markup("</g>")
  }

  private func writeMentors(_ page: inout MarkupBuffer, _ frame: MapFrame, _ places: [Coordinate]) {
    page.markup("<path class=\"tor\" d=\"")
    let full = zip(antenna.mentors, places).filter { hasNoFreePlace($0.0) }
    for (_, place) in full { square(&page, frame.point(place)) }
    page.markup("\"/><path class=\"tor free\" d=\"")
    for (mentor, place) in zip(antenna.mentors, places) where !hasNoFreePlace(mentor) {
      square(&page, frame.point(place))
    }
    page.markup("\"/>")
  }

  private func hasNoFreePlace(_ mentor: Int) -> Bool {
    let load = context.matching.mentors[mentor]
    return load.duoCount >= load.capacity
  }

  private func square(_ page: inout MarkupBuffer, _ centre: MapPoint) {
    page.markup("M")
    page.tenths(centre.x - 32)
    page.markup(" ")
    page.tenths(centre.y - 32)
    page.markup("h6.4v6.4h-6.4z")
  }

  private func writeMentees(_ page: inout MarkupBuffer, _ frame: MapFrame, _ places: [Coordinate]) {
    let waiting = Set(antenna.waiting.map { context.matching.unmatchedMentees[$0].mentee })
    page.markup("<path class=\"tee\" d=\"")
    for (mentee, place) in zip(antenna.mentees, places) where !waiting.contains(mentee) {
      circle(&page, frame.point(place))
    }
    page.markup("\"/><path class=\"tee free\" d=\"")
    for (mentee, place) in zip(antenna.mentees, places) where waiting.contains(mentee) {
      circle(&page, frame.point(place))
    }
    page.markup("\"/>")
  }

  private func circle(_ page: inout MarkupBuffer, _ centre: MapPoint) {
    page.markup("M")
    page.tenths(centre.x - 36)
    page.markup(" ")
    page.tenths(centre.y)
    page.markup("a3.6 3.6 0 1 0 7.2 0a3.6 3.6 0 1 0-7.2 0")
  }
}
