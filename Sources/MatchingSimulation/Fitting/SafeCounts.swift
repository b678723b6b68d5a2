/// Turns counts of real people into weights that give nobody away.
///
/// A cell with fewer people than the minimum is never shown: it is merged into a broader one, or left out. The others are
/// rounded to multiples of five, so that one person more or less seldom shows. This is suppression and rounding as
/// statistical offices use them; it is no formal differential privacy, which would also add noise.
struct SafeCounts {
  /// The least number of people a cell is shown for; at least 1.
  let minimum: Int

  static let rounding = 5

  func rounded(_ count: Int) -> Int { max(Self.rounding, (count + Self.rounding / 2) / Self.rounding * Self.rounding) }

  /// The cells that may be shown, the most frequent first, ties by `order`. Small cells are left out.
  func cells<Cell: Hashable>(_ values: [Cell], order: (Cell, Cell) -> Bool) -> [(option: Cell, weight: Int)] {
    var counts: [Cell: Int] = [:]
    for value in values { counts[value, default: 0] += 1 }
    return counts.filter { $0.value >= minimum }
      .sorted { $0.value != $1.value ? $0.value > $1.value : order($0.key, $1.key) }
      .map { ($0.key, rounded($0.value)) }
  }

  /// The share of people for whom something holds, in steps of 5 %; 0 or 100 % when too few are on one side of it.
  func share(_ part: Int, of whole: Int) -> Share {
    guard whole >= minimum, part >= minimum else { return .percent(0) }
    if whole - part < minimum { return .percent(100) }
    return .percent(min(95, max(5, (100 * part / whole + 2) / 5 * 5)))
  }
}
