/// The written rules that make an optimum unique, so that every solver returns the same answer.
///
/// **Ties between assignments.** Among all optimal assignments the one whose list of columns, read in row order, is
/// lexicographically smallest; staying unmatched counts as larger than any column. So row 0 gets the smallest column it
/// can have in any optimum, then row 1 the smallest that is left to it, and so on.
///
/// **Ties between duals.** Among all optimal duals the one with the least column prices (and so the greatest row duals).
/// Optimal duals form a lattice, so this one exists and is unique; its prices are exact marginal values.
///
/// Both depend on the problem alone: complementary slackness describes *all* optimal assignments by *any* optimal dual.
///
/// References: G. Demange, D. Gale, *The strategy structure of two-sided matching markets*, Econometrica 53 (1985)
/// 873–888, doi:10.2307/1912658 (the lattice); Burkard, Dell'Amico, Martello, *Assignment Problems*, SIAM 2009, ch. 4,
/// doi:10.1137/1.9781611972238 (residual graphs, complementary slackness).
enum CanonicalOptimum {
  static func solution(of problem: AssignmentProblem, given basis: OptimalBasis) -> AssignmentSolution {
    let duals = LeastPrices.duals(of: problem, given: basis)
    var ties = TightGraph(problem: problem, columnOfRow: basis.columnOfRow, duals: duals)
    ties.makeLexicographicallySmallest()
    let assignment = Assignment(columnOfRow: ties.columnOfRow)
    return AssignmentSolution(
      assignment: assignment, duals: duals, objective: problem.objective(of: assignment))
  }
}
