package import MentorMatching

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

/// The part of the world a map shows, and how it lies on the paper.
///
/// Equirectangular around the middle latitude: within an antenna's reach (some 100 km) directions and distances are
/// right to better than one percent, so one scale bar holds for the whole map.
package struct MapFrame {
  /// In units of the drawing.
  package let width: Double
  package let height: Double
  package let unitsPerKilometre: Double
  private let middleLatitude: Double
  private let middleLongitude: Double
  private let longitudeShrink: Double

  static let kilometresPerDegree = GreatCircle.earthRadius / 1_000 * .pi / 180

  /// A frame around all the places, with a margin on every side.
  package init(around places: [Coordinate], width: Double, height: Double, margin: Double) {
    let latitudes = places.map(\.latitude)
    let longitudes = places.map(\.longitude)
    let south = latitudes.min() ?? 0
    let north = latitudes.max() ?? 0
    let west = longitudes.min() ?? 0
    let east = longitudes.max() ?? 0
    middleLatitude = (south + north) / 2
    middleLongitude = (west + east) / 2
    longitudeShrink = max(0.01, cos(middleLatitude * .pi / 180))
    // A single place still gets a map: two kilometres of it.
    let wide = max(2, (east - west) * longitudeShrink * Self.kilometresPerDegree)
    let high = max(2, (north - south) * Self.kilometresPerDegree)
    unitsPerKilometre = min((width - 2 * margin) / wide, (height - 2 * margin) / high)
    self.width = width
    self.height = height
  }

  func x(_ longitude: Double) -> Double {
    width / 2 + (longitude - middleLongitude) * longitudeShrink * Self.kilometresPerDegree * unitsPerKilometre
  }

  func y(_ latitude: Double) -> Double {
    height / 2 - (latitude - middleLatitude) * Self.kilometresPerDegree * unitsPerKilometre
  }

  /// In tenths of a unit.
  package func point(_ place: Coordinate) -> MapPoint {
    MapPoint(x: Int((x(place.longitude) * 10).rounded()), y: Int((y(place.latitude) * 10).rounded()))
  }

  /// The longest of 1, 2, 5, 10, … kilometres (or 0.1, 0.2, 0.5) that takes at most this part of the width, in metres.
  func scaleBarMetres(part: Double) -> Int {
    let limit = width * part / unitsPerKilometre * 1_000
    var best = 100
    for decade in [100, 1_000, 10_000, 100_000, 1_000_000, 10_000_000] {
      for step in [1, 2, 5] where Double(step * decade) <= limit { best = step * decade }
    }
    return best
  }

  /// Lines of equal latitude and longitude inside the frame, in thousandths of a degree: the finest round step whose
  /// lines lie at least `gap` units apart.
  func graticule(gap: Double) -> (latitudes: [Int], longitudes: [Int]) {
    let perLatitude = Self.kilometresPerDegree * unitsPerKilometre / 1_000
    let perLongitude = perLatitude * longitudeShrink
    return (
      lines(from: middleLatitude, perThousandth: perLatitude, extent: height, gap: gap),
      lines(from: middleLongitude, perThousandth: perLongitude, extent: width, gap: gap)
    )
  }

  private func lines(from middle: Double, perThousandth: Double, extent: Double, gap: Double) -> [Int] {
    let steps = [10, 20, 50, 100, 200, 500, 1_000, 2_000, 5_000, 10_000, 30_000]
    let step = steps.first { Double($0) * perThousandth >= gap } ?? 90_000
    let half = extent / 2 / perThousandth
    let first = Int(((middle * 1_000 - half) / Double(step)).rounded(.up))
    let last = Int(((middle * 1_000 + half) / Double(step)).rounded(.down))
    return first <= last ? (first...last).map { $0 * step } : []
  }
}

/// A point of a drawing, in tenths of a unit.
package struct MapPoint: Hashable {
  package var x: Int
  package var y: Int

  package init(x: Int, y: Int) {
    self.x = x
    self.y = y
  }
}

extension Coordinate {
  /// Rounded to a thousandth of a degree, about 100 m: enough for a map of a town, too coarse for an address. Drawings
  /// and GeoJSON hold nothing finer.
  var coarse: Coordinate {
    let rounded = Coordinate(
      latitude: (latitude * 1_000).rounded() / 1_000, longitude: (longitude * 1_000).rounded() / 1_000)
    return rounded ?? self
  }
}
