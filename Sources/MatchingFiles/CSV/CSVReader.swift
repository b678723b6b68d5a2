/// A field of a CSV file: where its content lies, and where it starts for the reader of a message.
struct CSVField {
  /// Without the surrounding quotation marks.
  let content: Range<Int>
  /// Of the first byte of the field, its opening quotation mark included.
  let position: TextPosition
  /// Whether the content holds doubled quotation marks.
  let hasDoubledQuotes: Bool
}

/// Reads CSV (RFC 4180) by bytes, strictly: commas (or tabs, when asked), quotation marks doubled inside quoted fields,
/// lines ended by LF or CRLF. Anything else is reported. One pass, linear time; the rows are not stored.
struct CSVReader {
  private let bytes: [UInt8]
  private let limits: InputLimits
  private let delimiter: UInt8
  private var index: Int
  private var line = 1
  private var lineStart = 0
  private var hasPlainLineEnd = false
  private var hasCRLF = false
  private var hasWarnedOfLineEnds = false
  private var rowCount = 0
  /// Where the first blank line since the last row was; blank lines at the end of the file are no fault.
  private var blankLine: TextPosition?

  /// Whether the last row read is malformed and must not be interpreted.
  private(set) var isRowFaulty = false
  /// The fields of the last row read.
  private(set) var fields: [CSVField] = []

  /// - Parameters:
  ///   - start: where the text starts; ``TextScreen`` has accepted it.
  ///   - delimiter: a comma or a tab.
  init(_ bytes: [UInt8], start: Int, limits: InputLimits, delimiter: UInt8 = UInt8(ascii: ",")) {
    self.bytes = bytes
    self.limits = limits
    self.delimiter = delimiter
    index = start
  }

  /// The content of a field, quotation marks undone.
  func text(of field: CSVField) -> ArraySlice<UInt8> {
    let raw = bytes[field.content]
    guard field.hasDoubledQuotes else { return raw }
    var text: [UInt8] = []
    var isSecond = false
    for byte in raw {
      isSecond = byte == quote && !isSecond
      if byte != quote || isSecond { text.append(byte) }
    }
    return text[...]
  }

  /// Reads the next row that is not blank into ``fields``.
  /// - Returns: false at the end of the file, and after a fault that makes the rest meaningless.
  mutating func readRow(log: inout FileLog) -> Bool {
    fields.removeAll(keepingCapacity: true)
    isRowFaulty = false
    skipBlankLines()
    guard index < bytes.count else { return false }
    if let blankLine {
      log.report(.blankLine, at: blankLine, "a blank line", remedy: "Remove the line.")
      self.blankLine = nil
    }
    rowCount += 1
    // The header is a row too.
    guard rowCount <= limits.rowCount + 1 else {
      log.report(.tooManyRows, at: here, "more rows than the limit", expected: "at most \(limits.rowCount)")
      index = bytes.count
      return false
    }
    while true {
      guard readField(log: &log) else {
        index = bytes.count
        return false
      }
      guard fields.count <= limits.columnCount else {
        log.report(
          .tooManyColumns, at: fields.last?.position, "more columns than the limit",
          expected: "at most \(limits.columnCount)")
        index = bytes.count
        return false
      }
      if index < bytes.count && bytes[index] == delimiter {
        index += 1
        continue
      }
      return endLine(log: &log)
    }
  }

  private var quote: UInt8 { UInt8(ascii: "\"") }
  private var lineFeed: UInt8 { UInt8(ascii: "\n") }
  private var carriageReturn: UInt8 { UInt8(ascii: "\r") }

  private var here: TextPosition { TextPosition(line: line, column: index - lineStart + 1) }

  private mutating func skipBlankLines() {
    while index < bytes.count {
      var end = index
      if bytes[end] == carriageReturn { end += 1 }
      guard end < bytes.count, bytes[end] == lineFeed else { return }
      if blankLine == nil { blankLine = here }
      index = end + 1
      line += 1
      lineStart = index
    }
  }

