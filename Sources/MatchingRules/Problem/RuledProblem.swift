/// A matching with rules over the whole of it, in numbers only:
///
///     maximise   Σ g_e x_e                           (less what broken soft rules cost)
///     subject to Σ_{e of row i} x_e ≤ 1              for each row i
///                l_j ≤ Σ_{e of column j} x_e ≤ k_j   for each column j
///                z_c = Σ a_ce x_e                    for each count c
///                L_r ≤ Σ_c w_rc z_c ≤ U_r            for each rule r
///                x_e ∈ {0, 1}                        for each pair e
///
/// Pairs are stored row by row: those of row *i* are `rowStart[i] ..< rowStart[i + 1]`, in any order of columns. What is
/// no candidate is no pair.
///
/// Symbols: `g` ``gainOfPair``, `k` ``columnCapacity``, `l` ``columnMinimum``, `a` ``DuoCount``, `w`, `L`, `U`
/// ``LinearRule``. All are integers.
public struct RuledProblem: Sendable {
  /// One more than there are rows; starts with 0 and never falls.
  public let rowStart: [Int]
  public let columnOfPair: [Int32]
  /// Higher is better; may be negative.
  public let gainOfPair: [Int64]
  public let columnCapacity: [Int]
  /// How many rows a column must take at least.
  public let columnMinimum: [Int]
  /// What the rules count.
  public var counts: [DuoCount]
  public var rules: [LinearRule]

  public var rowCount: Int { rowStart.count - 1 }
  public var columnCount: Int { columnCapacity.count }
  public var pairCount: Int { columnOfPair.count }

  /// - Parameter columnMinimum: 0 everywhere when not given.
  /// - Precondition: the shapes fit; columns exist; no pair twice; `0 ≤ minimum ≤ capacity`; the pairs of counts and
  ///   the counts of rules exist.
  public init(
    rowStart: [Int], columnOfPair: [Int32], gainOfPair: [Int64], columnCapacity: [Int], columnMinimum: [Int]? = nil,
    counts: [DuoCount] = [], rules: [LinearRule] = []
  ) {
    precondition(rowStart.first == 0 && rowStart.last == columnOfPair.count, "row starts enclose the pairs")
    precondition(zip(rowStart, rowStart.dropFirst()).allSatisfy { $0 <= $1 }, "row starts never fall")
    precondition(columnOfPair.count == gainOfPair.count, "one gain for each pair")
    precondition(columnOfPair.allSatisfy { $0 >= 0 && $0 < columnCapacity.count }, "the columns of pairs exist")
    let minimum = columnMinimum ?? [Int](repeating: 0, count: columnCapacity.count)
    precondition(minimum.count == columnCapacity.count, "one minimum for each column")
    precondition(zip(minimum, columnCapacity).allSatisfy { 0 <= $0 && $0 <= $1 }, "0 ≤ minimum ≤ capacity")
    precondition(counts.allSatisfy { ($0.pairs.last ?? -1) < columnOfPair.count }, "the pairs of counts exist")
    precondition(rules.allSatisfy { $0.terms.allSatisfy { counts.indices.contains($0.count) } }, "counts exist")
    self.rowStart = rowStart
    self.columnOfPair = columnOfPair
    self.gainOfPair = gainOfPair
    self.columnCapacity = columnCapacity
    self.columnMinimum = minimum
    self.counts = counts
    self.rules = rules
  }

  public func pairs(ofRow row: Int) -> Range<Int> { rowStart[row]..<rowStart[row + 1] }

  /// The row of each pair.
  var rowOfPair: [Int32] {
    var rows = [Int32](repeating: 0, count: pairCount)
    for row in 0..<rowCount { for pair in pairs(ofRow: row) { rows[pair] = Int32(row) } }
    return rows
  }
}
