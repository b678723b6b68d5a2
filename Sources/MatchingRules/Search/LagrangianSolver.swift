internal import IntegerProgramming

/// Route 2: rules over a large matching, by Lagrangian relaxation and an integer program over the few pairs that survive.
///
/// **Problem.** ``RuledProblem``.
///
/// **Method.**
/// 1. *Bound.* ``MultiplierSearch`` lowers `L(λ)` with ``LagrangianRelaxation``; each evaluation is one re-solve of
///    problem P by ``PricedMatching``. A bound below every conceivable value proves the rules contradictory.
/// 2. *First choice.* The matchings met on the way agree nearly everywhere. A small integer program over the rest finds
///    one that keeps the rules.
/// 3. *Proof.* ``ProblemCore`` keeps what a choice at most Δ below the bound can contain; GLPK solves that part. When the
///    best choice known is at most Δ below the bound, the answer is optimal over all pairs; when GLPK finds nothing, the
///    bound falls by Δ. Then Δ grows, up to the distance of the best choice.
///
/// What excludes pairs is integer arithmetic. Within the core, that no better choice exists rests on GLPK's branch and
/// bound; every choice it returns is checked in integers.
///
/// **Departures from the literature.** The integer program is stated over counts (``RuledProgram``), and bounds of counts
/// and loads are tightened along with pairs.
///
/// Complexity: an evaluation costs a few passes over the pairs; some dozens are needed for a dozen rules.
///
/// References: M. L. Fisher, *The Lagrangian relaxation method for solving integer programming problems*, Management
/// Science 27 (1981) 1–18, doi:10.1287/mnsc.27.1.1; A. Geoffrion, *Lagrangean relaxation for integer programming*,
/// Mathematical Programming Study 2 (1974) 82–114, doi:10.1007/BFb0120690 (reduced-cost fixing by duals).
public struct LagrangianSolver: Sendable {
  public var limits: SolveLimits

  public init(limits: SolveLimits = SolveLimits()) { self.limits = limits }

  /// - Throws: ``RuledProblemError`` when the numbers leave the head-room.
  public func solve(_ problem: RuledProblem) throws(RuledProblemError) -> RuledOutcome {
    try problem.checkHeadRoom()
    var search = LagrangianSearch(problem, limits: limits)
    return search.run()
  }
}

/// One solve.
struct LagrangianSearch {
  let problem: RuledProblem
  let limits: SolveLimits
  let clock: SolveClock
  /// Values are below this only when there is no choice at all.
  let leastValue: Int64
  var relaxation: LagrangianRelaxation
  var pool = SolutionPool(capacity: 40)
  var chosenPairs: [Int32]?
  var value: Int64 = .min
  var bound: Int64 = .max
  var excludedPairCount = 0
  /// The best bound that needs no search.
  var relaxationBound: RelaxationBound?
  /// Multipliers at which the bound is below every conceivable value: rules with none of them take no part in the
  /// contradiction.
  var contradiction: [Int64]?

  init(_ problem: RuledProblem, limits: SolveLimits) {
    self.problem = problem
    self.limits = limits
    clock = SolveClock(limits)
    leastValue = problem.leastConceivableValue
    let clock = clock
    relaxation = LagrangianRelaxation(problem, isCancelled: { clock.stopReason != nil })
  }

  mutating func run() -> RuledOutcome {
    do {
      guard let multipliers = findMultipliers() else { return .infeasible }
      keepRelaxation(multipliers)
      // A question that was answered with yes once stays answered: what follows needs a complete evaluation.
      if relaxation.wasCancelled { return outcome(clock.stopReason ?? .cancelled) }
      if let reason = stopReason { return outcome(reason) }
      try findFirstChoice()
      if let reason = stopReason { return outcome(reason) }
      if value == bound { return outcome(nil) }
      return try prove(multipliers)
    } catch {
      return outcome(.solverFailed(error.description))
    }
  }

  var stopReason: RuledOutcome.StopReason? {
    limits.progress(SolveProgress(value: chosenPairs == nil ? nil : value, bound: bound == .max ? nil : bound))
    if chosenPairs != nil, bound > value,
      Double(bound - value) <= limits.relativeGap * Double(value.magnitude)
    {
      return .gapReached
    }
    return clock.stopReason
  }

  func outcome(_ reason: RuledOutcome.StopReason?) -> RuledOutcome {
    guard let chosenPairs else {
      return .stopped(reason: reason ?? .solverFailed("no choice was found"), bound: bound == .max ? nil : bound)
    }
    let solution = RuledSolution(
      chosenPairs: chosenPairs, value: value, bound: bound, excludedPairCount: excludedPairCount,
      relaxation: relaxationBound)
    if value == bound { return .optimal(solution) }
    return .feasible(solution, reason: reason ?? .solverFailed("the proof did not close"))
  }

  /// Keeps the duals of the relaxation, evaluated at these multipliers.
  mutating func keepRelaxation(_ multipliers: [Int64]) {
    guard !relaxation.wasCancelled else { return }
    relaxationBound = RelaxationBound(
      multipliers: multipliers, rowDual: relaxation.matching.rowDual, columnDual: relaxation.matching.price)
  }

  /// Keeps a choice if it is feasible and the best so far.
  mutating func offer(_ candidate: [Int32]) {
    guard let candidateValue = problem.verifiedValue(ofChosenPairs: candidate) else { return }
    if chosenPairs == nil || candidateValue > value {
      chosenPairs = candidate
      value = candidateValue
    }
  }
}
