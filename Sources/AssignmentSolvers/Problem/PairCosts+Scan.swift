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
      var position = start
      while position < base + costs.columnCount {
        let cost = costs.values[position]
        if cost != NarrowDenseCosts.forbidden, Int64(cost) &+ offset[position - base] < limit { return position }
        position += 1
      }
      return position
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
  /// The answer is seldom "yes", so pairs are first looked at eight together: the sign bit of the joined differences
  /// tells whether any of them is below the limit. No sum wraps: offsets are at most ``AssignmentProblem/headRoom`` above
  /// a dual.
  ///
  /// - Parameter offset: one number per column.
  @inline(__always)
  func firstColumn(ofRow row: Int, from start: Int, where offset: [Int64], isBelow limit: Int64) -> Int {
    let costs = values.span.extracting(row * columnCount..<(row + 1) * columnCount)
    let offsets = offset.span.extracting(first: columnCount)
    var column = start
    while column < columnCount {
      if column % 8 == 0, column + 8 <= columnCount {
        let costs = costs.extracting(column..<column + 8)
        let offsets = offsets.extracting(column..<column + 8)
        var signs: Int64 = 0
        for k in 0..<8 { signs |= Int64(costs[k]) &+ offsets[k] &- limit }
        if signs >= 0 {
          column += 8
          continue
        }
      }
      let blockEnd = min((column | 7) + 1, columnCount)
      while column < blockEnd {
        let cost = costs[column]
        if Int64(cost) &+ offsets[column] < limit && cost != Self.forbidden { return column }
        column += 1
      }
    }
    return columnCount
  }
}
