import Synchronization
import Testing

@testable import AssignmentSolvers

/// Passes over large tables run on two threads, and answer as one does.
@Suite("Two threads")
struct HalvesTests {
  @Test("Small ranges stay whole; large ones are cut in two, with nothing left out", arguments: [0, 1, 2, 3, 1_001])
  func everyIndexOnce(count: Int) {
    for pairCount in [0, Halves.leastPairCount] {
      let seen = Mutex<[Int]>([])
      let parts = Mutex<Set<Int>>([])
      let answer = Halves.run(5..<5 + count, pairCount: pairCount) { range, part in
        seen.withLock { $0 += range }
        parts.withLock { _ = $0.insert(part) }
        return true
      }
      #expect(answer)
      #expect(seen.withLock { $0.sorted() } == Array(5..<5 + count))
      #expect(parts.withLock { $0 } == (pairCount == 0 || count < 2 ? [0] : [0, 1]))
    }
  }

  @Test("One part that answers false is enough", arguments: [0, 1])
  func oneAnswersFalse(which: Int) {
    #expect(!Halves.run(0..<10, pairCount: Halves.leastPairCount) { _, part in part != which })
  }

  /// Few distinct costs make lists that outgrow their slots; with rows and with columns that bid, and with 16-bit costs.
  @Test("Tables of more pairs than that are solved as the plain way does", arguments: [Int32(9), 1_000_000])
  func largeTables(span: Int32) throws {
    var random = SplitMix64(seed: UInt64(span))
    for (rows, columns) in [(1_500, 1_500), (1_300, 1_800), (1_800, 1_300)] {
      #expect(rows * columns > Halves.leastPairCount)
      let costs = DenseCosts(
        rowCount: rows, columnCount: columns,
        values: (0..<rows * columns).map { _ in
          random.chance(percent: 3) ? DenseCosts.forbidden : .random(in: 0...span, using: &random)
        })
      let problem = AssignmentProblem(costs: costs, rowValue: Array(repeating: Int64(span) + 1, count: rows))
      let expected = try ShortestPathSolver().solve(problem)
      #expect(try DenseSolver().solve(problem) == expected)
      guard let narrow = NarrowDenseCosts(costs) else { continue }
      let narrowProblem = AssignmentProblem(costs: .narrow(narrow), rowValue: problem.rowValue)
      #expect(try DenseSolver().solve(narrowProblem) == expected)
    }
  }

  @Test("A cancelled pass stops both, with a bound that holds")
  func cancelled() throws {
    var random = SplitMix64(seed: 3)
    let costs = (0..<2_250_000).map { _ in Int32.random(in: 0...1_000, using: &random) }
    let problem = AssignmentProblem(
      costs: DenseCosts(rowCount: 1_500, columnCount: 1_500, values: costs),
      rowValue: Array(repeating: 1_001, count: 1_500))
    let best = try DenseSolver().solve(problem).objective
    for limit in [0, 1, 5, 20, 30, 45, 60] {
      let asked = Atomic<Int>(0)
      let control = SolveControl { asked.add(1, ordering: .relaxed).newValue > limit }
      guard case .stopped(let stopped) = try DenseSolver().solve(problem, control: control) else {
        #expect(Bool(false), "stopped after \(limit) questions")
        continue
      }
      #expect((stopped.objective ?? 0) <= best && stopped.bound >= best)
    }
  }
}
