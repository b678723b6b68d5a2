/// The identifier of a mentee or mentor: 1 to 64 characters out of `A–Z a–z 0–9 . _ -`.
///
/// The narrow grammar is deliberate: two identifiers are equal exactly when their bytes are, on every machine and in
/// every file, which Unicode text does not promise. Identifiers are ordered by their bytes; that order breaks ties.
public struct PersonID: Hashable, Comparable, Sendable, CustomStringConvertible {
  public let text: String

  /// - Returns: nil when the text breaks the grammar.
  public init?(_ text: String) {
    guard IdentifierGrammar.accepts(text) else { return nil }
    self.text = text
  }

  public var description: String { text }

  public static func < (a: PersonID, b: PersonID) -> Bool { a.text.utf8.lexicographicallyPrecedes(b.text.utf8) }
}

/// The identifier of a local office; same grammar as ``PersonID``.
public struct AntennaID: Hashable, Comparable, Sendable, CustomStringConvertible {
  public let text: String

  /// - Returns: nil when the text breaks the grammar.
  public init?(_ text: String) {
    guard IdentifierGrammar.accepts(text) else { return nil }
    self.text = text
  }

  /// The antenna of a roster that names none.
  public static let main = AntennaID(unchecked: "main")

  private init(unchecked text: String) { self.text = text }

  public var description: String { text }

  public static func < (a: AntennaID, b: AntennaID) -> Bool { a.text.utf8.lexicographicallyPrecedes(b.text.utf8) }
}

enum IdentifierGrammar {
  static func accepts(_ text: String) -> Bool {
    let bytes = text.utf8
    guard (1...64).contains(bytes.count) else { return false }
    return bytes.allSatisfy { byte in
      switch byte {
      case UInt8(ascii: "A")...UInt8(ascii: "Z"), UInt8(ascii: "a")...UInt8(ascii: "z"),
        UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "."), UInt8(ascii: "_"), UInt8(ascii: "-"):
        true
      default: false
      }
    }
  }
}
