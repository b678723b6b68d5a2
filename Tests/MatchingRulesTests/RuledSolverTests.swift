import MatchingRules
import Testing

@Suite struct RuledSolverTests {
  private static func value(_ outcome: RuledOutcome) -> Int64? {
    guard case .optimal(let solution) = outcome else { return nil }
    return solution.value
  }

  /// Both routes against every choice there is.
  @Test func equalTheBestOfAllChoices() throws {
    var infeasibleCount = 0
    for seed in UInt64(0)..<1_500 {
      let problem = RuledProblem.random(seed: seed, rowCount: 0...5, columnCount: 0...4)
      let expected = problem.exhaustiveOptimum()
      let large = try LagrangianSolver().solve(problem)
      let small = try WholeModelSolver().solve(problem)
      #expect(Self.value(large) == expected, "seed \(seed): \(large)")
      #expect(Self.value(small) == expected, "seed \(seed): \(small)")
      if expected == nil {
        infeasibleCount += 1
        #expect(large == .infeasible && small == .infeasible, "seed \(seed)")
      }
    }
    #expect(infeasibleCount > 100)
  }

  @Test func theTwoRoutesAgree() throws {
    var infeasibleCount = 0
    for seed in UInt64(0)..<300 {
      let problem = RuledProblem.random(seed: seed, rowCount: 30...60, columnCount: 18...36)
      let large = try LagrangianSolver().solve(problem)
      let small = try WholeModelSolver().solve(problem)
      #expect(Self.value(large) == Self.value(small), "seed \(seed)")
      #expect((large == .infeasible) == (small == .infeasible), "seed \(seed)")
      if large == .infeasible { infeasibleCount += 1 }
    }
    #expect(infeasibleCount > 20)
  }

  /// Negative gains, ties, amounts of both signs.
  @Test func unusualGains() throws {
    for (number, gains) in [-50...50 as ClosedRange<Int64>, 0...2, -1_000_000...0].enumerated() {
      for seed in UInt64(0)..<250 {
        let problem = RuledProblem.random(
          seed: 10_000 * UInt64(number + 1) + seed, rowCount: 0...5, columnCount: 1...3, gains: gains)
        #expect(try Self.value(LagrangianSolver().solve(problem)) == problem.exhaustiveOptimum(), "seed \(seed)")
      }
    }
  }
}
