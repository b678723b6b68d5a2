/// An element of a page, read by a parser that accepts nothing but well-formed markup: every element closed in order,
/// every attribute quoted and named once, no `<` or `&` that is not markup.
final class PageElement {
  let name: String
  let attributes: [String: String]
  private(set) var children: [PageElement] = []
  /// The text directly inside, references resolved.
  private(set) var ownText = ""

  private init(_ name: String, _ attributes: [String: String]) {
    self.name = name
    self.attributes = attributes
  }

  /// This element and everything in it, in order.
  var all: [PageElement] { [self] + children.flatMap(\.all) }
  var text: String { ownText + children.map(\.text).joined() }
  func all(_ name: String) -> [PageElement] { all.filter { $0.name == name } }
  func all(styled style: String) -> [PageElement] {
    all.filter { $0.attributes["class"]?.split(separator: " ").contains { $0 == style } ?? false }
  }

  struct Malformed: Error { let offset: Int }

  /// The root element of a page that starts with a document type.
  static func parse(_ bytes: [UInt8]) throws -> PageElement {
    var parser = Parser(bytes: bytes)
    return try parser.page()
  }

  private struct Parser {
    let bytes: [UInt8]
    var index = 0

    mutating func page() throws -> PageElement {
      guard bytes.starts(with: "<!DOCTYPE html>\n".utf8) else { throw Malformed(offset: 0) }
      index = 16
      let document = PageElement("", [:])
      var open = [document]
      while index < bytes.count {
        if bytes[index] != UInt8(ascii: "<") {
          open[open.count - 1].ownText += try text { $0 == UInt8(ascii: "<") }
          continue
        }
        index += 1
        if take("/") {
          guard try name() == open.removeLast().name, take(">"), !open.isEmpty else { throw fault }
          continue
        }
        let element = PageElement(try name(), try attributes())
        open[open.count - 1].children.append(element)
        if take("/") {
          guard take(">") else { throw fault }
        } else {
          guard take(">") else { throw fault }
          open.append(element)
        }
      }
      guard open.count == 1, document.children.count == 1, document.ownText == "\n" else { throw fault }
      return document.children[0]
    }

    private var fault: Malformed { Malformed(offset: index) }

    private mutating func take(_ scalar: Unicode.Scalar) -> Bool {
      guard index < bytes.count, bytes[index] == UInt8(ascii: scalar) else { return false }
      index += 1
      return true
    }

    private mutating func name() throws -> String {
      let start = index
      while index < bytes.count, Self.isNameByte(bytes[index]) { index += 1 }
      guard index > start else { throw fault }
      return String(decoding: bytes[start..<index], as: UTF8.self)
    }

    private static func isNameByte(_ byte: UInt8) -> Bool {
      switch byte {
      case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
        UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"):
        true
      default: false
      }
    }

    private mutating func attributes() throws -> [String: String] {
      var attributes: [String: String] = [:]
      while take(" ") {
        let name = try name()
        guard take("="), take("\"") else { throw fault }
        let value = try text { $0 == UInt8(ascii: "\"") || $0 == UInt8(ascii: "<") }
        guard take("\""), attributes.updateValue(value, forKey: name) == nil else { throw fault }
      }
      return attributes
    }

    /// Text up to a byte that ends it, with the five references the report writes.
    private mutating func text(until isEnd: (UInt8) -> Bool) throws -> String {
      var found: [UInt8] = []
      while index < bytes.count, !isEnd(bytes[index]) {
        if bytes[index] == UInt8(ascii: "&") {
          let references: [(String, UInt8)] = [
            ("&amp;", 0x26), ("&lt;", 0x3C), ("&gt;", 0x3E), ("&quot;", 0x22), ("&#39;", 0x27),
          ]
          guard let match = references.first(where: { bytes[index...].starts(with: $0.0.utf8) }) else { throw fault }
          found.append(match.1)
          index += match.0.utf8.count
        } else {
          found.append(bytes[index])
          index += 1
        }
      }
      return String(decoding: found, as: UTF8.self)
    }
  }
}
