import AssignmentSolvers

/// The optimum of a small problem with capacities and lower bounds on both sides, by dynamic programming over rows and
/// places used, sharing nothing with a solver.
///
/// Each row takes one of the sets of columns allowed to it, and `best[row][state]` is the greatest gain of the rows from
/// `row` on when `state` tells how many rows each column has already. Walking forwards and always taking the smallest set
/// that keeps the optimum gives the assignment that the written tie rule asks for.
struct BoundedOptimum {
  /// Nil when no assignment keeps the lower bounds.
  let objective: Int64?
  let columnsOfRow: [[Int]]

  /// - Parameters:
  ///   - forced: pairs that must be chosen.
  ///   - vetoed: pairs that must not.
  init(
    of problem: AssignmentProblem, forced: [(row: Int, column: Int)] = [], vetoed: [(row: Int, column: Int)] = []
  ) {
    let (rowCount, columnCount) = (problem.rowCount, problem.columnCount)
    let most = problem.columnCapacity.map { min($0, rowCount) }
    var weight: [Int] = []
    var stateCount = 1
    for places in most {
      weight.append(stateCount)
      stateCount *= places + 1
    }
    func used(_ column: Int, _ state: Int) -> Int { state / weight[column] % (most[column] + 1) }

    /// The sets that a row can take, smallest first, with their gain.
    func sets(ofRow row: Int) -> [(columns: [Int], gain: Int64)] {
      let must = Set(forced.filter { $0.row == row }.map(\.column))
      let mustNot = Set(vetoed.filter { $0.row == row }.map(\.column))
      var sets: [(columns: [Int], gain: Int64)] = []
      for mask in 0..<1 << columnCount {
        let columns = (0..<columnCount).filter { mask >> $0 & 1 == 1 }
        guard columns.count >= problem.rowLowerBound[row], columns.count <= problem.rowCapacity[row],
          must.isSubset(of: columns), mustNot.isDisjoint(with: columns)
        else { continue }
        let gains = columns.compactMap { problem.gain(row: row, column: $0) }
        if gains.count == columns.count { sets.append((columns, gains.reduce(0, +))) }
      }
      // An empty place counts as larger than any column.
      func padded(_ columns: [Int]) -> [Int] {
        columns + Array(repeating: columnCount, count: columnCount + 1 - columns.count)
      }
      return sets.sorted { padded($0.columns).lexicographicallyPrecedes(padded($1.columns)) }
    }

    func next(_ state: Int, _ columns: [Int]) -> Int? {
      var state = state
      for column in columns {
        if used(column, state) == most[column] { return nil }
        state += weight[column]
      }
      return state
    }

    let setsOfRow = (0..<rowCount).map { sets(ofRow: $0) }
    var best = [[Int64?]](repeating: Array(repeating: nil, count: stateCount), count: rowCount + 1)
    for state in 0..<stateCount
    where (0..<columnCount).allSatisfy({ used($0, state) >= problem.columnLowerBound[$0] }) {
      best[rowCount][state] = 0
    }
    for row in (0..<rowCount).reversed() {
      for state in 0..<stateCount {
        for set in setsOfRow[row] {
          guard let end = next(state, set.columns), let rest = best[row + 1][end] else { continue }
          best[row][state] = max(best[row][state] ?? .min, set.gain + rest)
        }
      }
    }
    objective = best[0][0]
    var columnsOfRow: [[Int]] = []
    var state = 0
    for row in 0..<rowCount where objective != nil {
      for set in setsOfRow[row] {
        guard let end = next(state, set.columns), let rest = best[row + 1][end], set.gain + rest == best[row][state]
        else { continue }
        columnsOfRow.append(set.columns)
        state = end
        break
      }
    }
    self.columnsOfRow = columnsOfRow
  }
}
