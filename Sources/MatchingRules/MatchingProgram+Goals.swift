public import AssignmentSolvers

extension MatchingProgram {
  /// Problem P as it stands.
  public static func greatestGain(_ problem: AssignmentProblem) throws(MatchingProgramError) -> MatchingProgram {
    try MatchingProgram(problem) { row, cost in problem.rowValue[row] - Int64(cost) }
  }

  /// Stage 1 of "most duos first".
  public static func mostDuos(_ problem: AssignmentProblem) throws(MatchingProgramError) -> MatchingProgram {
    try MatchingProgram(problem) { _, _ in 1 }
  }

  /// Stage 2 of "most duos first".
  ///
  /// - Parameters:
  ///   - duoCount: *K*, found by stage 1.
  ///   - sharedValue: *b*, found by ``lexicographicDuoValue(of:)``.
  public static func greatestGain(
    _ problem: AssignmentProblem, amongMatchingsOf duoCount: Int, beyond sharedValue: Int64
  ) throws(MatchingProgramError) -> MatchingProgram {
    try MatchingProgram(problem, duoCount: duoCount) { row, cost in
      problem.rowValue[row] - sharedValue - Int64(cost)
    }
  }

  /// The value *b* that all rows share, if it is large enough for one more duo to outweigh everything else
  /// (`b > D · (r⁺ − r⁻)`, see ``MatchingProgram``); nil if not, and for a problem without allowed pairs.
  ///
  /// *D* is the smaller of the number of rows with an allowed pair and the number of places.
  /// Complexity: O(rows · columns).
  public static func lexicographicDuoValue(of problem: AssignmentProblem) -> Int64? {
    var sharedValue = Int64.max
    var matchableRows: [(row: Int, leastCost: Int64, greatestCost: Int64)] = []
    for row in 0..<problem.rowCount {
      let costs = (0..<problem.columnCount).compactMap { problem.costs[row, $0] }
      guard let least = costs.min(), let greatest = costs.max() else { continue }
      guard problem.rowValue[row].magnitude <= largestRowValue else { return nil }
      sharedValue = min(sharedValue, problem.rowValue[row])
      matchableRows.append((row, Int64(least), Int64(greatest)))
    }
    guard !matchableRows.isEmpty else { return nil }

    var greatestRest: Int64 = 0
    var leastRest: Int64 = 0
    for (row, leastCost, greatestCost) in matchableRows {
      let rest = problem.rowValue[row] - sharedValue
      greatestRest = max(greatestRest, rest - leastCost)
      leastRest = min(leastRest, rest - greatestCost)
    }
    let duoLimit = problem.columnCapacity.reduce(0) { min(matchableRows.count, $0 + min($1, matchableRows.count)) }
    let (spread, overflow) = (greatestRest - leastRest).multipliedReportingOverflow(by: Int64(duoLimit))
    return !overflow && sharedValue > spread ? sharedValue : nil
  }
}
