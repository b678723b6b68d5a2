/// The allowed pairs of each row with their slacks `u_i + v_j − (w_i − c_ij)`.
struct PairSlacks: Sendable {
  /// `start[row]..<start[row + 1]` are the row's pairs, columns ascending.
  private let start: [Int32]
  private let column: [Int32]
  private let slack: [Int64]

  init(_ costs: DenseCosts, rowValue: [Int64], duals: AssignmentDuals) {
    var start: [Int32] = [0]
    start.reserveCapacity(costs.rowCount + 1)
    var columns: [Int32] = []
    var slacks: [Int64] = []
    for row in 0..<costs.rowCount {
      let shift = duals.row[row] - rowValue[row]
      let first = row * costs.columnCount
      for column in 0..<costs.columnCount {
        let cost = costs.values[first + column]
        if cost == DenseCosts.forbidden { continue }
        columns.append(Int32(column))
        slacks.append(shift + Int64(cost) + duals.column[column])
      }
      start.append(Int32(columns.count))
    }
    self.start = start
    column = columns
    slack = slacks
  }

  @inline(__always)
  func forEach(ofRow row: Int, _ visit: (_ column: Int, _ slack: Int64) -> Void) {
    for pair in Int(start[row])..<Int(start[row + 1]) { visit(Int(column[pair]), slack[pair]) }
  }
}
