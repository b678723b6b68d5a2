/// What will happen to somebody on a day.
struct Event {
  enum Kind: UInt8 {
    case menteeArrives, mentorArrives, menteeGivesUp, mentorGivesUp, firstMeeting, duoEnds, placeRested
  }

  let kind: Kind
  /// The number of the mentee, mentor or duo.
  let subject: Int32
  /// For giving up: the wait it belongs to; a later one has another stamp.
  let stamp: Int32
}

/// The events to come, day by day, each day's in the order they were entered.
///
/// Lists in flat arrays: entering and taking are O(1), and nothing is allocated per day.
struct EventCalendar {
  private static let none: Int32 = -1
  private var firstOfDay: [Int32]
  private var lastOfDay: [Int32]
  private var events: [Event] = []
  private var next: [Int32] = []

  /// - Parameter expectedCount: how many events there will be, about; memory for so many is taken at once.
  init(dayCount: Int, expectedCount: Int) {
    events.reserveCapacity(expectedCount)
    next.reserveCapacity(expectedCount)
    firstOfDay = Array(repeating: Self.none, count: dayCount)
    lastOfDay = firstOfDay
  }

  /// Enters an event; one after the last day is forgotten.
  mutating func enter(_ kind: Event.Kind, _ subject: Int, stamp: Int = 0, on day: Int) {
    guard day < firstOfDay.count else { return }
    let index = Int32(events.count)
    events.append(Event(kind: kind, subject: Int32(subject), stamp: Int32(truncatingIfNeeded: stamp)))
    next.append(Self.none)
    if lastOfDay[day] == Self.none { firstOfDay[day] = index } else { next[Int(lastOfDay[day])] = index }
    lastOfDay[day] = index
  }

  /// The first event of a day that was not taken yet; events entered for today meanwhile come too.
  mutating func take(day: Int) -> Event? {
    let index = firstOfDay[day]
    guard index != Self.none else { return nil }
    firstOfDay[day] = next[Int(index)]
    if firstOfDay[day] == Self.none { lastOfDay[day] = Self.none }
    return events[Int(index)]
  }
}
