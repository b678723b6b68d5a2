/// Whoever can look at all pairs of a problem that is too large to store, and tell which of them matter.
///
/// ``PricedSolver`` solves on short lists of pairs and asks a pricer two things: which pairs to begin with, and which
/// pairs the present duals do not cover. A pricer may skip pairs it can prove to be covered (for example whole blocks by an
/// upper bound on their gain), as long as the answer is the same as if it had looked at each.
///
/// ``RowSourcePricer`` makes one of any ``RowSource``.
public protocol PairPricer: Sendable {
  var rowCount: Int { get }
  var columnCount: Int { get }

  /// For each row the pairs of least `c_ij + v_j`, for each column the pairs of greatest `w_i − c_ij`, joined.
  ///
  /// - Returns: the lists, rows ascending, columns ascending within a row; nil when cancelled.
  func shortLists(_ request: ShortListRequest, control: SolveControl) -> SparseCosts?

  /// Prices every pair against duals; nil when cancelled.
  func price(_ request: PricingRequest, control: SolveControl) -> PricingAnswer?
}

/// How long the first lists are, and what they are chosen by.
public struct ShortListRequest: Sendable {
  /// `w`, one per row.
  public let rowValue: [Int64]
  /// `v`, one per column; 0 when nothing is known yet.
  public let columnPrice: [Int64]
  public let pairsPerRow: Int
  public let pairsPerColumn: Int

  public init(rowValue: [Int64], columnPrice: [Int64], pairsPerRow: Int, pairsPerColumn: Int) {
    self.rowValue = rowValue
    self.columnPrice = columnPrice
    self.pairsPerRow = pairsPerRow
    self.pairsPerColumn = pairsPerColumn
  }
}

/// Duals to price all pairs against.
public struct PricingRequest: Sendable {
  /// `w_i − u_i`, one per row: a pair is covered when `c_ij + v_j` is at least that, and tight when it is equal.
  public let rowLimit: [Int64]
  /// `v`, one per column.
  public let columnPrice: [Int64]
  /// How many of a row's uncovered pairs are wanted: those of least `c_ij + v_j`, among equals the first columns.
  public let uncoveredPerRow: Int

  public init(rowLimit: [Int64], columnPrice: [Int64], uncoveredPerRow: Int) {
    self.rowLimit = rowLimit
    self.columnPrice = columnPrice
    self.uncoveredPerRow = uncoveredPerRow
  }
}

/// What pricing found.
public struct PricingAnswer: Sendable {
  public struct Pair: Sendable, Equatable {
    public let row: Int32
    public let column: Int32
    public let cost: Int32

    public init(row: Int32, column: Int32, cost: Int32) {
      self.row = row
      self.column = column
      self.cost = cost
    }
  }

  /// By row: the worst uncovered pairs of a row that has any, all tight pairs of a row that has none.
  public var pairs: [Pair] = []
  /// By how much each row's dual would have to rise to cover its pairs; 0 where it does.
  public var excess: [Int64] = []
  public var uncoveredPairCount = 0
  /// Pairs looked at one by one.
  public var pricedPairCount = 0
  /// Pairs left out because a bound shows them covered.
  public var skippedPairCount = 0

  public init() {}
}
