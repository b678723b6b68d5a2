import AssignmentSolvers
import Testing

/// Pricing all pairs while storing few must give the very solution of the solvers that store all.
@Suite("Priced solver")
struct PricedSolverTests {
  private static func solver(lists: Int, sampledPairLimit: Int) -> PricedSolver {
    var solver = PricedSolver()
    solver.pairsPerRow = lists
    solver.typicalPairsPerRow = lists
    solver.pairsPerColumn = 1
    solver.sampledPairLimit = sampledPairLimit
    return solver
  }

  @Test(
    "the Hungarian method's solution, bit for bit, however short the lists",
    arguments: [(1, 1_000_000), (1, 100), (3, 1_000_000)])
  func equalsTheOracle(lists: Int, sampledPairLimit: Int) throws {
    var random = SplitMix64(seed: UInt64(100 + lists + sampledPairLimit))
    var roundCounts = Set<Int>()
    for index in 0..<1_500 {
      let size = index < 1_000 ? 0...7 : 10...40
      let problem = ProblemRecipe.any(using: &random).sized(rows: size, columns: size).draw(using: &random)
      let pricer = RowSourcePricer(problem.costs.asDense)
      let found = try Self.solver(lists: lists, sampledPairLimit: sampledPairLimit).solve(
        pricer, bounds: problem.bounds)
      let expected = try HungarianSolver().solve(problem)
      #expect(found.outcome.solution == expected)
      roundCounts.insert(found.roundCount)
    }
    // Short lists are never enough at once, and the loop is really gone round.
    #expect(roundCounts.contains { $0 > 2 })
  }

  @Test("a stopped solve has a feasible assignment and a bound above the optimum")
  func stopping() throws {
    var random = SplitMix64(seed: 9)
    var stoppedWithBoundCount = 0
    for limit in 1..<600 {
      // Without a sample the first bound comes soon.
      let sampledPairLimit = limit % 3 == 0 ? 60 : 1_000_000
      let problem = ProblemRecipe.any(using: &random).sized(rows: 5...20, columns: 5...20).draw(using: &random)
      let optimum = try HungarianSolver().solve(problem).objective
      let questions = Countdown(limit)
      let found = try Self.solver(lists: 1, sampledPairLimit: sampledPairLimit).solve(
        RowSourcePricer(problem.costs.asDense), bounds: problem.bounds,
        control: SolveControl { questions.isOver() })
      switch found.outcome {
      case .optimal(let solution, _): #expect(solution.objective == optimum)
      case .infeasible: Issue.record("a plain problem is never infeasible")
      case .stopped(let known):
        #expect(known.bound >= optimum)
        if known.bound < .max { stoppedWithBoundCount += 1 }
        guard let best = known.best else { continue }
        #expect(problem.objective(of: best) == known.objective)
        #expect(try #require(known.objective) <= optimum)
      }
    }
    #expect(stoppedWithBoundCount > 10)
  }

  @Test("a solve stopped before its first lists has the sample's assignment")
  func stoppingBeforeTheFirstLists() throws {
    var random = SplitMix64(seed: 10)
    var pairCount = 0
    for _ in 0..<200 {
      let problem = ProblemRecipe.any(using: &random).sized(rows: 30...60, columns: 30...60).draw(using: &random)
      let optimum = try HungarianSolver().solve(problem).objective
      let isListing = Flag()
      let found = try Self.solver(lists: 1, sampledPairLimit: 60).solve(
        RowSourcePricer(problem.costs.asDense), bounds: problem.bounds, control: SolveControl { isListing.isRaised }
      ) { stage in
        if stage == .listing { isListing.raise() }
      }
      guard case .stopped(let known) = found.outcome else {
        Issue.record("stopped while listing")
        continue
      }
      let best = try #require(known.best)
      #expect(problem.objective(of: best) == known.objective)
      #expect(try #require(known.objective) <= optimum)
      #expect(known.bound >= optimum)
      pairCount += best.pairCount
    }
    #expect(pairCount > 200)
  }
}
