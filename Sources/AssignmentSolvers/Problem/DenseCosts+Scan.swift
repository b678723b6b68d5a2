extension DenseCosts {
  /// The first column from `start` on whose pair with the row is allowed and has `cost + offset < limit`, or the number
  /// of columns when there is none.
  ///
  /// Every pass over a row of costs, in the searches and in the canonical step, is this one question: the answer is
  /// seldom "yes", so the loop reads two numbers per pair and writes nothing.
  ///
  /// - Parameter offset: one number per column.
  @inline(__always)
  func firstColumn(ofRow row: Int, from start: Int, where offset: [Int64], isBelow limit: Int64) -> Int {
    let rowStart = row * columnCount
    var column = start
    while column < columnCount {
      let cost = values[rowStart + column]
      if Int64(cost) + offset[column] < limit && cost != Self.forbidden { return column }
      column += 1
    }
    return column
  }
}
