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
  private let isCancelled: @Sendable () -> Bool

  /// - Parameter isCancelled: asked before each search (microseconds to a few milliseconds apart); answering true ends
  ///   the solve with ``AssignmentError/cancelled``.
  public init(biddingSide: BiddingSide = .scarce, isCancelled: @escaping @Sendable () -> Bool = { false }) {
    self.biddingSide = biddingSide
    self.isCancelled = isCancelled
  }

  public func solve(_ problem: AssignmentProblem) throws(AssignmentError) -> AssignmentSolution {
    try problem.checkHeadRoom()
    let basis =
      rowsBid(problem) ? try solveFromRows(problem) : try solveFromColumns(problem)
    return CanonicalOptimum.solution(of: problem, given: basis)
  }

  private func rowsBid(_ problem: AssignmentProblem) -> Bool {
    switch biddingSide {
    case .rows: true
    case .columns: false
    case .scarce:
      problem.rowCount <= problem.columnCapacity.reduce(0) { $0 + min($1, problem.rowCount) }
    }
  }

  private func solveFromRows(_ problem: AssignmentProblem) throws(AssignmentError) -> OptimalBasis {
    var search = AugmentingSearch(
      costs: problem.costs, bidderValue: problem.rowValue,
      itemValue: Array(repeating: 0, count: problem.columnCount), itemPlaces: problem.columnCapacity)
    for row in 0..<problem.rowCount {
      if isCancelled() { throw .cancelled }
      search.enterUnit(of: row)
    }
    var columnOfRow = [Int?](repeating: nil, count: problem.rowCount)
    for column in 0..<problem.columnCount {
      for row in search.holders.ofItem(column) { columnOfRow[row] = column }
    }
    return OptimalBasis(columnOfRow: columnOfRow, rowDual: search.bidderDual, columnDual: search.itemDual)
  }

  private func solveFromColumns(_ problem: AssignmentProblem) throws(AssignmentError) -> OptimalBasis {
    var search = AugmentingSearch(
      costs: problem.costs.transposed(), bidderValue: Array(repeating: 0, count: problem.columnCount),
      itemValue: problem.rowValue, itemPlaces: Array(repeating: 1, count: problem.rowCount))
    for column in 0..<problem.columnCount {
      for _ in 0..<min(problem.columnCapacity[column], problem.rowCount) {
        if isCancelled() { throw .cancelled }
        // A unit that stays idle leaves the bidder's dual at 0: its further units would stay idle too.
        if !search.enterUnit(of: column) && search.bidderDual[column] == 0 { break }
      }
    }
    return OptimalBasis(
      columnOfRow: (0..<problem.rowCount).map { search.holders.ofItem($0).first { _ in true } },
      rowDual: search.itemDual, columnDual: search.bidderDual)
  }
}