  /// Goes over the end of the line, or of the file.
  private mutating func endLine(log: inout FileLog) -> Bool {
    guard index < bytes.count else { return true }
    let isCRLF = bytes[index] == carriageReturn
    if isCRLF {
      guard index + 1 < bytes.count, bytes[index + 1] == lineFeed else {
        log.report(
          .bareCarriageReturn, at: here, "a line ended by CR alone",
          remedy: "Save the file with Windows (CRLF) or Unix (LF) line ends.")
        index = bytes.count
        return false
      }
      index += 1
    }
    index += 1
    line += 1
    lineStart = index
    if isCRLF { hasCRLF = true } else { hasPlainLineEnd = true }
    if hasCRLF && hasPlainLineEnd && !hasWarnedOfLineEnds {
      hasWarnedOfLineEnds = true
      let previous = TextPosition(line: line - 1, column: 1)
      log.report(.mixedLineEnds, at: previous, "some lines end with CRLF, others with LF alone")
    }
    return true
  }

  /// Reads up to a comma, a line end or the end of the file.
  private mutating func readField(log: inout FileLog) -> Bool {
    index < bytes.count && bytes[index] == quote ? readQuotedField(log: &log) : readBareField(log: &log)
  }

  private mutating func readBareField(log: inout FileLog) -> Bool {
    let position = here
    let start = index
    // A copy of the reference: the scan must not hold the whole reader.
    let bytes = bytes
    let text = bytes.span
    let delimiter = delimiter
    var end = index
    var faultyQuote: Int?
    while end < text.count {
      let byte = text[end]
      if byte > UInt8(ascii: ",") { end += 1; continue }
      if byte == delimiter || byte == UInt8(ascii: "\n") || byte == UInt8(ascii: "\r") { break }
      if byte == UInt8(ascii: "\"") && faultyQuote == nil { faultyQuote = end }
      end += 1
    }
    index = end
    fields.append(CSVField(content: start..<end, position: position, hasDoubledQuotes: false))
    if faultyQuote != nil {
      isRowFaulty = true
      log.report(
        .quoteInsideField, at: position, "a quotation mark inside an unquoted field",
        remedy: "Put the whole field between quotation marks and double the one inside.")
    }
    return checkLength(end - start, at: position, log: &log)
  }

  private mutating func readQuotedField(log: inout FileLog) -> Bool {
    let position = here
    let start = index + 1
    var end = start
    var hasDoubledQuotes = false
    while true {
      guard end < bytes.count else {
        log.report(
          .unclosedQuote, at: position, "a quotation mark that is never closed",
          remedy: "Close it, or double it if it belongs to the text.")
        return false
      }
      let byte = bytes[end]
      if byte == quote {
        guard end + 1 < bytes.count, bytes[end + 1] == quote else { break }
        hasDoubledQuotes = true
        end += 1
      } else if byte == lineFeed {
        line += 1
        lineStart = end + 1
      }
      end += 1
    }
    index = end + 1
    fields.append(CSVField(content: start..<end, position: position, hasDoubledQuotes: hasDoubledQuotes))
    guard checkLength(end - start, at: position, log: &log) else { return false }
    skipTextAfterQuote(of: position, isEscape: end > start && bytes[end - 1] == UInt8(ascii: "\\"), log: &log)
    return true
  }

  private mutating func skipTextAfterQuote(of position: TextPosition, isEscape: Bool, log: inout FileLog) {
    let start = index
    while index < bytes.count, bytes[index] != delimiter, bytes[index] != lineFeed, bytes[index] != carriageReturn {
      index += 1
    }
    guard index > start else { return }
    isRowFaulty = true
    log.report(
      .textAfterQuote, at: position, "text after the closing quotation mark",
      remedy: isEscape
        ? "Write a quotation mark inside a field as two of them, not with a backslash."
        : "Double the quotation marks inside the field.")
  }

  private func checkLength(_ length: Int, at position: TextPosition, log: inout FileLog) -> Bool {
    guard length > limits.fieldByteCount else { return true }
    log.report(
      .fieldTooLong, at: position, "a field of \(length) bytes", expected: "at most \(limits.fieldByteCount)")
    return false
  }
}
