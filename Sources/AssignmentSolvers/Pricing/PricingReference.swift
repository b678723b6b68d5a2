/// What the last full pricing pass has shown, and which pairs it leaves open under other duals.
///
/// The pass showed of every pair that is not listed `c_ij + v_j > l_i + m_i`, with its row's limit `l_i = w_i − u_i` and the
/// margin `m_i` that the row was searched to. Under duals `u', v'` the pair is covered, and not tight, whenever
///
///     m_i − (l'_i − l_i)  ≥  θ  ≥  v_j − v'_j
///
/// for any θ. So all pairs of a row that keeps the first inequality with a column that keeps the second need no second look;
/// open are the rows and the columns that do not. θ is chosen so that there is least to do.
struct PricingReference {
  private let limit: [Int64]
  private let price: [Int64]
  /// `m_i`.
  private let margin: [Int64]

  init(request: PricingRequest, margin: [Int64]) {
    limit = request.rowLimit
    price = request.columnPrice
    self.margin = margin
  }

  /// The rows and columns that other duals leave open, ascending, and which part of all pairs that is.
  func open(rowLimit: [Int64], columnPrice: [Int64]) -> (rows: [Int], columns: [Int], share: Double) {
    let slack = limit.indices.map { row -> Int64 in
      let (kept, overflow) = margin[row].subtractingReportingOverflow(rowLimit[row] - limit[row])
      return overflow ? .max : kept
    }
    let fall = price.indices.map { price[$0] - columnPrice[$0] }
    let sortedSlack = slack.sorted()
    let sortedFall = fall.sorted()
    var best = (share: Double.infinity, threshold: Int64(0))
    // Thresholds: the falls that leave so many columns open.
    for exponent in 0..<20 {
      let openCount = exponent == 0 ? 0 : min(fall.count, (fall.count + 1) >> (19 - exponent))
      let threshold = openCount >= fall.count ? (sortedFall.first ?? 0) : sortedFall[fall.count - 1 - openCount]
      let columns = fall.count - firstIndex(in: sortedFall, above: threshold)
      let rows = firstIndex(in: sortedSlack, above: threshold - 1)
      let rowShare = Double(rows) / Double(max(1, limit.count))
      let share = rowShare + (1 - rowShare) * Double(columns) / Double(max(1, fall.count))
      if share < best.share { best = (share, threshold) }
    }
    return (
      limit.indices.filter { slack[$0] < best.threshold }, fall.indices.filter { fall[$0] > best.threshold }, best.share
    )
  }

  private func firstIndex(in sorted: [Int64], above value: Int64) -> Int {
    var (low, high) = (0, sorted.count)
    while low < high {
      let middle = (low + high) / 2
      if sorted[middle] > value { high = middle } else { low = middle + 1 }
    }
    return low
  }
}
