/// A place in a text file: physical line and byte column, both counted from 1.
public struct TextPosition: Hashable, Comparable, Sendable {
  public let line: Int
  /// In UTF-8 bytes; the byte order mark counts.
  public let column: Int

  public init(line: Int, column: Int) {
    self.line = line
    self.column = column
  }

  /// The first byte of a file.
  public static let start = TextPosition(line: 1, column: 1)

  /// The position of a byte; lines end with LF. Linear in `offset`: for diagnostics only.
  init(ofByte offset: Int, in bytes: [UInt8]) {
    var line = 1
    var lineStart = 0
    for index in 0..<min(offset, bytes.count) where bytes[index] == UInt8(ascii: "\n") {
      line += 1
      lineStart = index + 1
    }
    self.init(line: line, column: offset - lineStart + 1)
  }

  public static func < (a: TextPosition, b: TextPosition) -> Bool { (a.line, a.column) < (b.line, b.column) }
}
