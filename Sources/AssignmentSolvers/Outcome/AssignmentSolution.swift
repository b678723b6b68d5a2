/// An optimal assignment together with the duals that prove it.
public struct AssignmentSolution: Sendable, Equatable {
  public let assignment: Assignment
  public let duals: AssignmentDuals
  /// `Σ (w_i − c_ij)` over the chosen pairs: the value gained, higher is better.
  public let objective: Int64

  public init(assignment: Assignment, duals: AssignmentDuals, objective: Int64) {
    self.assignment = assignment
    self.duals = duals
    self.objective = objective
  }
}

extension AssignmentProblem {
  /// `Σ (w_i − c_ij)` over the pairs of an assignment.
  /// - Precondition: the assignment has one entry per row and uses no forbidden pair.
  public func objective(of assignment: Assignment) -> Int64 {
    var total: Int64 = 0
    for row in 0..<assignment.rowCount {
      for column in assignment.columns(ofRow: row) {
        guard let gain = gain(row: row, column: column) else { preconditionFailure("a forbidden pair was chosen") }
        total += gain
      }
    }
    return total
  }
}
