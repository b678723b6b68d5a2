import AssignmentSolvers

/// One way to falsify a solution.
///
/// Each changes what is claimed: an assignment that is just another optimum, or a price of a column without places (it
/// weighs nothing and may be any number that covers), would be a true claim, so these are not made.
enum Corruption: CaseIterable {
  case swapTwoMates, swapTwoMatesAndRecount, rowDualOff, columnDualOff, objectiveOff
  case dropRow, duplicateRow, dropRowDual, dropColumnDual
  case forbiddenPair, overfullColumn, columnOutOfRange, leaveUnmatched, negativeDual

  /// The falsified solution, or nil when this corruption is not possible here.
  func apply(
    to solution: AssignmentSolution, of problem: AssignmentProblem, using random: inout SplitMix64
  ) -> AssignmentSolution? {
    var columnOfRow = solution.assignment.columnOfRow
    var rowDual = solution.duals.row
    var columnDual = solution.duals.column
    var objective = solution.objective
    let matched = columnOfRow.indices.filter { columnOfRow[$0] != nil }
    let off: Int64 = random.chance(percent: 50) ? 1 : -1

    switch self {
    case .swapTwoMates, .swapTwoMatesAndRecount:
      guard let first = matched.randomElement(using: &random), let second = matched.randomElement(using: &random),
        columnOfRow[first] != columnOfRow[second]
      else { return nil }
      columnOfRow.swapAt(first, second)
      let gains = columnOfRow.enumerated().compactMap { row, column in
        column.map { problem.gain(row: row, column: $0) }
      }
      // A forbidden pair among them is falsification enough; otherwise the swap must have cost something.
      if !gains.contains(nil) {
        let recounted = gains.reduce(0) { $0 + ($1 ?? 0) }
        if recounted == objective { return nil }
        if self == .swapTwoMatesAndRecount { objective = recounted }
      }
    case .rowDualOff:
      guard let row = rowDual.indices.randomElement(using: &random) else { return nil }
      rowDual[row] += off
    case .columnDualOff:
      let weighty = columnDual.indices.filter { problem.columnCapacity[$0] > 0 }
      guard let column = weighty.randomElement(using: &random) else { return nil }
      columnDual[column] += off
    case .objectiveOff:
      objective += off
    case .dropRow:
      guard let row = columnOfRow.indices.randomElement(using: &random) else { return nil }
      columnOfRow.remove(at: row)
    case .duplicateRow:
      guard let row = columnOfRow.randomElement(using: &random) else { return nil }
      columnOfRow.append(row)
    case .dropRowDual:
      if rowDual.popLast() == nil { return nil }
    case .dropColumnDual:
      if columnDual.popLast() == nil { return nil }
    case .forbiddenPair:
      let forbidden = matched.flatMap { row in
        (0..<problem.columnCount).filter { problem.costs[row, $0] == nil }.map { (row, $0) }
      }
      guard let (row, column) = forbidden.randomElement(using: &random) else { return nil }
      columnOfRow[row] = column
    case .overfullColumn:
      guard let column = problem.columnCapacity.indices.randomElement(using: &random) else { return nil }
      let allowed = columnOfRow.indices.filter { problem.costs[$0, column] != nil }
      guard allowed.count > problem.columnCapacity[column] else { return nil }
      for row in allowed { columnOfRow[row] = column }
    case .columnOutOfRange:
      guard let row = matched.randomElement(using: &random) else { return nil }
      columnOfRow[row] = off > 0 ? problem.columnCount : -1
    case .leaveUnmatched:
      let gainful = matched.filter { row in columnOfRow[row].flatMap { problem.gain(row: row, column: $0) } != 0 }
      guard let row = gainful.randomElement(using: &random) else { return nil }
      columnOfRow[row] = nil
    case .negativeDual:
      // Moving weight from a column to its rows keeps the sum and every cover of a full column but not the sign.
      guard let column = columnDual.indices.first(where: { problem.columnCapacity[$0] == 1 }),
        let row = columnOfRow.firstIndex(of: column)
      else { return nil }
      rowDual[row] += columnDual[column] + 1
      columnDual[column] = -1
    }
    return AssignmentSolution(
      assignment: Assignment(columnOfRow: columnOfRow), duals: AssignmentDuals(row: rowDual, column: columnDual),
      objective: objective)
  }
}
