/// The stable code of a kind of diagnostic, for example `E1107`. Codes are never given a new meaning.
public struct DiagnosticCode: Hashable, Sendable, CustomStringConvertible {
  public enum Severity: String, Sendable {
    /// The files cannot be used.
    case error
    /// The files can be used; somebody should look.
    case warning
  }

  public let severity: Severity
  /// Four digits; the first two name the group.
  public let number: Int

  /// `E1107`, `W1102`
  public var description: String {
    let digits = String(number)
    let letter = severity == .error ? "E" : "W"
    return letter + String(repeating: "0", count: max(0, 4 - digits.utf8.count)) + digits
  }

  private static func error(_ number: Int) -> DiagnosticCode { DiagnosticCode(severity: .error, number: number) }
  private static func warning(_ number: Int) -> DiagnosticCode { DiagnosticCode(severity: .warning, number: number) }
}

extension DiagnosticCode {
  // MARK: Files as a whole

  /// A file of the round is missing.
  public static let missingFile = error(101)
  /// The path is a folder, a device or the like, or may not be read.
  public static let unusableFile = error(102)
  /// Reading stopped halfway.
  public static let readFailure = error(103)
  /// The file changed while it was read.
  public static let changedWhileReading = error(104)
  /// The file is larger than the limit.
  public static let fileTooLarge = error(105)

  // MARK: Bytes and encoding

  /// A byte order mark that is not the first character.
  public static let repeatedByteOrderMark = error(1001)
  /// UTF-16 or UTF-32.
  public static let wideEncoding = error(1002)
  /// A zero byte.
  public static let zeroByte = error(1003)
  /// Bytes that are not UTF-8.
  public static let invalidUTF8 = error(1004)
  /// A control character other than TAB, LF and CR.
  public static let controlCharacter = error(1005)
  /// A character that reorders the text around it.
  public static let directionControl = error(1006)
  /// A spreadsheet, archive, web page or PDF.
  public static let notText = error(1007)
  /// U+FFFD: an earlier program has already lost text.
  public static let replacementCharacter = warning(1001)

  // MARK: Structure of tables

  /// Nothing, or nothing but blank lines.
  public static let emptyFile = error(1101)
  /// A line ended by CR alone.
  public static let bareCarriageReturn = error(1102)
  /// A blank line between rows.
  public static let blankLine = error(1103)
  /// A quotation mark that is never closed.
  public static let unclosedQuote = error(1104)
  /// Text after a closing quotation mark.
  public static let textAfterQuote = error(1105)
  /// A quotation mark inside a field that does not start with one.
  public static let quoteInsideField = error(1106)
  /// More or fewer fields than the header has.
  public static let fieldCount = error(1107)
  /// Columns separated by something else than commas.
  public static let otherDelimiter = error(1108)
  /// A field longer than the limit.
  public static let fieldTooLong = error(1109)
  /// More columns than the limit.
  public static let tooManyColumns = error(1110)
  /// More rows than the limit.
  public static let tooManyRows = error(1111)
  /// A header and no rows.
  public static let noRows = warning(1101)
  /// Some lines end with CRLF, others with LF.
  public static let mixedLineEnds = warning(1102)
  /// Spaces around a value, left out.
  public static let surroundingSpace = warning(1103)

  // MARK: Header

  /// Required columns are missing.
  public static let missingColumn = error(1201)
  /// A column nobody asked for.
  public static let unknownColumn = error(1202)
  /// A column that occurs twice.
  public static let repeatedColumn = error(1203)
  /// A column without a name.
  public static let unnamedColumn = error(1204)
  /// The header again, among the rows.
  public static let repeatedHeader = error(1205)
  /// A column that the data policy does not allow.
  public static let protectedColumn = error(1206)
  /// The mentees in the place of the mentors, or the reverse.
  public static let swappedFiles = error(1207)
  /// A column name in other case or with spaces.
  public static let respelledColumn = warning(1201)

  // MARK: Identifiers and references

  /// An identifier that occurs twice.
  public static let repeatedIdentifier = error(2001)
  /// Text that is no identifier.
  public static let badIdentifier = error(2003)
  /// Identifiers that differ in case only.
  public static let identifiersDifferByCase = warning(2004)

  // MARK: Values

