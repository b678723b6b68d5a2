/// The optimal duals with the least column prices, by one shortest-path tree.
///
/// A new place at column *j* could be used by moving rows along an alternating path that ends at an unmatched row or in
/// a place left empty. In reduced costs the least such loss is a shortest path `d_j` in the residual graph, and
/// `v_j − d_j` is the gain of the new place, which is the least optimal price. One Dijkstra run backwards from all ends
/// gives every `d_j`:
///
///     d_j = min( v_j,  min over unmatched i of slack_ij,  min over columns j' and rows i in j' of d_j' + slack_ij ).
///
/// Columns at the same distance are taken together. Complexity: O(rows · columns + columns²); each row is scanned once.
enum LeastPrices {
  static func duals(of problem: AssignmentProblem, given basis: OptimalBasis) -> AssignmentDuals {
    let columnCount = problem.columnCount
    var rowDual = basis.rowDual
    let columnDual = basis.columnDual
    // `v_j − d_j`: rises from 0 as rows are found that have a use for the column. So a column without places, whose dual
    // the solvers leave open, gets the least price that covers its pairs.
    var price = [Int64](repeating: 0, count: columnCount)
    var rowsOfColumn = [[Int]](repeating: [], count: columnCount)

    func relax(from row: Int, at reached: Int64) {
      let limit = problem.rowValue[row] - rowDual[row] - reached
      var column = 0
      while true {
        column = problem.costs.firstColumn(ofRow: row, from: column, where: price, isBelow: limit)
        guard column < columnCount else { return }
        price[column] = limit - Int64(problem.costs.values[row * columnCount + column])
        column += 1
      }
    }

    for (row, column) in basis.columnOfRow.enumerated() {
      if let column { rowsOfColumn[column].append(row) } else { relax(from: row, at: 0) }
    }
    var open = (0..<columnCount).filter { !rowsOfColumn[$0].isEmpty }
    while !open.isEmpty {
      var level = Int64.max
      for column in open { level = min(level, columnDual[column] - price[column]) }
      var nearest: [Int] = []
      open.removeAll { column in
        guard columnDual[column] - price[column] == level else { return false }
        nearest.append(column)
        return true
      }
      for column in nearest {
        for row in rowsOfColumn[column] {
          relax(from: row, at: level)
          rowDual[row] += level
        }
      }
    }
    return AssignmentDuals(row: rowDual, column: price)
  }
}
