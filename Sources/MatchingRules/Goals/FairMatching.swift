public import MentorMatching

/// Goals beyond the total: nobody below a floor, and the worst duo as good as possible, then the next worst.
///
/// "Worst" is by score, among matchings with as many duos as the rules allow; priorities for waiting count in the total
/// only.
extension RuleMatcher {
  /// The best matching in which every duo scores at least `floor`.
  public func match(
    _ matching: MatchingProblem, rules: RuleSet, floor: Int
  ) throws(RuledProblemError) -> RuledMatching {
    let round = RuledRound(
      matching, rules: rules, facts: DuoFacts(matching, rules: rules), leastScore: Int32(clamping: max(0, floor)))
    let (outcome, duoBound) = try solveWithDuoBound(round)
    return RuledMatching(round: round, outcome: outcome, conflict: nil, duoBound: duoBound)
  }

  /// The leximin matching to a given depth: as many duos as possible; the worst score as high as possible, with as few duos
  /// at it as possible; then the same for the next worst score, `levels` times; then the best total.
  ///
  /// With `levels` 1 this is max–min. Each level is found by bisection over the scores that occur, so it takes about 20
  /// solves; each adds one rule.
  ///
  /// - Returns: the matching, and the scores and numbers of duos of the levels settled; fewer when a limit was reached
  ///   (the matching is then the best known at the levels settled) or every duo is in one of them.
  public func matchLeximin(
    _ matching: MatchingProblem, rules: RuleSet, levels: Int = 1
  ) throws(RuledProblemError) -> LeximinMatching {
    var search = try LeximinSearch(matching, rules: rules, limits: limits)
    return try search.run(levels: levels)
  }
}

public struct LeximinMatching: Sendable {
  public struct Level: Sendable, Equatable {
    /// No duo outside the levels before scores less.
    public let score: Int
    /// How many duos have exactly this score, as few as possible.
    public let duoCount: Int
  }

  public let matching: RuledMatching
  public let levels: [Level]
}

private struct LeximinSearch {
  let round: RuledRound
  let clock: SolveClock
  let limits: SolveLimits
  let scoreOfPair: [Int32]
  /// The scores that occur, ascending.
  let scores: [Int32]
  /// With the rules of the levels settled so far.
  var problem: RuledProblem
  var best: RuledOutcome

  init(_ matching: MatchingProblem, rules: RuleSet, limits: SolveLimits) throws(RuledProblemError) {
    self.limits = limits
    clock = SolveClock(limits)
    let round = RuledRound(matching, rules: rules)
    self.round = round
    let priority = matching.objectiveValue.priorityOfMentee
    let scoreOfPair = round.problem.rowOfPair.enumerated().map { pair, row in
      Int32(round.problem.gainOfPair[pair] - Int64(priority[Int(row)]))
    }
    self.scoreOfPair = scoreOfPair
    scores = Set(scoreOfPair).sorted()
    problem = round.problem
    best = try LagrangianSolver(limits: limits).solve(problem)
    guard var duoCount = try MostDuos(limits: limits).bound(problem) else {
      best = .infeasible
      return
    }
    while duoCount >= 0, clock.stopReason == nil {
      let demanding = round.problem.demandingDuos(atLeast: duoCount)
      if let outcome = try solved(demanding), outcome.solution != nil {
        (problem, best) = (demanding, outcome)
        return
      }
      duoCount -= 1
    }
  }

  mutating func run(levels: Int) throws(RuledProblemError) -> LeximinMatching {
    var settled: [LeximinMatching.Level] = []
    var floor = 0
    while settled.count < levels, best.solution != nil, clock.stopReason == nil {
      guard let score = try highestWorst(from: floor) else { break }
      // Pairs below the score are out, but for those that earlier levels allow.
      problem = excluding(from: floor, below: score)
      guard let fewest = try fewestDuos(at: score) else { break }
      settled.append(LeximinMatching.Level(score: Int(scores[score]), duoCount: fewest))
      floor = score + 1
      if floor >= scores.count { break }
    }
    return LeximinMatching(
      matching: RuledMatching(round: round, outcome: best, conflict: nil, levels: settled), levels: settled)
  }

  private func solved(_ problem: RuledProblem) throws(RuledProblemError) -> RuledOutcome? {
    var limits = limits
    limits.timeLimit = clock.remaining
    let outcome = try LagrangianSolver(limits: limits).solve(problem)
    if case .stopped = outcome { return nil }
    return outcome
  }

  /// The greatest index into ``scores`` such that all duos beyond the settled levels can score at least that.
  private mutating func highestWorst(from floor: Int) throws(RuledProblemError) -> Int? {
    guard var low = worstIndex(of: best, from: floor) else { return nil }
    var high = scores.count
    while high - low > 1 {
      let middle = (low + high) / 2
      guard let outcome = try solved(excluding(from: floor, below: middle)) else { return nil }
      if let worst = worstIndex(of: outcome, from: floor) {
        low = max(middle, worst)
        best = outcome
      } else if outcome.solution != nil {
        return nil
      } else {
        high = middle
      }
    }
    return low
  }

  /// The least index at or above `floor` among the duos of an outcome.
  private func worstIndex(of outcome: RuledOutcome, from floor: Int) -> Int? {
    let chosen = outcome.solution?.chosenPairs.filter { $0 >= 0 }.map { scoreOfPair[Int($0)] } ?? []
    guard floor < scores.count, let worst = chosen.filter({ $0 >= scores[floor] }).min() else { return nil }
    return scores.firstIndex(of: worst)
  }

  /// No duo scores `scores[floor] ..< scores[score]`.
  private func excluding(from floor: Int, below score: Int) -> RuledProblem {
    guard score > floor else { return problem }
    return problem.limiting(
      "between:\(floor)", to: 0
    ) { scoreOfPair[$0] >= scores[floor] && scoreOfPair[$0] < scores[score] }
  }

  /// As few duos at exactly this score as possible; the rule stays.
  private mutating func fewestDuos(at score: Int) throws(RuledProblemError) -> Int? {
    let (scoreOfPair, wanted) = (scoreOfPair, scores[score])
    let isAtScore = { (pair: Int) in scoreOfPair[pair] == wanted }
    func count(_ outcome: RuledOutcome) -> Int? {
      outcome.solution?.chosenPairs.count { $0 >= 0 && isAtScore(Int($0)) }
    }
    guard var fewest = count(best) else { return nil }
    while fewest > 0 {
      guard let outcome = try solved(problem.limiting("at:\(score)", to: fewest - 1, isAtScore)) else { return nil }
      guard let fewer = count(outcome) else { break }
      (fewest, best) = (fewer, outcome)
    }
    problem = problem.limiting("at:\(score)", to: fewest, isAtScore)
    guard let outcome = try solved(problem) else { return nil }
    best = outcome
    return fewest
  }
}

extension RuledProblem {
  /// The same problem with the rule that at most so many of certain pairs are chosen.
  fileprivate func limiting(_ name: String, to limit: Int, _ isLimited: (Int) -> Bool) -> RuledProblem {
    var problem = self
    let pairs = columnOfPair.indices.filter(isLimited).map(Int32.init)
    problem.counts.append(DuoCount(name: name, pairs: pairs, amounts: pairs.map { _ in 1 }))
    problem.rules.append(
      LinearRule(name: name, terms: [.init(count: problem.counts.count - 1)], upperBound: Int64(limit)))
    return problem
  }
}
