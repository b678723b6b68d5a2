import MatchingFiles
import Testing

/// A value in one column of `mentors.csv` or `mentees.csv`, and what must be said of it.
struct ValueCase: Sendable, CustomTestStringConvertible {
  let number: String
  let column: String
  let value: String
  let error: String?
  let warning: String?

  init(_ number: String, _ column: String, _ value: String, _ error: String? = nil, warning: String? = nil) {
    self.number = number
    self.column = column
    self.value = value
    self.error = error
    self.warning = warning
  }

  var testDescription: String { "\(number) \(column)" }

  private static let good = [
    "id": "x2", "languages": "fr:B2", "availability": "mon 18:00-20:00", "latitude": "50.6", "longitude": "3",
  ]
  private static let menteeColumns = ["registered", "target_sectors", "wishes"]

  /// The file and its text; the value is in line 2, in the column `a` of its own, first of the row.
  var file: (name: String, text: String) {
    var row = Self.good
    row[column] = nil
    let others = row.keys.sorted()
    let quoted = "\"" + value.split(separator: "\"", omittingEmptySubsequences: false).joined(separator: "\"\"") + "\""
    let text =
      ([column] + others).joined(separator: ",") + "\n"
      + ([quoted] + others.compactMap { row[$0] }).joined(separator: ",") + "\n"
    return (Self.menteeColumns.contains(column) ? "mentees.csv" : "mentors.csv", text)
  }
}

@Suite("Corpus: identifiers and values")
struct CorpusValueTests {
  @Test(arguments: identifiers + numbers + lists + words)
  func valueCase(_ test: ValueCase) {
    let (name, text) = test.file
    let outcome = RoundFolder(replacing: [name: Array(text.utf8)]).read()
    #expect(outcome.errors == (test.error.map { [$0 + " 2:1"] } ?? []))
    #expect(outcome.warnings == (test.warning.map { [$0 + " 2:1"] } ?? []))
    #expect(outcome.exitCode == (test.error == nil ? nil : .data))
  }

  static let identifiers = [
    ValueCase("D03", "id", "", "E2003"), ValueCase("D04", "id", String(repeating: "a", count: 65), "E2003"),
    ValueCase("D05", "id", "../../etc/passwd", "E2003"), ValueCase("D06", "id", "e\u{301}", "E2003"),
    ValueCase("D07", "id", "\u{430}", "E2003"), ValueCase("D09", "id", "__proto__"), ValueCase("D09", "id", "NULL"),
    ValueCase("D09", "id", "nan"), ValueCase("D09", "id", "-1"), ValueCase("D09", "id", "=1+1", "E2003"),
    ValueCase("D10", "id", "007"),
  ]

  static let numbers = [
    ValueCase("E01", "capacity", "-1", "E2101"), ValueCase("E02", "capacity", "0"),
    ValueCase("E03", "capacity", "1.5", "E2101"), ValueCase("E04", "capacity", "1e2", "E2101"),
    ValueCase("E05", "capacity", "9223372036854775808", "E2102"), ValueCase("E06", "capacity", "1_000", "E2101"),
    ValueCase("E06", "capacity", "1,000", "E2101"), ValueCase("E06", "capacity", "1 000", "E2101"),
    ValueCase("E07", "capacity", "\u{663}", "E2101"), ValueCase("E08", "capacity", "\u{FF10}", "E2101"),
    ValueCase("E09", "capacity", "+3", "E2101"), ValueCase("E10", "languages", "", "E2103"),
    ValueCase("E11", "latitude", "nan", "E2104"), ValueCase("E11", "latitude", "NaN", "E2104"),
    ValueCase("E11", "latitude", "inf", "E2104"), ValueCase("E11", "latitude", "-Infinity", "E2104"),
    ValueCase("E12", "latitude", "1e400", "E2102"), ValueCase("E13", "latitude", "1e-400", "E2102"),
    ValueCase("E14", "latitude", "-0"), ValueCase("E15", "latitude", "0x1p3", "E2101"),
    ValueCase("E16", "latitude", "1.", "E2101"), ValueCase("E16", "latitude", ".5", "E2101"),
    ValueCase("E18", "latitude", "5e-324", "E2102"),
    ValueCase("E17", "latitude", "0,75", "E2101"), ValueCase("E19", "latitude", "91", "E2105"),
    ValueCase("E19", "latitude", "-90.0001", "E2105"), ValueCase("E20", "longitude", "181", "E2105"),
    ValueCase("E21", "latitude", "120", "E2105"), ValueCase("E22", "latitude", "", "E2106"),
    ValueCase("E24", "latitude", "90"), ValueCase("E24", "longitude", "-180"),
    ValueCase("E39", "digital_skill", "11", "E2115"), ValueCase("B36", "capacity", "\u{A0}3", "E2101"),
  ]

