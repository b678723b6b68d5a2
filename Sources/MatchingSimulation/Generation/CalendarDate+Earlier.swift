import MentorMatching

extension CalendarDate {
  /// The day so many days before this one; nil before the first day of the calendar.
  ///
  /// Turns a count of days back into a date with years that begin on 1 March, so that the leap day comes last.
  func earlier(byDays days: Int) -> CalendarDate? {
    let target = dayNumber - days
    guard target >= 0 else { return nil }
    let (era, dayOfEra) = target.quotientAndRemainder(dividingBy: 146_097)
    let yearOfEra = (dayOfEra - dayOfEra / 1_460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
    let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
    let monthFromMarch = (5 * dayOfYear + 2) / 153
    let month = monthFromMarch < 10 ? monthFromMarch + 3 : monthFromMarch - 9
    return CalendarDate(
      year: era * 400 + yearOfEra + (month <= 2 ? 1 : 0), month: month,
      day: dayOfYear - (153 * monthFromMarch + 2) / 5 + 1)
  }
}
