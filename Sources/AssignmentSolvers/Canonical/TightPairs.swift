/// What optimal duals of a plain problem say of *all* its optimal assignments: by complementary slackness each of them uses
/// tight pairs only, leaves no row with `u > 0` unmatched and no place of a column with `v > 0` empty.
///
/// Any optimal duals tell the truth, so what holds under two of them holds at once. The extreme duals of the tie rule make
/// many pairs tight by chance; together with those that a solver ended with, fewer are left to look at.
struct TightPairs {
  /// Tight pairs row by row: `rowStart[row]..<rowStart[row + 1]` into ``columns``, ascending within a row.
  var rowStart: [Int] = [0]
  var columns: [Int32] = []
  /// Whether an optimum may leave the row unmatched.
  var isRowFree: [Bool]
  /// Whether an optimum may leave a place of the column empty.
  var isColumnFree: [Bool]

  /// No pairs yet.
  init(isRowFree: [Bool], isColumnFree: [Bool]) {
    self.isRowFree = isRowFree
    self.isColumnFree = isColumnFree
    rowStart.reserveCapacity(isRowFree.count + 1)
  }

  /// By one pass over the pairs; nil when cancelled.
  /// - Precondition: the problem is plain.
  init?(of problem: AssignmentProblem, duals: AssignmentDuals, isCancelled: () -> Bool) {
    self.init(isRowFree: duals.row.map { $0 == 0 }, isColumnFree: duals.column.map { $0 == 0 })
    for row in 0..<problem.rowCount {
      if row % 64 == 0, isCancelled() { return nil }
      // No allowed pair is below its cover, so the tight ones are those below it plus 1.
      let limit = problem.rowValue[row] - duals.row[row] + 1
      let end = problem.costs.positions(ofRow: row).upperBound
      var position = problem.costs.positions(ofRow: row).lowerBound
      while true {
        position = problem.costs.firstPosition(ofRow: row, from: position, where: duals.column, isBelow: limit)
        guard position < end else { break }
        let column = problem.costs.column(at: position, ofRow: row)
        if problem.columnCapacity[column] > 0 { columns.append(Int32(column)) }
        position += 1
      }
      rowStart.append(columns.count)
    }
  }
}
