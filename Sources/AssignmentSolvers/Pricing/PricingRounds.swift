/// The state of one priced solve: see ``PricedSolver``.
struct PricingRounds<Pricer: PairPricer> {
  private let pricer: Pricer
  private let bounds: AssignmentProblem.Bounds
  private let settings: PricedSolver
  private let control: SolveControl
  private var lists: SparseCosts
  private var statistics = SolveStatistics()
  private var reference: PricingReference?
  private var roundCount = 0
  private var fullPassCount = 0
  private var pricedPairCount = 0
  private var skippedPairCount = 0
  private var bound = Int64.max
  /// The sample's assignment, all that is known before there are lists.
  private var sampled: (assignment: Assignment, objective: Int64)?

  init(_ pricer: Pricer, bounds: AssignmentProblem.Bounds, settings: PricedSolver, control: SolveControl) {
    self.pricer = pricer
    self.bounds = bounds
    self.settings = settings
    self.control = control
    lists = SparseCosts(
      columnCount: pricer.columnCount, rowStart: Array(repeating: 0, count: pricer.rowCount + 1), columns: [],
      values: [])
  }

  private var listedProblem: AssignmentProblem {
    AssignmentProblem(costs: lists, rowValue: bounds.rowValue, columnCapacity: bounds.columnCapacity)
  }

  mutating func run(_ progress: (PricedProgress) -> Void) throws(AssignmentError) -> PricedOutcome {
    guard let start = try startDuals(progress) else { return unsolved }
    progress(.listing)
    guard let first = list(by: start) else { return unsolved }
    _ = lists.add(first.pairs)
    try listedProblem.checkHeadRoom()
    let engine = SparseEngine(
      costs: lists, rowValue: bounds.rowValue, columnCapacity: bounds.columnCapacity)
    var pairsPerRow = settings.pairsPerRow
    while true {
      progress(.solving(round: roundCount, listedPairCount: lists.values.count))
      let status = engine.solve(control: control)
      statistics = engine.statistics
      guard status == .optimal else { return stopped(engine) }
      let basis = engine.basis
      guard let duals = LeastPrices.duals(of: listedProblem, given: basis, isCancelled: control.isCancelled),
        let answer = price(duals, pairsPerRow: pairsPerRow, progress)
      else { return stopped(engine) }
      statistics.pricingPassCount = roundCount
      let listedValue = dualObjective(duals)
      bound = min(bound, listedValue + answer.excess.reduce(0, +))
      progress(.priced(round: roundCount, uncoveredRowCount: answer.uncoveredRowCount, gap: bound - listedValue))

      let added = lists.add(answer.pairs)
      if answer.uncoveredRowCount == 0 {
        progress(.breakingTies)
        let solution = CanonicalOptimum.solution(of: listedProblem, given: basis)
        return ended(.optimal(solution, statistics))
      }
      try listedProblem.checkHeadRoom()
      engine.setPrices(duals.column)
      engine.add(added)
      // Rows that are often uncovered have many pairs of nearly the same worth.
      if roundCount % 4 == 0 { pairsPerRow *= 2 }
    }
  }

  /// Zero for a problem that is small enough to find out from its lists; nil when cancelled.
  private mutating func startDuals(_ progress: (PricedProgress) -> Void) throws(AssignmentError) -> AssignmentDuals? {
    let pairCount = Double(pricer.rowCount) * Double(pricer.columnCount)
    if pairCount <= Double(settings.sampledPairLimit) {
      return AssignmentDuals(
        row: Array(repeating: 0, count: pricer.rowCount), column: Array(repeating: 0, count: pricer.columnCount))
    }
    progress(.sampling)
    let rows = SampledDuals.sample(of: pricer.rowCount)
    let columns = SampledDuals.sample(of: pricer.columnCount)
    let found = try settings.solve(
      pricer.restricted(toRows: rows, columns: columns),
      bounds: AssignmentProblem.Bounds(
        rowValue: rows.map { bounds.rowValue[$0] }, columnCapacity: columns.map { bounds.columnCapacity[$0] }),
      control: control)
    keep(found.outcome, rows: rows, columns: columns)
    guard let duals = found.outcome.solution?.duals else { return nil }
    return SampledDuals.extended(
      duals, rows: rows, columns: columns, to: pricer, rowValue: bounds.rowValue, control: control)
  }

