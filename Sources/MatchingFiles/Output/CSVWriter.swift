/// Writes CSV (RFC 4180) with LF line ends: a header and rows of the same width.
///
/// Free text that a spreadsheet would take for a formula gets an apostrophe in front.
public struct CSVWriter {
  public enum Cell {
    /// Written by people: neutralised.
    case text(String)
    /// An identifier, a code, a list of them: written as it is.
    case exact(String)
    case integer(Int)
    case blank
  }

  public private(set) var bytes: [UInt8] = []
  private let columnCount: Int

  public init(columns: [String]) {
    columnCount = columns.count
    append(columns.map(Cell.exact))
  }

  /// - Precondition: as many cells as columns.
  public mutating func append(_ row: [Cell]) {
    precondition(row.count == columnCount, "a cell for each column")
    for (index, cell) in row.enumerated() {
      if index > 0 { bytes.append(UInt8(ascii: ",")) }
      switch cell {
      case .text(let text): append(quotingWhereNeeded: Self.isFormula(text) ? "'" + text : text)
      case .exact(let text): append(quotingWhereNeeded: text)
      case .integer(let value): bytes.append(contentsOf: String(value).utf8)
      case .blank: break
      }
    }
    bytes.append(UInt8(ascii: "\n"))
  }

  /// Whether a spreadsheet would compute a text: by its first scalar, full-width forms included.
  private static func isFormula(_ text: String) -> Bool {
    switch text.unicodeScalars.first {
    case "=", "+", "-", "@", "\t", "\r", "\n", "\u{FF1D}", "\u{FF0B}", "\u{FF0D}", "\u{FF20}": true
    default: false
    }
  }

  private mutating func append(quotingWhereNeeded text: String) {
    let needsQuotes = text.utf8.contains { [0x22, 0x2C, 0x0A, 0x0D].contains($0) }
    guard needsQuotes else {
      bytes.append(contentsOf: text.utf8)
      return
    }
    bytes.append(UInt8(ascii: "\""))
    for byte in text.utf8 {
      if byte == UInt8(ascii: "\"") { bytes.append(byte) }
      bytes.append(byte)
    }
    bytes.append(UInt8(ascii: "\""))
  }
}
