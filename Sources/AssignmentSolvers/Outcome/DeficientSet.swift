/// A proof that lower bounds cannot be met: a set of rows (or columns) that must take more than they can.
///
/// The members must take `requiredCount` in all. What they can take is limited by the partners in `exhausted`, each
/// counted with its capacity (or the number of members, if that is less), and by the allowed pairs between members and
/// everybody else, each counted once: together `availableCount < requiredCount`. (Lower bounds on both sides can be met together exactly when those of each side
/// can; N. S. Mendelsohn, A. L. Dulmage, *Some generalizations of the problem of distinct representatives*, Canadian
/// Journal of Mathematics 10 (1958) 230–241, doi:10.4153/CJM-1958-027-8. So a one-sided set always exists.)
public struct DeficientSet: Sendable, Equatable {
  public enum Side: Sendable, Equatable { case rows, columns }

  public let side: Side
  /// The rows (or columns) whose lower bounds are too much together, ascending.
  public let members: [Int]
  /// The columns (or rows) whose capacity is used up, ascending.
  public let exhausted: [Int]
  public let requiredCount: Int
  public let availableCount: Int

  public init(side: Side, members: [Int], exhausted: [Int], requiredCount: Int, availableCount: Int) {
    self.side = side
    self.members = members
    self.exhausted = exhausted
    self.requiredCount = requiredCount
    self.availableCount = availableCount
  }

  /// Whether the set proves a problem infeasible, counted anew from the problem. Complexity: O(pairs).
  public func isProof(for problem: AssignmentProblem) -> Bool {
    let (bounds, capacities) =
      side == .rows
      ? (problem.rowLowerBound, problem.columnCapacity) : (problem.columnLowerBound, problem.rowCapacity)
    guard Set(members).count == members.count, members.allSatisfy(bounds.indices.contains),
      Set(exhausted).count == exhausted.count, exhausted.allSatisfy(capacities.indices.contains)
    else { return false }
    var required = 0
    for member in members { required += bounds[member] }
    let isMember = Set(members)
    let isExhausted = Set(exhausted)
    var available = 0
    for row in 0..<problem.rowCount {
      problem.costs.forEachPair(ofRow: row) { column, _ in
        let (member, partner) = side == .rows ? (row, column) : (column, row)
        if isMember.contains(member), !isExhausted.contains(partner) { available += 1 }
      }
    }
    for partner in exhausted { available += min(capacities[partner], members.count) }
    return required == requiredCount && available == availableCount && available < required
  }
}
