import MentorMatching

/// `duos.geojson`: the proposal as a map for geographic information systems (RFC 7946; longitude before latitude).
///
/// One line per duo, one point per person. A program such as QGIS shows them as a layer of lines, to be coloured by
/// score or mode, and a layer of points, to be told apart by `kind` and `status`. Places are rounded to a thousandth of
/// a degree (about 100 m), so two people may share a point and a line may have no length. A line across the 180th
/// meridian is cut there, as the standard asks.
///
/// Features come in this order: duos in order of the mentees, mentees, mentors; one feature per line of text.
enum DuosGeoJSON {
  static func bytes(of matching: Matching) -> [UInt8] {
    let roster = matching.roster
    var text = JSONLines(reserving: 256 * (matching.duos.count + roster.mentees.count + roster.mentors.count))
    text.raw("{\n\"type\": \"FeatureCollection\",\n\"features\": [")
    for duo in matching.duos { write(duo, roster, &text) }
    let isMatched = Set(matching.duos.map(\.mentee))
    for (index, mentee) in roster.mentees.enumerated() {
      text.startFeature()
      writePoint(mentee.person.place.coordinate, &text)
      text.raw("\"properties\": {\"kind\": \"mentee\", \"id\": ")
      text.string(mentee.id.text)
      text.raw(", \"antenna\": ")
      text.string(mentee.person.antenna.text)
      text.raw(isMatched.contains(index) ? ", \"status\": \"duo\"}}" : ", \"status\": \"waiting\"}}")
    }
    for load in matching.mentors {
      let mentor = roster.mentors[load.mentor]
      text.startFeature()
      writePoint(mentor.person.place.coordinate, &text)
      text.raw("\"properties\": {\"kind\": \"mentor\", \"id\": ")
      text.string(mentor.id.text)
      text.raw(", \"antenna\": ")
      text.string(mentor.person.antenna.text)
      text.raw(load.duoCount < load.capacity ? ", \"status\": \"free\"" : ", \"status\": \"full\"")
      text.raw(", \"duos\": ")
      text.number(load.duoCount)
      text.raw(", \"capacity\": ")
      text.number(load.capacity)
      text.raw("}}")
    }
    text.raw("\n]\n}\n")
    return text.bytes
  }

  private static func write(_ duo: Duo, _ roster: Roster, _ text: inout JSONLines) {
    let mentee = roster.mentees[duo.mentee]
    let mentor = roster.mentors[duo.mentor]
    text.startFeature()
    writeLine(from: mentee.person.place.coordinate.coarse, to: mentor.person.place.coordinate.coarse, &text)
    text.raw("\"properties\": {\"kind\": \"duo\", \"mentee\": ")
    text.string(mentee.id.text)
    text.raw(", \"mentor\": ")
    text.string(mentor.id.text)
    text.raw(", \"antenna\": ")
    text.string(mentee.person.antenna.text)
    text.raw(", \"score\": ")
    text.number(duo.candidate.score)
    text.raw(", \"mode\": ")
    text.string(duo.candidate.mode.rawValue)
    text.raw(duo.candidate.needsLaptop ? ", \"needsLaptop\": true" : ", \"needsLaptop\": false")
    text.raw(", \"metres\": ")
    if let travel = duo.candidate.travel { text.number(travel.metres) } else { text.raw("null") }
    text.raw("}}")
  }

  private static func writeLine(from start: Coordinate, to end: Coordinate, _ text: inout JSONLines) {
    let (east, west) = start.longitude < end.longitude ? (end, start) : (start, end)
    guard east.longitude - west.longitude > 180 else {
      text.raw("\"geometry\": {\"type\": \"LineString\", \"coordinates\": [")
      text.position(start)
      text.raw(", ")
      text.position(end)
      text.raw("]}, ")
      return
    }
    // The short way leads over the 180th meridian: up to it from the eastern end, on from it to the western one.
    let toMeridian = 180 - east.longitude
    let whole = toMeridian + west.longitude + 180
    let share = whole > 0 ? toMeridian / whole : 0
    let latitude = east.latitude + (west.latitude - east.latitude) * share
    text.raw("\"geometry\": {\"type\": \"MultiLineString\", \"coordinates\": [[")
    text.position(east)
    text.raw(", ")
    text.position(longitude: 180, latitude: latitude)
    text.raw("], [")
    text.position(longitude: -180, latitude: latitude)
    text.raw(", ")
    text.position(west)
    text.raw("]]}, ")
  }

  private static func writePoint(_ place: Coordinate, _ text: inout JSONLines) {
    text.raw("\"geometry\": {\"type\": \"Point\", \"coordinates\": ")
    text.position(place.coarse)
    text.raw("}, ")
  }
}

/// JSON written straight into bytes: a file with a line per duo and person would be slow to build as a tree of values.
private struct JSONLines {
  private(set) var bytes: [UInt8] = []
  private var hasFeature = false

  init(reserving byteCount: Int) { bytes.reserveCapacity(byteCount) }

  mutating func raw(_ literal: Markup) { bytes.append(contentsOf: literal.utf8) }

  mutating func startFeature() {
    raw(hasFeature ? ",\n{\"type\": \"Feature\", " : "\n{\"type\": \"Feature\", ")
    hasFeature = true
  }

  /// - Precondition: an identifier or a name of this package, which need no escape.
  mutating func string(_ identifier: String) {
    bytes.append(UInt8(ascii: "\""))
    bytes.append(contentsOf: identifier.utf8)
    bytes.append(UInt8(ascii: "\""))
  }

  mutating func number(_ value: Int) { bytes.append(contentsOf: String(value).utf8) }

  mutating func position(_ place: Coordinate) { position(longitude: place.longitude, latitude: place.latitude) }

  /// `[3.052, 50.63]`
  mutating func position(longitude: Double, latitude: Double) {
    raw("[")
    thousandths(Int((longitude * 1_000).rounded()))
    raw(", ")
    thousandths(Int((latitude * 1_000).rounded()))
    raw("]")
  }

  private mutating func thousandths(_ value: Int) {
    if value < 0 { bytes.append(UInt8(ascii: "-")) }
    number(Int(value.magnitude / 1_000))
    var fraction = Int(value.magnitude % 1_000)
    if fraction == 0 { return }
    bytes.append(UInt8(ascii: "."))
    var place = 100
    while fraction > 0 {
      bytes.append(UInt8(ascii: "0") + UInt8(fraction / place))
      fraction %= place
      place /= 10
    }
  }
}
