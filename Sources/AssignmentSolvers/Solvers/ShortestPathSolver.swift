/// Successive shortest augmenting paths on a full cost table, from whichever side is scarce.
///
/// **Problem.** Problem P (see ``AssignmentProblem``), seen as bidders who want items: bidder *p* has `a_p` units of
/// demand, item *q* has `b_q` places, each pair at most once. Rows bid for columns, or columns bid for rows; in both
/// cases one side has capacity 1, so "at most once" needs no dual of its own.
///
/// **Symbols.** `u_p, v_q ≥ 0` duals, `slack_pq = u_p + v_q − gain_pq ≥ 0`.
///
/// **Method.** The units of demand enter one at a time. A Dijkstra search over slacks grows the alternating tree from the
/// entering unit until the nearest *end* is reached: an item with a free place (`v = 0`), or a bidder of the tree that
/// would rather stand idle (distance plus its `u`). Duals of the settled part move so that the path becomes tight, and
/// the path is flipped. Invariants as in ``HungarianSolver``.
///
/// **Why the scarce side bids.** With more rows than places, most rows must lose a contest in the end; entering them one
/// by one makes every loser search a large tree. Entered from the side with fewer units, nearly every search ends at its
/// first free item.
///
/// Complexity: O(units · bidders · items) worst case with a linear-scan priority queue, which is right for full tables;
/// most searches settle few items, but on costs like `c_ij = i · j` (Machol–Wien) they settle nearly all.
/// Memory: the costs (twice when columns bid) and O(bidders + items).
///
/// **Departures from the cited algorithm.** 1. No column reduction or augmenting row reduction: from the scarce side the
/// searches are short without them. 2. Opt-out and capacities are native: no dummy rows, no cloned columns.
///
/// Reference: R. Jonker, A. Volgenant, *A shortest augmenting path algorithm for dense and sparse linear assignment
/// problems*, Computing 38 (1987) 325–340, doi:10.1007/BF02278710.
public struct ShortestPathSolver: AssignmentSolver {
  /// Which side bids. The answer is the same; only the time differs.
  public enum BiddingSide: Sendable { case scarce, rows, columns }

  public let biddingSide: BiddingSide

  public init(biddingSide: BiddingSide = .scarce) {
    self.biddingSide = biddingSide
  }

  /// - Precondition: the problem is plain (``AssignmentProblem/isPlain``).
  public func solve(
    _ problem: AssignmentProblem, control: SolveControl
  ) throws(AssignmentError) -> AssignmentOutcome {
    precondition(problem.isPlain, "row capacities and lower bounds need another solver")
    try problem.checkHeadRoom()
    var run = rowsBid(problem) ? Run.rows(problem) : Run.columns(problem)
    let isComplete = run.enterAll(control: control)
    let basis = run.basis
    guard isComplete else {
      let best = basis.assignment
      var bound = basis.rowDual.reduce(0, +)
      for column in 0..<problem.columnCount where problem.columnCapacity[column] > 0 && basis.columnDual[column] > 0 {
        bound += basis.columnDual[column] * Int64(problem.columnCapacity[column])
      }
      return .stopped(StoppedSolve(best: best, objective: problem.objective(of: best), bound: bound))
    }
    return .optimal(CanonicalOptimum.solution(of: problem, given: basis), run.statistics)
  }

  private func rowsBid(_ problem: AssignmentProblem) -> Bool {
    switch biddingSide {
    case .rows: true
    case .columns: false
    case .scarce:
      problem.rowCount <= problem.columnCapacity.reduce(0) { $0 + min($1, problem.rowCount) }
    }
  }

}

/// One solve: who bids, how often, and how the answer is read back.
private struct Run {
  private var search: AugmentingSearch
  private let unitCount: [Int]
  private let doRowsBid: Bool
  private(set) var statistics = SolveStatistics()

  static func rows(_ problem: AssignmentProblem) -> Run {
    Run(
      search: AugmentingSearch(
        costs: problem.costs.asDense, bidderValue: problem.rowValue,
        itemValue: Array(repeating: 0, count: problem.columnCount), itemPlaces: problem.columnCapacity),
      unitCount: Array(repeating: 1, count: problem.rowCount), doRowsBid: true)
  }

  static func columns(_ problem: AssignmentProblem) -> Run {
    Run(
      search: AugmentingSearch(
        costs: problem.costs.asDense.transposed(), bidderValue: Array(repeating: 0, count: problem.columnCount),
        itemValue: problem.rowValue, itemPlaces: Array(repeating: 1, count: problem.rowCount)),
      unitCount: problem.columnCapacity.map { min($0, problem.rowCount) }, doRowsBid: false)
  }

  private init(search: AugmentingSearch, unitCount: [Int], doRowsBid: Bool) {
    self.search = search
    self.unitCount = unitCount
    self.doRowsBid = doRowsBid
  }

  /// Enters every unit of demand. Returns false when the caller stopped it; the duals then cover every pair all the same.
  mutating func enterAll(control: SolveControl) -> Bool {
    for bidder in unitCount.indices {
      for _ in 0..<unitCount[bidder] {
        if control.isCancelled() || statistics.searchCount >= control.searchLimit {
          search.coverBiddersNotEntered()
          return false
        }
        statistics.searchCount += 1
        // A unit that stays idle leaves the bidder's dual at 0: its further units would stay idle too.
        if !search.enterUnit(of: bidder) && search.bidderDual[bidder] == 0 { break }
      }
    }
    return true
  }

  var basis: OptimalBasis {
    guard doRowsBid else {
      return OptimalBasis(
        columnOfRow: items.map { search.holders.ofItem($0).first { _ in true } },
        rowDual: search.itemDual, columnDual: search.bidderDual)
    }
    var columnOfRow = [Int?](repeating: nil, count: unitCount.count)
    for column in items {
      for row in search.holders.ofItem(column) { columnOfRow[row] = column }
    }
    return OptimalBasis(columnOfRow: columnOfRow, rowDual: search.bidderDual, columnDual: search.itemDual)
  }

  private var items: Range<Int> { 0..<search.itemDual.count }
}
