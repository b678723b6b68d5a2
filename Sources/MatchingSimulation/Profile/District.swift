public import MentorMatching

/// A district or commune in which people of an antenna live.
public struct District: Sendable, Equatable {
  public var name: String
  /// The postcode: the zone by which a travel-time table knows people who live here.
  public var postcode: String
  public var centre: Coordinate
  /// People live up to this many metres north or south and east or west of the centre, more of them near it.
  public var radius: Int
  /// How many of the antenna's mentees live here, against its other districts.
  public var menteeWeight: Int
  /// How many of the antenna's mentors live here, against its other districts.
  public var mentorWeight: Int

  /// - Precondition: a latitude and longitude in range; `0 ≤ radius ≤ 100 000`; weights not negative.
  public init(
    _ name: String, _ postcode: String, _ latitude: Double, _ longitude: Double, radius: Int, mentees: Int, mentors: Int
  ) {
    self.name = name
    self.postcode = postcode
    centre = wellFormed(Coordinate(latitude: latitude, longitude: longitude))
    precondition((0...100_000).contains(radius), "a radius from 0 to 100 km")
    self.radius = radius
    menteeWeight = mentees
    mentorWeight = mentors
  }

  /// Where somebody of this district lives, in whole ten-thousandths of a degree (about 10 m).
  func place(_ random: inout CounterBasedRandom) -> Place {
    let latitude = Int((centre.latitude * 10_000).rounded())
    let longitude = Int((centre.longitude * 10_000).rounded())
    // A degree of longitude shrinks with the cosine of the latitude; Bhaskara's rational cosine is good to 0.2 % and,
    // unlike the library's, the same on every machine.
    let square = latitude / 10_000 * (latitude / 10_000)
    let metresPerDegree = 111_195
    let metresPerLongitude = max(1, metresPerDegree * (32_400 - 4 * square) / (32_400 + square))
    let north = Self.offset(radius, &random) * 10_000 / metresPerDegree
    let east = Self.offset(radius, &random) * 10_000 / metresPerLongitude
    let coordinate = Coordinate(
      latitude: Double(latitude + north) / 10_000, longitude: Double(longitude + east) / 10_000)
    return Place(coordinate: coordinate ?? centre, zone: postcode)
  }

  /// Metres from −radius to radius: the sum of two even draws, so that the middle is likelier than the ends.
  private static func offset(_ radius: Int, _ random: inout CounterBasedRandom) -> Int {
    random.below(radius + 1) + random.below(radius + 1) - radius
  }
}
