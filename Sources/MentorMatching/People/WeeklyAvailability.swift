/// The half hours of a week in which somebody can meet: 7 days of 48 half hours.
///
/// Day 0 is Monday; half hour 0 is 00:00–00:30. A block of time never crosses midnight.
public struct WeeklyAvailability: Hashable, Sendable {
  public static let dayCount = 7
  public static let halfHoursPerDay = 48

  /// One word a day; bit *h* stands for half hour *h*. Bits 48 and up are clear.
  public private(set) var days: InlineDays

  /// Seven words without an allocation.
  public struct InlineDays: Hashable, Sendable {
    var monday: UInt64 = 0
    var tuesday: UInt64 = 0
    var wednesday: UInt64 = 0
    var thursday: UInt64 = 0
    var friday: UInt64 = 0
    var saturday: UInt64 = 0
    var sunday: UInt64 = 0

    public subscript(day: Int) -> UInt64 {
      get {
        switch day {
        case 0: monday
        case 1: tuesday
        case 2: wednesday
        case 3: thursday
        case 4: friday
        case 5: saturday
        case 6: sunday
        default: preconditionFailure("day 0 (Monday) to 6 (Sunday)")
        }
      }
      set {
        switch day {
        case 0: monday = newValue
        case 1: tuesday = newValue
        case 2: wednesday = newValue
        case 3: thursday = newValue
        case 4: friday = newValue
        case 5: saturday = newValue
        case 6: sunday = newValue
        default: preconditionFailure("day 0 (Monday) to 6 (Sunday)")
        }
      }
    }
  }

  /// Never available.
  public init() { days = InlineDays() }

  /// Adds the half hours `from..<to` of a day.
  /// - Precondition: `0 ≤ day < 7`, `0 ≤ from ≤ to ≤ 48`.
  public mutating func insert(day: Int, halfHours: Range<Int>) {
    precondition(halfHours.lowerBound >= 0 && halfHours.upperBound <= Self.halfHoursPerDay, "half hours 0 to 48")
    for halfHour in halfHours { days[day] |= 1 << UInt64(halfHour) }
  }

  public func contains(day: Int, halfHour: Int) -> Bool { days[day] >> UInt64(halfHour) & 1 == 1 }

  public var halfHourCount: Int {
    (0..<Self.dayCount).reduce(0) { $0 + days[$1].nonzeroBitCount }
  }

  public func intersection(_ other: WeeklyAvailability) -> WeeklyAvailability {
    var common = WeeklyAvailability()
    for day in 0..<Self.dayCount { common.days[day] = days[day] & other.days[day] }
    return common
  }

  /// A stretch of consecutive half hours of one day.
  public struct Stretch: Hashable, Sendable {
    public let day: Int
    public let halfHours: Range<Int>
  }

  /// The maximal stretches, in order of the week.
  public var stretches: [Stretch] {
    var found: [Stretch] = []
    for day in 0..<Self.dayCount {
      var halfHour = 0
      while halfHour < Self.halfHoursPerDay {
        let start = halfHour
        while halfHour < Self.halfHoursPerDay, contains(day: day, halfHour: halfHour) { halfHour += 1 }
        if halfHour > start { found.append(Stretch(day: day, halfHours: start..<halfHour)) }
        halfHour += 1
      }
    }
    return found
  }

  /// How many separate meetings of `length` half hours fit in.
  /// - Precondition: `length ≥ 1`.
  public func blockCount(ofLength length: Int) -> Int {
    var blockCount = 0
    for day in 0..<Self.dayCount {
      // Run by run: as many meetings as fit into each.
      var rest = days[day]
      while rest != 0 {
        rest >>= UInt64(rest.trailingZeroBitCount)
        let run = (~rest).trailingZeroBitCount
        blockCount += run / length
        rest >>= UInt64(run)
      }
    }
    return blockCount
  }
}
