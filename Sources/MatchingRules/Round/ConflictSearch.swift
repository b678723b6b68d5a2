internal import MentorMatching

/// Finds a smallest set of contradictory rules, and how far each of them would have to give way.
///
/// **Set.** Deletion filtering: each rule in turn is left out; if the rest still contradicts itself, the rule was not needed
/// and stays out. What remains is a smallest conflicting set in the sense that without any one of its rules the others can be
/// kept. It starts from the rules whose multipliers prove the contradiction, which are few: all others cannot matter.
///
/// **Ways out.** For each rule of the set in turn, alone, the least number of units by which its bounds must be missed, so
/// that all rules of the round can be kept or, where others contradict each other besides, at least those of the set. Three
/// numbers enclose it: a matching that keeps the other rules misses it by some number; multipliers of a problem in which
/// nothing counts but that violation bound it from below (gains left out, so that what is lost in scores hides nothing);
/// between the two, solves ask whether the rules can be kept with the bound moved by so many units (``UnitsRange``). Nearly
/// always the lower bound itself will do, so that is the first question.
///
/// A rule about each mentor has many bounds that give way together; there the sum of violations is priced above all gains.
///
/// Complexity: one solve for feasibility per rule of the first set, then three or four per rule of the last.
///
/// Reference: J. W. Chinneck, *Feasibility and Infeasibility in Optimization*, Springer 2008, ch. 6,
/// doi:10.1007/978-0-387-74932-7.
struct ConflictSearch {
  private let round: RuledRound
  private let limits: SolveLimits
  private let clock: SolveClock

  init(_ round: RuledRound, limits: SolveLimits) {
    self.round = round
    self.limits = limits
    clock = SolveClock(limits)
  }

  private var all: [MatchingRule] { round.rules.rules }
  /// Rules that must hold.
  private var hard: [Int] { all.indices.filter { all[$0].price == nil } }

  // MARK: The set

  func smallestConflict() throws(RuledProblemError) -> (rules: [Int], isMinimal: Bool) {
    var kept = try contradictoryRules()
    var isMinimal = true
    for rule in kept {
      let rest = kept.filter { $0 != rule }
      switch try anyChoice(trial(rest).problem) {
      case .infeasible: kept = rest
      case .optimal, .feasible: break
      case .stopped: isMinimal = false
      }
    }
    return (kept, isMinimal)
  }

  /// The rules that multipliers prove contradictory: those with a multiplier, and those that are bounds of mentors and have
  /// none. All of them where there is no such proof.
  private func contradictoryRules() throws(RuledProblemError) -> [Int] {
    let whole = trial(hard)
    let problem = whole.problem.inCoarseGains
    try problem.checkHeadRoom()
    var search = LagrangianSearch(problem, limits: rest(of: limits))
    guard search.findMultipliers() == nil, let proof = search.contradiction else { return hard }
    let stated = Set(whole.origin.map(\.rule))
    let used = Set(zip(whole.origin, proof).filter { $1 != 0 }.map(\.0.rule))
    return hard.enumerated().filter { used.contains($0.offset) || !stated.contains($0.offset) }.map(\.element)
  }

  // MARK: The ways out

  func relaxations(
    of conflict: [Int]
  ) throws(RuledProblemError) -> (relaxations: [RuleConflict.Relaxation], leavesAnother: Bool) {
    /// Rules that must hold beside the one that gives way.
    var standing = hard
    var leavesAnother = false
    var relaxations: [RuleConflict.Relaxation] = []
    for rule in conflict {
      var found = try anyChoice(trial(standing.filter { $0 != rule }).problem)
      if found == .infeasible, standing.count > conflict.count {
        leavesAnother = true
        standing = conflict
        found = try anyChoice(trial(standing.filter { $0 != rule }).problem)
      }
      guard let solution = found.solution else { continue }
      // Pairs are the same in all trials.
      let mentorOfMentee = round.mentorOfMentee(solution.chosenPairs)
      var limits = limits
      limits.timeLimit = clock.remaining.map { $0 / conflict.count { $0 >= rule } }
      relaxations.append(
        try leastRelaxation(of: rule, among: standing, atMost: units(of: rule, mentorOfMentee), limits: limits))
    }
    return (relaxations, leavesAnother)
  }

