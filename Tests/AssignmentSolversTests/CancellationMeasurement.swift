import AssignmentSolvers
import Foundation
import Testing

/// How soon a solve ends after it was cancelled, and whether its bound holds. Not part of an ordinary test run: set
/// `MEASURE_CANCELLATION` to 1, and run it alone on an optimised build.
@Suite(
  "Cancellation, measured", .serialized,
  .enabled(if: ProcessInfo.processInfo.environment["MEASURE_CANCELLATION"] == "1"))
struct CancellationMeasurement {
  /// Says no until a time, then yes.
  private final class Deadline: Sendable {
    private let clock = ContinuousClock()
    private let due: ContinuousClock.Instant

    init(after wait: Duration) { due = ContinuousClock().now + wait }

    func isOver() -> Bool {
      clock.now >= due
    }

    /// From the deadline, not from when the solver asked.
    var sinceDue: Duration { clock.now - due }
  }

  private func milliseconds(_ duration: Duration) -> Double {
    Double(duration.components.seconds) * 1e3 + Double(duration.components.attoseconds) / 1e15
  }

  private func measure(_ name: String, _ problem: AssignmentProblem, solver: any AssignmentSolver) throws {
    let clock = ContinuousClock()
    var optimum: Int64 = 0
    let whole = milliseconds(try clock.measure { optimum = try solver.solve(problem).objective })
    var latencies: [Double] = []
    for step in 1..<20 {
      let deadline = Deadline(after: .microseconds(Int(whole * 1_000) * step / 20))
      let outcome = try solver.solve(problem, control: SolveControl { deadline.isOver() })
      // A solve that was done before its deadline says nothing; one that overran it counts, stopped or not.
      guard deadline.sinceDue > .zero else { continue }
      latencies.append(milliseconds(deadline.sinceDue))
      guard case .stopped(let known) = outcome else { continue }
      #expect(known.bound >= optimum)
      if let objective = known.objective { #expect(objective <= optimum) }
    }
    latencies.sort()
    print(
      "\(name): whole solve \(whole) ms; \(latencies.count) overtaken, from the deadline to the answer: median",
      "\(latencies.isEmpty ? 0 : latencies[latencies.count / 2]) ms, longest \(latencies.last ?? 0) ms")
  }

  @Test("10,000 × 10,000 tables", arguments: ["uniform", "Euclidean"])
  func tables(family: String) throws {
    var random = SplitMix64(seed: 3)
    let size = 10_000
    let points = (0..<2 * size).map { _ in
      (x: Int.random(in: 0..<20_000, using: &random), y: Int.random(in: 0..<20_000, using: &random))
    }
    var values = [Int32](repeating: 0, count: size * size)
    for row in 0..<size {
      for column in 0..<size {
        if family == "uniform" {
          values[row * size + column] = Int32(truncatingIfNeeded: random.next() % 1_000_000) + 1
        } else {
          let (a, b) = (points[row], points[size + column])
          let square = (a.x - b.x) * (a.x - b.x) + (a.y - b.y) * (a.y - b.y)
          values[row * size + column] = Int32(Double(square).squareRoot())
        }
      }
    }
    let problem = AssignmentProblem(
      costs: DenseCosts(rowCount: size, columnCount: size, values: values),
      rowValue: Array(repeating: 1_000_000, count: size))
    try measure("\(family) 10,000 × 10,000", problem, solver: DenseSolver())
  }

  @Test("100,000 × 100,000 with 20 pairs per row")
  func lists() throws {
    var random = SplitMix64(seed: 4)
    let size = 100_000
    var rowStart = [0]
    var columns: [Int32] = []
    var values: [Int32] = []
    for _ in 0..<size {
      let row = Set((0..<20).map { _ in Int32.random(in: 0..<Int32(size), using: &random) }).sorted()
      columns += row
      values += row.map { _ in Int32.random(in: 1...1_000_000, using: &random) }
      rowStart.append(columns.count)
    }
    let problem = AssignmentProblem(
      costs: SparseCosts(columnCount: size, rowStart: rowStart, columns: columns, values: values),
      rowValue: Array(repeating: 1_000_000, count: size))
    try measure("random 100,000 × 100,000 × 20", problem, solver: SparseSolver())
  }
}
