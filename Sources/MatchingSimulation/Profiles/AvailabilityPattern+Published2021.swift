import MentorMatching

/// When people are free: all assumptions, made for mentees who follow courses, work or care for children and for mentors
/// of whom some work and some are retired.
extension AvailabilityPattern {
  static let ofMentees: WeightedChoice<AvailabilityPattern> = WeightedChoice([
    (
      AvailabilityPattern("course in the morning", [afternoon(.percent(55)), evening(.percent(15))]), 24
    ),
    (
      AvailabilityPattern("course in the afternoon", [morning(.percent(55)), evening(.percent(15))]), 16
    ),
    (
      AvailabilityPattern("looking for work full time", [morning(.percent(45)), afternoon(.percent(45))]), 20
    ),
    (
      AvailabilityPattern("works by day", [evening(.percent(45)), saturday(.percent(50))]), 18
    ),
    (
      AvailabilityPattern("works shifts", [morning(.percent(25)), afternoon(.percent(20)), sunday(.percent(30))]), 12
    ),
    (
      AvailabilityPattern("cares for children", [morning(.percent(30))]), 10
    ),
  ])

  static let ofMentors: WeightedChoice<AvailabilityPattern> = WeightedChoice([
    (
      AvailabilityPattern("retired", [morning(.percent(35)), afternoon(.percent(38))]), 45
    ),
    (
      AvailabilityPattern("works office hours", [evening(.percent(40)), saturday(.percent(30)), sunday(.percent(10))]),
      35
    ),
    (
      AvailabilityPattern(
        "works part time", [morning(.percent(15)), afternoon(.percent(25)), evening(.percent(20))]), 20
    ),
  ])

  private static let weekdays = 0...4

  /// 09:00–12:00
  private static func morning(_ share: Share) -> Window {
    Window(days: weekdays, halfHours: 18..<24, share: share, trim: 1)
  }

  /// 13:30–17:30
  private static func afternoon(_ share: Share) -> Window {
    Window(days: weekdays, halfHours: 27..<35, share: share, trim: 2)
  }

  /// 18:00–20:30
  private static func evening(_ share: Share) -> Window {
    Window(days: weekdays, halfHours: 36..<41, share: share, trim: 1)
  }

  /// 09:30–13:00
  private static func saturday(_ share: Share) -> Window {
    Window(days: 5...5, halfHours: 19..<26, share: share, trim: 1)
  }

  /// 14:00–18:00
  private static func sunday(_ share: Share) -> Window {
    Window(days: 6...6, halfHours: 28..<36, share: share, trim: 2)
  }
}
