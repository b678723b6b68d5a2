/// Column prices prepared for scans in 32 bits.
///
/// A pair matters when `score ≥ v_j − limit_i`, in 64 bits. Prices of "most duos first" lie near a few far-apart levels
/// (a duo is worth more than all scores together), so limits are grouped by level, and for each level the prices are kept
/// relative to it in 32 bits, cut off where they are out of any score's reach. A scan then compares 32-bit numbers, and
/// only what it finds is looked at in 64.
struct PriceLevels: Sendable {
  /// Prices beyond this are cut off; scores and offsets within a level stay far below.
  private static let reach: Int64 = 1 << 29
  private static let levelBits: Int64 = 28

  private let price: [Int64]
  /// By level: the prices less the level, per column.
  private let relativePrice: [Int64: [Int32]]

  /// - Parameter limits: one per row; only their levels matter.
  init(price: [Int64], limits: [Int64]) {
    self.price = price
    let levels = Set(limits.map { $0 >> Self.levelBits })
    relativePrice = Dictionary(
      levels.map { level in
        let base = level << Self.levelBits
        return (level, price.map { Int32(max(-Self.reach, min(Self.reach, $0 - base))) })
      }, uniquingKeysWith: { first, _ in first })
  }

  /// Calls `visit` for each column whose score is at least `v_j − limit`, ascending; never for pairs that are no
  /// candidates. `visit` returns the limit to go on with, which may be lower but must be of the same level or none.
  @inline(__always)
  func forEachColumn(scores: [Int32], limit: Int64, _ visit: (_ column: Int, _ key: Int64) -> Void) {
    guard let prices = relativePrice[limit >> Self.levelBits] else { return }
    let offset = Int32(truncatingIfNeeded: limit - (limit >> Self.levelBits) << Self.levelBits)
    var column = 0
    while true {
      column = RowScan.first(in: scores, from: column, offset: offset, atLeast: prices)
      if column >= prices.count { return }
      let key = price[column] - Int64(scores[column])
      if key <= limit { visit(column, key) }
      column += 1
    }
  }
}

/// The one question that passes over a row of scores ask.
enum RowScan {
  /// Taken from what is no candidate, so that it stays below every threshold.
  private static let farBelow: Int32 = 1 << 30

  /// The first column from `start` on that is a candidate with `score + offset ≥ threshold`, or the number of thresholds
  /// when there is none.
  ///
  /// The answer is seldom "here", so sixteen are looked at together: the sign bits of the joined differences tell whether
  /// any of them is. Safe code that the compiler turns into vector instructions.
  /// - Precondition: at least as many scores as thresholds; offsets within ±2²⁸, thresholds within ±2²⁹.
  @inline(__always)
  static func first(in scores: [Int32], from start: Int, offset: Int32, atLeast thresholds: [Int32]) -> Int {
    let count = thresholds.count
    let scores = scores.span
    let thresholds = thresholds.span
    let bias = offset &+ 1
    var column = start
    while column < count {
      if column % 16 == 0, column + 16 <= count {
        let scores = scores.extracting(column..<column + 16)
        let thresholds = thresholds.extracting(column..<column + 16)
        var signs: Int32 = 0
        for k in 0..<16 { signs |= thresholds[k] &- scores[k] &+ (scores[k] >> 31 & farBelow) &- bias }
        if signs >= 0 {
          column += 16
          continue
        }
      }
      let blockEnd = min((column | 15) + 1, count)
      while column < blockEnd {
        if scores[column] >= 0 && scores[column] &+ offset >= thresholds[column] { return column }
        column += 1
      }
    }
    return count
  }
}
