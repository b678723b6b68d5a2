/// The words of a text file, separated by spaces, tabs and line ends, each with its place.
struct NumberTokens {
  struct Token {
    let text: ArraySlice<UInt8>
    let position: TextPosition
  }

  private let bytes: [UInt8]
  private var index: Int
  private var line = 1
  private var lineStart = 0

  /// - Parameter start: where the text starts; ``TextScreen`` has accepted it.
  init(_ bytes: [UInt8], start: Int) {
    self.bytes = bytes
    index = start
  }

  /// Where the next token would start.
  var position: TextPosition { TextPosition(line: line, column: index - lineStart + 1) }

  /// The next word of the file, nil at its end.
  mutating func next() -> Token? {
    skipSpace(acrossLines: true)
    return word()
  }

  /// All words of the next line that has any, nil at the end of the file.
  mutating func nextLine() -> [Token]? {
    skipSpace(acrossLines: true)
    guard index < bytes.count else { return nil }
    var tokens: [Token] = []
    while let token = word() {
      tokens.append(token)
      skipSpace(acrossLines: false)
    }
    return tokens
  }

  private mutating func word() -> Token? {
    let position = position
    let start = index
    while index < bytes.count, bytes[index] > 0x20 { index += 1 }
    return index > start ? Token(text: bytes[start..<index], position: position) : nil
  }

  private mutating func skipSpace(acrossLines: Bool) {
    while index < bytes.count, bytes[index] <= 0x20 {
      if bytes[index] == UInt8(ascii: "\n") {
        if !acrossLines { return }
        line += 1
        lineStart = index + 1
      }
      index += 1
    }
  }
}

extension NumberTokens.Token {
  /// A count or an index within a range.
  /// - Returns: nil when it is something else; the reason is in the log.
  func integer(in range: ClosedRange<Int>, _ what: String, log: inout FileLog) -> Int? {
    guard let value = try? NumberParser.integer(text, in: .min...(.max)) else {
      log.report(.notANumber, at: position, "not a whole number", expected: what)
      return nil
    }
    guard range.contains(value) else {
      log.report(
        .unknownIndex, at: position, "a number out of range",
        expected: "\(what), \(range.lowerBound) to \(range.upperBound)")
      return nil
    }
    return value
  }
}
