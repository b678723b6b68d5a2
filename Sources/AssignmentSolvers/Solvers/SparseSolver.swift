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
    guard let ranges = try problem.costRangesWithinHeadRoom(isCancelled: control.isCancelled) else {
      return .stopped(problem.nothingDone(ranges: nil))
    }
    let costs = problem.costs.asSparse
    guard let (engine, isCore) = Self.makeEngine(for: problem, costs, isCancelled: control.isCancelled) else {
      return .stopped(problem.nothingDone(ranges: ranges))
    }
    var status = engine.solve(control: control)
    var tight: TightPairs?
    while isCore, status == .optimal {
      // The least prices of the core's pairs: with more pairs they could only be higher, so where they cover all pairs
      // they are the least ones of all.
      guard engine.lowerPrices(), let priced = engine.pricePairs(of: costs) else {
        status = .stopped
        break
      }
      if priced.uncovered.isEmpty {
        tight = priced.tight
        break
      }
      engine.add(priced.uncovered)
      status = engine.solve(control: control)
    }
    switch status {
    case .optimal:
      // The engine knows the least prices of the pairs it holds. A column without places has no pairs there.
      let knowsAll = !isCore && problem.columnCapacity.allSatisfy { $0 > 0 }
      let isCancelled = control.isCancelled() || (knowsAll && !engine.lowerPrices())
      let basis = engine.basis
      var canonical: AssignmentSolution?
      if !isCancelled, let tight {
        canonical = CanonicalOptimum.solution(
          of: problem, given: basis, duals: AssignmentDuals(row: basis.rowDual, column: basis.columnDual),
          tight: tight, isCancelled: control.isCancelled)
      } else if !isCancelled {
        canonical = CanonicalOptimum.solution(
          of: problem, given: basis, pricesAreLeast: knowsAll, isCancelled: control.isCancelled)
      }
      guard let solution = canonical else {
        // An optimum is known by then, though not yet the one of the tie rule.
        let objective = problem.objective(of: basis.assignment)
        return .stopped(StoppedSolve(best: basis.assignment, objective: objective, bound: objective))
      }
      return .optimal(solution, engine.statistics)
    case .stopped:
      // Of a core, the prices say nothing of the pairs left out.
      let gains = problem.nothingDone(ranges: ranges).bound
      let bound = isCore ? gains : min(gains, engine.bound())
      engine.fillUp()
      let best = engine.basis.assignment
      return .stopped(StoppedSolve(best: best, objective: problem.objective(of: best), bound: bound))
    }
  }

  /// An engine on all pairs, or on a core of them where that certainly pays: places scarce (then nearly every place gets
  /// one of its cheapest rows), one to a column, many pairs for each of them, and one value for all rows (so that cheapest
  /// means best).
  private static func makeEngine(
    for problem: AssignmentProblem, _ costs: SparseCosts, isCancelled: () -> Bool
  ) -> (SparseEngine, isCore: Bool)? {
    let capacity = problem.columnCapacity
    let placeCount = capacity.reduce(0) { $0 + min($1, problem.rowCount) }
    guard 10 * placeCount < 9 * problem.rowCount, costs.values.count > 40 * placeCount,
      capacity.allSatisfy({ $0 == 1 }), problem.rowValue.allSatisfy({ $0 == problem.rowValue.first })
    else {
      guard let arcs = PackedArcs(costs, columnCapacity: capacity, isCancelled: isCancelled) else { return nil }
      return (SparseEngine(arcs: arcs, rowValue: problem.rowValue, columnCapacity: capacity), false)
    }
    guard let core = PackedArcs.cheapestPairsOfColumns(costs, isCancelled: isCancelled),
      let arcs = core.transposed(listCount: problem.rowCount, isCancelled: isCancelled)
    else { return nil }
    let engine = SparseEngine(
      arcs: arcs, columnArcs: core, rowValue: problem.rowValue, columnCapacity: capacity)
    return (engine, true)
  }
}
