import MatchingRules
import Synchronization
import Testing

@Suite(.serialized) struct RuledStoppingTests {
  /// Few columns with many different amounts, all rows to be matched: weak bounds, a long branch and bound.
  private static func hard(rows: Int = 120, columns: Int = 5) -> RuledProblem {
    var generator = SeededGenerator(seed: 7)
    var gains: [Int64] = []
    var amounts: [Int32] = []
    for _ in 0..<rows * columns {
      let amount = Int32.random(in: 1...100, using: &generator)
      amounts.append(amount)
      gains.append(1_000 - (111 - Int64(amount) + Int64.random(in: -10...10, using: &generator)))
    }
    let all = (0..<Int32(rows * columns)).map(\.self)
    var counts = [DuoCount(name: "duos", pairs: all, amounts: all.map { _ in 1 })]
    var rules = [LinearRule(name: "everybody", terms: [.init(count: 0)], lowerBound: Int64(rows))]
    for column in 0..<columns {
      let pairs = all.filter { Int($0) % columns == column }
      counts.append(DuoCount(name: "hours-\(column)", pairs: pairs, amounts: pairs.map { amounts[Int($0)] }))
      let total = pairs.reduce(0) { $0 + Int64(amounts[Int($1)]) }
      rules.append(
        LinearRule(
          name: "hours-\(column)", terms: [.init(count: column + 1)], upperBound: total * 8 / Int64(10 * columns)))
    }
    return RuledProblem(
      rowStart: (0...rows).map { $0 * columns }, columnOfPair: all.map { $0 % Int32(columns) }, gainOfPair: gains,
      columnCapacity: Array(repeating: rows, count: columns), counts: counts, rules: rules)
  }

  @Test(arguments: [false, true]) func aTimeLimitGivesAChoiceAndABound(_ takesWholeModel: Bool) throws {
    let limits = SolveLimits(timeLimit: .milliseconds(1_500))
    let start = ContinuousClock.now
    let problem = Self.hard()
    let outcome =
      try takesWholeModel
      ? WholeModelSolver(limits: limits).solve(problem) : LagrangianSolver(limits: limits).solve(problem)
    // Generous, for a busy machine.
    #expect(ContinuousClock.now - start < .seconds(4))
    if let solution = outcome.solution {
      #expect(problem.verifiedValue(ofChosenPairs: solution.chosenPairs) == solution.value)
      #expect(solution.bound >= solution.value && solution.relativeGap < 0.01)
    }
    if case .infeasible = outcome { Issue.record("it has solutions") }
  }

  @Test func theGapAskedForIsEnough() throws {
    let outcome = try LagrangianSolver(limits: SolveLimits(timeLimit: .seconds(20), relativeGap: 0.005)).solve(
      Self.hard())
    let solution = try #require(outcome.solution)
    #expect(solution.relativeGap <= 0.005)
  }

  @Test(arguments: [false, true]) func cancelling(_ takesWholeModel: Bool) throws {
    let first = Mutex<ContinuousClock.Instant?>(nil)
    var limits = SolveLimits()
    limits.isCancelled = {
      let now = ContinuousClock.now
      return first.withLock { start in
        if start == nil { start = now }
        return now - (start ?? now) > .milliseconds(300)
      }
    }
    let problem = Self.hard(rows: 300, columns: 10)
    let outcome =
      try takesWholeModel
      ? WholeModelSolver(limits: limits).solve(problem) : LagrangianSolver(limits: limits).solve(problem)
    let start = try #require(first.withLock { $0 })
    #expect(ContinuousClock.now - start < .seconds(2))
    switch outcome {
    case .feasible(_, reason: .cancelled), .stopped(reason: .cancelled, _), .optimal: break
    default: Issue.record("\(outcome)")
    }
  }

  /// Route 1 at a size at which a few dozen iterations of the simplex method take a tenth of a second: it is asked whether to
  /// go on hundreds of times before its relaxation is solved, on any machine. `CancellationMeasurement` measures from the wish
  /// to the answer.
  @Test(.timeLimit(.minutes(2))) func aLargeWholeModelAsksWithinItsRelaxation() throws {
    let problem = RuledProblem.random(seed: 4, rowCount: 300...300, columnCount: 250...250)
    #expect(problem.pairCount > 60_000)
    let questions = Atomic(0)
    let silence = Mutex<(last: ContinuousClock.Instant?, longest: Duration)>((nil, .zero))
    var limits = SolveLimits()
    limits.isCancelled = {
      let now = ContinuousClock.now
      silence.withLock { $0 = (now, max($0.longest, $0.last.map { now - $0 } ?? .zero)) }
      return questions.add(1, ordering: .relaxed).newValue >= 500
    }
    // No bound is known before the relaxation is solved.
    let outcome = try WholeModelSolver(limits: limits).solve(problem)
    #expect(outcome == .stopped(reason: .cancelled, bound: nil))
    // Measured: about 10 ms. Generous, for a busy machine.
    #expect(silence.withLock { $0.longest } < .milliseconds(400))
  }

  @Test(.timeLimit(.minutes(2)), arguments: [50, 400, 1_200])
  func aLargeWholeModelIsLeftSoon(afterMilliseconds wait: Int) throws {
    let problem = RuledProblem.random(seed: 4, rowCount: 300...300, columnCount: 250...250)
    let due = ContinuousClock.now + .milliseconds(wait)
    var limits = SolveLimits()
    limits.isCancelled = { ContinuousClock.now >= due }
    _ = try WholeModelSolver(limits: limits).solve(problem)
    // Generous: building the program asks nobody, and that is slow under a sanitizer.
    #expect(ContinuousClock.now - due < .seconds(3))
  }

  @Test func numbersBeyondTheHeadRoomAreRefused() {
    let problem = RuledProblem(
      rowStart: [0, 1], columnOfPair: [0], gainOfPair: [1_000_000_001], columnCapacity: [1])
    #expect(throws: RuledProblemError.gainTooLarge(pair: 0)) { try LagrangianSolver().solve(problem) }
    #expect(throws: RuledProblemError.gainTooLarge(pair: 0)) { try WholeModelSolver().solve(problem) }
    let large = RuledProblem(
      rowStart: [0, 1], columnOfPair: [0], gainOfPair: [1], columnCapacity: [1],
      counts: [DuoCount(name: "a", pairs: [0], amounts: [.max])],
      rules: [LinearRule(name: "a", terms: [.init(count: 0, weight: .max)], upperBound: 1)])
    #expect(throws: RuledProblemError.self) { try LagrangianSolver().solve(large) }
  }

  @Test func eightSolvesAtOnce() {
    let values = Mutex<[Int64]>([])
    onThreads(8) { _ in
      let problem = RuledProblem.random(seed: 12, rowCount: 40...40, columnCount: 25...25)
      let value = (try? LagrangianSolver().solve(problem).solution?.value) ?? -1
      inTurn { values.withLock { $0.append(value) } }
    }
    let all = values.withLock { $0 }
    #expect(all.count == 8 && Set(all).count == 1)
  }
}
