import MentorMatching

/// The single values of a cell.
enum ValueParser {
  static func personID(_ text: ArraySlice<UInt8>) throws(ValueFault) -> PersonID {
    guard let id = PersonID(String(decoding: text, as: UTF8.self)) else { throw badIdentifier }
    return id
  }

  static func antenna(_ text: ArraySlice<UInt8>) throws(ValueFault) -> AntennaID {
    guard let id = AntennaID(String(decoding: text, as: UTF8.self)) else { throw badIdentifier }
    return id
  }

  private static let badIdentifier = ValueFault(
    code: .badIdentifier, message: "not an identifier", expected: "1 to 64 characters out of A-Z a-z 0-9 . _ -")

  static func boolean(_ text: ArraySlice<UInt8>) throws(ValueFault) -> Bool {
    if text.elementsEqual("true".utf8) { return true }
    if text.elementsEqual("false".utf8) { return false }
    throw ValueFault(code: .badBoolean, message: "not a yes or no", expected: "true or false")
  }

  static func meeting(_ text: ArraySlice<UInt8>) throws(ValueFault) -> MeetingPreference {
    let folded = ASCII.lowercased(text)
    guard let preference = MeetingPreference(rawValue: folded) else {
      throw ValueFault(
        code: .badMeeting, message: "not a way of meeting",
        expected: MeetingPreference.allCases.map(\.rawValue).joined(separator: ", "))
    }
    return preference
  }

  static func digitalSkill(_ text: ArraySlice<UInt8>) throws(ValueFault) -> Int {
    let level = try NumberParser.integer(text, in: Int.min...Int.max)
    guard (1...8).contains(level) else {
      throw ValueFault(code: .badDigitalSkill, message: "outside the DigComp scale", expected: "1 to 8")
    }
    return level
  }

  /// A zone: 1 to 32 letters, digits, dots, hyphens and spaces.
  static func postcode(_ text: ArraySlice<UInt8>) throws(ValueFault) -> String {
    let isPlain = text.allSatisfy { byte in
      switch byte {
      case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"), UInt8(ascii: "."),
        UInt8(ascii: " "), UInt8(ascii: "-"), UInt8(ascii: "_"):
        true
      default: ASCII.isDigit(byte)
      }
    }
    guard isPlain, text.count <= 32 else {
      throw ValueFault(
        code: .badPostcode, message: "not a postcode", expected: "1 to 32 letters, digits, dots, spaces and hyphens")
    }
    return String(decoding: text, as: UTF8.self)
  }

  /// `YYYY-MM-DD`
  static func date(_ text: ArraySlice<UInt8>) throws(ValueFault) -> CalendarDate {
    let parts = text.split(separator: UInt8(ascii: "-"), omittingEmptySubsequences: false)
    guard parts.map(\.count) == [4, 2, 2], parts.allSatisfy({ $0.allSatisfy(ASCII.isDigit) }) else { throw badDate }
    let numbers = parts.map { $0.reduce(0) { 10 * $0 + Int($1 - UInt8(ascii: "0")) } }
    guard (1950...2150).contains(numbers[0]) else {
      throw ValueFault(code: .implausibleYear, message: "a year that cannot be meant", expected: "1950 to 2150")
    }
    guard let date = CalendarDate(year: numbers[0], month: numbers[1], day: numbers[2]) else { throw badDate }
    return date
  }

  private static let badDate = ValueFault(
    code: .badDate, message: "not a date", expected: "a day of the calendar as YYYY-MM-DD")

  static func sectors(_ text: ArraySlice<UInt8>) throws(ValueFault) -> [SectorCode] {
    var codes: [SectorCode] = []
    for item in try ListParser.items(text, code: .badSector, expected: "a list such as 62.01;85") {
      codes.append(try sector(item, unlike: codes))
    }
    return codes
  }

  /// Sectors with years of experience: `62.01:12;85:5`; 0 years when none are given.
  static func experience(_ text: ArraySlice<UInt8>) throws(ValueFault) -> [Mentor.Experience] {
    var known: [Mentor.Experience] = []
    for item in try ListParser.items(text, code: .badSector, expected: "a list such as 62.01:12;85:5") {
      let (key, value) = ListParser.pair(item)
      let sector = try sector(key, unlike: known.map(\.sector))
      let years = try value.map { value throws(ValueFault) in try NumberParser.integer(value, in: 0...60) } ?? 0
      known.append(Mentor.Experience(sector, years: years))
    }
    return known
  }

  private static func sector(_ text: ArraySlice<UInt8>, unlike known: [SectorCode]) throws(ValueFault) -> SectorCode {
    guard let sector = SectorCode(String(decoding: text, as: UTF8.self)) else {
      throw ValueFault(
        code: .badSector, message: "not a sector code", expected: "1 to 16 letters, digits and dots, such as 62.01")
    }
    guard !known.contains(sector) else { throw repeatedItem }
    return sector
  }

  /// - Parameter recognised: the wishes a policy knows; nil when the policy could not be read.
  static func wishes(_ text: ArraySlice<UInt8>, recognised: [Wish]?) throws(ValueFault) -> [Wish] {
    var wishes: [Wish] = []
    for item in try ListParser.items(text, code: .badWish, expected: "a list of wishes") {
      guard let wish = Wish(String(decoding: item, as: UTF8.self)), recognised?.contains(wish) != false else {
        throw ValueFault(
          code: .badWish, message: "a wish the policy does not recognise",
          expected: recognised.map { $0.map(\.text).joined(separator: ", ") },
          remedy: "Add it to recognisedWishes in policy.json, or remove it.")
      }
      guard !wishes.contains(wish) else { throw repeatedItem }
      wishes.append(wish)
    }
    return wishes
  }

  private static let repeatedItem = ValueFault(
    code: .repeatedItem, message: "the same item twice in a list", expected: "each item once")
}
