/// Whoever can look at all pairs of a problem that is too large to store, and tell which of them matter.
///
/// ``PricedSolver`` solves on short lists of pairs and asks a pricer which pairs the present duals do not cover, or hardly
/// cover. A pricer may skip pairs it can prove not to matter (for example whole blocks by an upper bound on their gain), as
/// long as the answer is the same as if it had looked at each.
///
/// ``RowSourcePricer`` makes one of any ``RowSource``.
public protocol PairPricer: Sendable {
  var rowCount: Int { get }
  var columnCount: Int { get }

  /// The same pairs for some rows and columns only, numbered anew in the order given.
  ///
  /// - Parameters: distinct numbers of rows and columns, ascending; nil for all.
  func restricted(toRows rows: [Int]?, columns: [Int]?) -> Self

  /// Prices every pair of the rows asked for against duals; nil when cancelled.
  func price(_ request: PricingRequest, control: SolveControl) -> PricingAnswer?

  /// For each column the least price that covers every pair: `max(0, max_i (limit_i − c_ij))`; nil when cancelled.
  ///
  /// - Parameter rowLimit: `w_i − u_i`, one per row.
  func leastPrices(rowLimit: [Int64], control: SolveControl) -> [Int64]?

  /// For each column the rows that need the highest price to be covered: those of greatest `limit_i − c_ij`, as far as it is
  /// not negative, among equals the first; by row and column; nil when cancelled.
  ///
  /// - Parameters:
  ///   - rowLimit: `w_i − u_i`, one per row.
  ///   - pairsPerColumn: at most so many rows of each column; at least one.
  func bestRows(rowLimit: [Int64], pairsPerColumn: Int, control: SolveControl) -> [PricingAnswer.Pair]?
}

/// Duals to price pairs against.
public struct PricingRequest: Sendable {
  /// `w_i − u_i`, one per row: a pair is covered when `c_ij + v_j` is at least that, and tight when it is equal.
  public var rowLimit: [Int64]
  /// `v`, one per column.
  public var columnPrice: [Int64]
  /// Pairs are wanted whose `c_ij + v_j` exceeds the row's limit by at most this; not negative.
  public var margin: Int64
  /// At most so many pairs of a row, at least one: those of least `c_ij + v_j`, among equals the first columns.
  public var pairsPerRow: Int
  /// The rows to look at, ascending; nil for all.
  public var rows: [Int]?

  public init(
    rowLimit: [Int64], columnPrice: [Int64], margin: Int64 = 0, pairsPerRow: Int, rows: [Int]? = nil
  ) {
    self.rowLimit = rowLimit
    self.columnPrice = columnPrice
    self.margin = margin
    self.pairsPerRow = pairsPerRow
    self.rows = rows
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

  /// By row and column: the pairs wanted. A row that is covered has all its tight pairs here, however many.
  public var pairs: [Pair] = []
  /// By row asked for: how much its dual would have to rise to cover its pairs; 0 where it does.
  public var excess: [Int64] = []
  /// By row asked for: all pairs of the row that are not in `pairs` exceed its limit by more than this.
  public var margin: [Int64] = []
  public var uncoveredRowCount = 0
  /// Pairs looked at one by one.
  public var pricedPairCount = 0
  /// Pairs left out because a bound shows that they do not matter.
  public var skippedPairCount = 0

  public init() {}
}
