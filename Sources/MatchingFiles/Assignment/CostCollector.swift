import AssignmentSolvers

/// Gathers the values of a file and turns them into integers of one common unit.
///
/// Values are exact decimals. The unit is the finest decimal place that occurs (or the one asked for: then values are
/// rounded to it, halves away from zero), so `0.25` and `1` become 25 and 100 with two decimals, and totals stay exact.
struct CostCollector {
  /// The largest magnitude of a cost in its unit: 32 bits without the mark of forbidden pairs, on both sides so that a
  /// goal can be turned round.
  static let largestMagnitude = Int64(Int32.max) - 1
  /// More would leave no room for whole numbers in 32 bits.
  static let largestDecimals = 9

  private let mark: ForbiddenMark.Kind?
  private let wantedDecimals: Int?
  private var mantissas: [Int64] = []
  private var decimalCounts: [UInt8] = []
  private var largestDecimalCount = 0
  /// Stands for a forbidden pair among the mantissas.
  private static let forbidden = Int64.min

  var count: Int { mantissas.count }

  /// - Parameter decimals: the decimal place to round to, 0…9; nil keeps every value exact.
  init(mark: ForbiddenMark?, decimals: Int?) {
    self.mark = mark?.kind
    wantedDecimals = decimals
  }

  /// Adds a value given as text. A faulty one is reported and counts as forbidden, so that reading can go on.
  mutating func append(_ text: ArraySlice<UInt8>, at position: TextPosition, log: inout FileLog) {
    do throws(ValueFault) {
      if text.isEmpty {
        guard mark == .blank else {
          throw ValueFault(
            code: .missingValue, message: "no value", expected: "a number",
            remedy: "If it means that the pair is not allowed, say --forbid-value blank.")
        }
        return appendForbidden()
      }
      if mark == .notFinite, Self.isNotFinite(text) { return appendForbidden() }
      try append(try DecimalNumber(text))
    } catch {
      appendForbidden()
      log.report(error.code, at: position, error.message, expected: error.expected, remedy: error.remedy)
    }
  }

  /// Adds a binary floating-point value.
  mutating func append(_ value: Double) throws(ValueFault) {
    if try appendWhereNotFinite(value) { return }
    try append(try DecimalNumber(value))
  }

  mutating func append(_ value: Float) throws(ValueFault) {
    if try appendWhereNotFinite(Double(value)) { return }
    try append(try DecimalNumber(value))
  }

  mutating func append(_ number: DecimalNumber) throws(ValueFault) {
    if mark == .number(number) { return appendForbidden() }
    if let wantedDecimals {
      guard let value = number.scaled(toDecimals: wantedDecimals), value.magnitude <= Self.largestMagnitude else {
        throw Self.outOfRange
      }
      mantissas.append(value)
      decimalCounts.append(UInt8(wantedDecimals))
      largestDecimalCount = wantedDecimals
      return
    }
    guard number.decimals <= Self.largestDecimals else {
      throw ValueFault(
        code: .tooManyDecimals, message: "a number with \(number.decimals) decimals",
        expected: "at most \(Self.largestDecimals)", remedy: "Give --decimals to round all values to that many.")
    }
    guard number.mantissa.magnitude <= Self.largestMagnitude else { throw Self.outOfRange }
    mantissas.append(number.mantissa)
    decimalCounts.append(UInt8(number.decimals))
    largestDecimalCount = max(largestDecimalCount, number.decimals)
  }

  /// Takes back the last value.
  mutating func removeLast() {
    mantissas.removeLast()
    decimalCounts.removeLast()
  }

  private mutating func appendForbidden() {
    mantissas.append(Self.forbidden)
    decimalCounts.append(0)
  }

  private mutating func appendWhereNotFinite(_ value: Double) throws(ValueFault) -> Bool {
    if value.isFinite { return false }
    guard mark == .notFinite else {
      throw ValueFault(
        code: .notFinite, message: "not a finite number", expected: "a number",
        remedy: "If it marks a pair that is not allowed, say --forbid-value nan.")
    }
    appendForbidden()
    return true
  }

  /// All values in their common unit, ``DenseCosts/forbidden`` where the pair is not allowed.
  /// - Returns: nil when a value does not fit; the reason is in the log.
  func integers(log: inout FileLog) -> (values: [Int32], decimals: Int)? {
    var factors = [Int64](repeating: 1, count: largestDecimalCount + 1)
    for decimals in stride(from: largestDecimalCount - 1, through: 0, by: -1) {
      factors[decimals] = 10 * factors[decimals + 1]
    }
    var values: [Int32] = []
    values.reserveCapacity(mantissas.count)
    for (mantissa, decimals) in zip(mantissas, decimalCounts) {
      if mantissa == Self.forbidden {
        values.append(DenseCosts.forbidden)
        continue
      }
      // Both are below 2³¹: no overflow.
      let value = mantissa * factors[Int(decimals)]
      guard value.magnitude <= Self.largestMagnitude else {
        log.report(
          .tooManyDecimals, at: nil, "with \(largestDecimalCount) decimals some values leave 32 bits",
          expected: "at most \(DecimalNumber.text(Self.largestMagnitude, decimals: largestDecimalCount))",
          remedy: "Give --decimals to round all values to fewer.")
        return nil
      }
      values.append(Int32(value))
    }
    return (values, largestDecimalCount)
  }

  private static let outOfRange = ValueFault(
    code: .numberOutOfRange, message: "a number out of range",
    expected: "at most \(largestMagnitude) in units of its last decimal")

  private static func isNotFinite(_ text: ArraySlice<UInt8>) -> Bool {
    let unsigned = text.first.map { "+-".utf8.contains($0) } == true ? text.dropFirst() : text
    return ["nan", "inf", "infinity"].contains(ASCII.lowercased(unsigned))
  }
}
