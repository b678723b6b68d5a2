/// When an intake round is held.
public struct RoundCalendar: Sendable, Hashable {
  public enum Interval: String, CaseIterable, Sendable {
    case daily
    case weekly
    case twoWeeks = "two-weeks"
    /// Every four weeks, so that the weekday stays.
    case monthly

    public var dayCount: Int {
      switch self {
      case .daily: 1
      case .weekly: 7
      case .twoWeeks: 14
      case .monthly: 28
      }
    }
  }

  /// The first round.
  public var firstDay: Int
  public var interval: Interval

  /// - Precondition: the first day is not negative.
  public init(firstDay: Int = 0, every interval: Interval) {
    precondition(firstDay >= 0, "not before day 0")
    self.firstDay = firstDay
    self.interval = interval
  }

  func hasRound(on day: Int) -> Bool { day >= firstDay && (day - firstDay) % interval.dayCount == 0 }
}
