/// Numbers as tables write them: `-?digits` or `-?digits.digits` in ASCII, nothing else. The same text is the same number
/// on every machine and in every language setting.
enum NumberParser {
  /// A whole number within a range.
  static func integer(_ text: ArraySlice<UInt8>, in range: ClosedRange<Int>) throws(ValueFault) -> Int {
    guard let parts = Parts(text), parts.fractionDigits == nil else { throw fault(text, expected: "a whole number") }
    if parts.isNegative, range.lowerBound >= 0, parts.integer != 0 {
      throw fault(text, expected: "a whole number without a sign")
    }
    guard let value = parts.integer, range.contains(value) else {
      throw ValueFault(
        code: .numberOutOfRange, message: "a number out of range",
        expected: "\(range.lowerBound) to \(range.upperBound)")
    }
    return value
  }

  /// A number with or without a fraction. The nearest Double: up to 15 digits (and 22 decimals) by one exact division,
  /// beyond that by the standard library.
  static func decimal(_ text: ArraySlice<UInt8>) throws(ValueFault) -> Double {
    guard let parts = Parts(text) else { throw fault(text, expected: "a number such as 50.63 or -3") }
    let decimals = parts.fractionDigits ?? 0
    if parts.digitCount <= 15, decimals <= 22, let mantissa = parts.mantissa {
      var power = 1.0
      for _ in 0..<decimals { power *= 10 }
      let value = Double(mantissa) / power
      return parts.isNegative ? 0 - value : value
    }
    guard text.count <= 400, let value = Double(String(decoding: text, as: UTF8.self)), value.isFinite else {
      throw ValueFault(code: .numberOutOfRange, message: "a number too large")
    }
    return value
  }

  /// A text that follows the grammar, taken apart.
  private struct Parts {
    let isNegative: Bool
    let digitCount: Int
    /// nil without a decimal point.
    let fractionDigits: Int?
    /// All digits as one number; nil when it overflows.
    let mantissa: Int?

    init?(_ text: ArraySlice<UInt8>) {
      isNegative = text.first == UInt8(ascii: "-")
      var digitCount = 0
      var pointAt: Int?
      var mantissa: Int? = 0
      for byte in isNegative ? text.dropFirst() : text {
        if byte == UInt8(ascii: ".") {
          guard pointAt == nil, digitCount > 0 else { return nil }
          pointAt = digitCount
          continue
        }
        guard ASCII.isDigit(byte) else { return nil }
        digitCount += 1
        if let value = mantissa {
          let (shifted, overflow) = value.multipliedReportingOverflow(by: 10)
          let (next, overflowAgain) = shifted.addingReportingOverflow(Int(byte - UInt8(ascii: "0")))
          mantissa = overflow || overflowAgain ? nil : next
        }
      }
      guard digitCount > 0, pointAt != digitCount else { return nil }
      self.digitCount = digitCount
      self.mantissa = mantissa
      fractionDigits = pointAt.map { digitCount - $0 }
    }

    var integer: Int? { mantissa.map { isNegative ? -$0 : $0 } }
  }

  /// Why a text is no number, as helpfully as can be without showing it.
  private static func fault(_ text: ArraySlice<UInt8>, expected: String) -> ValueFault {
    let unsigned = text.first.map { "+-".utf8.contains($0) } == true ? text.dropFirst() : text
    if ["nan", "inf", "infinity"].contains(ASCII.lowercased(unsigned)) {
      return ValueFault(code: .notFinite, message: "not a finite number", expected: expected)
    }
    if hasHugeExponent(unsigned) {
      return ValueFault(
        code: .numberOutOfRange, message: "a number too large or too small", expected: expected,
        remedy: "Write the number without an exponent.")
    }
    var remedy: String?
    if unsigned.contains(where: { $0 >= 0x80 }) {
      remedy = "Use the digits 0 to 9 and no special spaces."
    } else if unsigned.contains(UInt8(ascii: ",")) {
      remedy = "Write a point before the decimals, and nothing between thousands."
    }
    return ValueFault(code: .notANumber, message: "not a number of the right form", expected: expected, remedy: remedy)
  }

  /// Whether a text is a number in scientific notation that no Double holds.
  private static func hasHugeExponent(_ text: ArraySlice<UInt8>) -> Bool {
    let parts = text.split(separator: UInt8(ascii: "e"), maxSplits: 1, omittingEmptySubsequences: false)
    guard parts.count == 2, Parts(parts[0]) != nil, let value = Double(String(decoding: text, as: UTF8.self)) else {
      return false
    }
    return !value.isNormal
  }
}
