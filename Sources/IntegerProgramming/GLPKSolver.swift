internal import CGLPK

/// Solves integer programs with GLPK: primal simplex on the relaxation, then branch and bound.
///
/// A solve is synchronous and stays on the calling thread; from asynchronous code run it on a thread of its own, not on
/// the cooperative pool. Solves on different threads are independent. It prints nothing, and it never ends the process:
/// where GLPK would, it throws ``IntegerProgramError/solverAborted(message:)`` and the next solve works.
public struct GLPKSolver: Sendable {
  public struct Options: Sendable {
    /// For the whole solve, at millisecond grain; nil means none.
    public var timeLimit: Duration?
    /// Stop after so many nodes of branch and bound, at least 1; nil means never. Unlike a time limit, it ends the same solve
    /// at the same place on every machine.
    public var nodeLimit: Int?
    /// Stop once |objective − bound| ≤ gap · |objective|; 0 ≤ gap < 1. 0 means: prove the optimum.
    public var relativeGap = 0.0
    /// For GLPK's own tables, at least 1; nil means none. Beyond it the solve throws.
    public var memoryLimitMegabytes: Int?
    /// GLPK simplifies the program first. It then solves the relaxation by itself, during which nobody is asked whether
    /// to stop: for programs whose relaxation is quick.
    public var usesPresolver = false
    /// Cuts help where few constraints have many different coefficients, and cost time elsewhere.
    public var cuts: Cuts = []

    public init() {}
  }

  /// Families of inequalities that hold for all integer points and cut off fractional ones.
  public struct Cuts: OptionSet, Sendable {
    public let rawValue: UInt32

    public init(rawValue: UInt32) { self.rawValue = rawValue }

    /// Gomory's mixed-integer cuts, from the rows of the simplex tableau.
    public static let gomory = Cuts(rawValue: CGLPK_CUTS_GOMORY.rawValue)
    /// Mixed-integer rounding of sums of constraints.
    public static let rounding = Cuts(rawValue: CGLPK_CUTS_ROUNDING.rawValue)
    /// Sets of binary variables that do not fit into a knapsack together.
    public static let cover = Cuts(rawValue: CGLPK_CUTS_COVER.rawValue)
    /// Sets of binary variables of which at most one can be 1.
    public static let clique = Cuts(rawValue: CGLPK_CUTS_CLIQUE.rawValue)

    public static let all: Cuts = [.gomory, .rounding, .cover, .clique]
  }

  public let options: Options
  private let isCancelled: @Sendable () -> Bool

  /// - Parameter isCancelled: asked on the calling thread every few milliseconds while the relaxation is solved and at every
  ///   step of branch and bound after that; answering true ends the solve. A single step of a large program can take
  ///   longer. It must not itself solve on this thread (``IntegerProgramError/solverBusy``).
  public init(options: Options = Options(), isCancelled: @escaping @Sendable () -> Bool = { false }) {
    self.options = options
    self.isCancelled = isCancelled
  }

  /// Validates, solves, and checks the answer against every bound and constraint.
  ///
  /// - Parameter start: a solution to improve on: one value for each variable. Refused when it breaks a constraint.
  public func solve(
    _ program: IntegerProgram, start: [Double]? = nil
  ) throws(IntegerProgramError) -> IntegerProgramOutcome {
    try options.validate()
    try program.validate()
    if let start { try program.checkStart(start) }
    let answer = GLPKModel(program).solve(options: options, start: start, isCancelled: isCancelled)
    return try answer.outcome(for: program)
  }
}

extension GLPKSolver.Options {
  fileprivate func validate() throws(IntegerProgramError) {
    if let timeLimit, timeLimit < .zero { throw .badOption("the time limit is negative") }
    guard relativeGap >= 0, relativeGap < 1 else { throw .badOption("the relative gap is not in 0..<1") }
    if let nodeLimit, nodeLimit < 1 { throw .badOption("the node limit is not positive") }
    if let limit = memoryLimitMegabytes, !(1...Int(Int32.max)).contains(limit) {
      throw .badOption("the memory limit is not in 1...\(Int32.max) megabytes")
    }
  }

  /// −1 without a limit.
  var timeLimitMilliseconds: Int64 {
    guard let timeLimit else { return -1 }
    let (seconds, attoseconds) = timeLimit.components
    let (milliseconds, overflow) = seconds.multipliedReportingOverflow(by: 1000)
    return overflow ? .max - 1000 : milliseconds &+ attoseconds / 1_000_000_000_000_000
  }
}
