/// Writes a ``JSONValue`` as text, always the same bytes for the same value: members in their given order, two spaces of
/// indentation, an array of plain numbers on one line, one final newline.
public struct JSONWriter {
  private var output: [UInt8] = []

  private init() {}

  /// The text of a value as UTF-8.
  /// - Precondition: every decimal is finite.
  public static func bytes(of value: JSONValue) -> [UInt8] {
    var writer = JSONWriter()
    writer.write(value, depth: 0)
    writer.output.append(UInt8(ascii: "\n"))
    return writer.output
  }

  private mutating func write(_ value: JSONValue, depth: Int) {
    switch value {
    case .null: output.append(contentsOf: "null".utf8)
    case .boolean(let value): output.append(contentsOf: (value ? "true" : "false").utf8)
    case .integer(let value): output.append(contentsOf: String(value).utf8)
    case .decimal(let value): write(decimal: value)
    case .string(let text): write(string: text)
    case .array(let elements): write(array: elements, depth: depth)
    case .object(let members): write(object: members, depth: depth)
    }
  }

  private mutating func write(array elements: [JSONValue], depth: Int) {
    let isPlain = elements.allSatisfy { $0.number != nil || $0 == .null }
    output.append(UInt8(ascii: "["))
    for (index, element) in elements.enumerated() {
      if index > 0 { output.append(contentsOf: (isPlain ? ", " : ",").utf8) }
      if !isPlain { startLine(depth: depth + 1) }
      write(element, depth: depth + 1)
    }
    if !isPlain { startLine(depth: depth) }
    output.append(UInt8(ascii: "]"))
  }

  private mutating func write(object members: [JSONValue.Member], depth: Int) {
    output.append(UInt8(ascii: "{"))
    for (index, member) in members.enumerated() {
      if index > 0 { output.append(UInt8(ascii: ",")) }
      startLine(depth: depth + 1)
      write(string: member.name)
      output.append(contentsOf: ": ".utf8)
      write(member.value, depth: depth + 1)
    }
    if !members.isEmpty { startLine(depth: depth) }
    output.append(UInt8(ascii: "}"))
  }

  private mutating func startLine(depth: Int) {
    output.append(UInt8(ascii: "\n"))
    output.append(contentsOf: repeatElement(UInt8(ascii: " "), count: 2 * depth))
  }

  /// The shortest digits that read back as the same number; whole numbers without a fraction.
  private mutating func write(decimal value: Double) {
    precondition(value.isFinite, "JSON has no infinity and no NaN")
    var text = value.description
    if text.hasSuffix(".0") { text.removeLast(2) }
    output.append(contentsOf: text.utf8)
  }

  /// Escapes what RFC 8259 demands, and what could be taken for markup or reorder text where the file is embedded or
  /// shown: `<`, `>`, `&`, line separators and direction controls. Works on scalars, so that a combining mark cannot
  /// hide a quotation mark.
  private mutating func write(string text: String) {
    output.append(UInt8(ascii: "\""))
    if text.utf8.allSatisfy(Self.isPlain) {
      output.append(contentsOf: text.utf8)
      output.append(UInt8(ascii: "\""))
      return
    }
    for scalar in text.unicodeScalars {
      switch scalar.value {
      case 0x22: output.append(contentsOf: "\\\"".utf8)
      case 0x5C: output.append(contentsOf: "\\\\".utf8)
      case 0x0A: output.append(contentsOf: "\\n".utf8)
      case 0x0D: output.append(contentsOf: "\\r".utf8)
      case 0x09: output.append(contentsOf: "\\t".utf8)
      case 0x00...0x1F, 0x3C, 0x3E, 0x26, 0x7F...0x9F, 0x2028, 0x2029, 0xFEFF: write(escaped: scalar)
      case _ where VisibleText.isDirectionControl(scalar): write(escaped: scalar)
      default: output.append(contentsOf: UTF8.encode(scalar) ?? UTF8.encodedReplacementCharacter)
      }
    }
    output.append(UInt8(ascii: "\""))
  }

  /// ASCII that stands for itself: nearly all text of this package, which is worth a short way.
  private static func isPlain(_ byte: UInt8) -> Bool {
    switch byte {
    case 0x20...0x7E:
      byte != UInt8(ascii: "\"") && byte != UInt8(ascii: "\\") && byte != UInt8(ascii: "<")
        && byte != UInt8(ascii: ">") && byte != UInt8(ascii: "&")
    default: false
    }
  }

  /// - Precondition: the scalar lies in the basic plane, as all escaped ones do.
  private mutating func write(escaped scalar: Unicode.Scalar) {
    let digits = String(scalar.value, radix: 16)
    output.append(contentsOf: "\\u".utf8)
    for _ in digits.utf8.count..<4 { output.append(UInt8(ascii: "0")) }
    output.append(contentsOf: digits.utf8)
  }
}
