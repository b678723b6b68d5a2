import AssignmentSolvers
import MatchingFiles
import Testing

@Suite("Assignment files")
struct AssignmentFileTests {
  /// A file by name and content, read.
  static func read(
    _ name: String, _ bytes: [UInt8], _ reading: AssignmentReading = .init()
  ) -> Result<AssignmentFile, InputErrors> {
    let folder = RoundFolder()
    folder.put(name, bytes)
    return Result { () throws(InputErrors) in
      try AssignmentFileReader.read(folder.path + "/" + name, reading: reading)
    }
  }

  static func read(_ name: String, _ text: String, _ reading: AssignmentReading = .init()) -> Result<
    AssignmentFile, InputErrors
  > { read(name, Array(text.utf8), reading) }

  /// Every format can say the table ((1, 2, 3), (4, 5, 6)) or its square part.
  static let sameTable: [(name: String, text: String)] = [
    ("a.csv", "1,2,3\n4,5,6\n"), ("a.csv", "1,\"2\",3\r\n4,5,6"), ("a.csv", " 1, 2,3\n4,5,6\n"),
    ("a.tsv", "1\t2\t3\n4\t5\t6\n"), ("a.in", "2 3\n1 2 3\n4 5 6\n"), ("a.in", "2\n3 1 2\n\n3 4 5 6"),
    ("a.csv", "1.0,2.00,3e0\n40e-1,0.5e1,6\n"),
    ("a.asn", "c text\np asn 5 6\nn 1\nn 2\na 1 3 1\na 1 4 2\na 1 5 3\na 2 3 4\na 2 4 5\na 2 5 6\n"),
  ]

  @Test(arguments: sameTable)
  func formatsAgree(_ file: (name: String, text: String)) throws {
    let table = try Self.read(file.name, file.text).get()
    #expect(table.values.asDense == DenseCosts(rowCount: 2, columnCount: 3, values: [1, 2, 3, 4, 5, 6]))
    #expect(table.decimals == 0)
  }

  @Test func orLibraryTablesAndPairs() throws {
    let dense = try Self.read("assign2.txt", " 2\n 1 2 3\n 4\n").get()
    #expect(dense.values.asDense.values == [1, 2, 3, 4])
    let pairs = try Self.read("assignp3.txt", "3\n3 1 9\n1 2 -7\n").get()
    #expect(pairs.values.asSparse.rowStart == [0, 1, 1, 2])
    #expect(pairs.values[0, 1] == -7)
    #expect(pairs.values[2, 0] == 9)
    #expect(pairs.values[1, 1] == nil)
  }

