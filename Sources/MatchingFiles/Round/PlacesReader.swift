import MentorMatching

/// The places of a round: what `places.csv` says of postcodes.
struct Places {
  /// In the order of the file.
  private(set) var postcodes: [String] = []
  private var coordinates: [String: Coordinate] = [:]
  /// Whether the file exists and could be read without a fault.
  private(set) var isComplete = true

  subscript(postcode: String) -> Coordinate? { coordinates[postcode] }

  private static let schema = TableSchema(
    file: "places.csv", columns: ["postcode", "latitude", "longitude"], required: [0, 1, 2])

  init() {}

  init(_ file: LoadedFile, limits: InputLimits, log: inout FileLog) {
    guard var table = TableReader(file, schema: Self.schema, limits: limits, log: &log) else {
      isComplete = false
      return
    }
    while table.next(log: &log) {
      var row = RowValues(table)
      let postcode = row.required(0, log: &log, parse: ValueParser.postcode)
      let coordinate = CoordinateReader.read(&row, latitude: 1, longitude: 2, log: &log)
      guard let postcode, let coordinate, !row.isFaulty else { continue }
      if coordinates.updateValue(coordinate, forKey: postcode) == nil {
        postcodes.append(postcode)
      } else {
        row.report(.repeatedIdentifier, at: 0, "a postcode that occurs twice", remedy: "Remove one of them.", log: &log)
      }
    }
    isComplete = log.errorCount == 0
  }
}

/// Reads latitude and longitude from two columns.
enum CoordinateReader {
  /// - Returns: nil when both are blank, and when something is wrong with them (then the row is faulty).
  static func read(
    _ row: inout RowValues, latitude latitudeColumn: Int, longitude longitudeColumn: Int, log: inout FileLog
  ) -> Coordinate? {
    let hasLatitude = row.table.text(of: latitudeColumn) != nil
    let hasLongitude = row.table.text(of: longitudeColumn) != nil
    guard hasLatitude || hasLongitude else { return nil }
    guard hasLatitude && hasLongitude else {
      row.refuse(
        ValueFault(code: .missingPlace, message: "half of a coordinate", expected: "both latitude and longitude"),
        at: hasLatitude ? longitudeColumn : latitudeColumn, log: &log)
      return nil
    }
    let latitude = row.optional(latitudeColumn, log: &log, parse: NumberParser.decimal)
    let longitude = row.optional(longitudeColumn, log: &log, parse: NumberParser.decimal)
    guard let latitude, let longitude else { return nil }
    guard let coordinate = Coordinate(latitude: latitude, longitude: longitude) else {
      let isSwapped = abs(latitude) > 90 && abs(latitude) <= 180 && abs(longitude) <= 90
      if abs(latitude) > 90 {
        row.refuse(
          ValueFault(
            code: .coordinateOutOfRange, message: "a latitude that does not exist", expected: "-90 to 90",
            remedy: isSwapped ? "Are latitude and longitude swapped?" : nil),
          at: latitudeColumn, log: &log)
      }
      if abs(longitude) > 180 {
        row.refuse(
          ValueFault(code: .coordinateOutOfRange, message: "a longitude that does not exist", expected: "-180 to 180"),
          at: longitudeColumn, log: &log)
      }
      return nil
    }
    if latitude == 0 && longitude == 0 {
      row.report(
        .zeroCoordinate, at: latitudeColumn, "latitude and longitude are both 0: a point in the Atlantic", log: &log)
    }
    return coordinate
  }
}
