/// Exact assignment over more pairs than can be stored: solve on short lists, price all pairs, add what is missing.
///
/// **Problem.** The plain problem P over the pairs of a ``PairPricer``.
///
/// **Method.**
/// 1. *Prices from a sample* (``SampledDuals``). Every eighth row and column make a problem a sixty-fourth of the size with
///    much the same prices. It is solved by the same method (down to a size where nothing need be known), and its duals are
///    carried over to everybody: a row's dual is what it gets at the prices of the sampled columns, a column's price what
///    it takes to cover the sampled rows.
/// 2. *Lists*. One pass over all pairs lists, for each row, those that these duals cover least.
/// 3. *Solve* the problem on the listed pairs exactly (``SparseEngine``), and take the least column prices among its optimal
///    duals (``LeastPrices``).
/// 4. *Price* every pair against these duals. Where none is uncovered, the listed optimum is the optimum over all pairs, and
///    the duals prove it. Otherwise the uncovered pairs join the lists, with those that are covered by little, and the
///    solve goes on from where it stands.
/// 5. *Price again*, but not everything (``PricingReference``): a full pass shows not only that pairs are covered, but by
///    how much at least. A pair whose two duals have moved by less since is covered without a second look. What is left are
///    the rows, and the columns, whose own duals have moved far.
///
/// **Bounds on the way.** Raising each row's dual by its excess makes the duals cover everything, so every pricing pass
/// gives a proven upper bound; the listed optimum is a lower one. A stopped solve returns both; before there are lists, the
/// sample's optimum, and no bound.
///
/// **The same answer as any other solver.** The duals priced are the least column prices for the listed pairs. Fewer pairs
/// can only make least prices lower, so when they cover all pairs they are the least prices for all pairs. Every pair
/// that is exactly tight is listed by then, so the tie rule sees all optima.
///
/// Complexity: two or three passes over all pairs (their number is reported) and solves on lists of a few dozen pairs per
/// row. Memory: some 60 bytes per listed pair.
///
/// References: A. Volgenant, *Linear and semi-assignment problems: a core oriented approach*, Computers & Operations
/// Research 23 (1996) 917–932, doi:10.1016/0305-0548(96)00010-X; the idea of pricing columns not listed goes back to
/// L. R. Ford, D. R. Fulkerson, *A suggested computation for maximal multi-commodity network flows*, Management Science 5
/// (1958) 97–101, doi:10.1287/mnsc.5.1.97.
public struct PricedSolver: Sendable {
  /// The most pairs of a row that one pass lists, and how many it should list on average.
  public var pairsPerRow = 48
  public var typicalPairsPerRow = 24
  /// The first lists have at least so many pairs of each column, as far as there are.
  public var pairsPerColumn = 8
  /// Problems with more pairs than this begin with a sample.
  public var sampledPairLimit = 20_000_000

  public init() {}

  /// - Parameter bounds: of a plain problem: row capacities 1, no lower bounds.
  /// - Throws: ``AssignmentError/beyondHeadRoom(magnitude:)``.
  public func solve(
    _ pricer: some PairPricer, bounds: AssignmentProblem.Bounds, control: SolveControl = SolveControl(),
    progress: (PricedProgress) -> Void = { _ in }
  ) throws(AssignmentError) -> PricedOutcome {
    precondition(bounds.isPlain, "row capacities and lower bounds need another solver")
    precondition(bounds.rowValue.count == pricer.rowCount, "one value for each row")
    precondition(bounds.columnCapacity.count == pricer.columnCount, "one capacity for each column")
    precondition(
      pairsPerRow >= 1 && typicalPairsPerRow >= 1 && pairsPerColumn >= 1 && sampledPairLimit >= 1, "settings above 0")
    var rounds = PricingRounds(pricer, bounds: bounds, settings: self, control: control)
    return try rounds.run(progress)
  }
}

/// What the solver is doing, for a progress line.
public enum PricedProgress: Sendable, Equatable {
  /// Finding prices to begin with from a sample of rows and columns.
  case sampling
  case listing
  case solving(round: Int, listedPairCount: Int)
  /// Pricing pairs: all of them, or those that may have become uncovered.
  case pricing(round: Int, isFull: Bool)
  case priced(round: Int, uncoveredRowCount: Int, gap: Int64)
  case breakingTies
}

/// The outcome with the pairs it was found on and how much work it was.
public struct PricedOutcome: Sendable {
  public let outcome: AssignmentOutcome
  /// Every pair that was listed in the end; all others are shown irrelevant by the duals. Nil when stopped before there
  /// were lists.
  public let listed: SparseCosts?
  public let roundCount: Int
  /// How many of the rounds priced all pairs.
  public let fullPassCount: Int
  public let pricedPairCount: Int
  public let skippedPairCount: Int
}
