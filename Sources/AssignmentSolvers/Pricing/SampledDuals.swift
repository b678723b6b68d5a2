/// Duals to begin with, from a problem of every eighth row and column.
///
/// In a sample of both sides alike, who competes with whom for what is much as in the whole: so are prices, apart from
/// noise. They need not be right, nor feasible; they only decide which pairs are listed first. Measured at 20,000 × 12,000
/// pairs: lists made without prices miss 800,000 pairs at first and need six rounds.
enum SampledDuals {
  /// Which rows or columns are in the sample: every eighth, but not at equal steps, which people sorted by place or antenna
  /// could be in tune with.
  static func sample(of count: Int) -> [Int] {
    (0..<count).filter { number in
      // The finaliser of SplitMix64: G. L. Steele, D. Lea, C. H. Flood, Fast splittable pseudorandom number generators,
      // OOPSLA 2014, doi:10.1145/2660193.2660195.
      var bits = UInt64(number) &* 0x9E37_79B9_7F4A_7C15
      bits = (bits ^ (bits >> 30)) &* 0xBF58_476D_1CE4_E5B9
      bits = (bits ^ (bits >> 27)) &* 0x94D0_49BB_1331_11EB
      return (bits ^ (bits >> 31)) % 8 == 0
    }
  }

  /// Duals for all rows and columns from those of a sample; nil when cancelled.
  static func extended(
    _ duals: AssignmentDuals, rows: [Int], columns: [Int], to pricer: some PairPricer, rowValue: [Int64],
    control: SolveControl
  ) -> AssignmentDuals? {
    let limit = rows.indices.map { rowValue[rows[$0]] - duals.row[$0] }
    guard
      let price = pricer.restricted(toRows: rows, columns: nil).leastPrices(rowLimit: limit, control: control),
      // A row's dual is its best gain: how far a row of dual 0 falls short of covering.
      let best = pricer.restricted(toRows: nil, columns: columns).price(
        PricingRequest(rowLimit: rowValue, columnPrice: duals.column, pairsPerRow: 1), control: control)
    else { return nil }
    return AssignmentDuals(row: best.excess, column: price)
  }
}
