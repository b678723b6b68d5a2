internal import IntegerProgramming

/// Route 1: the whole ``RuledProgram`` to GLPK. For up to some 10⁴ pairs, and the reference that ``LagrangianSolver`` is
/// held against; unlike that, it rests on floating point throughout. The choice is checked in integers all the same.
public struct WholeModelSolver: Sendable {
  public var limits: SolveLimits

  public init(limits: SolveLimits = SolveLimits()) { self.limits = limits }

  /// - Throws: ``RuledProblemError`` when the numbers leave the head-room.
  public func solve(_ problem: RuledProblem) throws(RuledProblemError) -> RuledOutcome {
    try problem.checkHeadRoom()
    let clock = SolveClock(limits)
    let program = RuledProgram(problem)
    var options = GLPKSolver.Options()
    options.timeLimit = limits.timeLimit
    options.relativeGap = limits.relativeGap
    options.cuts = problem.helpfulCuts
    let progress = limits.progress
    let solver = GLPKSolver(
      options: options,
      isCancelled: {
        progress(SolveProgress(value: nil, bound: nil))
        return clock.stopReason == .cancelled
      })
    do {
      return Self.outcome(try solver.solve(program.program), of: program, problem)
    } catch {
      return .stopped(reason: .solverFailed(error.description), bound: nil)
    }
  }

  private static func outcome(
    _ outcome: IntegerProgramOutcome, of program: RuledProgram, _ problem: RuledProblem
  ) -> RuledOutcome {
    func solution(_ solution: IntegerProgramSolution, bound: Int64?) -> RuledSolution? {
      let chosen = program.chosenPairs(of: solution, in: problem)
      return problem.verifiedValue(ofChosenPairs: chosen).map {
        RuledSolution(chosenPairs: chosen, value: $0, bound: max($0, bound ?? $0), excludedPairCount: 0)
      }
    }
    switch outcome {
    case .optimal(let found):
      if let solution = solution(found, bound: nil) { return .optimal(solution) }
    case .feasible(let found, let bound, let reason):
      if let solution = solution(found, bound: program.wholeBound(bound)) {
        return solution.bound == solution.value ? .optimal(solution) : .feasible(solution, reason: reason.ofRules)
      }
    case .infeasible: return .infeasible
    case .stopped(let reason, let bound):
      return .stopped(reason: reason.ofRules, bound: bound.map(program.wholeBound))
    case .unbounded: break
    }
    return .stopped(reason: .solverFailed("the answer does not keep the rules when checked"), bound: nil)
  }
}
