/// What a solver found out. All three are answers; errors are for problems that were refused.
public enum AssignmentOutcome: Sendable, Equatable {
  /// The optimum, with its proof.
  case optimal(AssignmentSolution, SolveStatistics)
  /// The lower bounds cannot all be met, with the set of rows or columns that shows it.
  case infeasible(DeficientSet)
  /// Cancelled, or a limit was reached.
  case stopped(StoppedSolve)

  /// The optimal solution, if that is what was found.
  public var solution: AssignmentSolution? {
    if case .optimal(let solution, _) = self { return solution }
    return nil
  }
}

/// What was known when a solve was stopped.
public struct StoppedSolve: Sendable, Equatable {
  /// The best assignment found that keeps every capacity and lower bound, or nil when none was found yet.
  public let best: Assignment?
  /// Its objective `Σ (w_i − c_ij)`.
  public let objective: Int64?
  /// A proven upper bound: no assignment has a higher objective. `Int64.max` when nothing was proven yet.
  public let bound: Int64

  public init(best: Assignment?, objective: Int64?, bound: Int64) {
    self.best = best
    self.objective = objective
    self.bound = bound
  }
}

/// How much work a solve was, for benchmarks and progress reports. No part of the answer.
public struct SolveStatistics: Sendable, Equatable {
  /// Searches for augmenting paths, or bids in an auction.
  public var searchCount = 0
  /// Pairs looked at, repeats included.
  public var scannedPairCount = 0
  /// Passes over all pairs that priced them against the duals.
  public var pricingPassCount = 0

  public init() {}
}
