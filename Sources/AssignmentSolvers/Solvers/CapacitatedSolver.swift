/// Successive shortest paths for the whole of problem P: capacities and lower bounds on both sides.
///
/// **Problem.** Problem P (see ``AssignmentProblem``), with rows that take several columns and with lower bounds.
///
/// **Method.** The residual network of <doc:Reoptimization>, from nothing: the units of the side that has fewer of them
/// enter one at a time, each by a shortest-path search that ends at the first free place or opt-out; a lower bound that
/// is still short afterwards is filled by a search of its own. Units up to a lower bound carry a bonus that outweighs all
/// gains, so feasibility comes first; a bound that stays short is returned with the deficient set that proves it.
///
/// Complexity: O(units · pairs · log) worst case; most searches settle few nodes. Memory: the costs twice.
/// For plain problems (``AssignmentProblem/isPlain``) the other solvers are faster.
///
/// References: R. K. Ahuja, T. L. Magnanti, J. B. Orlin, *Network Flows*, Prentice Hall 1993, ch. 9 (successive shortest
/// paths).
public struct CapacitatedSolver: AssignmentSolver {
  public init() {}

  /// - Throws: ``AssignmentError/beyondHeadRoom(magnitude:)``: beyond the bound of every solver also when there are lower
  ///   bounds and `2 · (rows + columns + 1) · max(|w_i|, |w_i − c_ij|)` reaches 2^59.
  public func solve(_ problem: AssignmentProblem, control: SolveControl) throws(AssignmentError) -> AssignmentOutcome {
    try problem.checkHeadRoom()
    if !problem.isPlain { try problem.checkBonusHeadRoom() }
    var network = ResidualNetwork(problem)
    network.enterAll()
    let isSettled = network.settle { [searchLimit = control.searchLimit] searchCount in
      searchCount < searchLimit && !control.isCancelled()
    }
    var statistics = SolveStatistics()
    statistics.searchCount = network.searchCount
    guard isSettled else {
      let best = network.shortfall == 0 ? network.assignment : nil
      return .stopped(
        StoppedSolve(best: best, objective: best == nil ? nil : network.gain, bound: network.dualObjective ?? .max))
    }
    if let set = network.deficientSet() { return .infeasible(set) }
    return .optimal(CanonicalOptimum.solution(of: problem, given: network.basis), statistics)
  }
}

extension AssignmentProblem {
  /// Refuses a problem whose gains could rival the bonus of lower bounds, or whose objective could leave 64 bits when rows
  /// take many columns.
  fileprivate func checkBonusHeadRoom() throws(AssignmentError) {
    var magnitudes = SessionMagnitudes(self)
    // What counts is |w − c|; the sum of both magnitudes would refuse more than necessary.
    magnitudes.largestValue = 0
    magnitudes.largestCost = 0
    for row in 0..<rowCount {
      magnitudes.largestValue = max(magnitudes.largestValue, rowValue[row].magnitude)
      costs.forEachPair(ofRow: row) { _, cost in
        magnitudes.largestValue = max(magnitudes.largestValue, (rowValue[row] - Int64(cost)).magnitude)
      }
    }
    try magnitudes.check()
  }
}
