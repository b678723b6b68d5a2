/// Builds a page of HTML and SVG as UTF-8 bytes.
///
/// Text known when the program was written goes in as it is; everything else goes through ``text(_:)``, which escapes
/// byte by byte. Working on bytes is a safety matter: a quotation mark followed by a combining accent is a single
/// `Character`, so code that looks for `"\""` among characters leaves it, and the attribute it closes, open to attack.
package struct MarkupBuffer {
  package private(set) var bytes: [UInt8] = []

  package init(reserving byteCount: Int = 0) { bytes.reserveCapacity(byteCount) }

  /// Markup of the program itself. Only a literal converts to ``Markup``, so no other text can slip in unescaped.
  package mutating func markup(_ literal: Markup) { bytes.append(contentsOf: literal.text.utf8) }

  /// Several pieces of a page, one after the other.
  package mutating func append(_ other: MarkupBuffer) { bytes.append(contentsOf: other.bytes) }

  /// Anything that is not markup, as text or inside a quoted attribute: `& < > " '` become references, control
  /// characters and characters that reorder text become U+FFFD.
  package mutating func text(_ text: String) {
    if Self.isPlain(text) {
      bytes.append(contentsOf: text.utf8)
      return
    }
    for scalar in text.unicodeScalars {
      switch scalar {
      case "&": bytes.append(contentsOf: "&amp;".utf8)
      case "<": bytes.append(contentsOf: "&lt;".utf8)
      case ">": bytes.append(contentsOf: "&gt;".utf8)
      case "\"": bytes.append(contentsOf: "&quot;".utf8)
      case "'": bytes.append(contentsOf: "&#39;".utf8)
      case _ where VisibleText.isHidden(scalar): bytes.append(contentsOf: "\u{FFFD}".utf8)
      default: bytes.append(contentsOf: UTF8.encode(scalar) ?? UTF8.encodedReplacementCharacter)
      }
    }
  }

  /// Whether a text needs no care: no ASCII to escape, no control character, and none of the sequences of bytes with
  /// which a hidden character starts (a few visible ones start alike and are merely written the slower way).
  private static func isPlain(_ text: String) -> Bool {
    var window: UInt32 = 0
    for byte in text.utf8 {
      window = window << 8 | UInt32(byte)
      if byte < 0x80 {
        switch byte {
        case 0x00..<0x20, 0x7F, UInt8(ascii: "&"), UInt8(ascii: "<"), UInt8(ascii: ">"), UInt8(ascii: "\""),
          UInt8(ascii: "'"):
          return false
        default: continue
        }
      }
      switch window & 0xFFFF {
      case 0xC280...0xC29F, 0xC2AD, 0xD89C, 0xEFBB, 0xF3A0: return false
      default: break
      }
      switch window & 0xFF_FFFF {
      case 0xE2_808B...0xE2_808F, 0xE2_80A8...0xE2_80AE, 0xE2_81A0...0xE2_81AF: return false
      default: break
      }
    }
    return true
  }

  /// A whole number without separators, for attributes.
  package mutating func number(_ value: Int) {
    if value < 0 { bytes.append(UInt8(ascii: "-")) }
    var rest = value.magnitude
    var divisor: UInt = 1
    while rest / divisor >= 10 { divisor *= 10 }
    while divisor > 0 {
      bytes.append(UInt8(ascii: "0") + UInt8(rest / divisor))
      rest %= divisor
      divisor /= 10
    }
  }

  /// A number of tenths as a decimal, for coordinates: 125 is `12.5`, 120 is `12`.
  package mutating func tenths(_ value: Int) {
    if value < 0 { bytes.append(UInt8(ascii: "-")) }
    number(Int(value.magnitude / 10))
    let digit = UInt8(value.magnitude % 10)
    if digit > 0 { bytes.append(contentsOf: [UInt8(ascii: "."), UInt8(ascii: "0") + digit]) }
  }
}

/// A piece of markup written in the program.
package struct Markup: ExpressibleByStringLiteral, Sendable {
  fileprivate let text: String

  package init(stringLiteral text: String) { self.text = text }

  var utf8: String.UTF8View { text.utf8 }
}