  private func leastRelaxation(
    of rule: Int, among standing: [Int], atMost known: Int, limits: SolveLimits
  ) throws(RuledProblemError) -> RuleConflict.Relaxation {
    let clock = SolveClock(limits)
    func left(_ share: Int = 1) -> SolveLimits {
      var limits = limits
      limits.timeLimit = clock.remaining.map { $0 / share }
      return limits
    }
    if all[rule].eachMentor != nil {
      let priced = try pricedUnits(of: rule, among: standing, atMost: known, limits: left(2))
      if priced.isLeast { return .init(rule: rule, units: priced.units, isLeast: true) }
      let least = try leastUnits(of: rule, among: standing, limits: left())
      return .init(rule: rule, units: priced.units, isLeast: priced.units == least)
    }
    var range = UnitsRange(low: try leastUnits(of: rule, among: standing, limits: left(2)), high: known)
    let trial = trial(standing)
    let isRule = trial.origin.map { standing[$0.rule] == rule }
    // A question that takes long is left for later: the next larger number may be answered at once.
    for patience in [8, 2, 1] {
      while let probe = range.next {
        if clock.stopReason != nil { break }
        let outcome = try anyChoiceByDuos(trial.problem.moving(isRule, by: Int64(probe)), limits: left(patience))
        if let solution = outcome.solution {
          let reached = units(of: rule, round.mentorOfMentee(solution.chosenPairs))
          range.learn(min(probe, reached), isEnough: true)
        } else if outcome == .infeasible {
          range.learn(probe, isEnough: false)
        } else {
          range.skip(probe)
        }
      }
      range.forgetSkipped()
    }
    return .init(rule: rule, units: range.high, isLeast: range.isSettled)
  }

  /// No fewer units of the rule would do, by multipliers alone; at least 1, as the rules contradict each other.
  private func leastUnits(
    of rule: Int, among standing: [Int], limits: SolveLimits
  ) throws(RuledProblemError) -> Int {
    let price = RelaxationProof.unitOfDuo
    let problem = trial(standing, pricing: rule, at: Int(price)).problem.withoutGains
    // Beyond the head-room nothing is known.
    guard (try? problem.checkHeadRoom()) != nil else { return 1 }
    var search = LagrangianSearch(problem, limits: limits)
    guard search.findMultipliers() != nil, search.bound != .max else { return 1 }
    return max(1, Int(-search.bound.flooredQuotient(by: price)))
  }

  /// The units of a matching found with violations of the rule priced above all gains together.
  private func pricedUnits(
    of rule: Int, among standing: [Int], atMost known: Int, limits: SolveLimits
  ) throws(RuledProblemError) -> (units: Int, isLeast: Bool) {
    let largest = round.problem.inCoarseGains.gainOfPair.max() ?? 0
    let price = round.matching.roster.mentees.count * (Int(largest) + 1)
    let trial = trial(standing, pricing: rule, at: price)
    let problem = trial.problem.inCoarseGains
    guard (try? problem.checkHeadRoom()) != nil else { return (known, false) }
    var limits = limits
    // Nearer to the bound than the price of one unit, the number of units is the least.
    limits.relativeGap = 0.95 / Double(max(1, known))
    guard let solution = try LagrangianSolver(limits: limits).solve(problem).solution else { return (known, false) }
    let units = units(of: rule, round.mentorOfMentee(solution.chosenPairs))
    return (min(known, units), units <= known && solution.bound - solution.value < Int64(price))
  }

  // MARK: Trials

  /// The round under some of its rules, one of them at a price.
  private func trial(_ rules: [Int], pricing rule: Int? = nil, at price: Int? = nil) -> RuledRound {
    let taken = rules.map { index in
      var given = all[index]
      if index == rule { given.price = price }
      return given
    }
    return RuledRound(
      round.matching,
      rules: RuleSet(rules: taken, menteeGroups: round.rules.menteeGroups, mentorGroups: round.rules.mentorGroups),
      facts: round.facts, leastScore: Int32(round.leastScore))
  }

  private func rest(of limits: SolveLimits) -> SolveLimits {
    var limits = limits
    limits.timeLimit = clock.remaining
    return limits
  }

