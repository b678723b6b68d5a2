/// How many people come, and when: some on the day of opening, then a Poisson process whose rate rises to its full value.
///
/// Arrival *n* happens when the accumulated rate reaches the *n*-th point of a Poisson process of rate 1 that belongs to
/// the antenna and cohort alone. So a change of rate moves the same people in time and draws no new ones (common random
/// numbers).
public struct ArrivalPlan: Sendable, Hashable {
  /// How people follow each other.
  public enum Spacing: String, CaseIterable, Sendable {
    /// A Poisson process: independent people.
    case random
    /// One whenever the accumulated rate passes the middle of a whole number: exactly as many as the rate says. For
    /// comparisons with a number that is known.
    case regular
  }

  /// Present when the antenna opens.
  public var initialCount: Int
  /// The mean number of people in 365 days at the full rate.
  public var perYear: Int
  /// The rate rises linearly from ``startPercent`` of the full rate over so many days after opening.
  public var rampDays: Int
  /// 0…100
  public var startPercent: Int
  /// Days after opening before which nobody comes.
  public var delayDays: Int
  public var spacing: Spacing

  /// - Precondition: nothing negative; at most 100 000 people at once or in a year; `startPercent ≤ 100`.
  public init(
    initialCount: Int = 0, perYear: Int = 0, rampDays: Int = 0, startPercent: Int = 0, delayDays: Int = 0,
    spacing: Spacing = .random
  ) {
    precondition((0...100_000).contains(initialCount) && (0...100_000).contains(perYear), "0 to 100 000 people")
    precondition(rampDays >= 0 && delayDays >= 0 && (0...100).contains(startPercent), "not negative, at most 100 %")
    self.initialCount = initialCount
    self.perYear = perYear
    self.rampDays = rampDays
    self.startPercent = startPercent
    self.delayDays = delayDays
    self.spacing = spacing
  }

  /// The expected number of arrivals on a day, counted from opening.
  func rate(onDay day: Int) -> Double {
    guard day >= delayDays else { return 0 }
    let full = Double(perYear) / 365
    let age = day - delayDays
    if age >= rampDays { return full }
    let start = Double(startPercent) / 100
    // The middle of the day stands for the day.
    return full * (start + (1 - start) * (Double(age) + 0.5) / Double(rampDays))
  }

  /// The days of arrival after opening, ascending, within `dayCount` days.
  func arrivalDays(within dayCount: Int, _ random: inout CounterBasedRandom) -> [Int] {
    guard perYear > 0 else { return [] }
    var days: [Int] = []
    var accumulated = 0.0
    var next = spacing == .regular ? 0.5 : Exponential.draw(&random)
    for day in 0..<max(0, dayCount) {
      accumulated += rate(onDay: day)
      while next <= accumulated {
        days.append(day)
        next += spacing == .regular ? 1 : Exponential.draw(&random)
      }
    }
    return days
  }
}
