import MatchingFiles
import Testing

/// A case of the corpus of bad input: a file in place of `mentors.csv`, and what must be said of it.
struct CorpusCase: Sendable, CustomTestStringConvertible {
  let number: String
  let bytes: [UInt8]
  let errors: [String]
  let warnings: [String]

  init(_ number: String, _ bytes: [UInt8], errors: [String] = [], warnings: [String] = []) {
    self.number = number
    self.bytes = bytes
    self.errors = errors
    self.warnings = warnings
  }

  init(_ number: String, _ text: String, errors: [String] = [], warnings: [String] = []) {
    self.init(number, Array(text.utf8), errors: errors, warnings: warnings)
  }

  var testDescription: String { number }

  static let header = "id,languages,availability,latitude,longitude\n"
  static let tail = ",fr:C1,mon 18:00-20:00,50.62,3.06\n"
  static let good = header + "t1" + tail

  /// A good table whose second row has these bytes as its identifier.
  static func identifier(_ bytes: [UInt8]) -> [UInt8] {
    Array(good.utf8) + bytes + Array(tail.utf8)
  }
}

@Suite("Corpus: bytes, structure and header of tables")
struct CorpusTableTests {
  @Test(arguments: encodings + structure + headers)
  func tableCase(_ test: CorpusCase) {
    let folder = RoundFolder(replacing: ["mentors.csv": test.bytes])
    let outcome = folder.read()
    #expect(outcome.errors == test.errors)
    #expect(outcome.exitCode == (test.errors.isEmpty ? nil : .data))
    #expect(outcome.warnings == test.warnings)
    #expect(folder.names == ["mentees.csv", "mentors.csv"])
  }

  static let good = CorpusCase.good
  static let header = CorpusCase.header
  static let tail = CorpusCase.tail

  static let encodings: [CorpusCase] = [
    CorpusCase("A01", [0xEF, 0xBB, 0xBF] + Array(good.utf8)),
    CorpusCase("A02", [0xEF, 0xBB, 0xBF, 0xEF, 0xBB, 0xBF] + Array(good.utf8), errors: ["E1001 1:4"]),
    CorpusCase("A03", [0xFF, 0xFE] + good.utf8.flatMap { [$0, 0] }, errors: ["E1002 1:1"]),
    CorpusCase("A04", [0xFE, 0xFF] + good.utf8.flatMap { [0, $0] }, errors: ["E1002 1:1"]),
    CorpusCase("A05", good.utf8.flatMap { [$0, 0] }, errors: ["E1003 1:2"]),
    CorpusCase("A06", [0xFF, 0xFE, 0, 0] + good.utf8.flatMap { [$0, 0, 0, 0] }, errors: ["E1002 1:1"]),
    CorpusCase("A06 big-endian", [0, 0, 0xFE, 0xFF], errors: ["E1002 1:1"]),
    CorpusCase(
      "A07", Array((header + (2...6).map { "t\($0)" + tail }.joined()).utf8) + [0x74, 0xE9] + Array(tail.utf8),
      errors: ["E1004 7:2"]),
    CorpusCase("A08", CorpusCase.identifier([0x74, 0xC0, 0xAF]), errors: ["E1004 3:2"]),
    CorpusCase("A09", CorpusCase.identifier([0xED, 0xA0, 0x80]), errors: ["E1004 3:1"]),
    CorpusCase("A10", CorpusCase.identifier([0xF4, 0x90, 0x80, 0x80]), errors: ["E1004 3:1"]),
    CorpusCase("A11", Array(good.utf8) + [0x74, 0xE2, 0x82], errors: ["E1004 3:2"]),
    CorpusCase("A12", CorpusCase.identifier([0x74, 0x00]), errors: ["E1003 3:2"]),
    CorpusCase("A13", [UInt8](repeating: 0, count: 50), errors: ["E1003 1:1"]),
    CorpusCase("A14", Array(good.utf8) + [0x1A], errors: ["E1005 3:1"]),
    CorpusCase("A15", CorpusCase.identifier(Array("t\u{1B}[2J".utf8)), errors: ["E1005 3:2"]),
    CorpusCase("A16", CorpusCase.identifier(Array("t\u{202E}".utf8)), errors: ["E1006 3:2"]),
    CorpusCase("A16 isolate", CorpusCase.identifier(Array("\u{2067}t".utf8)), errors: ["E1006 3:1"]),
    CorpusCase("A17", CorpusCase.identifier(Array("t\u{200D}2".utf8)), errors: ["E2003 3:1"]),
    CorpusCase("A18", CorpusCase.identifier(Array("t\u{FFFD}".utf8)), errors: ["E2003 3:1"]),
    CorpusCase("A19", Array("PK\u{3}\u{4}rest".utf8), errors: ["E1007 1:1"]),
    CorpusCase("A19 gzip", [0x1F, 0x8B, 8, 0], errors: ["E1007 1:1"]),
    CorpusCase("A20", "<!DOCTYPE html><html></html>", errors: ["E1007 1:1"]),
    CorpusCase("A20 PDF", "%PDF-1.7\n", errors: ["E1007 1:1"]),
  ]

