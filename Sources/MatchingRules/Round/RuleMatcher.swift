public import MentorMatching

/// Matches a round under rules: route 2, with the goals of the policy.
///
/// **Most duos first.** The Lagrangian bound of the number of duos, rounded down, is tried first: if the rules can be
/// kept with so many duos, no more are possible, and the score is then the greatest among all such matchings. If they
/// cannot, one less is tried. Exactly lexicographic, without a large number in place of "first".
public struct RuleMatcher: Sendable {
  public var limits: SolveLimits
  /// How long a contradiction is explained when ``limits`` set no time: the rules and ways out are found in a moment, but that no
  /// smaller change would do can take long to prove.
  public static let explanationTime = Duration.seconds(20)

  public init(limits: SolveLimits = SolveLimits()) { self.limits = limits }

  /// - Throws: ``RuledProblemError`` when the numbers leave the head-room.
  public func match(_ matching: MatchingProblem, rules: RuleSet) throws(RuledProblemError) -> RuledMatching {
    let round = RuledRound(matching, rules: rules)
    let started = ContinuousClock.now
    let (outcome, duoBound) = try solveWithDuoBound(round)
    var conflict: RuleConflict?
    if outcome == .infeasible {
      var rest = limits
      rest.timeLimit =
        limits.timeLimit.map { max(.zero, $0 - (ContinuousClock.now - started)) } ?? Self.explanationTime
      conflict = try RuleConflict(round, limits: rest)
    }
    return RuledMatching(round: round, outcome: outcome, conflict: conflict, duoBound: duoBound)
  }

  /// Solves for the policy's goal.
  func solve(_ round: RuledRound) throws(RuledProblemError) -> RuledOutcome {
    try solveWithDuoBound(round).outcome
  }

  /// Also with what proves, where duos come first, that there are no more of them.
  func solveWithDuoBound(
    _ round: RuledRound
  ) throws(RuledProblemError) -> (outcome: RuledOutcome, duoBound: RelaxationBound?) {
    switch round.matching.policy.objective {
    case .highestScore: (try LagrangianSolver(limits: limits).solve(round.problem), nil)
    case .mostDuosFirst: try solveMostDuosFirst(round.problem)
    }
  }

  private func solveMostDuosFirst(
    _ problem: RuledProblem
  ) throws(RuledProblemError) -> (RuledOutcome, RelaxationBound?) {
    let clock = SolveClock(limits)
    guard let most = try MostDuos(limits: limits).proved(problem) else { return (.infeasible, nil) }
    var duoCount = most.count
    while duoCount >= 0 {
      if let reason = clock.stopReason { return (.stopped(reason: reason, bound: nil), nil) }
      var limits = limits
      limits.timeLimit = clock.remaining
      let outcome = try LagrangianSolver(limits: limits).solve(problem.demandingDuos(atLeast: duoCount))
      guard outcome == .infeasible else { return (outcome, most.relaxation) }
      duoCount -= 1
    }
    return (.infeasible, nil)
  }
}

/// How many duos the rules allow.
struct MostDuos {
  let limits: SolveLimits

  /// An upper bound, nearly always reached; nil when the rules are proved contradictory.
  func bound(_ problem: RuledProblem) throws(RuledProblemError) -> Int? { try proved(problem)?.count }

  /// No matching that keeps the rules has fewer duos; nil when the rules are proved contradictory.
  func lowerBound(_ problem: RuledProblem) throws(RuledProblemError) -> Int? {
    let unit = RelaxationProof.unitOfDuo
    let counting = problem.hard(gain: -unit)
    try counting.checkHeadRoom()
    var search = LagrangianSearch(counting, limits: limits)
    guard search.findMultipliers() != nil else { return nil }
    return search.bound == .max ? 0 : max(0, Int(-search.bound.flooredQuotient(by: unit)))
  }

  /// ``bound(_:)`` with its multipliers and duals, one multiplier for each rule without a price.
  func proved(_ problem: RuledProblem) throws(RuledProblemError) -> (count: Int, relaxation: RelaxationBound?)? {
    let unit = RelaxationProof.unitOfDuo
    let counting = problem.hard(gain: unit)
    try counting.checkHeadRoom()
    var limits = limits
    limits.relativeGap = 0
    var search = LagrangianSearch(counting, limits: limits)
    guard let multipliers = search.findMultipliers() else { return nil }
    search.keepRelaxation(multipliers)
    let places = problem.columnCapacity.reduce(0) { $0 + min($1, problem.rowCount) }
    let possible = min(problem.rowCount, places)
    let count = search.bound == .max ? possible : min(possible, Int(search.bound.flooredQuotient(by: unit)))
    return (count, search.relaxationBound)
  }
}

extension RuledProblem {
  /// The same problem with one gain for all pairs, under the rules without a price.
  fileprivate func hard(gain: Int64) -> RuledProblem {
    RuledProblem(
      rowStart: rowStart, columnOfPair: columnOfPair, gainOfPair: [Int64](repeating: gain, count: pairCount),
      columnCapacity: columnCapacity, columnMinimum: columnMinimum, counts: counts,
      rules: rules.filter { $0.price == nil })
  }

  /// The same problem with the rule "at least so many duos".
  func demandingDuos(atLeast count: Int) -> RuledProblem {
    var problem = self
    let all = columnOfPair.indices.map(Int32.init)
    problem.counts.append(
      DuoCount(name: "duos:demanded", pairs: all, amounts: [Int32](repeating: 1, count: all.count)))
    problem.rules.append(
      LinearRule(
        name: "duos:demanded", terms: [.init(count: problem.counts.count - 1)], lowerBound: Int64(count)))
    return problem
  }
}
