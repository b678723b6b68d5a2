import MatchingRules

extension RuledProblem {
  /// A random problem of a size at which every way to solve it is quick. About one in four has contradictory rules.
  static func random(
    seed: UInt64, rowCount: ClosedRange<Int>, columnCount: ClosedRange<Int>, gains: ClosedRange<Int64> = 0...1_000_000
  ) -> RuledProblem {
    var generator = SeededGenerator(seed: seed)
    let rows = Int.random(in: rowCount, using: &generator)
    let columns = Int.random(in: columnCount, using: &generator)
    let density = Int.random(in: 10...100, using: &generator)
    var rowStart = [0]
    var columnOfPair: [Int32] = []
    var gainOfPair: [Int64] = []
    for _ in 0..<rows {
      for column in 0..<columns where Int.random(in: 0..<100, using: &generator) < density {
        columnOfPair.append(Int32(column))
        gainOfPair.append(Int64.random(in: gains, using: &generator))
      }
      rowStart.append(columnOfPair.count)
    }
    let capacity = (0..<columns).map { _ in Int.random(in: 0...3, using: &generator) }
    let minimum = capacity.map { Int.random(in: 0..<12, using: &generator) == 0 ? min(1, $0) : 0 }

    var groupOfRow = (0..<rows).map { _ in Int.random(in: 0..<4, using: &generator) }
    if groupOfRow.isEmpty { groupOfRow = [] }
    var rowOfPair: [Int] = []
    for row in 0..<rows { rowOfPair += Array(repeating: row, count: rowStart[row + 1] - rowStart[row]) }
    var counts: [DuoCount] = []
    func addCount(_ name: String, amount: (Int) -> Int32) -> Int {
      let pairs = columnOfPair.indices.filter { amount($0) != 0 }
      counts.append(DuoCount(name: name, pairs: pairs.map(Int32.init), amounts: pairs.map(amount)))
      return counts.count - 1
    }
    var rules: [LinearRule] = []
    let all = addCount("duos") { _ in 1 }
    for group in 0..<4 {
      let members = addCount("group-\(group)") { groupOfRow[rowOfPair[$0]] == group ? 1 : 0 }
      switch Int.random(in: 0..<6, using: &generator) {
      case 0:
        rules.append(
          LinearRule(
            name: "floor-\(group)", terms: [.init(count: members)],
            lowerBound: Int64.random(in: 0...Int64(rows) / 5, using: &generator)))
      case 1:
        rules.append(
          LinearRule(
            name: "ceiling-\(group)", terms: [.init(count: members)],
            upperBound: Int64.random(in: 0...Int64(rows) / 5, using: &generator)))
      case 2:
        rules.append(
          LinearRule(
            name: "share-\(group)",
            terms: [
              .init(count: members, weight: 100),
              .init(count: all, weight: -Int64.random(in: 5...35, using: &generator)),
            ], lowerBound: 0))
      case 3:
        let count = Int64.random(in: 0...Int64(rows) / 6, using: &generator)
        rules.append(
          LinearRule(
            name: "soft-\(group)", terms: [.init(count: members)], lowerBound: count, upperBound: count,
            price: Int64.random(in: 0...400_000, using: &generator)))
      default: break
      }
    }
    if Bool.random(using: &generator) {
      let amounts = columnOfPair.map { _ in Int32.random(in: 0...9, using: &generator) }
      let hours = addCount("hours") { amounts[$0] }
      rules.append(
        LinearRule(
          name: "hours", terms: [.init(count: hours)],
          upperBound: Int64.random(in: 0...Int64(rows) * 3, using: &generator)))
    }
    if Int.random(in: 0..<8, using: &generator) == 0 {
      let count = Int64.random(in: 0...Int64(rows), using: &generator)
      rules.append(
        LinearRule(name: "exactly", terms: [.init(count: all)], lowerBound: count, upperBound: count))
    }
    return RuledProblem(
      rowStart: rowStart, columnOfPair: columnOfPair, gainOfPair: gainOfPair, columnCapacity: capacity,
      columnMinimum: minimum, counts: counts, rules: rules)
  }

  /// The best value by trying every choice, nil when no choice keeps the rules.
  func exhaustiveOptimum() -> Int64? {
    var best: Int64?
    var chosen = [Int32](repeating: -1, count: rowCount)
    func visit(_ row: Int) {
      if row == rowCount {
        if let value = verifiedValue(ofChosenPairs: chosen), value > best ?? .min { best = value }
        return
      }
      for pair in [-1] + pairs(ofRow: row).map(Int32.init) {
        chosen[row] = pair
        visit(row + 1)
      }
      chosen[row] = -1
    }
    visit(0)
    return best
  }
}