  static let structure: [CorpusCase] = [
    CorpusCase("B01", "", errors: ["E1101 1:1"]),
    CorpusCase("B02", header, warnings: ["W1101 1:1"]),
    CorpusCase("B03", "\n\r\n\n", errors: ["E1101 1:1"]),
    CorpusCase("B04", good),
    CorpusCase("B05", good.utf8.flatMap { $0 == 10 ? [13, 10] : [$0] }),
    CorpusCase("B06", good.utf8.map { $0 == 10 ? 13 : $0 }, errors: ["E1102 1:45"]),
    CorpusCase("B07", good + "t2,fr:C1,mon 18:00-20:00,50.62,3.06\r\n", warnings: ["W1102 3:1"]),
    CorpusCase("B08", header + "t1,fr:C1,mon 18:00-20:00,50.62,3.06"),
    CorpusCase("B09", good + "\nt2" + tail, errors: ["E1103 3:1"]),
    CorpusCase("B10", good + "\n\n\r\n"),
    CorpusCase("B11", good + "\"t,2\"" + tail, errors: ["E2003 3:1"]),
    CorpusCase("B12", good + "\"t\"\"2\"" + tail, errors: ["E2003 3:1"]),
    CorpusCase(
      "B13", good + "\"t\n2\"" + tail + "t3,xx:C1,mon 18:00-20:00,50,3\n", errors: ["E2003 3:1", "E2111 5:4"]),
    CorpusCase("B14", good + "\"t\r\n2\"" + tail, errors: ["E2003 3:1"]),
    CorpusCase("B15", good + "t2,\"fr:C1,mon 18:00-20:00\n\n", errors: ["E1104 3:4"]),
    CorpusCase("B16", good + "t2,\"fr\"x" + ",mon 18:00-20:00,50.62,3.06\n", errors: ["E1105 3:4"]),
    CorpusCase("B17", good + "t2,f\"r,mon 18:00-20:00,50.62,3.06\n", errors: ["E1106 3:4"]),
    CorpusCase("B18", good + "t2,fr:C1\n", errors: ["E1107 3:1"]),
    CorpusCase("B19", good + "t2,fr:C1,mon 18:00-20:00,50,3,4,5\n", errors: ["E1107 3:31"]),
    CorpusCase("B20", header + "t1,fr:C1,mon 18:00-20:00,50,3,\n", errors: ["E1107 2:31"]),
    CorpusCase("B21", "id;languages;availability\n", errors: ["E1108 1:3"]),
    CorpusCase("B22", "id\tlanguages\tavailability\n", errors: ["E1108 1:3"]),
    CorpusCase("B23", "sep=;\nid;languages\n", errors: ["E1108 1:1"]),
    CorpusCase("B25", good + "t2,\u{301}fr:C1,mon 18:00-20:00,50.62,3.06\n", errors: ["E2111 3:4"]),
    CorpusCase("B26", good + "\"\u{301}t2\"" + tail, errors: ["E2003 3:1"]),
    CorpusCase("B27", good + "\"t\\\"2\"" + tail, errors: ["E1105 3:1"]),
    CorpusCase("B28", good + "# a comment\n", errors: ["E1107 3:1"]),
    CorpusCase("B29", good + String(repeating: "x", count: 10_001) + tail, errors: ["E1109 3:1"]),
    CorpusCase("B30", good + String(repeating: "x", count: 1_000_000), errors: ["E1109 3:1"]),
    CorpusCase("B31", String(repeating: "a,", count: 201) + "\n", errors: ["E1110 1:401"]),
    CorpusCase("B33", good + String(repeating: "\"", count: 1_000_001), errors: ["E1104 3:1"]),
    CorpusCase("B34", good + String(repeating: ",", count: 1_000_000), errors: ["E1110 3:201"]),
    CorpusCase(
      "B35", good + " t2 ,fr:C1,mon 18:00-20:00,50.62,3.06\n", warnings: ["W1103 3:1"]),
    CorpusCase("B37", good + "t2,fr:C1,mon 18:00-20:00,\"\",3\n", errors: ["E2106 3:26"]),
  ]

  static let headers: [CorpusCase] = [
    CorpusCase("C01", "id,latitude\n", errors: ["E1201 1:1"]),
    CorpusCase("C02", "id,langages,languages,availability\n", errors: ["E1202 1:4"]),
    CorpusCase("C03", "id,languages,availability,id\n", errors: ["E1203 1:27"]),
    CorpusCase(
      "C04", " ID ,languages,availability,latitude,longitude\nt1" + tail, warnings: ["W1201 1:1"]),
    CorpusCase("C05", "id,compe\u{301}tences,languages,availability\n", errors: ["E1202 1:4"]),
    CorpusCase("C06", "id,,languages,availability\n", errors: ["E1204 1:4"]),
    CorpusCase("C07", good + header, errors: ["E1205 3:1"]),
    CorpusCase("C08", "availability,longitude,id,latitude,languages\nmon 18:00-20:00,3.06,t1,50.62,fr:C1\n"),
    CorpusCase("C09", "id,religion,languages,availability\n", errors: ["E1206 1:4"]),
    CorpusCase("C09 French", "id,languages,availability,date de naissance\n", errors: ["E1206 1:27"]),
    CorpusCase("C09 Dutch", "id,languages,availability,Voornaam\n", errors: ["E1206 1:27"]),
    CorpusCase("C10", "id,languages,availability,=cmd|' /C calc'!A0\n", errors: ["E1202 1:27"]),
    CorpusCase("C11", "id,languages,availability,registered\n", errors: ["E1207 1:27"]),
  ]
}