  /// Keeps what is known of the sample, in rows and columns of the whole.
  private mutating func keep(_ outcome: AssignmentOutcome, rows: [Int], columns: [Int]) {
    let known: (assignment: Assignment, objective: Int64)? =
      switch outcome {
      case .optimal(let solution, _): (solution.assignment, solution.objective)
      case .stopped(let stopped): stopped.best.flatMap { best in stopped.objective.map { (best, $0) } }
      case .infeasible: nil
      }
    guard let known else { return }
    var columnOfRow = [Int?](repeating: nil, count: pricer.rowCount)
    for (row, column) in known.assignment.columnOfRow.enumerated() {
      columnOfRow[rows[row]] = column.map { columns[$0] }
    }
    sampled = (Assignment(columnOfRow: columnOfRow), known.objective)
  }

  // MARK: Pricing

  private mutating func list(by duals: AssignmentDuals) -> PricingAnswer? {
    guard let request = fullRequest(duals, pairsPerRow: settings.pairsPerRow),
      var answer = pricer.price(request, control: control)
    else { return nil }
    count(answer)
    // A column that hardly any row lists would have next to no price, and then be uncovered by everybody: such columns
    // choose rows themselves.
    var listedCount = [Int](repeating: 0, count: pricer.columnCount)
    for pair in answer.pairs { listedCount[Int(pair.column)] += 1 }
    let thin = listedCount.indices.filter { listedCount[$0] < settings.pairsPerColumn && bounds.columnCapacity[$0] > 0 }
    if thin.isEmpty { return answer }
    guard
      let chosen = pricer.restricted(toRows: nil, columns: thin).bestRows(
        rowLimit: request.rowLimit, pairsPerColumn: settings.pairsPerColumn, control: control)
    else { return nil }
    answer.pairs = PricingAnswer.joined(
      answer.pairs, chosen.map { .init(row: $0.row, column: Int32(thin[Int($0.column)]), cost: $0.cost) })
    return answer
  }

  /// A request for all rows, with a margin that lists as many pairs as is typical; nil when cancelled.
  private mutating func fullRequest(_ duals: AssignmentDuals, pairsPerRow: Int) -> PricingRequest? {
    var request = PricingRequest(
      rowLimit: zip(bounds.rowValue, duals.row).map { $0 - $1 }, columnPrice: duals.column, margin: .max / 4,
      pairsPerRow: pairsPerRow)
    let sampleCount = 256
    if pricer.rowCount < 4 * sampleCount { return request }
    let step = pricer.rowCount / sampleCount
    request.rows = Array(stride(from: step / 2, to: pricer.rowCount, by: step))
    guard let sampled = pricer.price(request, control: control) else { return nil }
    count(sampled)
    if let margin = typicalMargin(sampled, request) { request.margin = margin }
    request.rows = nil
    return request
  }

  /// The margin that the typical row needs for as many pairs as it should list; nil when most have fewer at all.
  private func typicalMargin(_ sampled: PricingAnswer, _ request: PricingRequest) -> Int64? {
    var margins: [Int64] = []
    var keys: [Int64] = []
    var next = 0
    for row in request.rows ?? [] {
      keys.removeAll(keepingCapacity: true)
      while next < sampled.pairs.count, Int(sampled.pairs[next].row) == row {
        let pair = sampled.pairs[next]
        keys.append(Int64(pair.cost) + request.columnPrice[Int(pair.column)] - request.rowLimit[row])
        next += 1
      }
      keys.sort()
      margins.append(keys.count < settings.typicalPairsPerRow ? .max : keys[settings.typicalPairsPerRow - 1])
    }
    margins.sort()
    let middle = margins[margins.count / 2]
    return middle == .max ? nil : max(0, middle)
  }

