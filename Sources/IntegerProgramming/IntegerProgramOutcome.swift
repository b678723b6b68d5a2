/// What a solve found out, with its evidence. "Proved" means up to the solver's floating-point tolerances; a caller
/// whose numbers are integers can and should prove the answer in integers.
public enum IntegerProgramOutcome: Sendable, Equatable {
  /// No solution is better: proved.
  case optimal(IntegerProgramSolution)
  /// The solve ended early with a solution; no solution is better than `bound`.
  case feasible(IntegerProgramSolution, bound: Double, reason: StopReason)
  /// There is no solution: proved.
  case infeasible(InfeasibilityProof)
  /// Without the integer conditions the objective grows without limit. The program itself is then unbounded too, or
  /// infeasible.
  case unbounded
  /// The solve ended early without a solution. No solution is better than `bound`, where one is known.
  case stopped(reason: StopReason, bound: Double?)

  public enum StopReason: Sendable, Equatable {
    case timeLimit, nodeLimit, cancelled
    /// The relative gap asked for was reached.
    case gapReached
  }

  public enum InfeasibilityProof: Sendable, Equatable {
    /// Even without the integer conditions the constraints contradict each other.
    case relaxation
    /// Branch and bound searched all cases.
    case branchAndBound
  }
}

/// Values that satisfy every bound and constraint of a program.
public struct IntegerProgramSolution: Sendable, Equatable {
  /// One for each variable; exact integers for integer variables.
  public let values: [Double]
  /// The objective of these values.
  public let objective: Double

  public init(values: [Double], objective: Double) {
    self.values = values
    self.objective = objective
  }

  /// How far a bound is from the objective, relative to the objective: 0 when equal, 0.01 for one percent.
  public func relativeGap(to bound: Double) -> Double {
    bound == objective ? 0 : (bound - objective).magnitude / objective.magnitude
  }
}
