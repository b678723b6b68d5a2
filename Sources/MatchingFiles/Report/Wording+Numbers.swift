import MentorMatching

/// Numbers, times and dates as each language writes them.
extension Wording {
  /// `8,400`, `8 400` (narrow no-break space), `8.400`.
  func whole(_ number: Int) -> String {
    if (0..<1_000).contains(number) { return String(number) }
    var digits = Array(String(number.magnitude).utf8)
    var position = digits.count - 3
    let separator = Array(say(",", "\u{202F}", ".").utf8)
    while position > 0 {
      digits.insert(contentsOf: separator, at: position)
      position -= 3
    }
    return (number < 0 ? "−" : "") + String(decoding: digits, as: UTF8.self)
  }

  /// A number of tenths with its one decimal: `78.4`, `78,4`.
  func decimal(tenths: Int) -> String {
    (tenths < 0 ? "−" : "") + whole(Int(tenths.magnitude / 10)) + say(".", ",", ",") + String(tenths.magnitude % 10)
  }

  /// A score of 1 000 000 as a percentage with one decimal, rounded half up.
  func percent(score: Int) -> String { decimal(tenths: Self.tenths(ofScore: score)) + "\u{A0}%" }

  /// A share in whole percent, rounded half up.
  func percent(_ part: Int, of whole: Int) -> String {
    "\(whole == 0 ? 0 : (200 * part + whole) / (2 * whole))\u{A0}%"
  }

  /// Score units (1 000 000 = 100 %) as tenths of a percent, rounded half up.
  static func tenths(ofScore score: Int) -> Int { (score + 500) / 1_000 }

  /// `3.2 km`, from 100 km on without decimals.
  func kilometres(metres: Int) -> String {
    let tenths = (metres + 50) / 100
    return (tenths < 1_000 ? decimal(tenths: tenths) : whole((metres + 500) / 1_000)) + "\u{A0}km"
  }

  func minutes(_ minutes: Int) -> String { whole(minutes) + "\u{A0}min" }

  /// `18:30`; in French `18h30`, `18h`.
  func clock(halfHour: Int) -> String {
    let isHalf = halfHour % 2 == 1
    let hour = String(halfHour / 2)
    return say(
      hour + (isHalf ? ":30" : ":00"), hour + (isHalf ? "h30" : "h"), hour + (isHalf ? ":30" : ":00"))
  }

  /// `Tue 18:00–20:00`
  func stretch(_ stretch: WeeklyAvailability.Stretch) -> String {
    weekday(stretch.day) + "\u{A0}" + clock(halfHour: stretch.halfHours.lowerBound) + "–"
      + clock(halfHour: stretch.halfHours.upperBound)
  }

  /// The first stretches of a week; what is left out is counted.
  func week(_ week: WeeklyAvailability, limit: Int) -> String {
    let stretches = week.stretches
    let shown = stretches.prefix(stretches.count == limit + 1 ? limit + 1 : limit).map(stretch)
    let left = stretches.count - shown.count
    return shown.joined(separator: ", ") + (left > 0 ? " " + say("(+\(left))", "(+\(left))", "(+\(left))") : "")
  }

  private func weekday(_ day: Int) -> String {
    let names: [[String]] = [
      ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"], ["lun.", "mar.", "mer.", "jeu.", "ven.", "sam.", "dim."],
      ["ma", "di", "wo", "do", "vr", "za", "zo"],
    ]
    return names[language == .english ? 0 : language == .french ? 1 : 2][day]
  }

  /// `31 October 2021`: the month in words leaves no doubt about its place.
  func date(_ date: CalendarDate) -> String {
    let months: [[String]] = [
      [
        "January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November",
        "December",
      ],
      [
        "janvier", "février", "mars", "avril", "mai", "juin", "juillet", "août", "septembre", "octobre", "novembre",
        "décembre",
      ],
      [
        "januari", "februari", "maart", "april", "mei", "juni", "juli", "augustus", "september", "oktober", "november",
        "december",
      ],
    ]
    let month = months[language == .english ? 0 : language == .french ? 1 : 2][date.month - 1]
    let day = language == .french && date.day == 1 ? "1er" : String(date.day)
    return "\(day)\u{A0}\(month)\u{A0}\(date.year)"
  }

  /// `1st`, `1er`, `1e`.
  func ordinal(_ number: Int) -> String {
    let last = number % 10
    let isTeen = (11...13).contains(number % 100)
    let english = isTeen ? "th" : last == 1 ? "st" : last == 2 ? "nd" : last == 3 ? "rd" : "th"
    return whole(number) + say(english, number == 1 ? "er" : "e", "e")
  }
}
