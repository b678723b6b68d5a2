/// Shortest augmenting paths over a full cost table that looks at few of its pairs: for hundreds to tens of thousands of
/// rows, whatever the family of costs.
///
/// **Problem.** Problem P (see ``AssignmentProblem``), plain, seen as bidders who want items (see ``BiddingTerms``): the
/// side with fewer units bids.
///
/// **Symbols.** `offset_q` what item *q* costs besides `c_pq`; `payment_p = min(limit_p, min_q c_pq + offset_q)`;
/// `slack_pq = c_pq + offset_q − payment_p ≥ 0`.
///
/// **Method.**
/// 1. ``DenseStart``: offsets from the optimum of a sample, if they are a better start than none.
/// 2. One pass over the table lists the best one or two dozen items of each bidder (``CandidateLists``), in ascending order of
///    cost + offset, with a bound of all others.
/// 3. Tight matching, augmenting row reduction and, if many bidders are free then, an ε-scaled auction.
/// 4. One Dijkstra search for each bidder still free (``DenseSearch``). Offsets only rise, so a list's keys are lower
///    bounds for ever: a search leaves a list at the first key that cannot beat the nearest end, and looks at a whole
///    line again only when the bound of what is not listed comes to the top of its heap. The result is optimal over all
///    pairs, without pricing rounds, and a list can never be too short to hold a matching.
/// 5. Offsets from a sample or an auction can be too high for items that stay free. The same searches, seen from the
///    items' side, lower them.
/// 6. Least prices and tight pairs for the tie rule are read off the lists too, where these reach far enough; else one
///    pass over the table each. ``ExchangeGraph`` then breaks the ties.
///
/// Complexity: O(n³) worst case as for any shortest-path method; in practice a few passes over the table at the speed of
/// memory, and searches over O(n) candidates. Memory: the costs, a sixteenth of them for the sample, and 16 bytes per
/// candidate (about 320 per bidder).
///
/// **Departures from the cited algorithms.** 1. The core of Volgenant is chosen by reduced cost and grows inside the
/// search, line by line, instead of by rounds of pricing and re-solving. 2. Opt-out and capacities are native. 3. Row
/// reduction and the auction are left out where somebody can hold several: raising an offset would then break the other
/// holders' equality.
///
/// References: A. Volgenant, *Linear and semi-assignment problems: a core oriented approach*, Computers & Operations
/// Research 23 (1996) 917–932, doi:10.1016/0305-0548(96)00010-X; R. Jonker, A. Volgenant, *A shortest augmenting path
/// algorithm for dense and sparse linear assignment problems*, Computing 38 (1987) 325–340, doi:10.1007/BF02278710.
public struct DenseSolver: AssignmentSolver {
  public init() {}

  /// - Precondition: the problem is plain (``AssignmentProblem/isPlain``).
  public func solve(
    _ problem: AssignmentProblem, control: SolveControl
  ) throws(AssignmentError) -> AssignmentOutcome {
    precondition(problem.isPlain, "row capacities and lower bounds need another solver")
    guard let ranges = try problem.costRangesWithinHeadRoom(isCancelled: control.isCancelled) else {
      return .stopped(problem.nothingDone(ranges: nil))
    }
    let areCostsNarrow = ranges.allSatisfy { range in
      guard let range else { return true }
      return range.lowerBound >= -LineKernels.costRange && range.upperBound <= LineKernels.costRange
    }
    var costs = problem.costs
    if case .sparse = costs { costs = .dense(costs.asDense) }
    let rowsBid = problem.rowCount <= problem.columnCapacity.reduce(0) { $0 + min($1, problem.rowCount) }
    var search = DenseSearch(
      table: BiddingTable(costs: costs, doRowsBid: rowsBid), terms: BiddingTerms.of(problem, rowsBid: rowsBid),
      areCostsNarrow: areCostsNarrow, control: control)
    if let offsets = DenseStart.offsets(of: search) { search.begin(at: offsets) }
    search.matchAll()
    if !search.isStopped, search.hasIdleItemAboveRest {
      search = search.mirrored
      search.enterAll()
    }
    let basis = search.basis(of: problem)
    if search.isStopped {
      let gains = problem.nothingDone(ranges: ranges).bound
      return .stopped(
        StoppedSolve(
          best: basis.assignment, objective: problem.objective(of: basis.assignment),
          bound: search.isEverybodyListed ? min(gains, search.dualObjective) : gains))
    }
    guard
      let duals = search.leastDualsFromLists(given: basis)
        ?? LeastPrices.duals(of: problem, given: basis, isCancelled: control.isCancelled),
      let tight = search.tightPairsFromLists(of: problem, given: basis, least: duals)
        ?? TightPairs(of: problem, duals: duals, isCancelled: control.isCancelled),
      let solution = CanonicalOptimum.solution(
        of: problem, given: basis, duals: duals, tight: tight, isCancelled: control.isCancelled)
    else {
      // Optimal already, only the ties were not settled.
      let objective = problem.objective(of: basis.assignment)
      return .stopped(StoppedSolve(best: basis.assignment, objective: objective, bound: objective))
    }
    return .optimal(solution, search.statistics)
  }
}

extension DenseSearch {
  /// Whether some item has a free place at a price.
  fileprivate var hasIdleItemAboveRest: Bool {
    items.indices.contains { items[$0].freePlaces > 0 && items[$0].offset > terms.restOffset[$0] }
  }

  /// Read back in terms of rows and columns.
  fileprivate func basis(of problem: AssignmentProblem) -> OptimalBasis {
    var columnOfRow = [Int?](repeating: nil, count: problem.rowCount)
    for item in items.indices {
      var holder = firstHolder(of: item)
      while let bidder = holder {
        if table.doRowsBid { columnOfRow[bidder] = item } else { columnOfRow[item] = bidder }
        holder = self.holder(after: bidder)
      }
    }
    let prices = items.indices.map { items[$0].offset - terms.restOffset[$0] }
    let gains = payment.indices.map { terms.limit[$0] - payment[$0] }
    return table.doRowsBid
      ? OptimalBasis(columnOfRow: columnOfRow, rowDual: gains, columnDual: prices)
      : OptimalBasis(columnOfRow: columnOfRow, rowDual: prices, columnDual: gains)
  }
}
