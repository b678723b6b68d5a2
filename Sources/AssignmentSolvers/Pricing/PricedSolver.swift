/// Exact assignment over more pairs than can be stored: solve on short lists, price all pairs, add what is missing.
///
/// **Problem.** The plain problem P over the pairs of a ``PairPricer``.
///
/// **Method.** 1. *Lists*: the best few pairs of every row and of every column. 2. *Solve* the problem on the listed pairs
/// exactly (``SparseEngine``), and take the least column prices among its optimal duals. 3. *Price* every pair against
/// these duals. Where none is uncovered, the listed optimum is the optimum over all pairs, and the duals prove it.
/// Otherwise the worst uncovered pairs of each row join the lists, and the solve goes on from where it stands.
///
/// **Bounds on the way.** Raising each row's dual by its excess makes the duals cover everything, so every pricing pass
/// gives a proven upper bound; the listed optimum is a lower one. A stopped solve returns both.
///
/// **The same answer as any other solver.** The duals priced are the least column prices for the listed pairs. Fewer pairs
/// can only make least prices lower, so when they cover all pairs they are the least prices for all pairs. The last pass
/// also lists every pair that is exactly tight, so that the tie rule sees all optima.
///
/// Complexity: a few passes over all pairs (their number is reported) and solves on lists of a few dozen pairs per row.
/// Memory: some 40 bytes per listed pair.
///
/// References: A. Volgenant, *Linear and semi-assignment problems: a core oriented approach*, Computers & Operations
/// Research 23 (1996) 917–932, doi:10.1016/0305-0548(96)00010-X; the idea of pricing columns not listed goes back to
/// L. R. Ford, D. R. Fulkerson, *A suggested computation for maximal multi-commodity network flows*, Management Science 5
/// (1958) 97–101, doi:10.1287/mnsc.5.1.97.
public struct PricedSolver: Sendable {
  /// Lengths of the first lists, and how many uncovered pairs of a row join at once.
  public var pairsPerRow = 24
  public var pairsPerColumn = 12
  public var uncoveredPerRow = 8

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
    var rounds = PricingRounds(pricer, bounds: bounds, settings: self, control: control)
    return try rounds.run(progress)
  }
}

/// What the solver is doing, for a progress line.
public enum PricedProgress: Sendable, Equatable {
  case listing
  case solving(round: Int, listedPairCount: Int)
  case pricing(round: Int)
  case priced(round: Int, uncoveredPairCount: Int, gap: Int64)
  case breakingTies
}

/// The outcome with the pairs it was found on and how much work it was.
public struct PricedOutcome: Sendable {
  public let outcome: AssignmentOutcome
  /// Every pair that was listed in the end; all others are shown irrelevant by the duals. Nil when stopped before there
  /// were lists.
  public let listed: SparseCosts?
  public let roundCount: Int
  public let pricedPairCount: Int
  public let skippedPairCount: Int
}

/// The state of one priced solve.
private struct PricingRounds<Pricer: PairPricer> {
  let pricer: Pricer
  let bounds: AssignmentProblem.Bounds
  let settings: PricedSolver
  let control: SolveControl
  private var lists = SparseCosts(columnCount: 0, rowStart: [0], columns: [], values: [])
  private var statistics = SolveStatistics()
  private var roundCount = 0
  private var pricedPairCount = 0
  private var skippedPairCount = 0
  private var bound = Int64.max

  init(_ pricer: Pricer, bounds: AssignmentProblem.Bounds, settings: PricedSolver, control: SolveControl) {
    self.pricer = pricer
    self.bounds = bounds
    self.settings = settings
    self.control = control
  }

  private var listedProblem: AssignmentProblem {
    AssignmentProblem(costs: lists, rowValue: bounds.rowValue, columnCapacity: bounds.columnCapacity)
  }

