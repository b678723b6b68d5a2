import AssignmentSolvers

/// Reads a NumPy array file (`.npy`, format 1.0 to 3.0): a table of two dimensions, row by row or column by column, of
/// integers or of 32- or 64-bit floating-point numbers, little-endian.
///
/// Reference: *NEP 1 — A simple file format for NumPy arrays*, numpy.org/neps.
enum NumPyReader {
  static let magic: [UInt8] = [0x93] + Array("NUMPY".utf8)

  static func content(of bytes: [UInt8], _ costs: inout CostCollector, log: inout FileLog) -> AssignmentContent? {
    guard let header = NumPyHeader(bytes, log: &log) else { return nil }
    let (rowCount, columnCount) = (header.rowCount, header.columnCount)
    let size = header.type.byteCount
    let (pairCount, overflow) = rowCount.multipliedReportingOverflow(by: columnCount)
    let held = bytes.count - header.dataStart
    guard !overflow, pairCount <= Int.max / 8, held == pairCount * size else {
      log.report(
        .entryCount, at: nil, "the file holds \(held) bytes of numbers",
        expected: "\(rowCount) × \(columnCount) numbers of \(size) bytes")
      return nil
    }
    for row in 0..<rowCount {
      for column in 0..<columnCount {
        let index = header.isByColumns ? column * rowCount + row : row * columnCount + column
        do throws(ValueFault) {
          try append(header.type, bytes, at: header.dataStart + index * size, to: &costs)
        } catch {
          log.report(
            error.code, at: nil, "row \(row + 1), column \(column + 1): \(error.message)", expected: error.expected,
            remedy: error.remedy)
          guard log.errorCount < InputErrors.shownLimit else { return nil }
        }
      }
    }
    return AssignmentFileReader.table(rowCount: rowCount, columnCount: columnCount, costs, log: &log)
  }

  private static func append(
    _ type: NumPyHeader.Element, _ bytes: [UInt8], at start: Int, to costs: inout CostCollector
  ) throws(ValueFault) {
    var pattern: UInt64 = 0
    for offset in 0..<type.byteCount { pattern |= UInt64(bytes[start + offset]) << UInt64(8 * offset) }
    switch type {
    case .float32: try costs.append(Float(bitPattern: UInt32(truncatingIfNeeded: pattern)))
    case .float64: try costs.append(Double(bitPattern: pattern))
    case .unsigned:
      guard let whole = Int64(exactly: pattern) else {
        throw ValueFault(code: .numberOutOfRange, message: "a number out of range")
      }
      try costs.append(DecimalNumber(whole: whole))
    case .signed(let size):
      let unused = UInt64(64 - 8 * size)
      try costs.append(DecimalNumber(whole: Int64(bitPattern: pattern << unused) >> Int64(unused)))
    }
  }
}

/// What the header of a NumPy array file says.
struct NumPyHeader {
  enum Element: Equatable {
    case signed(Int)
    case unsigned(Int)
    case float32
    case float64

    var byteCount: Int {
      switch self {
      case .signed(let size), .unsigned(let size): size
      case .float32: 4
      case .float64: 8
      }
    }
  }

  let type: Element
  let rowCount: Int
  let columnCount: Int
  /// Whether the columns lie one after the other (Fortran's order).
  let isByColumns: Bool
  let dataStart: Int

  init?(_ bytes: [UInt8], log: inout FileLog) {
    guard bytes.count >= 12, bytes.starts(with: NumPyReader.magic), (1...3).contains(bytes[6]) else {
      log.report(.notNumPy, at: nil, "this is no NumPy array file", expected: "a .npy file of format 1.0 to 3.0")
      return nil
    }
    let start = bytes[6] == 1 ? 10 : 12
    var length = 0
    for index in (8..<start).reversed() { length = length << 8 | Int(bytes[index]) }
    guard length <= 65_535, start + length <= bytes.count else {
      log.report(.notNumPy, at: nil, "the header of the array is cut off or too long")
      return nil
    }
    dataStart = start + length
    let text = bytes[start..<dataStart]
    guard let description = Self.value(of: "descr", in: text), let order = Self.value(of: "fortran_order", in: text),
      let shape = Self.value(of: "shape", in: text), let isByColumns = ["True": true, "False": false][order]
    else {
      log.report(.notNumPy, at: nil, "the header of the array is not understood")
      return nil
    }
    guard let type = Self.types[description] else {
      log.report(
        .unsupportedArray, at: nil, "an array of a type that is not read",
        expected: "integers or floating-point numbers of 32 or 64 bits, little-endian",
        remedy: "Save it again with .astype(\"<i4\") or .astype(\"<f8\").")
      return nil
    }
    let sides = shape.split(separator: ",").map { $0.drop { $0 == " " } }.map { Int($0) }
    guard sides.count == 2, let rowCount = sides[0], let columnCount = sides[1], rowCount >= 0, columnCount >= 0 else {
      log.report(.unsupportedArray, at: nil, "an array of \(sides.count) dimensions", expected: "2: rows and columns")
      return nil
    }
    self.type = type
    self.rowCount = rowCount
    self.columnCount = columnCount
    self.isByColumns = isByColumns
  }

  private static let types: [String: Element] = [
    "'|i1'": .signed(1), "'<i2'": .signed(2), "'<i4'": .signed(4), "'<i8'": .signed(8), "'|u1'": .unsigned(1),
    "'<u2'": .unsigned(2), "'<u4'": .unsigned(4), "'<u8'": .unsigned(8), "'<f4'": .float32, "'<f8'": .float64,
  ]

  /// The text of a member of the header, a Python dictionary of three: up to its comma, or within its parentheses.
  private static func value(of name: String, in text: ArraySlice<UInt8>) -> String? {
    let key = Array("'\(name)':".utf8)
    guard let found = text.indices.first(where: { text[$0...].starts(with: key) }) else { return nil }
    let rest = text[(found + key.count)...].drop { $0 == UInt8(ascii: " ") }
    let isTuple = rest.first == UInt8(ascii: "(")
    let end = UInt8(ascii: isTuple ? ")" : ",")
    guard let last = rest.firstIndex(of: end) else { return nil }
    return String(decoding: rest[(isTuple ? rest.startIndex + 1 : rest.startIndex)..<last], as: UTF8.self)
  }
}
