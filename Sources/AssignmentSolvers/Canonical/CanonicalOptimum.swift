/// The written rules that make an optimum unique, so that every solver returns the same answer.
///
/// **Ties between assignments.** Among all optimal assignments the one that is smallest when the columns are listed row
/// by row, ascending within a row; an empty place counts as larger than any column. So row 0 gets the smallest column it
/// can have in any optimum (then, if it takes several, the next smallest), then row 1 the smallest that is left to it,
/// and so on.
///
/// **Ties between duals.** Among all optimal duals the one with the least column prices (and so the greatest row duals).
/// Optimal duals form a lattice, so this one exists and is unique; its prices are exact marginal values. Where lower
/// bounds leave prices without a least value, "least" means not below −(``AssignmentProblem/lowerBoundBonus``).
///
/// Plain problems go to ``ExchangeGraph``, the others to ``TightGraph``: the same rule.
///
/// Both depend on the problem alone: complementary slackness describes *all* optimal assignments by *any* optimal dual.
///
/// References: G. Demange, D. Gale, *The strategy structure of two-sided matching markets*, Econometrica 53 (1985)
/// 873–888, doi:10.2307/1912658 (the lattice); Burkard, Dell'Amico, Martello, *Assignment Problems*, SIAM 2009, ch. 4,
/// doi:10.1137/1.9781611972238 (residual graphs, complementary slackness).
enum CanonicalOptimum {
  /// - Parameter pricesAreLeast: whether the solver has already found the least column prices itself.
  static func solution(
    of problem: AssignmentProblem, given basis: OptimalBasis, pricesAreLeast: Bool = false
  ) -> AssignmentSolution {
    guard
      let solution = solution(of: problem, given: basis, pricesAreLeast: pricesAreLeast, isCancelled: { false })
    else { preconditionFailure("nobody cancelled") }
    return solution
  }

  /// The same, or nil as soon as the caller cancels; asked at least every few milliseconds.
  static func solution(
    of problem: AssignmentProblem, given basis: OptimalBasis, pricesAreLeast: Bool = false, isCancelled: () -> Bool
  ) -> AssignmentSolution? {
    let least =
      pricesAreLeast
      ? AssignmentDuals(row: basis.rowDual, column: basis.columnDual)
      : LeastPrices.duals(of: problem, given: basis, isCancelled: isCancelled)
    guard let duals = least else { return nil }
    if problem.isPlain {
      guard let tight = TightPairs(of: problem, duals: duals, isCancelled: isCancelled) else {
        return nil
      }
      return solution(of: problem, given: basis, duals: duals, tight: tight, isCancelled: isCancelled)
    }
    guard
      var ties = TightGraph(
        problem: problem, assignment: basis.assignment, duals: duals, isCancelled: isCancelled),
      ties.makeLexicographicallySmallest(isCancelled: isCancelled)
    else { return nil }
    let assignment = ties.assignment
    return AssignmentSolution(
      assignment: assignment, duals: duals, objective: problem.objective(of: assignment))
  }

  /// The solution of a plain problem whose least prices and tight pairs are known; nil as soon as the caller cancels.
  static func solution(
    of problem: AssignmentProblem, given basis: OptimalBasis, duals: AssignmentDuals, tight: TightPairs,
    isCancelled: () -> Bool
  ) -> AssignmentSolution? {
    let graph = ExchangeGraph(
      tight, columnOfRow: basis.assignment.columnOfRow, columnCapacity: problem.columnCapacity)
    guard graph.makeLexicographicallySmallest(isCancelled: isCancelled) else { return nil }
    let assignment = Assignment(columnOfRow: graph.columnOfRow)
    return AssignmentSolution(
      assignment: assignment, duals: duals, objective: problem.objective(of: assignment))
  }
}

extension AssignmentProblem {
  /// A bonus so large that one more unit towards a lower bound outweighs everything else: more than any two assignments
  /// differ in objective. Saturates at ``headRoom``.
  ///
  /// The bound: an assignment has at most `units = min(Σ r_i, Σ k_j, allowed pairs)` pairs, each worth at most the largest
  /// `|w_i − c_ij|`.
  public var lowerBoundBonus: Int64 {
    var largest: UInt64 = 0
    var pairCount = 0
    for row in 0..<rowCount {
      costs.forEachPair(ofRow: row) { _, cost in
        pairCount += 1
        let (gain, overflow) = rowValue[row].subtractingReportingOverflow(Int64(cost))
        largest = max(largest, overflow ? UInt64.max : gain.magnitude)
      }
    }
    let rowUnits = rowCapacity.reduce(0) { $0 + min($1, columnCount) }
    let columnUnits = columnCapacity.reduce(0) { $0 + min($1, rowCount) }
    let units = UInt64(min(rowUnits, columnUnits, pairCount))
    let (total, overflow) = largest.multipliedReportingOverflow(by: 2 * units)
    return overflow || total >= UInt64(Self.headRoom) ? Self.headRoom : Int64(total) + 1
  }
}
