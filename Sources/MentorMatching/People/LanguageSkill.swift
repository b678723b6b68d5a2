/// A level of the Common European Framework of Reference for Languages, with "native" above C2.
public enum LanguageLevel: UInt8, Comparable, CaseIterable, Sendable {
  case a1 = 1
  case a2, b1, b2, c1, c2, native

  /// `A1` … `C2`, `native`: how files write it.
  public var name: String {
    switch self {
    case .a1: "A1"
    case .a2: "A2"
    case .b1: "B1"
    case .b2: "B2"
    case .c1: "C1"
    case .c2: "C2"
    case .native: "native"
    }
  }

  public static func < (a: LanguageLevel, b: LanguageLevel) -> Bool { a.rawValue < b.rawValue }
}

/// A language as its lower-case ISO 639 code (`fr`, `ar`, `prs`).
public struct LanguageCode: Hashable, Comparable, Sendable, CustomStringConvertible {
  public let text: String

  /// - Returns: nil unless the text is two or three lower-case ASCII letters.
  public init?(_ text: String) {
    let bytes = text.utf8
    guard (2...3).contains(bytes.count), bytes.allSatisfy({ (UInt8(ascii: "a")...UInt8(ascii: "z")).contains($0) })
    else { return nil }
    self.text = text
  }

  public var description: String { text }

  public static func < (a: LanguageCode, b: LanguageCode) -> Bool { a.text.utf8.lexicographicallyPrecedes(b.text.utf8) }
}

/// A language somebody speaks, and how well.
public struct LanguageSkill: Hashable, Sendable {
  public let language: LanguageCode
  public let level: LanguageLevel

  public init(_ language: LanguageCode, _ level: LanguageLevel) {
    self.language = language
    self.level = level
  }
}
