extension District {
  /// A whole town as one district: what a national round needs, where streets do not matter.
  ///
  /// Assumptions, all of them: people live within a radius that grows with the town; mentees come in proportion to
  /// residents; mentors do too in large towns, but in small ones they are rarer, so that the countryside is short of them.
  static func town(
    _ name: String, _ postcode: String, _ latitude: Double, _ longitude: Double, residents: Int
  ) -> District {
    let (radius, mentorShare) =
      switch residents {
      case 300_000...: (4_500, 120)
      case 100_000...: (3_500, 110)
      case 30_000...: (2_500, 100)
      case 12_001...: (2_000, 70)
      default: (6_000, 40)
      }
    return District(
      name, postcode, latitude, longitude, radius: radius, mentees: residents,
      mentors: residents * mentorShare / 100)
  }
}
