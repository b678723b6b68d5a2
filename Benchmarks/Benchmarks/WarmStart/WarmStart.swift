import AssignmentInstances
import AssignmentSolvers
import Benchmark

/// One change of a problem: re-optimised by a session, beside solving the changed problem from nothing.
///
/// After each measured change the session's own certificate is checked against the problem as it then stands, outside the
/// measured stretch; the cold solve must come to the same objective.
let benchmarks: @Sendable () -> Void = {
  for size in ProblemSize.allCases {
    Benchmark("\(size.rawValue), one change", configuration: configuration(iterationCount: 500)) {
      (benchmark: Benchmark, live: LiveProblem) throws in
      let change = live.nextChange()
      benchmark.startMeasurement()
      try live.session.apply(change)
      benchmark.stopMeasurement()
      guard let solution = live.session.solution else { throw NoOptimum() }
      _ = try CertificateChecker.check(solution, of: live.session.problem)
    } setup: {
      try LiveProblem(size)
    }

    Benchmark("\(size.rawValue), from nothing", configuration: configuration(iterationCount: 10)) {
      (benchmark: Benchmark, live: LiveProblem) throws in
      try live.session.apply(live.nextChange())
      let problem = live.session.problem
      benchmark.startMeasurement()
      let cold = try AssignmentSession(problem)
      benchmark.stopMeasurement()
      guard cold.objective == live.session.objective else { throw NoOptimum() }
    } setup: {
      try LiveProblem(size)
    }
  }
}

private func configuration(iterationCount: Int) -> Benchmark.Configuration {
  .init(metrics: [.wallClock], warmupIterations: 1, maxDuration: .seconds(8), maxIterations: iterationCount)
}

private struct NoOptimum: Error {}

private enum ProblemSize: String, CaseIterable {
  case round = "1000 x 600, all pairs"
  case lists = "20000 x 20000, k = 20"

  var problem: AssignmentProblem {
    switch self {
    case .round:
      AssignmentProblem(
        costs: DenseFamily.low.costs(rowCount: 1_000, columnCount: 600),
        rowValue: Array(repeating: SparseFamily.rowValue, count: 1_000))
    case .lists:
      AssignmentProblem(
        costs: SparseFamily.random.costs(rowCount: 20_000, columnCount: 20_000, length: 20),
        rowValue: Array(repeating: SparseFamily.rowValue, count: 20_000))
    }
  }
}

/// A problem that changes: an optimum pair is forbidden, or a pair gets another cost.
private final class LiveProblem {
  var session: AssignmentSession
  private var random = SplitMix64(seed: 11)

  init(_ size: ProblemSize) throws { session = try AssignmentSession(size.problem) }

  func nextChange() -> AssignmentChange {
    let row = Int.random(in: 0..<session.rowCount, using: &random)
    let cost = Int32.random(in: 1...1_000_000, using: &random)
    guard let column = session.columns(ofRow: row).first else {
      return .rowValue(row: row, value: SparseFamily.rowValue + Int64(cost))
    }
    return Bool.random(using: &random)
      ? .forbid(row: row, column: column) : .pairCost(row: row, column: column, cost: cost)
  }
}