  static let lists = [
    ValueCase("E27", "availability", "Mon 25:00", "E2108"),
    ValueCase("E27", "availability", "mon 18:00-25:00", "E2108"),
    ValueCase("E28", "availability", "mon 20:00-18:00", "E2108"), ValueCase("E29", "availability", "mon 20:00-24:00"),
    ValueCase("E30", "availability", "mon 18:00-20:00;mon 19:00-21:00", warning: "W2108"),
    ValueCase("E32", "availability", "Lundi 18:00-20:00", "E2109"),
    ValueCase("E33", "availability", Array(repeating: "mon 08:00-09:00", count: 1_000).joined(separator: ";"), "E1109"),
    ValueCase("E33", "availability", Array(repeating: "mon 08:00-09:00", count: 65).joined(separator: ";"), "E2110"),
    ValueCase("E34", "languages", "xx:B1", "E2111"), ValueCase("E34", "languages", "English:B1", "E2111"),
    ValueCase("E34", "languages", "EN:b1", warning: "W2111"), ValueCase("E34", "languages", "prs:native"),
    ValueCase("E35", "languages", "fr:C3", "E2112"), ValueCase("E36", "languages", "fr:B1;fr:C1", "E2113"),
    ValueCase("E37", "languages", Array(repeating: "fr:B1", count: 200).joined(separator: ";"), "E2110"),
    ValueCase("E38", "sectors", "IT & web:3", "E2114"), ValueCase("E38", "target_sectors", "62.01;62/1", "E2114"),
    ValueCase("E47", "languages", "f\u{131}:B1", "E2111"), ValueCase("E47", "meeting", "onl\u{130}ne", "E2121"),
  ]

  static let words = [
    ValueCase("E40", "registered", "3026-01-01", "E2116"), ValueCase("E40", "registered", "1875-01-01", "E2116"),
    ValueCase("E41", "registered", "2023-02-29", "E2117"), ValueCase("E42", "registered", "03/04/2008", "E2117"),
    ValueCase("E43", "registered", "2008-4-3", "E2117"), ValueCase("E44", "generalist", "yes", "E2118"),
    ValueCase("E44", "generalist", "oui", "E2118"), ValueCase("E44", "generalist", "1", "E2118"),
    ValueCase("E44", "has_computer", "TRUE", "E2118"), ValueCase("wishes", "wishes", "astronaut", "E2120"),
    ValueCase("wishes", "wishes", "woman"),
  ]

  @Test("D01: an identifier twice; D02: on both sides; D08: in other case")
  func identifiersAcrossRows() {
    let tail = CorpusCase.tail
    let twice = RoundFolder(replacing: ["mentors.csv": Array((CorpusCase.good + "t1" + tail).utf8)]).read()
    #expect(twice.errors == ["E2001 3:1"])
    if case .failure(let errors) = twice { #expect(errors.rendered.contains("first in line 2")) }
    let both = RoundFolder(replacing: ["mentors.csv": Array((CorpusCase.header + "m1" + tail).utf8)]).read()
    #expect(both.errors == [])
    let capitals = RoundFolder(replacing: ["mentors.csv": Array((CorpusCase.good + "T1" + tail).utf8)]).read()
    #expect(capitals.warnings == ["W2004 3:1"])
  }

  @Test("E23: the point 0, 0")
  func zeroCoordinate() {
    let text = "id,languages,availability,latitude,longitude\nt1,fr:C1,mon 18:00-20:00,0,-0\n"
    #expect(RoundFolder(replacing: ["mentors.csv": Array(text.utf8)]).read().warnings == ["W2107 2:26"])
  }

  @Test("B32: too many rows")
  func tooManyRows() {
    var reader = RoundReader()
    reader.limits.rowCount = 1
    let folder = RoundFolder(replacing: ["mentors.csv": Array((CorpusCase.good + "t2" + CorpusCase.tail).utf8)])
    let outcome = Result { () throws(InputErrors) in try reader.read(directory: folder.path) }
    #expect(outcome.errors == ["E1111 3:1"])
  }
}
