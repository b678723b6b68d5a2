extension AssignmentProblem {
  /// Proves a given assignment optimal and returns it in canonical form, or nil when it is not optimal.
  ///
  /// For assignments that come without integer duals: from an integer-programming code, a file or a person. The least
  /// column prices follow from the assignment alone, as longest gains in its residual graph:
  ///
  ///     v_j = max( 0,  max over unmatched i of gain_ij,  max over rows i in j' of gain_ij − gain_ij' + v_j' ),
  ///
  /// computed by the Bellman–Ford recursion. A price that keeps growing means an improving cycle; a positive price at a
  /// column with an empty place or a negative row dual means an improving path: then the assignment is not optimal, and
  /// the first such sign ends the work.
  ///
  /// Complexity: O(rounds · rows · columns), rounds ≤ columns + 1 and in practice few.
  ///
  /// - Precondition: the problem is plain (``isPlain``); one entry per row; chosen pairs are allowed and within capacity.
  /// - Throws: ``AssignmentError/beyondHeadRoom(magnitude:)``.
  public func provenSolution(of assignment: Assignment) throws(AssignmentError) -> AssignmentSolution? {
    precondition(isPlain, "row capacities and lower bounds need another proof")
    let columnOfRow = assignment.columnOfRow
    precondition(columnOfRow.count == rowCount, "one entry for each row")
    try checkHeadRoom()
    var usedPlaces = [Int](repeating: 0, count: columnCount)
    for column in columnOfRow { if let column { usedPlaces[column] += 1 } }
    precondition(zip(usedPlaces, columnCapacity).allSatisfy { $0 <= $1 }, "capacities are kept")

    var price = [Int64](repeating: 0, count: columnCount)
    var isSettled = false
    for _ in 0...columnCount where !isSettled {
      isSettled = true
      for row in 0..<rowCount {
        var base: Int64 = 0
        if let column = columnOfRow[row] {
          guard let gain = gain(row: row, column: column) else { preconditionFailure("a forbidden pair was chosen") }
          base = gain - price[column]
          // Prices only rise, and no optimal row dual is negative.
          if base < 0 { return nil }
        }
        var isImprovable = false
        costs.forEachPair(ofRow: row) { column, cost in
          let gain = rowValue[row] - Int64(cost)
          guard gain - base > price[column] else { return }
          if usedPlaces[column] < columnCapacity[column] { isImprovable = true }
          price[column] = gain - base
          isSettled = false
        }
        if isImprovable { return nil }
      }
    }
    guard isSettled else { return nil }

    var rowDual = [Int64](repeating: 0, count: rowCount)
    for row in 0..<rowCount {
      guard let column = columnOfRow[row], let gain = gain(row: row, column: column) else { continue }
      rowDual[row] = gain - price[column]
    }
    return CanonicalOptimum.solution(
      of: self, given: OptimalBasis(columnOfRow: columnOfRow, rowDual: rowDual, columnDual: price))
  }
}
