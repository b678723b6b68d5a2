public import MentorMatching

/// The exact frontier between two goals: every trade-off that no other matching beats in both.
///
/// **Method.** One goal is required, the other is the best under that, and the requirement is raised to just above what
/// was found, until nothing is left (the ε-constraint method). Each point is a solve of its own.
///
/// Reference: Y. Y. Haimes, L. S. Lasdon, D. A. Wismer, *On a bicriterion formulation of the problems of integrated system
/// identification and system optimization*, IEEE Transactions on Systems, Man and Cybernetics 1 (1971) 296–297,
/// doi:10.1109/TSMC.1971.4308298.
public struct Frontier: Sendable, Equatable {
  public enum Goals: String, CaseIterable, Sendable {
    /// More duos against a higher total score.
    case duosAgainstScore = "duos-score"
    /// A higher score for the worst duo against a higher total, among matchings with as many duos as possible.
    case worstAgainstScore = "worst-score"
  }

  public struct Point: Sendable, Equatable {
    public let duoCount: Int
    public let totalScore: Int
    public let worstScore: Int
    /// Whether its total was proved best under its requirement.
    public let isExact: Bool
  }

  public let goals: Goals
  /// From the highest total score on; the other goal rises.
  public let points: [Point]
  /// Whether every point of the frontier is there.
  public let isComplete: Bool

  /// - Parameters:
  ///   - pointLimit: stop after so many points; at least 1.
  ///   - limits: of all solves together.
  public init(
    _ matching: MatchingProblem, rules: RuleSet, goals: Goals, pointLimit: Int = 200,
    limits: SolveLimits = SolveLimits()
  ) throws(RuledProblemError) {
    let clock = SolveClock(limits)
    let facts = DuoFacts(matching, rules: rules)
    var points: [Point] = []
    var isComplete = false
    var leastScore: Int32 = 0
    var leastDuos = 0
    if goals == .worstAgainstScore {
      leastDuos = try Self.mostDuos(RuledRound(matching, rules: rules, facts: facts), clock, limits) ?? 0
    }
    var mostDuos: Int?
    while points.count < pointLimit, clock.stopReason == nil {
      let round = RuledRound(matching, rules: rules, facts: facts, leastScore: leastScore)
      var limits = limits
      limits.timeLimit = clock.remaining
      let outcome = try LagrangianSolver(limits: limits).solve(round.problem.demandingDuos(atLeast: leastDuos))
      guard outcome.solution != nil else {
        isComplete = outcome == .infeasible
        break
      }
      let found = RuledMatching(round: round, outcome: outcome, conflict: nil)
      let point = Point(
        duoCount: found.duoCount, totalScore: found.totalScore, worstScore: found.worstScore ?? 0,
        isExact: outcome.isOptimal)
      // Equal in the total and better in the other goal: the earlier point is beaten.
      if let last = points.last, last.totalScore <= point.totalScore { points.removeLast() }
      points.append(point)
      switch goals {
      case .duosAgainstScore:
        leastDuos = point.duoCount + 1
        if mostDuos == nil { mostDuos = try MostDuos(limits: limits).bound(round.problem) }
        if let mostDuos, leastDuos > mostDuos { isComplete = true }
      case .worstAgainstScore:
        if found.duoCount == 0 { isComplete = true }
        leastScore = Int32(clamping: point.worstScore + 1)
      }
      if isComplete { break }
    }
    self.goals = goals
    self.points = points
    self.isComplete = isComplete && points.allSatisfy(\.isExact)
  }

  private static func mostDuos(
    _ round: RuledRound, _ clock: SolveClock, _ limits: SolveLimits
  ) throws(RuledProblemError) -> Int? {
    var limits = limits
    limits.timeLimit = clock.remaining
    guard var count = try MostDuos(limits: limits).bound(round.problem) else { return nil }
    limits.relativeGap = 1_000
    while count >= 0 {
      limits.timeLimit = clock.remaining
      let outcome = try LagrangianSolver(limits: limits).solve(round.problem.demandingDuos(atLeast: count))
      if outcome.solution != nil { return count }
      guard outcome == .infeasible else { return nil }
      count -= 1
    }
    return nil
  }
}
