public import MentorMatching

/// Why no matching keeps the rules: a set of rules that contradict each other, none of which can be spared for that, and
/// what would make them compatible.
///
/// **Method.** Deletion filtering: each rule in turn is left out; if the rest still contradicts itself, the rule was not
/// needed and stays out. What remains is a smallest conflicting set in the sense that without any one of its rules the
/// others can be kept. Then each of its rules in turn gets a price, alone, and the least number of units by which it must
/// give way is found: so that all rules of the round can be kept, or, where others contradict each other besides, at least
/// those of the set.
///
/// Reference: J. W. Chinneck, *Feasibility and Infeasibility in Optimization*, Springer 2008, ch. 6,
/// doi:10.1007/978-0-387-74932-7.
public struct RuleConflict: Sendable, Equatable {
  /// A bound of one rule that would be enough by itself.
  public struct Relaxation: Sendable, Equatable {
    /// Index into ``RuleSet/rules``.
    public let rule: Int
    /// Units by which its bounds are missed, over all mentors of a rule about each mentor.
    public let units: Int
    /// Whether no smaller number would do: proved.
    public let isLeast: Bool
  }

  /// Indices into ``RuleSet/rules``. Empty when the mentors' capacities and candidates alone are the reason.
  public let rules: [Int]
  /// Whether the set was proved minimal within the time limit.
  public let isMinimal: Bool
  public let relaxations: [Relaxation]
  /// Whether rules outside the set contradict each other besides, so that no change of one rule is enough.
  public let leavesAnother: Bool

  /// - Parameter round: a round whose rules contradict each other: proved.
  init(_ round: RuledRound, limits: SolveLimits) throws(RuledProblemError) {
    let clock = SolveClock(limits)
    func outcome(_ rules: [MatchingRule]) throws(RuledProblemError) -> RuledOutcome {
      var limits = limits
      limits.timeLimit = clock.remaining
      // Any matching that keeps the rules will do.
      limits.relativeGap = 1_000
      let set = RuleSet(rules: rules, menteeGroups: round.rules.menteeGroups, mentorGroups: round.rules.mentorGroups)
      return try LagrangianSolver(limits: limits).solve(
        RuledRound(round.matching, rules: set, facts: round.facts).problem.inCoarseGains)
    }
    let all = round.rules.rules
    var kept = all.indices.filter { all[$0].price == nil }
    var isMinimal = true
    for rule in kept {
      let rest = kept.filter { $0 != rule }
      switch try outcome(rest.map { all[$0] }) {
      case .infeasible: kept = rest
      case .optimal, .feasible: break
      case .stopped: isMinimal = false
      }
    }
    var relaxations: [Relaxation] = []
    // Dearer than all gains together, so that the least number of units comes first.
    let largest = round.problem.inCoarseGains.gainOfPair.max() ?? 0
    let price = round.matching.roster.mentees.count * (Int(largest) + 1)
    /// Rules that must hold beside the one that gives way.
    var standing = all.indices.filter { all[$0].price == nil }
    var leavesAnother = false
    for rule in kept {
      func softened() -> [MatchingRule] {
        standing.map { index in
          var given = all[index]
          if index == rule { given.price = price }
          return given
        }
      }
      // Beyond the head-room there is no such price: the change is then left out.
      var found = try? outcome(softened())
      if found == .infeasible, standing.count > kept.count {
        leavesAnother = true
        standing = kept
        found = try? outcome(softened())
      }
      guard let solution = found?.solution else { continue }
      let softened = softened()
      let set = RuleSet(
        rules: softened, menteeGroups: round.rules.menteeGroups, mentorGroups: round.rules.mentorGroups)
      let trial = RuledRound(round.matching, rules: set, facts: round.facts)
      func units(_ solution: RuledSolution) -> Int {
        RuleCheck(
          mentorOfMentee: trial.mentorOfMentee(solution.chosenPairs), roster: round.matching.roster,
          policy: round.matching.policy, rules: set
        ).entries.reduce(0) { $0 + $1.violation }
      }
      // Nearer to the bound than the price of one unit, the number of units is the least.
      var exact = limits
      exact.relativeGap = 0.95 / Double(max(1, units(solution)))
      let rulesLeft = kept.count { $0 >= rule }
      exact.timeLimit = clock.remaining.map { $0 / rulesLeft }
      let best = try LagrangianSolver(limits: exact).solve(trial.problem.inCoarseGains).solution ?? solution
      relaxations.append(
        Relaxation(rule: rule, units: units(best), isLeast: best.bound - best.value < Int64(price)))
    }
    rules = kept
    self.isMinimal = isMinimal
    self.relaxations = relaxations
    self.leavesAnother = leavesAnother
  }

  /// The conflict in words, a line for each rule and each way out.
  public func description(of rules: RuleSet) -> String {
    if self.rules.isEmpty { return "the mentors' capacities cannot be kept" }
    var lines = ["These rules contradict each other; without any one of them the others can be kept:"]
    if !isMinimal { lines = ["These rules contradict each other (time ran out before the set was proved smallest):"] }
    lines += self.rules.map { "  \(rules.rules[$0].name): \(rules.rules[$0].sentence)" }
    let aim = leavesAnother ? "settle this" : "make the rules compatible"
    if !relaxations.isEmpty { lines.append("Any one of these changes would \(aim):") }
    for relaxation in relaxations {
      let rule = rules.rules[relaxation.rule]
      lines.append(
        "  \(rule.name): \(rule.relaxedSentence(by: relaxation.units))" + (relaxation.isLeast ? "" : " or less"))
    }
    if leavesAnother { lines.append("Other rules contradict each other besides.") }
    return lines.joined(separator: "\n")
  }
}

extension RuledProblem {
  /// The same problem with gains in units of 2¹⁴: where only feasibility and units of rules count, gains do no more than lead
  /// the search, and smaller numbers keep its linear programs well-scaled.
  fileprivate var inCoarseGains: RuledProblem {
    RuledProblem(
      rowStart: rowStart, columnOfPair: columnOfPair, gainOfPair: gainOfPair.map { $0 >> 14 },
      columnCapacity: columnCapacity, columnMinimum: columnMinimum, counts: counts, rules: rules)
  }
}
