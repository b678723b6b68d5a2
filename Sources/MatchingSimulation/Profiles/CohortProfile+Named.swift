import MentorMatching

extension CohortProfile {
  /// The profiles that come with the package, by name. Built when asked for.
  private static let builtIn: [(name: String, profile: @Sendable () -> CohortProfile)] = [
    ("lille-2021", { .lille2021 }),
    ("six-antennas-2021", { .sixAntennas2021 }),
    ("france-2022", { .france2022 }),
  ]

  public static var allNames: [String] { builtIn.map(\.name) }

  /// - Returns: nil when no profile has this name; see ``allNames``.
  public static func named(_ name: String) -> CohortProfile? { builtIn.first { $0.name == name }?.profile() }

  /// A first intake round of the antenna of Lille, opened in 2021: 120 mentees and 70 mentors.
  public static var lille2021: CohortProfile {
    CohortProfile(
      name: "lille-2021", roundDate: wellFormed(CalendarDate(year: 2021, month: 11, day: 8)), menteeCount: 120,
      mentorCount: 70, identifierDigits: 3, antennas: [.lille])
  }

  /// A round of six antennas in three countries: 1,000 mentees and 600 mentors.
  public static var sixAntennas2021: CohortProfile {
    CohortProfile(
      name: "six-antennas-2021", roundDate: wellFormed(CalendarDate(year: 2021, month: 11, day: 8)), menteeCount: 1_000,
      mentorCount: 600, identifierDigits: 4,
      antennas: [.antwerp, .brussels, .lille, .marseille, .paris, .rotterdam])
  }

  /// A national plan: twelve regions of mainland France, 200,000 mentees and 120,000 mentors.
  public static var france2022: CohortProfile {
    CohortProfile(
      name: "france-2022", roundDate: wellFormed(CalendarDate(year: 2022, month: 11, day: 7)), menteeCount: 200_000,
      mentorCount: 120_000, identifierDigits: 6, antennas: AntennaProfile.france2022)
  }
}
