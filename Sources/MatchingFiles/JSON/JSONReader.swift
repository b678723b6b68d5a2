/// What is wrong with a JSON text.
struct JSONFault: Error {
  let code: DiagnosticCode
  /// Where, as a byte offset.
  let offset: Int
  let message: String
  var expected: String?
}

/// Reads JSON (RFC 8259) strictly: one value, no comments, no trailing commas, no member twice, no half surrogates.
///
/// Bytes are text already screened as UTF-8. Recursion is bounded by ``maximumDepth``. Whole numbers that fit become
/// `integer`; numbers written with a fraction or an exponent become `decimal`.
struct JSONReader {
  static let maximumDepth = 64
  static let maximumStringByteCount = 1 << 20

  private let bytes: [UInt8]
  private var index: Int

  static func value(of bytes: [UInt8], start: Int) throws(JSONFault) -> JSONValue {
    var reader = JSONReader(bytes: bytes, index: start)
    reader.skipSpace()
    guard reader.index < bytes.count else {
      throw JSONFault(code: .emptyDocument, offset: 0, message: "nothing here", expected: "a JSON object")
    }
    let value = try reader.value(depth: 1)
    reader.skipSpace()
    guard reader.index == bytes.count else {
      throw JSONFault(code: .trailingText, offset: reader.index, message: "text after the end of the value")
    }
    return value
  }

  private init(bytes: [UInt8], index: Int) {
    self.bytes = bytes
    self.index = index
  }

  private var next: UInt8? { index < bytes.count ? bytes[index] : nil }

  private mutating func skipSpace() {
    while let byte = next, byte == 0x20 || byte == 0x0A || byte == 0x0D || byte == 0x09 { index += 1 }
  }

  private func fault(_ expected: String) -> JSONFault {
    JSONFault(
      code: .syntax, offset: index, message: index < bytes.count ? "this is no JSON" : "the text ends too early",
      expected: expected)
  }

  private mutating func value(depth: Int) throws(JSONFault) -> JSONValue {
    guard let first = next else { throw fault("a value") }
    switch first {
    case UInt8(ascii: "{"): return try object(depth: depth)
    case UInt8(ascii: "["): return try array(depth: depth)
    case UInt8(ascii: "\""): return .string(try string())
    case UInt8(ascii: "t"): return try word("true", .boolean(true))
    case UInt8(ascii: "f"): return try word("false", .boolean(false))
    case UInt8(ascii: "n"): return try word("null", .null)
    case UInt8(ascii: "-"), UInt8(ascii: "0")...UInt8(ascii: "9"): return try number()
    default: throw fault("a value")
    }
  }

  private mutating func word(_ word: StaticString, _ value: JSONValue) throws(JSONFault) -> JSONValue {
    let text = word.description.utf8
    guard bytes[index...].starts(with: text) else { throw fault("true, false or null") }
    index += text.count
    return value
  }

  private func checkDepth(_ depth: Int) throws(JSONFault) {
    guard depth <= Self.maximumDepth else {
      throw JSONFault(
        code: .tooDeep, offset: index, message: "values nested too deeply",
        expected: "at most \(Self.maximumDepth) levels")
    }
  }

  private mutating func array(depth: Int) throws(JSONFault) -> JSONValue {
    try checkDepth(depth)
    let opener = index
    index += 1
    var elements: [JSONValue] = []
    skipSpace()
    if next == UInt8(ascii: "]") {
      index += 1
      return .array([])
    }
    while true {
      skipSpace()
      elements.append(try value(depth: depth + 1))
      if try endsContainer(with: UInt8(ascii: "]"), opener: opener) { return .array(elements) }
    }
  }

  private mutating func object(depth: Int) throws(JSONFault) -> JSONValue {
    try checkDepth(depth)
    let opener = index
    index += 1
    var members: [JSONValue.Member] = []
    var offsetOfName = MemberOffsets()
    skipSpace()
    if next == UInt8(ascii: "}") {
      index += 1
      return .object([])
    }
    while true {
      skipSpace()
      let offset = index
      guard next == UInt8(ascii: "\"") else { throw fault("a member's name between double quotation marks") }
      let name = try string()
      if let first = offsetOfName.insert(name, at: offset) {
        let position = TextPosition(ofByte: first, in: bytes)
        throw JSONFault(
          code: .repeatedMember, offset: offset,
          message: "a member that occurs twice, first in line \(position.line), column \(position.column)")
      }
      skipSpace()
      guard next == UInt8(ascii: ":") else { throw fault("a colon") }
      index += 1
      skipSpace()
      members.append(JSONValue.Member(name, try value(depth: depth + 1)))
      if try endsContainer(with: UInt8(ascii: "}"), opener: opener) { return .object(members) }
    }
  }

  /// Goes over a comma (false) or the closing bracket (true).
  private mutating func endsContainer(with closer: UInt8, opener: Int) throws(JSONFault) -> Bool {
    skipSpace()
    switch next {
    case UInt8(ascii: ","):
      index += 1
      return false
    case closer:
      index += 1
      return true
    default:
      let start = TextPosition(ofByte: opener, in: bytes)
      let bracket = closer == UInt8(ascii: "]") ? "]" : "}"
      throw fault("a comma, or \(bracket) for the bracket of line \(start.line), column \(start.column)")
    }
  }

