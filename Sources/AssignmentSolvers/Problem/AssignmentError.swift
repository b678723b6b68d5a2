/// Why a problem was refused or a solve given up. None of these is a wrong answer in disguise.
public enum AssignmentError: Error, Equatable, Sendable {
  /// Path lengths could reach ``AssignmentProblem/headRoom`` and wrap around. `magnitude` is the bound that was computed
  /// (saturated at `Int64.max`). Remedy: smaller row values, or costs in a coarser unit.
  case beyondHeadRoom(magnitude: Int64)
  /// The caller asked to stop.
  case cancelled
  /// The lower bounds cannot be met together; thrown only where the caller asked for a solution and nothing else.
  case infeasible(DeficientSet)
}

extension AssignmentProblem {
  /// Every dual, path length and objective a solver forms stays below this, so that sums of two never wrap.
  public static let headRoom: Int64 = 1 << 62

  /// Refuses a problem whose arithmetic could leave 64 bits: `2 · (rows + columns + 1) · max(|w_i|, |w_i − c_ij|)` must
  /// stay below ``headRoom``. Checked with overflow-reporting arithmetic; complexity O(pairs).
  ///
  /// The bound: an alternating path visits each row and column at most once and every arc is at most twice the largest
  /// gain, so no distance, dual or objective exceeds it. The row value counts by itself because scans form `u_i − w_i`
  /// before they look at the pairs, also for a row without any allowed pair.
  func checkHeadRoom() throws(AssignmentError) { _ = try costRangesWithinHeadRoom(isCancelled: { false }) }

  /// The range of each row's allowed costs, nil for a row without any, after the check of ``checkHeadRoom()``; nil when
  /// the caller cancels.
  func costRangesWithinHeadRoom(isCancelled: @Sendable () -> Bool) throws(AssignmentError) -> [ClosedRange<Int32>?]? {
    guard let ranges = costs.costRanges(isCancelled: isCancelled) else { return nil }
    var largest: UInt64 = 0
    for (value, range) in zip(rowValue, ranges) {
      largest = max(largest, value.magnitude)
      guard let range else { continue }
      for cost in [range.lowerBound, range.upperBound] {
        let (gain, overflow) = value.subtractingReportingOverflow(Int64(cost))
        if overflow { throw .beyondHeadRoom(magnitude: .max) }
        largest = max(largest, gain.magnitude)
      }
    }
    let (magnitude, overflow) = largest.multipliedReportingOverflow(by: UInt64(2 * (rowCount + columnCount + 1)))
    if overflow || magnitude >= UInt64(Self.headRoom) {
      throw .beyondHeadRoom(magnitude: overflow ? .max : Int64(clamping: magnitude))
    }
    return ranges
  }

  /// What a plain solve knows that was stopped before it began: nobody is matched, and no row can gain more than its
  /// cheapest pair is worth.
  /// - Parameter ranges: from ``costRangesWithinHeadRoom(isCancelled:)``; nil when not even these are known.
  func nothingDone(ranges: [ClosedRange<Int32>?]?) -> StoppedSolve {
    let bound = ranges.map { ranges in
      zip(rowValue, ranges).reduce(Int64(0)) { sum, row in
        sum + max(0, row.1.map { row.0 - Int64($0.lowerBound) } ?? 0)
      }
    }
    return StoppedSolve(
      best: Assignment(columnOfRow: rowValue.map { _ in nil }), objective: 0, bound: bound ?? .max)
  }
}
