import AssignmentSolvers

/// The optimum of a small problem by dynamic programming over rows × places left, sharing nothing with a solver.
///
/// `best[row][state]` is the greatest gain of the rows from `row` on when `state` tells how many places each column has
/// left. Walking the rows forwards and always taking the smallest column that keeps the optimum (none at all last) gives
/// the assignment that the written tie rule asks for. Cost: rows · columns · Π (capacity + 1).
struct ExhaustiveOptimum {
  let objective: Int64
  /// The lexicographically smallest optimal assignment; unmatched counts as larger than any column.
  let columnOfRow: [Int?]

  init(of problem: AssignmentProblem) {
    let rowCount = problem.rowCount
    let capacity = problem.columnCapacity.map { min($0, rowCount) }
    var weight: [Int] = []
    var stateCount = 1
    for places in capacity {
      weight.append(stateCount)
      stateCount *= places + 1
    }
    func placesLeft(_ column: Int, _ state: Int) -> Int { state / weight[column] % (capacity[column] + 1) }

    var best = [[Int64]](repeating: Array(repeating: 0, count: stateCount), count: rowCount + 1)
    for row in (0..<rowCount).reversed() {
      best[row] = best[row + 1]
      for column in 0..<problem.columnCount {
        guard let gain = problem.gain(row: row, column: column) else { continue }
        for state in 0..<stateCount where placesLeft(column, state) > 0 {
          best[row][state] = max(best[row][state], gain + best[row + 1][state - weight[column]])
        }
      }
    }

    var state = stateCount - 1
    objective = best[0][state]
    var columnOfRow = [Int?](repeating: nil, count: rowCount)
    for row in 0..<rowCount {
      for column in 0..<problem.columnCount where placesLeft(column, state) > 0 {
        guard let gain = problem.gain(row: row, column: column),
          gain + best[row + 1][state - weight[column]] == best[row][state]
        else { continue }
        columnOfRow[row] = column
        state -= weight[column]
        break
      }
    }
    self.columnOfRow = columnOfRow
  }
}
