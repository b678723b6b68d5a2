/// Prices the rows of a ``RowSource`` one after the other, pair by pair: the plain pricer that others are tested against.
///
/// Complexity: one row of costs and one scan of it per row and pass. Memory: one row, and what is found.
public struct RowSourcePricer<Source: RowSource>: PairPricer {
  public let source: Source
  private let rows: [Int]
  private let columns: [Int]

  public init(_ source: Source) {
    self.init(source, rows: Array(0..<source.rowCount), columns: Array(0..<source.columnCount))
  }

  private init(_ source: Source, rows: [Int], columns: [Int]) {
    self.source = source
    self.rows = rows
    self.columns = columns
  }

  public var rowCount: Int { rows.count }
  public var columnCount: Int { columns.count }

  public func restricted(toRows rows: [Int]?, columns: [Int]?) -> RowSourcePricer {
    RowSourcePricer(
      source, rows: rows.map { $0.map { self.rows[$0] } } ?? self.rows,
      columns: columns.map { $0.map { self.columns[$0] } } ?? self.columns)
  }

  public func price(_ request: PricingRequest, control: SolveControl) -> PricingAnswer? {
    var answer = PricingAnswer()
    var costs = [Int32](repeating: 0, count: source.columnCount)
    for row in request.rows ?? Array(0..<rowCount) {
      if control.isCancelled() { return nil }
      source.writeCosts(ofRow: rows[row], to: &costs)
      var priced = PricedRow(row: row, of: request)
      for (column, number) in columns.enumerated() where costs[number] != DenseCosts.forbidden {
        priced.offer(column: column, cost: costs[number], key: Int64(costs[number]) + request.columnPrice[column])
      }
      priced.add(to: &answer, row: row)
      answer.pricedPairCount += columnCount
    }
    return answer
  }

  public func leastPrices(rowLimit: [Int64], control: SolveControl) -> [Int64]? {
    var price = [Int64](repeating: 0, count: columnCount)
    var costs = [Int32](repeating: 0, count: source.columnCount)
    for row in rows.indices {
      if control.isCancelled() { return nil }
      source.writeCosts(ofRow: rows[row], to: &costs)
      for (column, number) in columns.enumerated() where costs[number] != DenseCosts.forbidden {
        price[column] = max(price[column], rowLimit[row] - Int64(costs[number]))
      }
    }
    return price
  }

  public func bestRows(rowLimit: [Int64], pairsPerColumn: Int, control: SolveControl) -> [PricingAnswer.Pair]? {
    var priced = columns.map { _ in PricedColumn(pairCount: pairsPerColumn) }
    var costs = [Int32](repeating: 0, count: source.columnCount)
    for row in rows.indices {
      if control.isCancelled() { return nil }
      source.writeCosts(ofRow: rows[row], to: &costs)
      for (column, number) in columns.enumerated() where costs[number] != DenseCosts.forbidden {
        priced[column].offer(row: row, cost: costs[number], limit: rowLimit[row])
      }
    }
    return PricedColumn.pairs(of: priced)
  }
}
