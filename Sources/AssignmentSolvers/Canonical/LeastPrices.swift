/// The optimal duals with the least column prices, by one shortest-path tree.
///
/// A new place at column *j* could be used by moving rows along an alternating path that ends at an unmatched row or in
/// a place left empty. In reduced costs the least such loss is a shortest path `d_j` in the residual graph, and
/// `v_j − d_j` is the gain of the new place, which is the least optimal price. One Dijkstra run backwards from all ends
/// gives every `d_j`:
///
///     d_j = min( v_j,  min over unmatched i of slack_ij,  min over columns j' and rows i in j' of d_j' + slack_ij ).
///
/// Complexity: O(rows · columns + columns²); each row is scanned once.
enum LeastPrices {
  static func duals(of problem: AssignmentProblem, given basis: OptimalBasis) -> AssignmentDuals {
    let columnCount = problem.columnCount
    var rowDual = basis.rowDual
    var columnDual = basis.columnDual
    priceColumnsWithoutPlaces(of: problem, rowDual: rowDual, columnDual: &columnDual)

    var rowsOfColumn = [[Int]](repeating: [], count: columnCount)
    var distance = columnDual
    var open = Array(0..<columnCount)

    func relax(from row: Int, at reached: Int64) {
      let base = reached + rowDual[row] - problem.rowValue[row]
      let start = row * columnCount
      for column in open {
        let cost = problem.costs.values[start + column]
        let candidate = base + Int64(cost) + columnDual[column]
        if candidate < distance[column] && cost != DenseCosts.forbidden { distance[column] = candidate }
      }
    }

    for (row, column) in basis.columnOfRow.enumerated() {
      if let column { rowsOfColumn[column].append(row) } else { relax(from: row, at: 0) }
    }
    while let (position, column) = open.enumerated().min(by: { distance[$0.element] < distance[$1.element] }) {
      open.swapAt(position, open.count - 1)
      open.removeLast()
      for row in rowsOfColumn[column] { relax(from: row, at: distance[column]) }
    }

    for column in 0..<columnCount { columnDual[column] -= distance[column] }
    for (row, column) in basis.columnOfRow.enumerated() {
      if let column { rowDual[row] += distance[column] }
    }
    return AssignmentDuals(row: rowDual, column: columnDual)
  }

  /// A column with capacity 0 takes no part in a solve; give it any price that covers its pairs.
  private static func priceColumnsWithoutPlaces(
    of problem: AssignmentProblem, rowDual: [Int64], columnDual: inout [Int64]
  ) {
    for column in 0..<problem.columnCount where problem.columnCapacity[column] == 0 {
      columnDual[column] = 0
      for row in 0..<problem.rowCount {
        guard let gain = problem.gain(row: row, column: column) else { continue }
        columnDual[column] = max(columnDual[column], gain - rowDual[row])
      }
    }
  }
}
