/// Text made safe to show in a terminal or a log: control characters and characters that reorder or hide text are
/// written as `\u{…}`.
public enum VisibleText {
  /// - Parameter limit: how many Unicode scalars to show at most; the rest becomes `…`.
  public static func escaped(_ text: String, limit: Int = 1_000) -> String {
    var shown = ""
    var count = 0
    for scalar in text.unicodeScalars {
      if count == limit { return shown + "…" }
      count += 1
      if isHidden(scalar) {
        shown += "\\u{" + String(scalar.value, radix: 16, uppercase: true) + "}"
      } else {
        shown.unicodeScalars.append(scalar)
      }
    }
    return shown
  }

  /// Whether a scalar changes the direction of the text around it (the characters behind "Trojan source" attacks).
  static func isDirectionControl(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x061C, 0x200E, 0x200F, 0x202A...0x202E, 0x2066...0x2069: true
    default: false
    }
  }

  static func isHidden(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x00...0x1F, 0x7F...0x9F, 0xAD, 0x200B, 0x2028, 0x2029, 0x2060, 0xFEFF, 0xE0000...0xE007F: true
    default: isDirectionControl(scalar)
    }
  }
}
