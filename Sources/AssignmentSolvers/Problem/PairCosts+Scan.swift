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
  /// The range of each row's allowed costs, nil for a row without any; nil for all when cancelled. Asks before every 64th row.
  func costRanges(isCancelled: @Sendable () -> Bool) -> [ClosedRange<Int32>?]? {
    let store = BlockStore()
    // A row without allowed pairs keeps what is no range.
    let least = store.makeBlock(count: rowCount, of: Int32.max)
    let greatest = store.makeBlock(count: rowCount, of: Int32.min)
    let isDone = Halves.run(0..<rowCount, pairCount: storedPairCount) { rows, _ in
      for row in rows {
        if row % 64 == 0, isCancelled() { return false }
        guard let range = costRange(ofRow: row) else { continue }
        least[row] = range.lowerBound
        greatest[row] = range.upperBound
      }
      return true
    }
    return isDone ? (0..<rowCount).map { least[$0] <= greatest[$0] ? least[$0]...greatest[$0] : nil } : nil
  }

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
