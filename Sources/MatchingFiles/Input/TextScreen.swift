/// Decides whether bytes are the text they should be, before anything else looks at them: UTF-8, without characters that
/// control a terminal or reorder text.
enum TextScreen {
  /// - Returns: where the text starts (after a byte order mark), or nil when the file cannot be read as text; the reason
  ///   is in the log.
  static func start(of bytes: [UInt8], log: inout FileLog) -> Int? {
    if let foreign = foreignFormat(bytes) {
      log.report(foreign.code, at: .start, foreign.message, expected: "text in UTF-8", remedy: foreign.remedy)
      return nil
    }
    let start = bytes.starts(with: byteOrderMark) ? 3 : 0
    return scan(bytes, from: start, log: &log) ? start : nil
  }

  private static let byteOrderMark: [UInt8] = [0xEF, 0xBB, 0xBF]

  private static func foreignFormat(_ bytes: [UInt8]) -> (code: DiagnosticCode, message: String, remedy: String)? {
    let saveAsUTF8 = "Save the file again as UTF-8."
    // UTF-32 first: its little-endian mark starts with that of UTF-16.
    if bytes.starts(with: [0xFF, 0xFE, 0, 0]) || bytes.starts(with: [0, 0, 0xFE, 0xFF]) {
      return (.wideEncoding, "the file is in UTF-32", saveAsUTF8)
    }
    if bytes.starts(with: [0xFF, 0xFE]) || bytes.starts(with: [0xFE, 0xFF]) {
      return (.wideEncoding, "the file is in UTF-16", saveAsUTF8)
    }
    let archives: [[UInt8]] = [Array("PK\u{3}\u{4}".utf8), [0x1F, 0x8B], [0xD0, 0xCF, 0x11, 0xE0]]
    if archives.contains(where: bytes.starts(with:)) {
      return (.notText, "this is a spreadsheet or an archive", "Open it and save each sheet as CSV in UTF-8.")
    }
    let head = bytes.prefix(64).drop { $0 <= 0x20 }.map(ASCII.lowercased)
    if ["<!doctype", "<html", "<?xml", "%pdf-"].contains(where: { head.starts(with: $0.utf8) }) {
      return (.notText, "this is a web page or a document", "Export the table as CSV in UTF-8.")
    }
    return nil
  }

  /// - Returns: false when the rest of the file makes no sense after what was found.
  private static func scan(_ bytes: [UInt8], from start: Int, log: inout FileLog) -> Bool {
    let text = bytes.span
    var index = start
    var line = 1
    var lineStart = 0
    var isReadable = true
    while index < text.count {
      let byte = text[index]
      if byte >= 0x20 && byte < 0x7F {
        index += 1
        continue
      }
      let position = TextPosition(line: line, column: index - lineStart + 1)
      switch byte {
      case 0x0A:
        index += 1
        line += 1
        lineStart = index
      case 0x09, 0x0D: index += 1
      case 0x00:
        log.report(.zeroByte, at: position, "a zero byte", remedy: "Save the file again as UTF-8.")
        return false
      case 0x01..<0x20, 0x7F:
        log.report(.controlCharacter, at: position, "a control character", remedy: "Remove the character.")
        isReadable = false
        index += 1
      default:
        guard let (scalar, length) = scalar(in: text, at: index) else {
          log.report(
            .invalidUTF8, at: position, "bytes that are not UTF-8", remedy: "Save the file again as UTF-8.")
          return false
        }
        if let fault = fault(of: scalar) {
          log.report(fault.code, at: position, fault.message, remedy: fault.remedy)
          isReadable = isReadable && fault.code.severity == .warning
        }
        index += length
      }
    }
    return isReadable
  }

  private static func fault(of scalar: UInt32) -> (code: DiagnosticCode, message: String, remedy: String)? {
    switch scalar {
    case 0x80...0x9F: return (.controlCharacter, "a control character", "Remove the character.")
    case 0xFEFF: return (.repeatedByteOrderMark, "a byte order mark inside the text", "Remove the character.")
    case 0xFFFD:
      return (.replacementCharacter, "a replacement character: text was lost earlier", "Export the data again.")
    default:
      guard let known = Unicode.Scalar(scalar), VisibleText.isDirectionControl(known) else { return nil }
      return (.directionControl, "a character that reorders the text around it", "Remove the character.")
    }
  }

  /// The scalar that starts at `index`, by the table of well-formed sequences (Unicode 3.9, table 3-7): no overlong
  /// forms, no surrogates, nothing above U+10FFFF. The first byte is 0x80 or above.
  private static func scalar(in text: Span<UInt8>, at index: Int) -> (scalar: UInt32, length: Int)? {
    let lead = text[index]
    let length: Int
    var allowed: ClosedRange<UInt8> = 0x80...0xBF
    switch lead {
    case 0xC2...0xDF: length = 2
    case 0xE0: (length, allowed) = (3, 0xA0...0xBF)
    case 0xED: (length, allowed) = (3, 0x80...0x9F)
    case 0xE1...0xEF: length = 3
    case 0xF0: (length, allowed) = (4, 0x90...0xBF)
    case 0xF1...0xF3: length = 4
    case 0xF4: (length, allowed) = (4, 0x80...0x8F)
    default: return nil
    }
    guard index + length <= text.count else { return nil }
    var scalar = UInt32(lead) & (0x7F >> UInt32(length))
    for offset in 1..<length {
      let byte = text[index + offset]
      guard allowed.contains(byte) else { return nil }
      scalar = scalar << 6 | UInt32(byte & 0x3F)
      allowed = 0x80...0xBF
    }
    return (scalar, length)
  }
}
