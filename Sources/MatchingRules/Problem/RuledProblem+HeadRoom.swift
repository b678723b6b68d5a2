/// Why a ``RuledProblem`` was refused before it was solved.
public enum RuledProblemError: Error, Equatable, Sendable {
  /// Totals could reach `magnitude` ≥ 2⁶⁰ (saturated) in the refined units of multipliers. Remedy: a coarser unit of gains,
  /// amounts or prices.
  case beyondHeadRoom(magnitude: Int64)
  /// The gain of a pair is beyond 10⁹, where GLPK's tolerances could hide a difference of 1. Remedy: as above.
  case gainTooLarge(pair: Int)
}

extension RuledProblemError: CustomStringConvertible {
  public var description: String {
    switch self {
    case .beyondHeadRoom(let magnitude):
      "totals could reach \(magnitude), beyond the head-room of 2^60; use a coarser unit of gains, amounts or prices"
    case .gainTooLarge(let pair): "the gain of pair \(pair) is beyond 1000000000; use a coarser unit"
    }
  }
}

extension RuledProblem {
  static let headRoom: Int64 = 1 << 60
  static let largestGain: UInt64 = 1_000_000_000

  /// Refuses numbers that could leave 64 bits in the search for multipliers.
  ///
  /// Whatever the multipliers, a matching has at most one pair per row, so its totals stay below
  /// `rows · refinement · largest gain` plus, per rule, `rows · largest coefficient · largest multiplier`. The first is
  /// checked here; the second is kept below a share of the head-room by ``multiplierRanges``.
  func checkHeadRoom() throws(RuledProblemError) {
    if let pair = gainOfPair.firstIndex(where: { $0.magnitude > Self.largestGain }) { throw .gainTooLarge(pair: pair) }
    var largest = totalOfGains(Int64(Self.largestGain))
    for (rule, coefficient) in zip(rules, largestCoefficients) {
      let reach = Self.product(coefficient, Int64(rowCount + 1))
      let bounds = [rule.lowerBound, rule.upperBound].compactMap { $0?.magnitude }.max() ?? 0
      let span = Self.sum(reach, Int64(clamping: bounds))
      // Room for a multiplier of at least 16 times the largest gain.
      largest = max(largest, Self.product(span, Int64(rules.count) * 16))
      if let price = rule.price {
        largest = max(largest, Self.product(Self.product(span, price), LagrangianRelaxation.refinement))
      }
    }
    if largest >= Self.headRoom { throw .beyondHeadRoom(magnitude: largest) }
  }

  private func totalOfGains(_ limit: Int64) -> Int64 {
    let greatest = gainOfPair.reduce(0) { max($0, min($1.magnitude, UInt64(limit))) }
    return Self.product(
      Self.product(Int64(greatest), Int64(rowCount + columnCount + 1)), 4 * LagrangianRelaxation.refinement)
  }

  /// The largest magnitude of a pair's coefficient in each rule.
  var largestCoefficients: [Int64] {
    let largestAmount = counts.map { $0.amounts.reduce(1) { max($0, Int64($1.magnitude)) } }
    return rules.map { rule in
      rule.terms.reduce(0) {
        Self.sum($0, Self.product(Int64(clamping: $1.weight.magnitude), largestAmount[$1.count]))
      }
    }
  }

  /// Where the multiplier of each rule may lie, in units of 1/refinement: on one side only for a rule with one bound, at
  /// most the price of a soft rule, and small enough for the head-room.
  var multiplierRanges: [ClosedRange<Int64>] {
    zip(rules, largestCoefficients).map { rule, coefficient in
      let bounds = [rule.lowerBound, rule.upperBound].compactMap { $0?.magnitude }.max() ?? 0
      let span = max(1, Self.sum(Self.product(coefficient, Int64(rowCount + 1)), Int64(clamping: bounds)))
      var largest = Self.headRoom / span / Int64(max(1, rules.count))
      if let price = rule.price {
        largest = min(largest, Self.product(price, LagrangianRelaxation.refinement) / rule.unit)
      }
      return (rule.lowerBound == nil ? 0 : -largest)...(rule.upperBound == nil ? 0 : largest)
    }
  }

  /// No choice that keeps the rules is worth less: the least gain of each row, and the most that soft rules can cost.
  var leastConceivableValue: Int64 {
    var sum: Int64 = 0
    for row in 0..<rowCount { sum += pairs(ofRow: row).reduce(0) { min($0, gainOfPair[$1]) } }
    for (rule, coefficient) in zip(rules, largestCoefficients) {
      guard let price = rule.price else { continue }
      let bounds = [rule.lowerBound, rule.upperBound].compactMap { $0?.magnitude }.max() ?? 0
      sum -= price * (coefficient * Int64(rowCount) + Int64(clamping: bounds))
    }
    return sum
  }

  private static func product(_ a: Int64, _ b: Int64) -> Int64 {
    let (product, overflow) = a.multipliedReportingOverflow(by: b)
    return overflow ? .max : product
  }

  private static func sum(_ a: Int64, _ b: Int64) -> Int64 {
    let (sum, overflow) = a.addingReportingOverflow(b)
    return overflow ? .max : sum
  }
}
