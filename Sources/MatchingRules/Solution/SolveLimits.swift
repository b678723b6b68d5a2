/// When a solve may end early, and who is told how it goes.
public struct SolveLimits: Sendable {
  /// For the whole solve; nil means none.
  public var timeLimit: Duration?
  /// End once `bound − value ≤ gap · |value|`; 0 means: prove the optimum.
  public var relativeGap = 0.0
  /// Asked every few milliseconds (tens of milliseconds on large problems), on the calling thread; true ends the solve.
  public var isCancelled: @Sendable () -> Bool = { false }
  /// Told what is known so far, on the calling thread, about as often.
  public var progress: @Sendable (SolveProgress) -> Void = { _ in }

  public init(timeLimit: Duration? = nil, relativeGap: Double = 0) {
    self.timeLimit = timeLimit
    self.relativeGap = relativeGap
  }
}

/// How far a solve has come.
public struct SolveProgress: Sendable, Equatable {
  /// The value of the best choice so far.
  public let value: Int64?
  /// No choice is worth more.
  public let bound: Int64?
}

/// A deadline and a question, asked together.
struct SolveClock: Sendable {
  private let deadline: ContinuousClock.Instant?
  private let isCancelled: @Sendable () -> Bool

  init(_ limits: SolveLimits) {
    deadline = limits.timeLimit.map { ContinuousClock.now + $0 }
    isCancelled = limits.isCancelled
  }

  /// Why to stop now, nil to go on.
  var stopReason: RuledOutcome.StopReason? {
    if isCancelled() { return .cancelled }
    if let deadline, ContinuousClock.now >= deadline { return .timeLimit }
    return nil
  }

  /// Time left, not negative; nil without a limit.
  var remaining: Duration? {
    deadline.map { max(.zero, $0 - ContinuousClock.now) }
  }
}
