extension PairCosts {
  /// The first position from `start` on, among a row's, whose pair is allowed and has `cost + offset < limit`, or the end
  /// of the row's positions when there is none.
  ///
  /// Every pass over a row of costs, in the searches and in the canonical step, is this one question.
  ///
  /// - Parameter offset: one number per column.
  @inline(__always)
  func firstPosition(ofRow row: Int, from start: Int, where offset: [Int64], isBelow limit: Int64) -> Int {
    switch self {
    case .dense(let costs):
      let base = row * costs.columnCount
      return base + costs.firstColumn(ofRow: row, from: start - base, where: offset, isBelow: limit)
    case .narrow(let costs):
      let base = row * costs.columnCount
      let line = costs.values.span.extracting(base..<base + costs.columnCount)
      return base + LineKernels().firstBelow(limit, line, offset, from: start - base)
    case .sparse(let costs):
      var position = start
      let end = costs.rowStart[row + 1]
      while position < end {
        let cost = costs.values[position]
        if cost != DenseCosts.forbidden, Int64(cost) &+ offset[Int(costs.columns[position])] < limit { return position }
        position += 1
      }
      return end
    }
  }
}

extension DenseCosts {
  /// The first column from `start` on whose pair with the row is allowed and has `cost + offset < limit`, or the number
  /// of columns when there is none.
  ///
  /// No sum wraps: offsets are at most ``AssignmentProblem/headRoom`` above a dual.
  ///
  /// - Parameter offset: one number per column.
  @inline(__always)
  func firstColumn(ofRow row: Int, from start: Int, where offset: [Int64], isBelow limit: Int64) -> Int {
    LineKernels().firstBelow(
      limit, values.span.extracting(row * columnCount..<(row + 1) * columnCount), offset, from: start)
  }
}

extension PairCosts {
  /// The least and the greatest allowed cost of a row, nil when every pair is forbidden.
  func costRange(ofRow row: Int) -> ClosedRange<Int32>? {
    switch self {
    case .dense(let costs):
      return LineKernels().costRange(costs.values.span.extracting(positions(ofRow: row)))
    case .narrow(let costs):
      var line = [Int32](repeating: 0, count: columnCount)
      LineKernels().widen(costs.values.span.extracting(positions(ofRow: row)), into: &line)
      return LineKernels().costRange(line.span)
    case .sparse: break
    }
    var least = DenseCosts.forbidden
    var greatest = Int32.min
    for position in positions(ofRow: row) {
      let cost = cost(at: position)
      if cost == DenseCosts.forbidden { continue }
      least = min(least, cost)
      greatest = max(greatest, cost)
    }
    return least == DenseCosts.forbidden ? nil : least...greatest
  }
}