  /// Text that is no number.
  public static let notANumber = error(2101)
  /// A number too large or too small.
  public static let numberOutOfRange = error(2102)
  /// Nothing where a value is required.
  public static let missingValue = error(2103)
  /// Infinity, or not a number.
  public static let notFinite = error(2104)
  /// A latitude or longitude that does not exist.
  public static let coordinateOutOfRange = error(2105)
  /// No place, or half of a coordinate.
  public static let missingPlace = error(2106)
  /// Latitude and longitude are both zero.
  public static let zeroCoordinate = warning(2107)
  /// A stretch of time that does not exist.
  public static let badTimeSlot = error(2108)
  /// Stretches of time that overlap, merged.
  public static let overlappingTimeSlots = warning(2108)
  /// Text that is no day of the week.
  public static let badWeekday = error(2109)
  /// A list longer than the limit.
  public static let tooManyItems = error(2110)
  /// Text that is no language code.
  public static let badLanguage = error(2111)
  /// A language code in upper case.
  public static let respelledLanguage = warning(2111)
  /// Text that is no language level.
  public static let badLanguageLevel = error(2112)
  /// A language that occurs twice.
  public static let repeatedLanguage = error(2113)
  /// Text that is no sector code.
  public static let badSector = error(2114)
  /// A digital skill outside its scale.
  public static let badDigitalSkill = error(2115)
  /// A year that cannot be meant.
  public static let implausibleYear = error(2116)
  /// Text that is no date.
  public static let badDate = error(2117)
  /// Text that is neither `true` nor `false`.
  public static let badBoolean = error(2118)
  /// A wish the policy does not recognise.
  public static let badWish = error(2120)
  /// Text that is no way of meeting.
  public static let badMeeting = error(2121)
  /// Text that is no postcode.
  public static let badPostcode = error(2122)
  /// A postcode that `places.csv` does not have.
  public static let unknownPostcode = error(2123)
  /// The same thing twice in a list.
  public static let repeatedItem = error(2124)

  // MARK: Travel times

  /// Two times for the same way.
  public static let conflictingTravelTime = error(2201)
  /// More zones than the limit.
  public static let tooManyZones = error(2202)
  /// A table that does not have one row and one column for each zone.
  public static let tableShape = error(2203)
  /// Two files of travel times.
  public static let ambiguousTravelTimes = error(2204)
  /// A person in a zone without travel times.
  public static let unknownZone = warning(2201)

  // MARK: JSON

  /// Nothing where a JSON value is expected.
  public static let emptyDocument = error(3101)
  /// A document whose value is no object.
  public static let notAnObject = error(3102)
  /// Text that is no JSON.
  public static let syntax = error(3103)
  /// Text after the value.
  public static let trailingText = error(3104)
  /// A member that occurs twice.
  public static let repeatedMember = error(3105)
  /// A member nobody asked for.
  public static let unknownMember = error(3106)
  /// A value of another type than expected.
  public static let wrongType = error(3107)
  /// A number that cannot be represented.
  public static let numberTooLarge = error(3108)
  /// Values nested too deeply.
  public static let tooDeep = error(3109)
  /// A string longer than the limit.
  public static let stringTooLong = error(3110)
  /// A zero character or half a surrogate pair in a string.
  public static let badStringScalar = error(3111)

  // MARK: Policy

  /// Weights that cannot be meant.
  public static let badWeights = error(3201)
  /// Another value that cannot be meant.
  public static let badPolicyValue = error(3202)
  /// A version of the file format this program does not know.
  public static let unknownSchema = error(3204)
  /// A criterion that the data policy does not allow.
  public static let protectedCriterion = error(3205)

  // MARK: Rules

  /// A rule that cannot be meant.
  public static let badRule = error(3301)
  /// Two rules of one name.
  public static let repeatedRule = error(3302)
  /// A row of groups or decisions about somebody who is not in the round.
  public static let unknownPerson = error(3303)
  /// A rule about an antenna that nobody belongs to.
  public static let absentAntenna = warning(3301)

  // MARK: Decisions

  /// A word that is no decision.
  public static let badDecision = error(3401)
  /// A decision that cannot hold beside those above it, or a pin of a pair that is no candidate.
  public static let conflictingDecision = error(3402)

  // MARK: Simulations

  /// A file of replicates that is not whole, or of another study.
  public static let badReplicates = error(4101)
}