  /// Prices what may be uncovered by these duals; nil when cancelled.
  private mutating func price(
    _ duals: AssignmentDuals, pairsPerRow: Int, _ progress: (PricedProgress) -> Void
  ) -> PricingAnswer? {
    let limit = zip(bounds.rowValue, duals.row).map { $0 - $1 }
    if let reference {
      let open = reference.open(rowLimit: limit, columnPrice: duals.column)
      if open.share < 0.4 {
        progress(.pricing(round: roundCount, isFull: false))
        let request = PricingRequest(rowLimit: limit, columnPrice: duals.column, pairsPerRow: pairsPerRow)
        guard let answer = price(request, rows: open.rows, columns: open.columns) else { return nil }
        roundCount += 1
        return answer
      }
    }
    progress(.pricing(round: roundCount, isFull: true))
    guard let request = fullRequest(duals, pairsPerRow: pairsPerRow),
      let answer = pricer.price(request, control: control)
    else { return nil }
    count(answer)
    roundCount += 1
    fullPassCount += 1
    reference = PricingReference(request: request, margin: answer.margin)
    return answer
  }

  /// Prices some rows with all columns, and the other rows with some columns. The pairs come by row.
  private mutating func price(_ request: PricingRequest, rows: [Int], columns: [Int]) -> PricingAnswer? {
    var own = request
    own.rows = rows
    guard let byRow = pricer.price(own, control: control) else { return nil }
    count(byRow)
    if columns.isEmpty, rows.count < pricer.rowCount {
      skippedPairCount += (pricer.rowCount - rows.count) * pricer.columnCount
      return byRow
    }
    var other = request
    var isOpen = [Bool](repeating: false, count: pricer.rowCount)
    for row in rows { isOpen[row] = true }
    let others = isOpen.indices.filter { !isOpen[$0] }
    other.rows = others
    other.columnPrice = columns.map { request.columnPrice[$0] }
    guard let byColumn = pricer.restricted(toRows: nil, columns: columns).price(other, control: control) else {
      return nil
    }
    count(byColumn)
    skippedPairCount += others.count * (pricer.columnCount - columns.count)

    var answer = PricingAnswer()
    answer.excess = byRow.excess + byColumn.excess
    answer.uncoveredRowCount = byRow.uncoveredRowCount + byColumn.uncoveredRowCount
    answer.pairs = PricingAnswer.joined(
      byRow.pairs, byColumn.pairs.map { .init(row: $0.row, column: Int32(columns[Int($0.column)]), cost: $0.cost) })
    return answer
  }

  private mutating func count(_ answer: PricingAnswer) {
    pricedPairCount += answer.pricedPairCount
    skippedPairCount += answer.skippedPairCount
  }

  private func dualObjective(_ duals: AssignmentDuals) -> Int64 {
    var total = duals.row.reduce(0, +)
    for (price, capacity) in zip(duals.column, bounds.columnCapacity) where price > 0 {
      total += price * Int64(capacity)
    }
    return total
  }

  // MARK: Ends

  private func ended(_ outcome: AssignmentOutcome) -> PricedOutcome {
    PricedOutcome(
      outcome: outcome, listed: lists, roundCount: roundCount, fullPassCount: fullPassCount,
      pricedPairCount: pricedPairCount, skippedPairCount: skippedPairCount)
  }

  /// Stopped before anything was listed.
  private var unsolved: PricedOutcome {
    let known = StoppedSolve(best: sampled?.assignment, objective: sampled?.objective, bound: .max)
    return PricedOutcome(
      outcome: .stopped(known), listed: nil, roundCount: roundCount, fullPassCount: fullPassCount,
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
