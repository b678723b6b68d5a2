/// An exact decimal number, `mantissa / 10^decimals`, in lowest terms: no trailing zero after the point.
///
/// Values of a table are read as such and become integers of one common unit, so that a total is exact.
struct DecimalNumber: Hashable {
  let mantissa: Int64
  let decimals: Int

  /// Reads `-?digits`, `-?digits.digits`, either with an exponent (`2.5e-01`) as NumPy and R write them. At most 18
  /// digits that count.
  init(_ text: ArraySlice<UInt8>) throws(ValueFault) {
    var rest = text
    let isNegative = rest.first == UInt8(ascii: "-")
    if isNegative { rest = rest.dropFirst() }

    var mantissa: Int64 = 0
    // Zeros are held back until another digit follows: trailing ones are no part of the mantissa.
    var zeros = 0
    var digitCount = 0
    var fractionCount = 0
    var hasPoint = false
    while let byte = rest.first {
      if byte == UInt8(ascii: "."), !hasPoint, digitCount > 0 {
        hasPoint = true
      } else if ASCII.isDigit(byte) {
        digitCount += 1
        if hasPoint { fractionCount += 1 }
        if byte == UInt8(ascii: "0") {
          if mantissa > 0 { zeros += 1 }
        } else {
          guard let next = Self.shifted(mantissa, by: zeros + 1)?.addingReportingOverflow(Int64(byte - 48)),
            !next.overflow
          else { throw Self.tooLarge }
          mantissa = next.partialValue
          zeros = 0
        }
      } else {
        break
      }
      rest = rest.dropFirst()
    }
    guard digitCount > 0, !hasPoint || fractionCount > 0, let exponent = Self.exponent(rest) else {
      throw Self.fault(text)
    }
    var decimals = fractionCount - exponent - zeros
    if mantissa == 0 {
      decimals = 0
    } else if decimals < 0 {
      guard let whole = Self.shifted(mantissa, by: -decimals) else { throw Self.tooLarge }
      mantissa = whole
      decimals = 0
    }
    self.mantissa = isNegative ? -mantissa : mantissa
    self.decimals = decimals
  }

  /// A binary number as its shortest decimal that reads back as the same number; that is how NumPy prints it.
  init(_ value: Double) throws(ValueFault) {
    if let whole = Int64(exactly: value) {
      self.init(whole: whole)
    } else {
      try self.init(shortest: value.description)
    }
  }

  init(_ value: Float) throws(ValueFault) {
    if let whole = Int64(exactly: value) {
      self.init(whole: whole)
    } else {
      try self.init(shortest: value.description)
    }
  }

  init(whole: Int64) {
    mantissa = whole
    decimals = 0
  }

  private init(shortest text: String) throws(ValueFault) {
    let digits = Array(text.utf8)
    try self.init(digits[...])
  }

  /// The number in units of `10^-decimals`; rounded, halves away from zero, when it has more decimals than that. nil when
  /// it leaves 64 bits.
  func scaled(toDecimals wanted: Int) -> Int64? {
    if wanted >= decimals { return Self.shifted(mantissa, by: wanted - decimals) }
    guard decimals - wanted <= 18, let unit = Self.shifted(1, by: decimals - wanted) else { return 0 }
    let (quotient, remainder) = mantissa.quotientAndRemainder(dividingBy: unit)
    let isUp = remainder.magnitude >= unit.magnitude - remainder.magnitude
    return isUp ? quotient + mantissa.signum() : quotient
  }

  /// `value · 10^count`, nil when it leaves 64 bits.
  private static func shifted(_ value: Int64, by count: Int) -> Int64? {
    if value == 0 { return 0 }
    guard count <= 18 else { return nil }
    var shifted = value
    for _ in 0..<count {
      let (next, overflow) = shifted.multipliedReportingOverflow(by: 10)
      if overflow { return nil }
      shifted = next
    }
    return shifted
  }

  /// The exponent at the end of a number: 0 when there is none, nil when the text is no exponent.
  private static func exponent(_ text: ArraySlice<UInt8>) -> Int? {
    guard let letter = text.first else { return 0 }
    guard ASCII.lowercased(letter) == UInt8(ascii: "e") else { return nil }
    let rest = text.dropFirst()
    let digits = rest.first.map { "+-".utf8.contains($0) } == true ? rest.dropFirst() : rest
    guard !digits.isEmpty, digits.count <= 4, digits.allSatisfy(ASCII.isDigit) else { return nil }
    let value = digits.reduce(0) { 10 * $0 + Int($1 - 48) }
    return rest.first == UInt8(ascii: "-") ? -value : value
  }

  private static let tooLarge = ValueFault(
    code: .numberOutOfRange, message: "a number too large or with too many digits", expected: "at most 18 digits")

  private static func fault(_ text: ArraySlice<UInt8>) -> ValueFault {
    let unsigned = text.first.map { "+-".utf8.contains($0) } == true ? text.dropFirst() : text
    if ["nan", "inf", "infinity"].contains(ASCII.lowercased(unsigned)) {
      return ValueFault(
        code: .notFinite, message: "not a finite number", expected: "a number",
        remedy: "If it marks a pair that is not allowed, name it with --forbid-value.")
    }
    return ValueFault(
      code: .notANumber, message: "not a number of the right form", expected: "a number such as 12, -3 or 0.25",
      remedy: "The file holds numbers only: no header, no names, a point before the decimals.")
  }
}

/// Decimal numbers as they are printed.
extension DecimalNumber {
  /// `12450` with two decimals is `124.5`.
  static func text(_ value: Int64, decimals: Int) -> String {
    if decimals == 0 { return String(value) }
    var digits = String(value.magnitude)
    digits = String(repeating: "0", count: max(0, decimals + 1 - digits.utf8.count)) + digits
    let point = digits.index(digits.endIndex, offsetBy: -decimals)
    var fraction = digits[point...]
    while fraction.hasSuffix("0") { fraction = fraction.dropLast() }
    let whole = (value < 0 ? "-" : "") + digits[..<point]
    return fraction.isEmpty ? whole : whole + "." + fraction
  }
}
