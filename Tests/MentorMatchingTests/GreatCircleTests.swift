import MentorMatching
import Testing

@Suite struct GreatCircleTests {
  private func place(_ latitude: Double, _ longitude: Double) throws -> Coordinate {
    try #require(Coordinate(latitude: latitude, longitude: longitude))
  }

  /// E25 and E26 of the bad-input corpus: rounding must not push an arc sine out of its range.
  @Test func equalAndOppositePoints() throws {
    for (latitude, longitude) in [(0.0, 0.0), (50.63, 3.06), (90.0, 0.0), (-33.3, 151.2), (12.3456, -179.9999)] {
      let here = try place(latitude, longitude)
      #expect(GreatCircle.metres(from: here, to: here) == 0)
      let there = try place(-latitude, longitude > 0 ? longitude - 180 : longitude + 180)
      // Half the circumference; next to it an arc sine is worth 0.1 m.
      #expect((20_015_113...20_015_115).contains(GreatCircle.metres(from: here, to: there)))
    }
  }

  /// E24: both names of the 180th meridian, and the poles whatever their longitude.
  @Test func manyNamesOfOnePlace() throws {
    #expect(GreatCircle.metres(from: try place(10, 180), to: try place(10, -180)) == 0)
    #expect(GreatCircle.metres(from: try place(90, 12), to: try place(90, -99)) == 0)
  }

  /// One degree of a great circle of the mean earth: 6 371 008.8 m × π / 180.
  @Test func aDegree() throws {
    #expect(GreatCircle.metres(from: try place(0, 0), to: try place(0, 1)) == 111_195)
    #expect(GreatCircle.metres(from: try place(0, 0), to: try place(1, 0)) == 111_195)
  }
}
