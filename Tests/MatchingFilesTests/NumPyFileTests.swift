import AssignmentSolvers
import MatchingFiles
import Testing

@Suite("NumPy arrays as assignment files")
struct NumPyFileTests {
  /// The bytes of an array file of format 1.0, as NumPy lays it out.
  static func file(_ type: String, shape: String, isByColumns: Bool = false, data: [UInt8]) -> [UInt8] {
    var header = "{'descr': '\(type)', 'fortran_order': \(isByColumns ? "True" : "False"), 'shape': \(shape), }"
    while (10 + header.utf8.count + 1) % 64 != 0 { header += " " }
    header += "\n"
    let length = header.utf8.count
    return [0x93] + Array("NUMPY".utf8) + [1, 0, UInt8(length & 255), UInt8(length >> 8)] + Array(header.utf8) + data
  }

  static func bytes<Value: FixedWidthInteger>(_ values: [Value]) -> [UInt8] {
    values.flatMap { value in (0..<MemoryLayout<Value>.size).map { UInt8(truncatingIfNeeded: value >> Value(8 * $0)) } }
  }

  @Test func integersOfAllSizes() throws {
    let expected: [Int32] = [1, -2, 3, 4, 5, 6]
    let files = [
      Self.file("|i1", shape: "(2, 3)", data: Self.bytes(expected.map(Int8.init))),
      Self.file("<i2", shape: "(2, 3)", data: Self.bytes(expected.map(Int16.init))),
      Self.file("<i4", shape: "(2, 3)", data: Self.bytes(expected)),
      Self.file("<i8", shape: "(2, 3)", data: Self.bytes(expected.map(Int64.init))),
      Self.file("<f8", shape: "(2, 3)", data: Self.bytes(expected.map { Double($0).bitPattern })),
      Self.file("<f4", shape: "(2, 3)", data: Self.bytes(expected.map { Float($0).bitPattern })),
      Self.file("<i4", shape: "(2, 3)", isByColumns: true, data: Self.bytes([Int32(1), 4, -2, 5, 3, 6])),
    ]
    for file in files {
      let table = try AssignmentFileTests.read("a.npy", file).get()
      #expect(table.values.asDense == DenseCosts(rowCount: 2, columnCount: 3, values: expected))
    }
  }

  @Test func floatingPointNumbersAreTheirShortestDecimals() throws {
    let doubles = [0.1, -0.25, 12.5, 3e-3].map(\.bitPattern)
    let table = try AssignmentFileTests.read(
      "a.npy", Self.file("<f8", shape: "(2, 2)", data: Self.bytes(doubles))
    ).get()
    #expect(table.decimals == 3)
    #expect(table.values.asDense.values == [100, -250, 12_500, 3])
    let floats = [Float(0.1), 0.7, 2, 0].map(\.bitPattern)
    let narrow = try AssignmentFileTests.read(
      "a.npy", Self.file("<f4", shape: "(2, 2)", data: Self.bytes(floats))
    ).get()
    #expect(narrow.values.asDense.values == [1, 7, 20, 0])
  }

  @Test func longFractionsNeedRounding() throws {
    let file = Self.file("<f8", shape: "(1, 2)", data: Self.bytes([(1.0 / 3).bitPattern, (2.0 / 3).bitPattern]))
    #expect(AssignmentFileTests.read("a.npy", file).errors == ["E4009", "E4009"])
    let rounded = try AssignmentFileTests.read("a.npy", file, .init(decimals: 3)).get()
    #expect(rounded.values.asDense.values == [333, 667])
  }

  @Test func infinityMarksForbiddenPairsWhenAsked() throws {
    let file = Self.file("<f8", shape: "(1, 2)", data: Self.bytes([Double.infinity.bitPattern, (2.0).bitPattern]))
    #expect(AssignmentFileTests.read("a.npy", file).errors == ["E2104"])
    let marked = try AssignmentFileTests.read("a.npy", file, .init(forbiddenMark: ForbiddenMark("inf"))).get()
    #expect(marked.values.asDense.values == [DenseCosts.forbidden, 2])
  }

  @Test func otherArraysAreRefused() {
    let four = Self.bytes([Int32(1), 2, 3, 4])
    let cases: [([UInt8], String)] = [
      (Self.file("<i4", shape: "(4,)", data: four), "E4003"),
      (Self.file("<i4", shape: "(1, 2, 2)", data: four), "E4003"),
      (Self.file(">i4", shape: "(2, 2)", data: four), "E4003"),
      (Self.file("<c8", shape: "(1, 2)", data: four), "E4003"),
      (Self.file("<i4", shape: "(2, 3)", data: four), "E4004"),
      (Self.file("<i4", shape: "(2, 1)", data: four), "E4004"),
      (Self.file("<i4", shape: "(3037000500, 3037000500)", data: four), "E4004"),
      (Self.file("<i4", shape: "two", data: four), "E4003"),
      (Array(Self.file("<i4", shape: "(2, 2)", data: four).prefix(40)), "E4002"),
      ([0x93] + Array("NUMPY".utf8), "E4002"),
      ([0x93] + Array("NUMPY".utf8) + [9, 0, 0, 0, 0, 0, 0, 0], "E4002"),
    ]
    for (bytes, code) in cases { #expect(AssignmentFileTests.read("a.npy", bytes).errors == [code]) }
  }
}
