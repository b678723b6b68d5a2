import Foundation
import MatchingRules
import Testing

/// How soon a solve under rules ends after it was cancelled, on both routes. Not part of an ordinary test run: set
/// `MEASURE_CANCELLATION` to 1, and run it alone on an optimised build.
@Suite(
  "Cancellation of solves under rules, measured", .serialized,
  .enabled(if: ProcessInfo.processInfo.environment["MEASURE_CANCELLATION"] == "1"))
struct RuledCancellationMeasurement {
  /// Says no until a time, then yes.
  private final class Deadline: Sendable {
    private let due: ContinuousClock.Instant

    init(after wait: Duration) { due = ContinuousClock.now + wait }

    func isOver() -> Bool { ContinuousClock.now >= due }
    /// From the deadline, not from when the solver asked.
    var sinceDue: Duration { ContinuousClock.now - due }
  }

  private func milliseconds(_ duration: Duration) -> Double {
    Double(duration.components.seconds) * 1e3 + Double(duration.components.attoseconds) / 1e15
  }

  /// Cancels at twenty moments of a solve, the first of `span` at most.
  private func measure(
    _ name: String, span: Duration, _ solve: (SolveLimits) throws -> RuledOutcome
  ) throws -> [Double] {
    var latencies: [Double] = []
    for step in 1...20 {
      let deadline = Deadline(after: span * step / 20)
      var limits = SolveLimits()
      limits.isCancelled = { deadline.isOver() }
      _ = try solve(limits)
      // A solve that was done before its deadline says nothing; one that overran it counts, cancelled or not.
      guard deadline.sinceDue > .zero else { continue }
      latencies.append(milliseconds(deadline.sinceDue))
    }
    latencies.sort()
    print(
      "\(name): \(latencies.count) overtaken, from the deadline to the answer: median",
      "\(latencies.isEmpty ? 0 : latencies[latencies.count / 2]) ms, longest \(latencies.last ?? 0) ms")
    return latencies
  }

  @Test("route 1", arguments: [(60, 40), (150, 100), (300, 250), (400, 300)]) func wholeModel(rows: Int, columns: Int)
    throws
  {
    let problem = RuledProblem.random(seed: 4, rowCount: rows...rows, columnCount: columns...columns)
    let start = ContinuousClock.now
    let whole = try WholeModelSolver(limits: SolveLimits(timeLimit: .seconds(8))).solve(problem)
    let span = min(ContinuousClock.now - start, .seconds(8))
    let latencies = try measure("route 1, \(problem.pairCount) pairs, \(span)", span: span) {
      try WholeModelSolver(limits: $0).solve(problem)
    }
    #expect(latencies.allSatisfy { $0 <= 100 }, "\(whole.isOptimal)")
  }

  @Test("route 2", arguments: [(300, 200), (1_000, 600)]) func relaxation(rows: Int, columns: Int) throws {
    let problem = RuledProblem.random(seed: 4, rowCount: rows...rows, columnCount: columns...columns)
    let start = ContinuousClock.now
    let whole = try LagrangianSolver(limits: SolveLimits(timeLimit: .seconds(8))).solve(problem)
    let span = min(ContinuousClock.now - start, .seconds(8))
    let latencies = try measure("route 2, \(problem.pairCount) pairs, \(span)", span: span) {
      try LagrangianSolver(limits: $0).solve(problem)
    }
    #expect(latencies.allSatisfy { $0 <= 100 }, "\(whole.isOptimal)")
  }
}
