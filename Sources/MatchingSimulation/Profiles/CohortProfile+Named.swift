import MentorMatching

extension CohortProfile {
  /// The profiles that come with the package, by name. Built when asked for.
  private static let builtIn: [(name: String, profile: @Sendable () -> CohortProfile)] = [
    ("lille-2021", { .lille2021 }),
    ("six-antennas-2021", { .sixAntennas2021 }),
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
}
