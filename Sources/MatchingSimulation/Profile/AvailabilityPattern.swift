import MentorMatching

/// A way in which people's weeks are free, for example "works office hours".
public struct AvailabilityPattern: Sendable, Equatable {
  /// A stretch of the day that is free on some of the days listed.
  public struct Window: Sendable, Equatable {
    /// 0 (Monday) to 6 (Sunday).
    public var days: ClosedRange<Int>
    /// Half hours of the day, 0 to 48.
    public var halfHours: Range<Int>
    /// On each of the days independently.
    public var share: Share
    /// Each end is cut by up to this many half hours.
    public var trim: Int

    /// - Precondition: days within 0…6, half hours within 0…48, and something left after cutting both ends.
    public init(days: ClosedRange<Int>, halfHours: Range<Int>, share: Share, trim: Int = 0) {
      precondition((0...6).contains(days.lowerBound) && (0...6).contains(days.upperBound), "days 0 to 6")
      precondition(halfHours.lowerBound >= 0 && halfHours.upperBound <= 48, "half hours 0 to 48")
      precondition(trim >= 0 && halfHours.count > 2 * trim, "something must be left of a window")
      self.days = days
      self.halfHours = halfHours
      self.share = share
      self.trim = trim
    }
  }

  public var name: String
  public var windows: [Window]

  /// - Precondition: at least one window.
  public init(_ name: String, _ windows: [Window]) {
    precondition(!windows.isEmpty, "a pattern has a window")
    self.name = name
    self.windows = windows
  }

  /// One person's week; never empty: whoever would have no free time gets one window on one day.
  func draw(_ random: inout CounterBasedRandom) -> WeeklyAvailability {
    var week = WeeklyAvailability()
    var isEmpty = true
    for window in windows {
      for day in window.days where window.share.draw(&random) {
        week.insert(day: day, halfHours: window.drawHalfHours(&random))
        isEmpty = false
      }
    }
    if isEmpty {
      let window = windows[random.below(windows.count)]
      week.insert(day: random.draw(from: window.days), halfHours: window.drawHalfHours(&random))
    }
    return week
  }
}

extension AvailabilityPattern.Window {
  fileprivate func drawHalfHours(_ random: inout CounterBasedRandom) -> Range<Int> {
    let start = halfHours.lowerBound + random.below(trim + 1)
    return start..<(halfHours.upperBound - random.below(trim + 1))
  }
}
