#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

/// A point on the earth, in degrees (WGS 84).
public struct Coordinate: Hashable, Sendable {
  /// −90 … 90
  public let latitude: Double
  /// −180 … 180
  public let longitude: Double

  /// - Returns: nil unless both are finite and in range.
  public init?(latitude: Double, longitude: Double) {
    guard (-90.0...90.0).contains(latitude), (-180.0...180.0).contains(longitude) else { return nil }
    // Adding 0 turns −0 into 0, so that equal places are equal bytes.
    self.latitude = latitude + 0
    self.longitude = longitude + 0
  }

  /// The point on the unit sphere.
  var unitVector: (x: Double, y: Double, z: Double) {
    let phi = latitude * .pi / 180
    let lambda = longitude * .pi / 180
    return (cos(phi) * cos(lambda), cos(phi) * sin(lambda), sin(phi))
  }
}

/// Distances on the sphere.
public enum GreatCircle {
  /// The mean earth radius of IUGG, in metres.
  public static let earthRadius = 6_371_008.8

  /// The great-circle distance in whole metres.
  ///
  /// Computed from the chord between the two unit vectors, by coordinate differences: accurate to well under a metre at
  /// every range (the error of the sphere against the ellipsoid, up to 0.5 %, is larger), 0 for equal points, symmetric.
  public static func metres(from a: Coordinate, to b: Coordinate) -> Int {
    let p = a.unitVector
    let q = b.unitVector
    return metres(chordSquared: chordSquared(p.x - q.x, p.y - q.y, p.z - q.z))
  }

  static func chordSquared(_ dx: Double, _ dy: Double, _ dz: Double) -> Double { dx * dx + dy * dy + dz * dz }

  static func metres(chordSquared: Double) -> Int {
    Int((2 * earthRadius * asin(min(1, chordSquared.squareRoot() / 2))).rounded())
  }
}

/// Where somebody lives: a coordinate, and the zone (for example a postcode) by which a travel-time table knows it.
public struct Place: Hashable, Sendable {
  public let coordinate: Coordinate
  public let zone: String?

  public init(coordinate: Coordinate, zone: String? = nil) {
    self.coordinate = coordinate
    self.zone = zone
  }
}