  @Test func nodesKeepTheirNumbers() throws {
    let file = try Self.read("a.asn", "p asn 4 2\nn 2\nn 4\na 2 1 5\na 4 3 6\n").get()
    #expect(
      [file.name(ofRow: 0), file.name(ofRow: 1), file.name(ofColumn: 0), file.name(ofColumn: 1)] == [2, 4, 1, 3])
    #expect(file.values[0, 0] == 5 && file.values[1, 1] == 6 && file.values[0, 1] == nil)
  }

  @Test func flowsBecomeBounds() throws {
    let text = "p min 4 4\nn 1 2\nn 2 1\nn 3 -1\nn 4 -2\na 1 3 0 1 5\na 1 4 0 1 6\na 2 3 0 9 7\na 2 4 0 0 8\n"
    let file = try Self.read("a.min", text).get()
    #expect(file.rowSupply == [2, 1] && file.columnDemand == [1, 2])
    // Node 2 sends one unit at most, so a larger capacity means one; a capacity of 0 is no pair.
    #expect(file.values.asDense.values == [5, 6, 7, DenseCosts.forbidden])
  }

  @Test func decimalsAreExact() throws {
    let file = try Self.read("a.csv", "0.25,1\n-2.5e-1,1e2\n").get()
    #expect(file.decimals == 2)
    #expect(file.values.asDense.values == [25, 100, -25, 10_000])
    let rounded = try Self.read("a.csv", "0.25,1\n-0.25,0.3333333333333333\n", .init(decimals: 1)).get()
    #expect(rounded.values.asDense.values == [3, 10, -3, 3])
    #expect(rounded.decimals == 1)
  }

  @Test func forbiddenPairsAreMarked() throws {
    let forbidden = DenseCosts.forbidden
    let cases = [("blank", "1,\n3,4\n"), ("nan", "1,NaN\n3,4\n"), ("inf", "1,inf\n3,4\n"), ("99", "1,99.0\n3,4\n")]
    for (mark, text) in cases {
      let file = try Self.read("a.csv", text, .init(forbiddenMark: ForbiddenMark(mark))).get()
      #expect(file.values.asDense.values == [1, forbidden, 3, 4])
    }
    #expect(ForbiddenMark("none") == nil)
  }

  static let faults: [(name: String, text: String, errors: [String])] = [
    ("a.csv", "", ["E1101 1:1"]),
    ("a.csv", "\n\n", ["E1101 1:1"]),
    ("a.csv", "1,2\n3\n", ["E1107 2:1"]),
    ("a.csv", "1,x\n,3\n", ["E2101 1:3", "E2103 2:1"]),
    ("a.csv", "cost,other\n1,2\n", ["E2101 1:1", "E2101 1:6"]),
    ("a.csv", "1;2\n3;4\n", ["E1108 1:2"]),
    ("a.csv", "1,2\n1,nan\n", ["E2104 2:3"]),
    ("a.csv", "1,+2\n", ["E2101 1:3"]),
    ("a.csv", "1,.5\n", ["E2101 1:3"]),
    ("a.csv", "1,0x10\n", ["E2101 1:3"]),
    ("a.csv", "1,2147483647\n", ["E2102 1:3"]),
    ("a.csv", "1,-2147483647\n", ["E2102 1:3"]),
    ("a.csv", "1,99999999999999999999\n", ["E2102 1:3"]),
    ("a.csv", "1,0.1234567891\n", ["E4009 1:3"]),
    ("a.csv", "2000000000,0.5\n", ["E4009"]),
    ("a.csv", "1,\u{202E}2\n", ["E1006 1:3"]),
    ("a.dat", "1,2\n", ["E4001"]),
    ("a.npy", "1,2\n", ["E4002"]),
    ("assign2.txt", "2\n1 2 3\n", ["E4004 3:1"]),
    ("assign2.txt", "2\n1 2 3 4 5\n", ["E4004 2:9"]),
    ("assign2.txt", "-2\n", ["E4005 1:1"]),
    ("assign2.txt", "two\n", ["E2101 1:1"]),
    ("assignp2.txt", "2\n1 3 5\n", ["E4005 2:3"]),
    ("assignp2.txt", "2\n1 2 5\n1 2 6\n", ["E4006 3:1"]),
    ("assignp2.txt", "2\n1 2\n", ["E4004 2:1"]),
    ("a.in", "2 2\n1 2 x 4\n", ["E2101 2:5"]),
    ("a.asn", "a 1 2 3\n", ["E4007 1:1", "E4007 2:1"]),
    ("a.asn", "p min 2 1\n", ["E4007 1:1"]),
    ("a.asn", "p asn 2 2\nn 1\na 1 2 3\n", ["E4004 4:1"]),
    ("a.asn", "p asn 2 1\nn 1\na 2 1 3\n", ["E4008 3:1"]),
    ("a.asn", "p asn 2 1\nn 1\na 1 3 3\n", ["E4005 3:5"]),
    ("a.asn", "p asn 2 1\nn 1\nx 1\na 1 2 3\n", ["E4007 3:1"]),
    ("a.min", "p min 3 2\nn 1 1\nn 3 -1\na 1 2 0 1 1\na 2 3 0 1 1\n", ["E4008 4:1"]),
    ("a.min", "p min 2 1\nn 1 2\nn 2 -2\na 1 2 0 2 1\n", ["E4008 4:9"]),
    ("a.min", "p min 2 1\nn 1 1\nn 2 -1\na 1 2 1 1 1\n", ["E4008 4:7"]),
    ("a.min", "p min 2 1\nn 1 2\nn 2 -1\na 1 2 0 1 1\n", ["E4008"]),
  ]

  @Test(arguments: faults)
  func faultsAreTold(_ file: (name: String, text: String, errors: [String])) {
    let outcome = Self.read(file.name, file.text)
    #expect(outcome.errors == file.errors)
    #expect(outcome.exitCode == .data)
  }

  @Test func missingFilesAreTold() {
    let outcome = Result { () throws(InputErrors) in try AssignmentFileReader.read("/nowhere/a.csv") }
    #expect(outcome.exitCode == .noInput)
  }
}
