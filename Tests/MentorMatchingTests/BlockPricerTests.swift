import AssignmentSolvers
import Testing

@testable import MentorMatching

/// Pricing by blocks answers as pricing every pair does.
@Suite struct BlockPricerTests {
  private struct Round {
    var roster: Roster
    var policy: MatchingPolicy
    var problem: AssignmentProblem
    var rows: RowSourcePricer<DenseCosts>

    init(seed: Int, menteeCount: Int = 60, mentorCount: Int = 1_300) throws {
      var source = RandomRoster(seed: UInt64(40_000 + seed))
      roster = try source.roster(
        menteeCount: menteeCount, mentorCount: mentorCount, withTravelTimes: seed % 4 == 3)
      policy = seed % 2 == 0 ? source.policy() : source.unusualPolicy()
      problem = MatchingProblem(roster: roster, policy: policy).assignmentProblem
      guard case .dense(let costs) = problem.costs else { throw NotDense() }
      rows = RowSourcePricer(costs)
    }
  }

  private struct NotDense: Error {}

  /// Duals as a solver leaves them after a few rounds: prices that vary, rows that are nearly covered.
  private func request(_ round: Round, seed: Int) -> PricingRequest {
    var random = TestRandom(seed: UInt64(seed))
    let scale: Int64 = seed % 3 == 0 ? 1 : 50_000_000
    let price = round.roster.mentors.map { _ in Int64(random.number(0...600_000)) * (random.chance(20) ? scale : 1) }
    var costs = [Int32](repeating: 0, count: round.roster.mentors.count)
    let limit = round.roster.mentees.indices.map { mentee -> Int64 in
      round.rows.source.writeCosts(ofRow: mentee, to: &costs)
      let keys = costs.indices.filter { costs[$0] != DenseCosts.forbidden }.map { Int64(costs[$0]) + price[$0] }
        .sorted()
      // Mostly at one of the least keys, so that a few pairs are uncovered and some tight.
      guard !keys.isEmpty else { return 0 }
      return keys[min(keys.count - 1, random.number(0...12))] + (random.chance(30) ? Int64(random.number(-40...40)) : 0)
    }
    return PricingRequest(rowLimit: limit, columnPrice: price, uncoveredPerRow: 5)
  }

  @Test(arguments: 0..<24)
  func pricingIsThatOfEveryPair(seed: Int) throws {
    let round = try Round(seed: seed)
    let request = request(round, seed: seed)
    let expected = try #require(round.rows.price(request, control: SolveControl()))
    for kernel in ScoringKernel.allCases where kernel.isAvailable {
      let pricer = BlockPricer(roster: round.roster, policy: round.policy, threadCount: 1 + seed % 3, kernel: kernel)
      let answer = try #require(pricer.price(request, control: SolveControl()))
      #expect(answer.pairs == expected.pairs, "\(kernel)")
      #expect(answer.excess == expected.excess)
      #expect(answer.uncoveredPairCount == expected.uncoveredPairCount)
      #expect(answer.pricedPairCount + answer.skippedPairCount == 60 * 1_300)
    }
  }

  @Test(arguments: 0..<16)
  func shortListsAreThoseOfEveryPair(seed: Int) throws {
    let round = try Round(seed: 100 + seed)
    var random = TestRandom(seed: UInt64(seed))
    let request = ShortListRequest(
      rowValue: round.problem.rowValue,
      columnPrice: round.roster.mentors.map { _ in seed % 2 == 0 ? 0 : Int64(random.number(0...400_000)) },
      pairsPerRow: 9, pairsPerColumn: 4)
    let expected = try #require(round.rows.shortLists(request, control: SolveControl()))
    for kernel in ScoringKernel.allCases where kernel.isAvailable {
      let pricer = BlockPricer(roster: round.roster, policy: round.policy, kernel: kernel)
      let lists = try #require(pricer.shortLists(request, control: SolveControl()))
      #expect(lists == expected, "\(kernel)")
    }
  }

  /// The bounds themselves: a hundred blocks, each with a floor around its best score, enumerated pair by pair.
  @Test func boundsHoldOnAHundredBlocks() throws {
    var checkedCount = 0
    var skippedCount = 0
    for seed in 0..<25 {
      let round = try Round(seed: 200 + seed, menteeCount: 4, mentorCount: 2_000)
      let order = MentorOrder.byPlace(round.roster.mentors)
      let scorer = RowScorer(roster: round.roster, policy: round.policy, kernel: .best, order: order)
      let plain = PairScorer(roster: round.roster, policy: round.policy)
      let pass = RowPass(scorer: scorer, roster: round.roster)
      var random = TestRandom(seed: UInt64(seed))
      for mentee in round.roster.mentees.indices {
        let chunk = random.number(0...scorer.columns.chunkCount - 1)
        let members = order[chunk * MentorPlanes.chunk..<min(order.count, (chunk + 1) * MentorPlanes.chunk)]
        let scores = members.compactMap { mentor in
          plain.assess(mentee: mentee, mentor: mentor).candidate.map { (mentor, Int32($0.score)) }
        }
        let floor = (scores.map(\.1).max() ?? 500_000) + Int32(random.pick([-100_000, -20_000, -1, 0, 1, 20_000]))
        var floors = [Int32](repeating: .max, count: scorer.columns.chunkCount)
        floors[chunk] = floor
        var found: [Int: Int32] = [:]
        let scored = pass.forEachPair(
          of: mentee, floors: floors, [Int32](repeating: 0, count: scorer.columns.chunkCount * MentorPlanes.chunk)
        ) { mentor, score in found[mentor] = score }
        // Rows beyond the kernels may bring more.
        #expect(found.filter { $0.value >= floor } == Dictionary(uniqueKeysWithValues: scores.filter { $0.1 >= floor }))
        checkedCount += 1
        if scored == 0 { skippedCount += 1 }
      }
    }
    #expect(checkedCount == 100)
    // A bound that never skipped would prove nothing.
    #expect(skippedCount > 10)
  }

  @Test(arguments: 0..<12)
  func thePricedSolverAgreesWithTheDenseOne(seed: Int) throws {
    let round = try Round(seed: 300 + seed, menteeCount: 90, mentorCount: 700)
    let dense = try ShortestPathSolver().solve(round.problem)
    let pricer = BlockPricer(roster: round.roster, policy: round.policy)
    let priced = try PricedSolver().solve(pricer, bounds: round.problem.bounds)
    guard case .optimal(let solution, _) = priced.outcome else {
      Issue.record("not solved")
      return
    }
    #expect(solution.assignment == dense.assignment)
    #expect(solution.objective == dense.objective)
  }

  @Test func cancellingStops() throws {
    let round = try Round(seed: 400)
    let pricer = BlockPricer(roster: round.roster, policy: round.policy)
    let stopped = SolveControl(isCancelled: { true })
    #expect(pricer.price(request(round, seed: 1), control: stopped) == nil)
    let lists = ShortListRequest(
      rowValue: round.problem.rowValue, columnPrice: round.roster.mentors.map { _ in 0 }, pairsPerRow: 3,
      pairsPerColumn: 3)
    #expect(pricer.shortLists(lists, control: stopped) == nil)
  }
}
