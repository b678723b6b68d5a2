/// A code of a hierarchical taxonomy of sectors or occupations in which a longer code lies inside its prefixes: NACE
/// (`62.01`), ROME (`M1805`), ISCO-08 (`2512`).
///
/// Dots only group digits: `62.01` and `6201` are the same code.
public struct SectorCode: Hashable, Comparable, Sendable, CustomStringConvertible {
  /// As written in the file.
  public let text: String
  /// Without dots, in upper case: what is compared.
  public let symbols: [UInt8]

  /// - Returns: nil unless the text is 1 to 16 ASCII letters, digits and dots with at least one letter or digit.
  public init?(_ text: String) {
    var symbols: [UInt8] = []
    guard text.utf8.count <= 16 else { return nil }
    for byte in text.utf8 {
      switch byte {
      case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "A")...UInt8(ascii: "Z"): symbols.append(byte)
      case UInt8(ascii: "a")...UInt8(ascii: "z"): symbols.append(byte - 32)
      case UInt8(ascii: "."): continue
      default: return nil
      }
    }
    guard !symbols.isEmpty else { return nil }
    self.text = text
    self.symbols = symbols
  }

  public var description: String { text }

  /// How many leading symbols two codes share.
  public func sharedPrefixLength(with other: SectorCode) -> Int {
    let limit = min(symbols.count, other.symbols.count)
    return (0..<limit).first { symbols[$0] != other.symbols[$0] } ?? limit
  }

  /// Whether `other` is this sector or lies inside it.
  public func contains(_ other: SectorCode) -> Bool { sharedPrefixLength(with: other) == symbols.count }

  public static func == (a: SectorCode, b: SectorCode) -> Bool { a.symbols == b.symbols }
  /// One number for the hasher instead of a call for each symbol; codes that collide are told apart by `==`.
  public func hash(into hasher: inout Hasher) {
    hasher.combine(symbols.reduce(0 as UInt64) { $0 &* 0x0000_0100_0000_01B3 ^ UInt64($1) })
  }
  public static func < (a: SectorCode, b: SectorCode) -> Bool { a.symbols.lexicographicallyPrecedes(b.symbols) }
}
