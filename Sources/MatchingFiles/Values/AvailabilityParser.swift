import MentorMatching

/// Times of the week on the grid of half hours: `mon 18:00-20:00;sat 09:00-12:00`.
enum AvailabilityParser {
  static let weekdays = ["mon", "tue", "wed", "thu", "fri", "sat", "sun"]
  private static let example = "a list such as mon 18:00-20:00;sat 09:00-12:00"

  /// - Returns: the week, and whether some stretches overlapped.
  static func week(_ text: ArraySlice<UInt8>) throws(ValueFault) -> (week: WeeklyAvailability, hasOverlap: Bool) {
    var week = WeeklyAvailability()
    var hasOverlap = false
    for item in try ListParser.items(text, code: .badTimeSlot, expected: example) {
      let (day, halfHours) = try stretch(item)
      hasOverlap = hasOverlap || halfHours.contains { week.contains(day: day, halfHour: $0) }
      week.insert(day: day, halfHours: halfHours)
    }
    return (week, hasOverlap)
  }

  private static func stretch(_ item: ArraySlice<UInt8>) throws(ValueFault) -> (day: Int, halfHours: Range<Int>) {
    let word = item.prefix { !ASCII.isSpace($0) && !ASCII.isDigit($0) }
    guard word.count == 3, let day = weekdays.firstIndex(of: ASCII.lowercased(word)) else {
      throw ValueFault(
        code: .badWeekday, message: "not a day of the week", expected: weekdays.joined(separator: ", "))
    }
    let times = ASCII.trimmed(item.dropFirst(word.count))
      .split(separator: UInt8(ascii: "-"), omittingEmptySubsequences: false).map(ASCII.trimmed)
    guard times.count == 2, let from = halfHour(times[0]), let to = halfHour(times[1]) else {
      throw ValueFault(
        code: .badTimeSlot, message: "not a stretch of time", expected: "from-to on the half hour, such as 18:00-20:30")
    }
    guard from < to else {
      throw ValueFault(
        code: .badTimeSlot, message: "a stretch of time that ends before it starts", expected: "from-to, within a day",
        remedy: "Write a stretch across midnight as two, the first ending at 24:00.")
    }
    return (day, from..<to)
  }

  /// `HH:00` or `HH:30` as a count of half hours since midnight, `24:00` included.
  private static func halfHour(_ text: ArraySlice<UInt8>) -> Int? {
    let bytes = Array(text)
    guard bytes.count == 5, ASCII.isDigit(bytes[0]), ASCII.isDigit(bytes[1]), bytes[2] == UInt8(ascii: ":"),
      bytes[4] == UInt8(ascii: "0"), bytes[3] == UInt8(ascii: "0") || bytes[3] == UInt8(ascii: "3")
    else { return nil }
    let hours = Int(bytes[0] - UInt8(ascii: "0")) * 10 + Int(bytes[1] - UInt8(ascii: "0"))
    let halfHour = 2 * hours + (bytes[3] == UInt8(ascii: "3") ? 1 : 0)
    return halfHour <= WeeklyAvailability.halfHoursPerDay ? halfHour : nil
  }
}
