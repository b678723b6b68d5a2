/// The same for a plain problem on a full table, where every row may reach every column: no heap, whose entries would be as
/// many as the improvements, but one pass over a row of costs that raises prices and finds the next column.
extension LeastPrices {
  /// - Precondition: the problem is plain and its costs are a full table.
  static func dualsOfFullTable(
    _ problem: AssignmentProblem, given basis: OptimalBasis, isCancelled: () -> Bool
  ) -> AssignmentDuals? {
    let table = BiddingTable(costs: problem.costs, doRowsBid: true)
    let holders = Holders(of: basis.assignment, columnCount: problem.columnCount)
    // Columns that hold nobody, or are done, are out of reach: they lead nowhere.
    let outOfReach = AssignmentProblem.headRoom
    var openDual = (0..<problem.columnCount).map { column in
      holders.count(ofColumn: column) > 0 ? basis.columnDual[column] : outOfReach
    }
    var rowDual = basis.rowDual
    var price = [Int64](repeating: 0, count: problem.columnCount)
    var buffer = [Int32](repeating: 0, count: problem.columnCount)
    var nearest = (least: Int64.max, item: -1)
    for column in openDual.indices where openDual[column] < nearest.least { nearest = (openDual[column], column) }

    var relaxedCount = 0
    func isTimeToStop() -> Bool { relaxedCount % 64 == 0 && isCancelled() }

    func relax(_ row: Int, at distance: Int64) {
      relaxedCount += 1
      let limit = problem.rowValue[row] - rowDual[row] - distance
      rowDual[row] += distance
      nearest = table.withLine(of: row, buffer: &buffer) { line in
        table.kernels.raisePrices(line, toCover: limit, &price, duals: openDual)
      }
    }

    for row in 0..<problem.rowCount where basis.assignment.columns(ofRow: row).isEmpty {
      if isTimeToStop() { return nil }
      relax(row, at: 0)
    }
    while nearest.item >= 0, openDual[nearest.item] < outOfReach {
      let column = nearest.item
      let distance = nearest.least
      if isTimeToStop() { return nil }
      openDual[column] = outOfReach
      for row in holders.rows(ofColumn: column) { relax(row, at: distance) }
    }
    return AssignmentDuals(row: rowDual, column: price)
  }
}
