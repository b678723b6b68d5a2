internal import IntegerProgramming

extension LagrangianSearch {
  /// Step 2: a choice near the matchings that the bound met. More of them, and a little more room, until one is found.
  mutating func findFirstChoice() throws(IntegerProgramError) {
    var slack: Int64 = 0
    for count in [10, 20, 40] {
      if stopReason != nil || value == bound { return }
      let core = pool.core(of: relaxation, last: count, slack: slack)
      let outcome = try solve(core, relativeGap: max(limits.relativeGap / 4, 1e-6), share: 0.25)
      if case .infeasible = outcome {
        slack = slack == 0 ? relaxation.distance(keepingPairs: problem.rowCount + 2_000) : slack << 2
        continue
      }
      if chosenPairs != nil { return }
    }
  }

  /// Step 3: closes the gap from above, in growing distances from the bound.
  mutating func prove(_ multipliers: [Int64]) throws(IntegerProgramError) -> RuledOutcome {
    let refinement = LagrangianRelaxation.refinement
    let top = relaxation.value
    // Beyond this distance there is no choice at all.
    let farthest = top - leastValue * refinement
    var distance = max(
      refinement, min(top / 50_000, relaxation.distance(keepingPairs: problem.rowCount + problem.rowCount / 4 + 2_000)))
    // Of the core's own objective, without the pairs that are fixed; so what is near enough there may not be so here.
    var coreGap = limits.relativeGap
    while true {
      if let reason = stopReason { return outcome(reason) }
      if chosenPairs != nil { distance = min(distance, top - value * refinement) }
      distance = min(distance, farthest)
      let core = ProblemCore(relaxation, multipliers: multipliers, within: distance)
      excludedPairCount = problem.pairCount - core.pairs.count
      let result = try solve(core, relativeGap: coreGap, share: 1)
      let beyond = (top - distance - 1).flooredQuotient(by: refinement)
      switch result {
      case .infeasible, .optimal:
        // Nothing better within the distance, and nothing beyond it is worth more than this.
        bound = max(value, min(bound, beyond))
      case .feasible(let coreBound, .gapReached):
        coreGap = coreGap > 1e-9 ? min(coreGap, 0.5) / 4 : 0
        bound = max(value, min(bound, max(beyond, coreBound)))
      case .feasible(let coreBound, let reason), .stopped(let coreBound?, let reason):
        bound = max(value, min(bound, max(beyond, coreBound)))
        return outcome(bound == value ? nil : reason)
      case .stopped(nil, let reason): return outcome(reason)
      }
      if chosenPairs != nil, bound == value { return outcome(nil) }
      if chosenPairs == nil, distance == farthest { return .infeasible }
      distance = distance > farthest / 4 ? farthest : distance * 4
    }
  }

  /// What the integer program over a core found out; choices go to ``offer(_:)``.
  enum CoreResult {
    case optimal
    case infeasible
    case feasible(bound: Int64, RuledOutcome.StopReason)
    case stopped(bound: Int64?, RuledOutcome.StopReason)
  }

  /// - Parameter share: of the time left that may be spent; less than all of it also means a limited number of nodes.
  private mutating func solve(
    _ core: ProblemCore, relativeGap: Double, share: Double
  ) throws(IntegerProgramError) -> CoreResult {
    let program = RuledProgram(problem, core: core)
    var options = GLPKSolver.Options()
    options.timeLimit = clock.remaining.map { $0 * share }
    if share < 1 { options.nodeLimit = 4_000 }
    // A caller may ask for any choice at all (a gap of 1000, say), which GLPK has no word for.
    options.relativeGap = min(relativeGap, 0.5)
    options.cuts = problem.helpfulCuts
    let clock = clock
    let solver = GLPKSolver(options: options, isCancelled: { clock.stopReason == .cancelled })
    // The best choice so far, where the core contains it: branch and bound then need not find it again.
    var start = chosenPairs.flatMap { program.values(ofChosenPairs: $0, in: problem) }
    if let values = start, !program.program.isSatisfied(by: values) { start = nil }
    let outcome = try solver.solve(program.program, start: start)
    switch outcome {
    case .optimal(let solution):
      offer(program.chosenPairs(of: solution, in: problem))
      return .optimal
    case .feasible(let solution, let coreBound, let reason):
      offer(program.chosenPairs(of: solution, in: problem))
      return .feasible(bound: program.wholeBound(coreBound), reason.ofRules)
    case .infeasible: return .infeasible
    case .stopped(let reason, let coreBound):
      return .stopped(bound: coreBound.map(program.wholeBound), reason.ofRules)
    case .unbounded: throw .solverFailed(code: 0)
    }
  }
}

extension RuledProgram {
  /// A bound on the program as one on the problem: rounded down, with room for the solver's tolerance.
  func wholeBound(_ bound: Double) -> Int64 {
    let safe = (bound + 1e-6 * max(1, bound.magnitude * 1e-3)).rounded(.down)
    return safe >= 0x1p62 ? .max : Int64(safe) + fixedGain
  }
}

extension IntegerProgramOutcome.StopReason {
  var ofRules: RuledOutcome.StopReason {
    switch self {
    case .timeLimit: .timeLimit
    case .nodeLimit: .solverFailed("the limit of nodes was reached")
    case .cancelled: .cancelled
    case .gapReached: .gapReached
    }
  }
}
