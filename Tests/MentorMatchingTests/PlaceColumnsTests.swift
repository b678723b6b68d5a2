import Testing

@testable import MentorMatching

/// Distances in 32 bits are known as well as `PlaceColumns` says: kernels settle exactly what that leaves in doubt, so a bound
/// that did not hold would show as a wrong score, once in a million pairs.
@Suite struct PlaceColumnsTests {
  /// The chunk's people in a box of so many degrees; mentees in the box, beside it, and far from it.
  @Test(arguments: [0.0001, 0.004, 0.1, 0.9, 4, 9])
  func lengthsInOffsetsAreWithinTheirError(degrees: Double) throws {
    var random = TestRandom(seed: UInt64(degrees * 10_000))
    func place(within reach: Double) throws -> Coordinate {
      func shift() -> Double { (Double(random.number(0...2_000_000)) / 1_000_000 - 1) * reach }
      return try #require(Coordinate(latitude: 46.5 + shift() / 2, longitude: 2.5 + shift() / 2))
    }
    let mentors = try (0..<MentorPlanes.chunk).map { _ in try place(within: degrees) }
    let mentees = try (0..<60).map { try place(within: degrees * [1, 1.01, 3, 1][$0 % 4] + [0, 0, 0, 2][$0 % 4]) }
    let columns = PlaceColumns(
      mentors: mentors, limits: AlignedArray(repeating: 0, count: mentors.count), mentees: mentees,
      paddedCount: mentors.count)
    var greatestShare = 0.0
    for mentee in mentees {
      let place = columns.scale.place(of: mentee.unitVector)
      for position in mentors.indices {
        let exact = exactMetres(mentee.unitVector, mentors[position].unitVector)
        if exact > 1_250_000 { continue }
        let length = length(from: place, to: position, columns)
        let isNear = exact < 60_001
        let bound = Double(columns.offsetError[0]) + (isNear ? 3.3e-7 : 3.8e-7) * exact
        greatestShare = max(greatestShare, abs(Double(length.long) - exact) / bound)
        if isNear { greatestShare = max(greatestShare, abs(Double(length.short) - exact) / bound) }
      }
    }
    #expect(greatestShare <= 1)
    // And no bound so wide that all would be in doubt.
    #expect(greatestShare > 0.1)
  }

  /// A limit's reach lets in every length that may round to it, and none that would not be settled; it is the greatest such
  /// 32-bit number.
  @Test func reachesLieBetweenErrorsAndDoubts() {
    let scale = PlaceScale(around: [(1, 0, 0), (0.999, 0.01, 0.01)])
    for limit: Int32 in [0, 1, 7, 999, 25_000, 59_999, 60_000, 60_001, 400_000, 1_200_000] {
      let isNear = limit <= 60_000
      #expect(PlaceScale.relativeDoubt(isNear: isNear) > (isNear ? 3.3e-7 : 3.8e-7))
      for error in [scale.absoluteError, 0.0017, 0.25] {
        let half = Double(limit) + 0.5
        let exact = scale.reach(ofMetres: limit) + error
        // The kernels' margin for arcs is used up by all but 10⁻⁵.
        #expect(exact >= half * (1 + (isNear ? 3.3e-7 : 3.8e-7)) + error - 0.000_001)
        // Doubts begin so far from the whole metre, roundings apart.
        #expect(Double(limit) + 1 - exact > 0.5 - error - PlaceScale.relativeDoubt(isNear: isNear) * exact + 6e-8)
        let reach = Float(roundingDown: exact)
        #expect(Double(reach) <= exact && Double(reach.nextUp) > exact)
      }
    }
  }

  /// As the kernels compute it, for rows whose ways may be long and for those that are near.
  private func length(from place: (x: Int32, y: Int32, z: Int32), to position: Int, _ columns: PlaceColumns)
    -> (long: Float, short: Float)
  {
    let metre = Float(1 / columns.scale.unitsPerMetre)
    let dx = columns.offsetX[position] - Float(place.x - columns.origin[0]) * metre
    let dy = columns.offsetY[position] - Float(place.y - columns.origin[1]) * metre
    let dz = columns.offsetZ[position] - Float(place.z - columns.origin[2]) * metre
    let square = (dz * dz).addingProduct(dy, dy).addingProduct(dx, dx)
    let chord = square.squareRoot()
    let series = square * Float(1.0 / 24 / GreatCircle.earthRadius / GreatCircle.earthRadius)
    return (
      chord.addingProduct(chord, series * (Float(1).addingProduct(series, 2.7))), chord.addingProduct(chord, series)
    )
  }

  private func exactMetres(_ a: (x: Double, y: Double, z: Double), _ b: (x: Double, y: Double, z: Double)) -> Double {
    let (x, y, z) = (a.x - b.x, a.y - b.y, a.z - b.z)
    let s = (x * x + y * y + z * z) / 4
    // The arc sine as a series: its terms beyond the fifth power are below a nanometre up to 1,250 km.
    let half = s.squareRoot()
    return 2 * GreatCircle.earthRadius * half * (1 + s / 6 + 3 * s * s / 40 + 5 * s * s * s / 112)
  }
}
