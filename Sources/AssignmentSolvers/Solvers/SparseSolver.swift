/// Exact assignment on lists of pairs, made for 10⁵ to 10⁶ rows: an auction under cost scaling, refined to exact duals.
///
/// Takes every layout of costs; full tables are listed first, so for those a dense solver is the better choice. What the
/// method is, why it was chosen and what it costs stands at ``SparseEngine``.
///
/// Complexity: O(pairs · rows · log(rows · largest cost)) worst case, in practice a few dozen scans of each row.
/// Memory: 8 to 16 bytes per pair besides the costs.
public struct SparseSolver: AssignmentSolver {
  public init() {}

  /// - Precondition: the problem is plain (``AssignmentProblem/isPlain``).
  public func solve(
    _ problem: AssignmentProblem, control: SolveControl
  ) throws(AssignmentError) -> AssignmentOutcome {
    precondition(problem.isPlain, "row capacities and lower bounds need another solver")
    try problem.checkHeadRoom()
    let costs = problem.costs.asSparse
    let (engine, isCore) = Self.makeEngine(for: problem, costs)
    var status = engine.solve(control: control)
    while isCore, status == .optimal {
      let missing = engine.uncoveredPairs(of: costs)
      if missing.isEmpty { break }
      engine.add(missing)
      status = engine.solve(control: control)
    }
    switch status {
    case .optimal:
      // The engine knows the least prices of the pairs it holds. A column without places has no pairs there.
      let knowsAll = !isCore && problem.columnCapacity.allSatisfy { $0 > 0 }
      let isCancelled = control.isCancelled() || (knowsAll && !engine.lowerPrices())
      let basis = engine.basis
      guard !isCancelled,
        let solution = CanonicalOptimum.solution(
          of: problem, given: basis, pricesAreLeast: knowsAll, isCancelled: control.isCancelled)
      else {
        // An optimum is known by then, though not yet the one of the tie rule.
        let objective = problem.objective(of: basis.assignment)
        return .stopped(StoppedSolve(best: basis.assignment, objective: objective, bound: objective))
      }
      return .optimal(solution, engine.statistics)
    case .stopped:
      let bound = engine.bound()
      engine.fillUp()
      let best = engine.basis.assignment
      return .stopped(StoppedSolve(best: best, objective: problem.objective(of: best), bound: bound))
    }
  }

  /// An engine on all pairs, or on a core of them where that certainly pays: places scarce (then nearly every place gets
  /// one of its cheapest rows), one to a column, many pairs for each of them, and one value for all rows (so that cheapest
  /// means best).
  private static func makeEngine(for problem: AssignmentProblem, _ costs: SparseCosts) -> (SparseEngine, isCore: Bool) {
    let capacity = problem.columnCapacity
    let placeCount = capacity.reduce(0) { $0 + min($1, problem.rowCount) }
    guard 10 * placeCount < 9 * problem.rowCount, costs.values.count > 40 * placeCount,
      capacity.allSatisfy({ $0 == 1 }), problem.rowValue.allSatisfy({ $0 == problem.rowValue.first })
    else {
      return (SparseEngine(costs: costs, rowValue: problem.rowValue, columnCapacity: capacity), false)
    }
    let core = PackedArcs.cheapestPairsOfColumns(costs)
    let engine = SparseEngine(
      arcs: core.transposed(listCount: problem.rowCount), columnArcs: core, rowValue: problem.rowValue,
      columnCapacity: capacity)
    return (engine, true)
  }
}
