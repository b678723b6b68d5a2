import AssignmentSolvers
import Synchronization
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
    return PricingRequest(
      rowLimit: limit, columnPrice: price, margin: [0, 0, 3_000, 40_000, .max / 4][seed % 5], pairsPerRow: 1 + seed % 7)
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
      #expect(answer.margin == expected.margin)
      #expect(answer.uncoveredRowCount == expected.uncoveredRowCount)
      #expect(answer.pricedPairCount + answer.skippedPairCount == 60 * 1_300)
    }
  }

  @Test(arguments: 0..<16)
  func leastPricesAreThoseOfEveryPair(seed: Int) throws {
    let round = try Round(seed: 100 + seed)
    let limit = request(round, seed: seed).rowLimit
    let expected = try #require(round.rows.leastPrices(rowLimit: limit, control: SolveControl()))
    for kernel in ScoringKernel.allCases where kernel.isAvailable {
      let pricer = BlockPricer(roster: round.roster, policy: round.policy, kernel: kernel)
      #expect(try #require(pricer.leastPrices(rowLimit: limit, control: SolveControl())) == expected, "\(kernel)")
    }
  }

  @Test(arguments: 0..<12)
  func bestRowsAreThoseOfEveryPair(seed: Int) throws {
    let round = try Round(seed: 120 + seed)
    let limit = request(round, seed: seed).rowLimit
    let expected = try #require(round.rows.bestRows(rowLimit: limit, pairsPerColumn: 3, control: SolveControl()))
    for kernel in ScoringKernel.allCases where kernel.isAvailable {
      let pricer = BlockPricer(roster: round.roster, policy: round.policy, threadCount: 1 + seed % 3, kernel: kernel)
      #expect(
        try #require(pricer.bestRows(rowLimit: limit, pairsPerColumn: 3, control: SolveControl())) == expected,
        "\(kernel)")
    }
  }

  /// What a large round says of each mentee is what a table of all scores says.
  @Test(arguments: 0..<8)
  func rowFactsAreThoseOfEveryPair(seed: Int) throws {
    let round = try Round(seed: 500 + seed)
    let mentorOfMentee = try ShortestPathSolver().solve(round.problem).assignment.columnOfRow
    let survey = RosterSurvey(roster: round.roster, policy: round.policy, threadCount: 2) { _ in }
    let facts = try #require(survey.rowFacts(mentorOfMentee: mentorOfMentee, control: SolveControl()))
    var costs = [Int32](repeating: 0, count: round.roster.mentors.count)
    for (mentee, fact) in facts.enumerated() {
      round.rows.source.writeCosts(ofRow: mentee, to: &costs)
      let candidates = costs.indices.filter { costs[$0] != DenseCosts.forbidden }
      #expect(fact.candidateCount == candidates.count)
      if let own = mentorOfMentee[mentee] {
        #expect(fact.betterCount == candidates.count { costs[$0] < costs[own] })
      } else {
        #expect(fact.bestMentors == Array(candidates.sorted { (costs[$0], $0) < (costs[$1], $1) }.prefix(2)))
      }
    }
  }

  @Test(arguments: 0..<8)
  func restrictedPricersNumberAnew(seed: Int) throws {
    let round = try Round(seed: 150 + seed)
    let rows = round.roster.mentees.indices.filter { $0 % 3 == seed % 3 }
    let columns = round.roster.mentors.indices.filter { $0 % 5 != seed % 5 }
    let whole = request(round, seed: seed)
    let part = PricingRequest(
      rowLimit: rows.map { whole.rowLimit[$0] }, columnPrice: columns.map { whole.columnPrice[$0] }, margin: 9_000,
      pairsPerRow: 4, rows: rows.indices.filter { $0 % 2 == 0 })
    let expected = round.rows.restricted(toRows: rows, columns: columns).price(part, control: SolveControl())
    let answer = BlockPricer(roster: round.roster, policy: round.policy).restricted(toRows: rows, columns: columns)
      .price(part, control: SolveControl())
    #expect(try #require(answer).pairs == #require(expected).pairs)
    #expect(try #require(answer).excess == #require(expected).excess)
  }

  /// Place first, then languages: mentors of a place who speak the same follow each other.
  @Test func mentorsOfOnePlaceFollowByLanguage() throws {
    let round = try Round(seed: 7, menteeCount: 1, mentorCount: 400)
    var mentors = round.roster.mentors
    let places = mentors.prefix(3).map(\.person.place)
    for index in mentors.indices { mentors[index].person.place = places[index % 3] }
    let order = MentorOrder.byReach(mentors, policy: round.policy)
    #expect(order.sorted() == Array(mentors.indices))
    let runs = order.map { index in
      let person = mentors[index].person
      return [
        "\(person.isReadyForOnline(round.policy.digital))", "\(person.antenna)", "\(person.place)",
        "\(Set(person.languages.map(\.language.text)).sorted())",
      ]
    }
    // Each combination is one run: there are as many runs as combinations.
    let runCount = 1 + zip(runs, runs.dropFirst()).count { $0 != $1 }
    #expect(runCount == Set(runs).count)
    #expect(runCount > 6)
  }

  /// The bounds themselves: a hundred blocks, each with a floor around its best score, enumerated pair by pair.
  @Test func boundsHoldOnAHundredBlocks() throws {
    var checkedCount = 0
    var skippedCount = 0
    for seed in 0..<25 {
      let round = try Round(seed: 200 + seed, menteeCount: 4, mentorCount: 2_000)
      let order = MentorOrder.byReach(round.roster.mentors, policy: round.policy)
      let scorer = RowScorer(roster: round.roster, policy: round.policy, kernel: .best, order: order)
      let plain = PairScorer(roster: round.roster, policy: round.policy)
      let search = RowSearch(scorer: scorer)
      var random = TestRandom(seed: UInt64(seed))
      for mentee in round.roster.mentees.indices {
        let chunk = random.number(0...scorer.columns.chunkCount - 1)
        let members = order[chunk * MentorPlanes.chunk..<min(order.count, (chunk + 1) * MentorPlanes.chunk)]
        let scores = members.compactMap { mentor in
          plain.assess(mentee: mentee, mentor: mentor).candidate.map { (mentor, Int64($0.score)) }
        }
        // Prices at up to three levels, far apart.
        let level = random.pick([0, 900_000, 1_200_000, 200_000_000_000] as [Int64])
        let price = members.map { _ in Int64(random.number(0...300_000)) + (random.chance(40) ? level : 0) }
        let prices = ChunkPrices(chunk: chunk)
        prices.set { $0 < price.count ? price[$0] : ChunkPrices.nobody }
        let priceOf = Dictionary(uniqueKeysWithValues: zip(members, price))
        let keys = scores.map { (mentor: $0.0, key: (priceOf[$0.0] ?? 0) - $0.1) }
        // Near the least key, which shows what is skipped, or near any: then the cheaper levels must all be found.
        let near = random.chance(60) ? keys.map(\.key).min() : keys.map(\.key).sorted().dropFirst(keys.count / 2).first
        let limit = (near ?? -500_000) + random.pick([-20_000, -1, 0, 1, 20_000, 100_000] as [Int64])
        search.load([mentee])
        var found: [Int: Int32] = [:]
        let scored = search.search(prices, limits: [limit]) { _, mentor, score in found[mentor] = score }
        let expected = keys.filter { $0.key <= limit }.map(\.mentor)
        #expect(Set(found.keys) == Set(expected))
        for (mentor, score) in scores where found[mentor] != nil { #expect(found[mentor].map(Int64.init) == score) }
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
    #expect(pricer.leastPrices(rowLimit: round.problem.rowValue, control: stopped) == nil)
  }

  /// Stopped at any point, a round says what it has found and what no matching exceeds.
  @Test func aStoppedRoundIsBoundedAtEveryPoint() throws {
    let round = try Round(seed: 312, menteeCount: 90, mentorCount: 700)
    let optimum = try ShortestPathSolver().solve(round.problem).objective
    var (stops, stopsWithMatching) = (0, 0)
    var pollCount = 0
    while true {
      let left = Atomic(pollCount)
      let control = SolveControl { left.subtract(1, ordering: .relaxed).newValue < 0 }
      let result = try round.roster.matchByPricing(policy: round.policy, threadCount: 1, control: control)
      guard case .stopped(let known, _) = result else { break }
      #expect(known.bound >= optimum && known.bound < .max)
      #expect((known.objective ?? 0) <= optimum)
      stops += 1
      if known.best != nil { stopsWithMatching += 1 }
      pollCount += 1 + pollCount / 16
    }
    #expect(stops > 5 && stopsWithMatching > 0)
  }
}
