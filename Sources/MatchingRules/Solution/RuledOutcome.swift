/// What a solve of a ``RuledProblem`` found out, with its evidence. No outcome claims more than was proved.
public enum RuledOutcome: Sendable, Equatable {
  /// No choice of pairs that keeps the rules is better: proved.
  case optimal(RuledSolution)
  /// The solve ended early; ``RuledSolution/bound`` says how much better any other choice could be.
  case feasible(RuledSolution, reason: StopReason)
  /// No choice of pairs keeps the rules: proved.
  case infeasible
  /// The solve ended early without a choice that keeps the rules. None is better than `bound`, where one is known.
  case stopped(reason: StopReason, bound: Int64?)

  public enum StopReason: Sendable, Equatable {
    case timeLimit, cancelled
    /// The gap asked for was reached.
    case gapReached
    /// The integer-programming solver gave up or its answer did not hold when checked.
    case solverFailed(String)
  }

  /// The best choice found, if any.
  public var solution: RuledSolution? {
    switch self {
    case .optimal(let solution), .feasible(let solution, _): solution
    case .infeasible, .stopped: nil
    }
  }

  public var isOptimal: Bool { if case .optimal = self { true } else { false } }
}

/// A choice of pairs that keeps the rules, checked in integers.
public struct RuledSolution: Sendable, Equatable {
  /// One per row, −1 for a row left over.
  public let chosenPairs: [Int32]
  /// The total of gains less the cost of broken soft rules.
  public let value: Int64
  /// No choice that keeps the rules is worth more.
  public let bound: Int64
  /// How many pairs were proved to be in no better choice, without branching.
  public let excludedPairCount: Int
  /// What proves a bound near ``bound`` without any search; nil where the solver kept nothing.
  public let relaxation: RelaxationBound?

  public init(
    chosenPairs: [Int32], value: Int64, bound: Int64, excludedPairCount: Int, relaxation: RelaxationBound? = nil
  ) {
    self.chosenPairs = chosenPairs
    self.value = value
    self.bound = bound
    self.excludedPairCount = excludedPairCount
    self.relaxation = relaxation
  }

  /// `(bound − value) / |value|`: 0 when optimal, 0.01 for one percent.
  public var relativeGap: Double {
    bound == value ? 0 : Double(bound - value) / Double(max(1, value.magnitude))
  }
}

/// Multipliers of rules with the duals of the matching problem they leave, in units of 1/256 of a gain: an upper bound
/// that needs no search (see `RelaxationProof` in MentorMatching).
public struct RelaxationBound: Sendable, Equatable {
  /// One per rule of the problem: positive for its upper bound, negative for its lower.
  public let multipliers: [Int64]
  public let rowDual: [Int64]
  public let columnDual: [Int64]
}
