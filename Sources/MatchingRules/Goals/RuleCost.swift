public import MentorMatching

/// What one rule costs: the best matching without it, beside the best with it.
public struct RuleCost: Sendable, Equatable {
  /// Index into ``RuleSet/rules``.
  public let rule: Int
  public let duosWithout: Int
  /// `Σ score` of the duos without the rule.
  public let scoreWithout: Int
  /// The objective (scores and priorities, less prices of broken rules) without the rule less that with it.
  public let lostValue: Int
  /// Whether both matchings were proved best.
  public let isExact: Bool
  /// What the objective gains if the bound gives way by one unit, to first order: the rule's multiplier where the
  /// Lagrangian bound is least, in score units. nil for rules that became bounds of mentors.
  public let pricePerUnit: Double?
  /// Whether the matching stands at the rule's bound.
  public let isBinding: Bool

  /// As a certificate states it, with the price per unit rounded to whole score units.
  public var claimed: RuledCertificate.CostOfRule {
    .init(
      duosWithout: duosWithout, scoreWithout: scoreWithout, lostValue: lostValue, isExact: isExact,
      pricePerUnit: pricePerUnit.map { Int($0.rounded()) })
  }
}

extension RuledMatching {
  /// The cost of each rule, in the order of the rules; one more solve per rule.
  ///
  /// A floor on scores stands in each of them.
  ///
  /// - Returns: nil for a rule whose solve ended without a matching, and everywhere when there is none with the rules, or
  ///   when the worst scores come before the total: a rule's cost in the total would then say little.
  public func ruleCosts(limits: SolveLimits = SolveLimits()) throws(RuledProblemError) -> [RuleCost?] {
    guard let with = outcome.solution, let check, levels.isEmpty else { return round.rules.rules.map { _ in nil } }
    let clock = SolveClock(limits)
    let prices = try shadowPrices(limits: limits)
    var costs: [RuleCost?] = []
    for index in round.rules.rules.indices {
      var rest = round.rules
      rest.rules.remove(at: index)
      let trial = RuledRound(round.matching, rules: rest, facts: round.facts, leastScore: Int32(round.leastScore))
      var limits = limits
      limits.timeLimit = clock.remaining
      let without = RuledMatching(
        round: trial, outcome: try RuleMatcher(limits: limits).solve(trial), conflict: nil)
      guard let solution = without.outcome.solution else {
        costs.append(nil)
        continue
      }
      costs.append(
        RuleCost(
          rule: index, duosWithout: without.duoCount, scoreWithout: without.totalScore,
          lostValue: Int(solution.value - with.value), isExact: outcome.isOptimal && without.outcome.isOptimal,
          pricePerUnit: prices[index], isBinding: check.entries.contains { $0.rule == index && $0.isBinding }))
    }
    return costs
  }

  /// The largest multiplier of each rule's constraints, in score units per unit of the rule.
  private func shadowPrices(limits: SolveLimits) throws(RuledProblemError) -> [Double?] {
    var problem = round.problem
    if round.matching.policy.objective == .mostDuosFirst { problem = problem.demandingDuos(atLeast: duoCount) }
    try problem.checkHeadRoom()
    var search = LagrangianSearch(problem, limits: limits)
    var prices = [Double?](repeating: nil, count: round.rules.rules.count)
    guard let multipliers = search.findMultipliers() else { return prices }
    for (index, origin) in round.origin.enumerated() {
      let price =
        Double(multipliers[index].magnitude) * Double(problem.rules[index].unit)
        / Double(LagrangianRelaxation.refinement)
      prices[origin.rule] = max(prices[origin.rule] ?? 0, price)
    }
    return prices
  }
}
