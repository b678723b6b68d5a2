/// Travel minutes from zone to zone, as a routing engine exports them. Not every pair of zones need be present.
///
/// A pair in both directions may differ; the engine uses the mentee's way to the mentor.
public struct TravelTimeTable: Sendable, Equatable {
  /// The zones, in the order of the table's rows and columns.
  public let zones: [String]
  /// Row-major minutes from zone to zone; nil where there is no connection.
  public let minutes: [Int?]
  private let indexOfZone: [String: Int]

  /// - Precondition: zones are distinct; `minutes.count == zones.count²`; no negative time.
  public init(zones: [String], minutes: [Int?]) {
    precondition(minutes.count == zones.count * zones.count, "one entry for each pair of zones")
    precondition(minutes.allSatisfy { ($0 ?? 0) >= 0 }, "times are not negative")
    self.zones = zones
    self.minutes = minutes
    indexOfZone = Dictionary(zones.enumerated().map { ($1, $0) }) { first, _ in first }
    precondition(indexOfZone.count == zones.count, "zones are distinct")
  }

  public func index(ofZone zone: String) -> Int? { indexOfZone[zone] }

  /// Minutes from one zone to another, nil when either is unknown or there is no connection.
  public func minutes(from origin: String, to destination: String) -> Int? {
    guard let row = indexOfZone[origin], let column = indexOfZone[destination] else { return nil }
    return minutes[row * zones.count + column]
  }
}
