/// A JSON file in memory: its value, and the way back from a value to its place in the text.
public struct JSONDocument: Sendable {
  public let root: JSONValue
  private let bytes: [UInt8]

  /// Reads the bytes of a file.
  /// - Parameters:
  ///   - file: its path, for the diagnostics.
  ///   - exitCode: of what is wrong with it, `data` or `configuration`.
  /// - Throws: ``InputErrors`` when the bytes are not strict JSON (see ``JSONReader``).
  public init(_ bytes: [UInt8], file: String, exitCode: ExitCode = .data) throws(InputErrors) {
    var log = FileLog(path: file, exitCode: exitCode)
    if let document = JSONDocument(bytes, log: &log) {
      self = document
    } else {
      throw InputErrors([log]) ?? InputErrors([Diagnostic(.syntax, file: file, message: "this is no JSON")])
    }
  }

  /// - Returns: nil when the text is not JSON; the reason is in the log.
  init?(_ bytes: [UInt8], log: inout FileLog) {
    guard let start = TextScreen.start(of: bytes, log: &log) else { return nil }
    do {
      root = try JSONReader.value(of: bytes, start: start)
      self.bytes = bytes
    } catch {
      log.report(
        error.code, at: TextPosition(ofByte: error.offset, in: bytes), error.message, expected: error.expected)
      return nil
    }
  }

  /// Where the value of a JSON Pointer (RFC 6901) starts; of the nearest value around it when there is none. A name is
  /// found where it is written, not its value, when `ofName` is true.
  ///
  /// Reads the text again: for diagnostics only.
  public func position(of pointer: String, ofName: Bool = false) -> TextPosition {
    let tokens = pointer.utf8.split(separator: UInt8(ascii: "/"), omittingEmptySubsequences: false).dropFirst()
      .map { String(decoding: Self.unescaped($0.map { $0 }), as: UTF8.self) }
    var locator = JSONLocator(bytes)
    return TextPosition(ofByte: locator.offset(of: tokens, ofName: ofName), in: bytes)
  }

  /// The name of a member as a token of a pointer.
  static func token(_ name: String) -> String {
    var token = ""
    for scalar in name.unicodeScalars {
      switch scalar {
      case "~": token += "~0"
      case "/": token += "~1"
      default: token.unicodeScalars.append(scalar)
      }
    }
    return token
  }

  private static func unescaped(_ token: [UInt8]) -> [UInt8] {
    var text: [UInt8] = []
    var isEscape = false
    for byte in token {
      if isEscape {
        text.append(byte == UInt8(ascii: "1") ? UInt8(ascii: "/") : UInt8(ascii: "~"))
        isEscape = false
      } else if byte == UInt8(ascii: "~") {
        isEscape = true
      } else {
        text.append(byte)
      }
    }
    return text
  }
}

/// Walks over text already known to be JSON.
private struct JSONLocator {
  private let bytes: [UInt8]
  private var index = 0

  init(_ bytes: [UInt8]) {
    self.bytes = bytes
    if bytes.starts(with: [0xEF, 0xBB, 0xBF]) { index = 3 }
  }

  mutating func offset(of tokens: [String], ofName: Bool) -> Int {
    skipSpace()
    var found = index
    for (depth, token) in tokens.enumerated() {
      guard let name = enter(token) else { break }
      found = ofName && depth == tokens.count - 1 ? name : index
    }
    return found
  }

  /// Goes to the element of this name or index of the container that starts here.
  /// - Returns: where its name starts (for an element of an array, itself); nil when there is no such element.
  private mutating func enter(_ token: String) -> Int? {
    let isObject = bytes[index] == UInt8(ascii: "{")
    guard isObject || bytes[index] == UInt8(ascii: "[") else { return nil }
    index += 1
    var count = 0
    skipSpace()
    while bytes[index] != UInt8(ascii: "}"), bytes[index] != UInt8(ascii: "]") {
      let start = index
      var isWanted = token == String(count)
      if isObject {
        skipValue()
        isWanted = (try? JSONReader.value(of: Array(bytes[start..<index]), start: 0)) == .string(token)
        skipSpace()
        index += 1
        skipSpace()
      }
      if isWanted { return start }
      skipValue()
      skipSpace()
      if bytes[index] == UInt8(ascii: ",") { index += 1 }
      skipSpace()
      count += 1
    }
    return nil
  }

  private mutating func skipSpace() {
    while index < bytes.count, [0x20, 0x0A, 0x0D, 0x09].contains(bytes[index]) { index += 1 }
  }

  private mutating func skipValue() {
    var depth = 0
    repeat {
      switch bytes[index] {
      case UInt8(ascii: "\""):
        index += 1
        while bytes[index] != UInt8(ascii: "\"") { index += bytes[index] == UInt8(ascii: "\\") ? 2 : 1 }
        index += 1
      case UInt8(ascii: "{"), UInt8(ascii: "["):
        depth += 1
        index += 1
      case UInt8(ascii: "}"), UInt8(ascii: "]"):
        depth -= 1
        index += 1
      case UInt8(ascii: ","), UInt8(ascii: ":"), 0x20, 0x0A, 0x0D, 0x09: index += 1
      default:
        while index < bytes.count, !",]} \n\r\t".utf8.contains(bytes[index]) { index += 1 }
      }
    } while depth > 0
  }
}
