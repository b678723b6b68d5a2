/// How large the numbers of a session can get, so that sums are known to fit 64 bits before they are formed.
///
/// With `G = max |w_i| + max |c_ij|` over everything held so far, a session needs `2 · (rows + columns + 1) · G` below
/// 2^62, below 2^59 where lower bounds exist (the bonus that makes them come first is 2^59), and
/// `rows · columns · G`, or the number of places times *G*, below 2^62 for the objective.
struct SessionMagnitudes: Sendable {
  var rowCount: Int
  var columnCount: Int
  var largestValue: UInt64
  var largestCost: UInt64
  var hasLowerBounds: Bool
  /// No more pairs than this are ever chosen at the same time.
  var rowPlaces: Int
  var columnPlaces: Int

  init(_ problem: AssignmentProblem) {
    rowCount = problem.rowCount
    columnCount = problem.columnCount
    largestValue = problem.rowValue.reduce(0) { max($0, $1.magnitude) }
    var largestCost: UInt32 = 0
    for row in 0..<problem.rowCount {
      problem.costs.forEachPair(ofRow: row) { largestCost = max(largestCost, $1.magnitude) }
    }
    self.largestCost = UInt64(largestCost)
    hasLowerBounds = problem.rowLowerBound.contains { $0 > 0 } || problem.columnLowerBound.contains { $0 > 0 }
    rowPlaces = problem.rowCapacity.reduce(0) { $0.addingSaturated($1) }
    columnPlaces = problem.columnCapacity.reduce(0) { $0.addingSaturated($1) }
  }

  var isWithinHeadRoom: Bool {
    do {
      try check()
      return true
    } catch {
      return false
    }
  }

  func check() throws(AssignmentError) {
    let (gain, gainOverflows) = largestValue.addingReportingOverflow(largestCost)
    let pathLength = UInt64(2 * (rowCount + columnCount + 1))
    let (reach, reachOverflows) = gain.multipliedReportingOverflow(by: pathLength)
    let limit = UInt64(hasLowerBounds ? NetworkSide.bonus : AssignmentProblem.headRoom)
    if gainOverflows || reachOverflows || reach >= limit {
      throw .beyondHeadRoom(magnitude: gainOverflows || reachOverflows ? .max : Int64(clamping: reach))
    }
    let (table, tableOverflows) = rowCount.multipliedReportingOverflow(by: columnCount)
    let pairs = min(rowPlaces, columnPlaces, tableOverflows ? .max : table)
    let (total, totalOverflows) = gain.multipliedReportingOverflow(by: UInt64(pairs))
    if totalOverflows || total >= UInt64(AssignmentProblem.headRoom) {
      throw .beyondHeadRoom(magnitude: totalOverflows ? .max : Int64(clamping: total))
    }
  }
}

extension Int {
  func addingSaturated(_ other: Int) -> Int {
    let (sum, overflow) = addingReportingOverflow(other)
    return overflow ? .max : sum
  }
}