  private mutating func number() throws(JSONFault) -> JSONValue {
    let start = index
    var isWhole = true
    if next == UInt8(ascii: "-") { index += 1 }
    let leading = next
    let digitCount = try skipDigits()
    if leading == UInt8(ascii: "0") && digitCount > 1 {
      index = start
      throw fault("a number without leading zeros")
    }
    if next == UInt8(ascii: ".") {
      isWhole = false
      index += 1
      _ = try skipDigits()
    }
    if let byte = next, byte == UInt8(ascii: "e") || byte == UInt8(ascii: "E") {
      isWhole = false
      index += 1
      if let sign = next, sign == UInt8(ascii: "+") || sign == UInt8(ascii: "-") { index += 1 }
      _ = try skipDigits()
    }
    let text = bytes[start..<index]
    let tooLarge = JSONFault(code: .numberTooLarge, offset: start, message: "a number that cannot be represented")
    guard text.count <= 400 else { throw tooLarge }
    if isWhole {
      guard let integer = Int(String(decoding: text, as: UTF8.self)) else { throw tooLarge }
      return .integer(integer)
    }
    // The grammar is checked; the standard library rounds correctly on every machine.
    guard let decimal = Double(String(decoding: text, as: UTF8.self)), decimal.isFinite else { throw tooLarge }
    return .decimal(decimal)
  }

  private mutating func skipDigits() throws(JSONFault) -> Int {
    let start = index
    while let byte = next, ASCII.isDigit(byte) { index += 1 }
    guard index > start else { throw fault("a digit") }
    return index - start
  }

  // MARK: Strings

  private mutating func string() throws(JSONFault) -> String {
    let opener = index
    index += 1
    let start = index
    while let byte = next, byte != UInt8(ascii: "\""), byte != UInt8(ascii: "\\"), byte >= 0x20 { index += 1 }
    if next == UInt8(ascii: "\"") {
      try checkLength(index - start, opener)
      index += 1
      return String(decoding: bytes[start..<(index - 1)], as: UTF8.self)
    }
    var text = Array(bytes[start..<index])
    while let byte = next {
      try checkLength(text.count, opener)
      switch byte {
      case UInt8(ascii: "\""):
        index += 1
        return String(decoding: text, as: UTF8.self)
      case UInt8(ascii: "\\"): text.append(contentsOf: try escape())
      case 0x00..<0x20: throw fault("control characters written as \\u00XX")
      default:
        text.append(byte)
        index += 1
      }
    }
    throw fault("a closing quotation mark")
  }

  private func checkLength(_ count: Int, _ opener: Int) throws(JSONFault) {
    guard count <= Self.maximumStringByteCount else {
      throw JSONFault(
        code: .stringTooLong, offset: opener, message: "a string too long",
        expected: "at most \(Self.maximumStringByteCount) bytes")
    }
  }

  private mutating func escape() throws(JSONFault) -> [UInt8] {
    let start = index
    index += 1
    guard let byte = next else { throw fault("the rest of an escape") }
    index += 1
    switch byte {
    case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "/"): return [byte]
    case UInt8(ascii: "b"): return [0x08]
    case UInt8(ascii: "f"): return [0x0C]
    case UInt8(ascii: "n"): return [0x0A]
    case UInt8(ascii: "r"): return [0x0D]
    case UInt8(ascii: "t"): return [0x09]
    case UInt8(ascii: "u"): return try unicodeEscape(start)
    default:
      index -= 1
      throw fault("one of the escapes of JSON")
    }
  }

  private mutating func unicodeEscape(_ start: Int) throws(JSONFault) -> [UInt8] {
    let bad = JSONFault(
      code: .badStringScalar, offset: start, message: "a zero character or half a surrogate pair in a string")
    var value = UInt32(try codeUnit())
    if (0xD800...0xDBFF).contains(value) {
      guard next == UInt8(ascii: "\\"), index + 1 < bytes.count, bytes[index + 1] == UInt8(ascii: "u") else {
        throw bad
      }
      index += 2
      let low = UInt32(try codeUnit())
      guard (0xDC00...0xDFFF).contains(low) else { throw bad }
      value = 0x10000 + (value - 0xD800) << 10 + (low - 0xDC00)
    }
    guard value != 0, let scalar = Unicode.Scalar(value), let encoded = UTF8.encode(scalar) else { throw bad }
    return Array(encoded)
  }

  private mutating func codeUnit() throws(JSONFault) -> UInt16 {
    var value: UInt16 = 0
    for _ in 0..<4 {
      guard let byte = next, let digit = Character(Unicode.Scalar(byte)).hexDigitValue else {
        throw fault("four hexadecimal digits")
      }
      value = value << 4 | UInt16(digit)
      index += 1
    }
    return value
  }
}

/// Where the members of one object start: a list while they are few, a table beyond.
private struct MemberOffsets {
  private var few: [(name: String, offset: Int)] = []
  private var many: [String: Int] = [:]

  /// - Returns: where the name was before, if it was.
  mutating func insert(_ name: String, at offset: Int) -> Int? {
    if few.count < 16 {
      if let known = few.first(where: { $0.name == name }) { return known.offset }
      few.append((name, offset))
      return nil
    }
    if many.isEmpty { for known in few { many[known.name] = known.offset } }
    return many.updateValue(offset, forKey: name)
  }
}
