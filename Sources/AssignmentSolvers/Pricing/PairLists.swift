/// Lists of pairs that grow by what pricing finds. Everything comes by row and column, so adding is merging.
extension SparseCosts {
  /// Adds pairs, which come by row and column, to lists; returns those that were not there.
  mutating func add(_ pairs: [PricingAnswer.Pair]) -> [SparseEngine.Pair] {
    let known = self
    var added: [SparseEngine.Pair] = []
    var rowStart = [0]
    rowStart.reserveCapacity(known.rowStart.count)
    var columns: [Int32] = []
    var values: [Int32] = []
    columns.reserveCapacity(known.values.count + pairs.count)
    values.reserveCapacity(known.values.count + pairs.count)
    var next = 0
    for row in 0..<rowCount {
      var listed = known.rowStart[row]
      let end = known.rowStart[row + 1]
      while true {
        let isNew = next < pairs.count && Int(pairs[next].row) == row
        if isNew, listed == end || pairs[next].column < known.columns[listed] {
          columns.append(pairs[next].column)
          values.append(pairs[next].cost)
          added.append(.init(row: pairs[next].row, column: pairs[next].column, cost: pairs[next].cost))
          next += 1
        } else if listed < end {
          if isNew, pairs[next].column == known.columns[listed] { next += 1 }
          columns.append(known.columns[listed])
          values.append(known.values[listed])
          listed += 1
        } else {
          break
        }
      }
      rowStart.append(columns.count)
    }
    if added.isEmpty { return [] }
    self = SparseCosts(columnCount: columnCount, rowStart: rowStart, columns: columns, values: values)
    return added
  }
}

extension PricingAnswer {
  /// Two answers' pairs, by row and column, those of both once.
  static func joined(_ a: [PricingAnswer.Pair], _ b: [PricingAnswer.Pair]) -> [PricingAnswer.Pair] {
    var joined: [PricingAnswer.Pair] = []
    joined.reserveCapacity(a.count + b.count)
    var next = 0
    for pair in a {
      while next < b.count, (b[next].row, b[next].column) < (pair.row, pair.column) {
        joined.append(b[next])
        next += 1
      }
      if next < b.count, b[next].row == pair.row, b[next].column == pair.column { next += 1 }
      joined.append(pair)
    }
    joined += b[next...]
    return joined
  }
}