  mutating func run(_ progress: (PricedProgress) -> Void) throws(AssignmentError) -> PricedOutcome {
    progress(.listing)
    let request = ShortListRequest(
      rowValue: bounds.rowValue, columnPrice: Array(repeating: 0, count: pricer.columnCount),
      pairsPerRow: settings.pairsPerRow, pairsPerColumn: settings.pairsPerColumn)
    guard let first = pricer.shortLists(request, control: control) else {
      return ended(.stopped(StoppedSolve(best: nil, objective: nil, bound: .max)))
    }
    lists = first
    try listedProblem.checkHeadRoom()
    let engine = SparseEngine(
      costs: lists, rowValue: bounds.rowValue, columnCapacity: bounds.columnCapacity)
    while true {
      progress(.solving(round: roundCount, listedPairCount: lists.values.count))
      let status = engine.solve(control: control)
      statistics = engine.statistics
      guard status == .optimal else { return stopped(engine) }
      let basis = engine.basis
      let duals = LeastPrices.duals(of: listedProblem, given: basis)

      progress(.pricing(round: roundCount))
      let pricing = PricingRequest(
        rowLimit: zip(bounds.rowValue, duals.row).map { $0 - $1 }, columnPrice: duals.column,
        uncoveredPerRow: settings.uncoveredPerRow)
      guard let answer = pricer.price(pricing, control: control) else { return stopped(engine) }
      roundCount += 1
      statistics.pricingPassCount = roundCount
      pricedPairCount += answer.pricedPairCount
      skippedPairCount += answer.skippedPairCount
      let listedValue = dualObjective(duals)
      bound = min(bound, listedValue + answer.excess.reduce(0, +))
      progress(
        .priced(round: roundCount, uncoveredPairCount: answer.uncoveredPairCount, gap: bound - listedValue))

      let added = unlisted(answer.pairs)
      lists = merged(added)
      if answer.uncoveredPairCount == 0 {
        progress(.breakingTies)
        let solution = CanonicalOptimum.solution(of: listedProblem, given: basis)
        return ended(.optimal(solution, statistics))
      }
      try listedProblem.checkHeadRoom()
      engine.setPrices(duals.column)
      engine.add(added.map { SparseEngine.Pair(row: $0.row, column: $0.column, cost: $0.cost) })
    }
  }

  private func dualObjective(_ duals: AssignmentDuals) -> Int64 {
    var total = duals.row.reduce(0, +)
    for (price, capacity) in zip(duals.column, bounds.columnCapacity) where price > 0 {
      total += price * Int64(capacity)
    }
    return total
  }

  private func unlisted(_ pairs: [PricingAnswer.Pair]) -> [PricingAnswer.Pair] {
    pairs.filter { lists.position(row: Int($0.row), column: Int($0.column)) == nil }
  }

  /// The lists with more pairs, which come by row.
  private func merged(_ added: [PricingAnswer.Pair]) -> SparseCosts {
    if added.isEmpty { return lists }
    var rowStart = [0]
    rowStart.reserveCapacity(lists.rowStart.count)
    var columns: [Int32] = []
    var values: [Int32] = []
    columns.reserveCapacity(lists.values.count + added.count)
    values.reserveCapacity(lists.values.count + added.count)
    var next = 0
    for row in 0..<lists.rowCount {
      var listed = lists.rowStart[row]
      let end = lists.rowStart[row + 1]
      while listed < end || (next < added.count && Int(added[next].row) == row) {
        let takesAdded =
          next < added.count && Int(added[next].row) == row
          && (listed == end || added[next].column < lists.columns[listed])
        columns.append(takesAdded ? added[next].column : lists.columns[listed])
        values.append(takesAdded ? added[next].cost : lists.values[listed])
        if takesAdded { next += 1 } else { listed += 1 }
      }
      rowStart.append(columns.count)
    }
    return SparseCosts(columnCount: lists.columnCount, rowStart: rowStart, columns: columns, values: values)
  }

  private func ended(_ outcome: AssignmentOutcome) -> PricedOutcome {
    PricedOutcome(
      outcome: outcome, listed: lists.rowCount == bounds.rowValue.count ? lists : nil, roundCount: roundCount,
      pricedPairCount: pricedPairCount, skippedPairCount: skippedPairCount)
  }

  /// The best assignment on the lists so far, and the bound of the last full pass over all pairs.
  private func stopped(_ engine: SparseEngine) -> PricedOutcome {
    engine.fillUp()
    let best = engine.basis.assignment
    return ended(
      .stopped(StoppedSolve(best: best, objective: listedProblem.objective(of: best), bound: bound)))
  }
}

extension AssignmentProblem.Bounds {
  /// Whether each row takes at most one column and nobody must be matched.
  var isPlain: Bool {
    rowCapacity.allSatisfy { $0 == 1 } && rowLowerBound.allSatisfy { $0 == 0 }
      && columnLowerBound.allSatisfy { $0 == 0 }
  }
}