  /// Whether there is a choice that keeps the rules: any will do.
  private func anyChoice(
    _ problem: RuledProblem, limits given: SolveLimits? = nil
  ) throws(RuledProblemError) -> RuledOutcome {
    var limits = given ?? rest(of: limits)
    limits.relativeGap = 1_000
    return try LagrangianSolver(limits: limits).solve(problem.inCoarseGains)
  }

  /// The same for problems with shares, one number of duos after the other where few are possible.
  private func anyChoiceByDuos(
    _ problem: RuledProblem, limits: SolveLimits
  ) throws(RuledProblemError) -> RuledOutcome {
    guard let all = problem.countOfAllDuos else { return try anyChoice(problem, limits: limits) }
    let clock = SolveClock(limits)
    func left() -> SolveLimits {
      var limits = limits
      limits.timeLimit = clock.remaining
      return limits
    }
    let numbers = MostDuos(limits: left())
    guard let most = try numbers.bound(problem), let least = try numbers.lowerBound(problem) else {
      return clock.stopReason.map { .stopped(reason: $0, bound: nil) } ?? .infeasible
    }
    guard most - least < Self.settledDuosLimit else { return try anyChoice(problem, limits: left()) }
    var open: [RuledProblem] = []
    for duoCount in stride(from: most, through: least, by: -1) {
      let settled = problem.settingDuos(all, to: duoCount)
      if try !isContradictory(settled, limits: left()) { open.append(settled) }
    }
    for (index, trial) in ([problem] + open).enumerated() where !open.isEmpty {
      // Usually the whole problem has an answer at once.
      var limits = left()
      if index == 0 { limits.timeLimit = limits.timeLimit.map { $0 / 2 } }
      let outcome = try anyChoice(trial, limits: limits)
      if outcome.solution != nil || (index == 0 && outcome == .infeasible) { return outcome }
      if index > 0, outcome != .infeasible { return outcome }
    }
    return .infeasible
  }

  /// Whether multipliers alone show that the last rule is missed by every choice that keeps the others.
  private func isContradictory(_ problem: RuledProblem, limits: SolveLimits) throws(RuledProblemError) -> Bool {
    var pricing = problem.withoutGains
    pricing.rules[pricing.rules.count - 1].price = RelaxationProof.unitOfDuo
    try pricing.checkHeadRoom()
    var search = LagrangianSearch(pricing, limits: limits)
    guard search.findMultipliers() != nil else { return true }
    return search.bound < 0
  }

  /// How many numbers of duos are tried one by one.
  private static let settledDuosLimit = 12

  /// By how many units a matching misses the rule.
  private func units(of rule: Int, _ mentorOfMentee: [Int?]) -> Int {
    let only = RuleSet(
      rules: [all[rule]], menteeGroups: round.rules.menteeGroups, mentorGroups: round.rules.mentorGroups)
    return RuleCheck(
      mentorOfMentee: mentorOfMentee, roster: round.matching.roster, policy: round.matching.policy, rules: only
    ).entries.reduce(0) { $0 + $1.violation }
  }
}

extension RuledProblem {
  /// The same problem with gains in units of 2¹⁴: where only feasibility and units of rules count, gains do no more than lead
  /// the search, and smaller numbers keep its linear programs well-scaled.
  fileprivate var inCoarseGains: RuledProblem { withGains(gainOfPair.map { $0 >> 14 }) }

  /// The same problem where nothing counts but what broken rules cost.
  fileprivate var withoutGains: RuledProblem { withGains(gainOfPair.map { _ in 0 }) }

  private func withGains(_ gains: [Int64]) -> RuledProblem {
    RuledProblem(
      rowStart: rowStart, columnOfPair: columnOfPair, gainOfPair: gains, columnCapacity: columnCapacity,
      columnMinimum: columnMinimum, counts: counts, rules: rules)
  }

  /// The same problem with the bounds of some rules moved apart by so many of their units.
  fileprivate func moving(_ isMoved: [Bool], by units: Int64) -> RuledProblem {
    var problem = self
    for rule in rules.indices where isMoved[rule] {
      problem.rules[rule].lowerBound = rules[rule].lowerBound.map { $0 - units * rules[rule].unit }
      problem.rules[rule].upperBound = rules[rule].upperBound.map { $0 + units * rules[rule].unit }
    }
    return problem
  }
}
