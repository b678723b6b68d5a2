import MentorMatching

/// Reads travel times as routing engines export them.
///
/// - `travel-times.csv`: rows of origin, destination and minutes (OpenTripPlanner, R5). A zone takes 0 minutes to itself
///   unless a row says otherwise.
/// - `travel-times.json`: the table of OSRM (`durations`) or Valhalla (`sources_to_targets`), in seconds; its zones are
///   the postcodes of `places.csv` in their order.
///
/// Fractions of a minute are rounded up. A blank or `null` is no connection.
struct TravelTimesReader {
  static let maximumZoneCount = 2_000
  private static let maximumMinutes = 100_000

  let limits: InputLimits

  private static let schema = TableSchema(
    file: "travel-times.csv", columns: ["from", "to", "minutes"], required: [0, 1, 2],
    aliases: ["from_id": 0, "to_id": 1, "travel_time": 2])

  func table(csv file: LoadedFile, log: inout FileLog) -> TravelTimeTable? {
    guard var table = TableReader(file, schema: Self.schema, limits: tableLimits, log: &log) else { return nil }
    var zones = ZoneIndex()
    var entries: [Way: Int?] = [:]
    while table.next(log: &log) {
      var row = RowValues(table)
      let from = row.required(0, log: &log, parse: ValueParser.postcode)
      let to = row.required(1, log: &log, parse: ValueParser.postcode)
      let minutes = row.optional(2, log: &log) { text throws(ValueFault) in try Self.minutes(text) }
      guard let from, let to, !row.isFaulty else { continue }
      let way = Way(from: zones.index(of: from), to: zones.index(of: to))
      if let known = entries[way], known != minutes {
        row.report(
          .conflictingTravelTime, at: 2, "another time for the same way than before", remedy: "Keep one row a way.",
          log: &log)
      }
      entries[way] = .some(minutes)
      guard zones.names.count <= Self.maximumZoneCount else {
        row.report(
          .tooManyZones, at: 0, "more zones than the limit", expected: "at most \(Self.maximumZoneCount)", log: &log)
        return nil
      }
    }
    guard log.errorCount == 0 else { return nil }
    return Self.table(zones.names, entries)
  }

  /// A table has a row for each way, far more than a round has people.
  private var tableLimits: InputLimits {
    var limits = limits
    limits.rowCount = max(limits.rowCount, Self.maximumZoneCount * Self.maximumZoneCount)
    return limits
  }

  private static func minutes(_ text: ArraySlice<UInt8>) throws(ValueFault) -> Int {
    let value = try NumberParser.decimal(text)
    guard (0...Double(maximumMinutes)).contains(value) else {
      throw ValueFault(
        code: .numberOutOfRange, message: "a time out of range", expected: "0 to \(maximumMinutes) minutes")
    }
    return Int(value.rounded(.up))
  }

  /// The zones by name, whatever the order of the rows.
  private static func table(_ names: [String], _ entries: [Way: Int?]) -> TravelTimeTable {
    let order = names.indices.sorted { names[$0].utf8.lexicographicallyPrecedes(names[$1].utf8) }
    var minutes = [Int?](repeating: nil, count: names.count * names.count)
    for (row, from) in order.enumerated() {
      for (column, to) in order.enumerated() {
        let entry = entries[Way(from: from, to: to)] ?? (from == to ? 0 : nil)
        minutes[row * names.count + column] = entry
      }
    }
    return TravelTimeTable(zones: order.map { names[$0] }, minutes: minutes)
  }

  func table(json file: LoadedFile, zones: [String], log: inout FileLog) -> TravelTimeTable? {
    guard let document = JSONDocument(file.bytes, log: &log) else { return nil }
    let (name, rows): (String, JSONValue)
    if let durations = document.root["durations"] {
      (name, rows) = ("/durations", durations)
    } else if let ways = document.root["sources_to_targets"] {
      (name, rows) = ("/sources_to_targets", ways)
    } else {
      log.report(
        .notAnObject, at: document.position(of: ""), pointer: "", "no table of travel times",
        expected: "durations (OSRM) or sources_to_targets (Valhalla)")
      return nil
    }
    guard zones.count <= Self.maximumZoneCount else {
      log.report(
        .tooManyZones, at: .start, "more zones than the limit", expected: "at most \(Self.maximumZoneCount)")
      return nil
    }
    var minutes: [Int?] = []
    minutes.reserveCapacity(zones.count * zones.count)
    guard checkLength(rows, zones.count, name, document, &log), let rowValues = rows.array else { return nil }
    for (row, value) in rowValues.enumerated() {
      guard checkLength(value, zones.count, "\(name)/\(row)", document, &log), let cells = value.array else { continue }
      for (column, cell) in cells.enumerated() {
        minutes.append(self.minutes(ofSeconds: cell, "\(name)/\(row)/\(column)", document, &log))
      }
    }
    return log.errorCount == 0 ? TravelTimeTable(zones: zones, minutes: minutes) : nil
  }

  private func checkLength(
    _ value: JSONValue, _ count: Int, _ pointer: String, _ document: JSONDocument, _ log: inout FileLog
  ) -> Bool {
    guard value.array?.count != count else { return true }
    log.report(
      .tableShape, at: document.position(of: pointer), pointer: pointer, "not as many entries as places.csv has places",
      expected: "a list of \(count)")
    return false
  }

  /// A number of seconds, or an object of Valhalla with the seconds in its member `time`; null is no connection.
  private func minutes(
    ofSeconds cell: JSONValue, _ pointer: String, _ document: JSONDocument, _ log: inout FileLog
  ) -> Int? {
    let seconds = cell.members == nil ? cell : cell["time"] ?? .null
    if seconds == .null { return nil }
    guard let number = seconds.number, (0...Double(60 * Self.maximumMinutes)).contains(number) else {
      log.report(
        seconds.number == nil ? .wrongType : .numberOutOfRange, at: document.position(of: pointer), pointer: pointer,
        "not a travel time", expected: "seconds from 0 to \(60 * Self.maximumMinutes), or null")
      return nil
    }
    return Int((number / 60).rounded(.up))
  }

  private struct Way: Hashable {
    let from: Int
    let to: Int
  }

  private struct ZoneIndex {
    private(set) var names: [String] = []
    private var indices: [String: Int] = [:]

    mutating func index(of name: String) -> Int {
      if let known = indices[name] { return known }
      indices[name] = names.count
      names.append(name)
      return names.count - 1
    }
  }
}
