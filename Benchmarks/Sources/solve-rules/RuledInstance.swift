import MatchingRules

#if canImport(FoundationEssentials)
  import FoundationEssentials
#else
  import Foundation
#endif

/// An instance as `Peers/rules/instances.py` writes it.
struct RuledInstance {
  let problem: RuledProblem

  struct Malformed: Error, CustomStringConvertible {
    let description: String
  }

  init(_ path: String) throws {
    var tokens = Tokens(try Data(contentsOf: URL(fileURLWithPath: path)))
    let rowCount = try tokens.number()
    let columnCount = try tokens.number()
    let pairCount = try tokens.number()
    let ruleCount = try tokens.number()
    var capacity: [Int] = []
    for _ in 0..<columnCount { capacity.append(try tokens.number()) }
    var minimum: [Int] = []
    for _ in 0..<columnCount { minimum.append(try tokens.number()) }
    var rowStart = [0]
    var columnOfPair: [Int32] = []
    var gainOfPair: [Int64] = []
    for pair in 0..<pairCount {
      let row = try tokens.number()
      while rowStart.count <= row { rowStart.append(pair) }
      columnOfPair.append(Int32(try tokens.number()))
      gainOfPair.append(Int64(try tokens.number()))
    }
    while rowStart.count <= rowCount { rowStart.append(pairCount) }
    var counts: [DuoCount] = []
    var rules: [LinearRule] = []
    var duos: Int?
    for _ in 0..<ruleCount {
      let name = tokens.word()
      let lower = try tokens.optional()
      let upper = try tokens.optional()
      let share = try tokens.optional()
      let whole = share == nil ? 1 : try tokens.number()
      let price = try tokens.optional()
      let count = try tokens.number()
      var pairs: [Int32] = []
      for _ in 0..<count { pairs.append(Int32(try tokens.number())) }
      var amounts: [Int32] = []
      for _ in 0..<count { amounts.append(Int32(try tokens.number())) }
      counts.append(DuoCount(name: name, pairs: pairs, amounts: amounts))
      var terms = [LinearRule.Term(count: counts.count - 1, weight: Int64(whole))]
      if let share {
        let all = duos ?? counts.count
        if duos == nil {
          duos = all
          counts.append(
            DuoCount(
              name: "duos", pairs: (0..<pairCount).map(Int32.init), amounts: [Int32](repeating: 1, count: pairCount)))
        }
        terms.append(LinearRule.Term(count: all, weight: Int64(-share)))
      }
      rules.append(
        LinearRule(
          name: name, terms: terms, lowerBound: (share == nil ? lower : 0).map(Int64.init),
          upperBound: upper.map(Int64.init), price: price.map(Int64.init), unit: Int64(whole)))
    }
    problem = RuledProblem(
      rowStart: rowStart, columnOfPair: columnOfPair, gainOfPair: gainOfPair, columnCapacity: capacity,
      columnMinimum: minimum, counts: counts, rules: rules)
  }
}

/// Words separated by white space.
private struct Tokens {
  private let bytes: [UInt8]
  private var next = 0

  init(_ data: Data) { bytes = [UInt8](data) }

  mutating func word() -> String {
    while next < bytes.count, bytes[next] <= 0x20 { next += 1 }
    let start = next
    while next < bytes.count, bytes[next] > 0x20 { next += 1 }
    return String(decoding: bytes[start..<next], as: UTF8.self)
  }

  mutating func number() throws -> Int {
    while next < bytes.count, bytes[next] <= 0x20 { next += 1 }
    var value = 0
    let isNegative = next < bytes.count && bytes[next] == 0x2D
    if isNegative { next += 1 }
    let start = next
    while next < bytes.count, (0x30...0x39).contains(bytes[next]) {
      value = value * 10 + Int(bytes[next] - 0x30)
      next += 1
    }
    if next == start { throw RuledInstance.Malformed(description: "no number at byte \(start)") }
    return isNegative ? -value : value
  }

  /// `-` stands for nothing.
  mutating func optional() throws -> Int? {
    while next < bytes.count, bytes[next] <= 0x20 { next += 1 }
    if next + 1 < bytes.count, bytes[next] == 0x2D, bytes[next + 1] <= 0x20 {
      next += 1
      return nil
    }
    return try number()
  }
}
