public import AssignmentSolvers
internal import Dispatch
internal import Synchronization

/// Prices all pairs of a roster against duals without storing them: mentors in blocks of 512, blocks and parts of blocks
/// skipped where an upper bound on their scores shows that none can matter.
///
/// **Order.** Mentors are brought near each other by antenna and place (``MentorOrder``), so that most blocks lie too far
/// away for most mentees to meet in person.
///
/// **Bounds.** A pair matters when its score reaches `v_j − (w_i − u_i)`. With the least price of a block that is a floor
/// for the block. Against it stands the most that each criterion can give: distance from the box around the block,
/// language and sector from the best level and value that occur among those still in question, blocks of time likewise, half
/// hours from the mentee's own. What the sum of the bests exceeds the floor by is slack: a mentor more than the slack below
/// the best in any one criterion is out, 512 compared at a time. Only what survives is scored.
///
/// Every bound is an integer no lower than what it bounds, so nothing that matters is skipped; tests compare with pricing
/// every pair.
///
/// The answer is the same for any number of threads. Complexity: one pass over mentees × blocks, much of it a few
/// instructions a block; `pricedPairCount` tells how many pairs were scored one by one. Memory: some 120 bytes per mentor.
public struct BlockPricer: PairPricer {
  private let roster: Roster
  private let scorer: RowScorer
  private let threadCount: Int

  public var rowCount: Int { roster.mentees.count }
  public var columnCount: Int { roster.mentors.count }

  /// - Precondition: the policy has no ``MatchingPolicy/problems()``; at least one thread; the kernel is available.
  public init(
    roster: Roster, policy: MatchingPolicy, threadCount: Int = 2, kernel: ScoringKernel = .best
  ) {
    precondition(threadCount >= 1, "somebody must do the work")
    self.roster = roster
    self.threadCount = threadCount
    scorer = RowScorer(roster: roster, policy: policy, kernel: kernel, order: MentorOrder.byPlace(roster.mentors))
  }

  /// Rows between two looks at whether to stop.
  private static let batch = 64

  public func price(_ request: PricingRequest, control: SolveControl) -> PricingAnswer? {
    precondition(request.rowLimit.count == rowCount && request.columnPrice.count == columnCount, "one dual for each")
    let floors = ColumnFloors(price: request.columnPrice, columns: scorer.columns)
    let parts = inParallel(control: control) { rows, pass in
      var part = PricedRows()
      for mentee in rows { price(mentee, request, floors, pass, &part) }
      return part
    }
    guard let parts else { return nil }
    var answer = PricingAnswer()
    answer.excess.reserveCapacity(rowCount)
    for part in parts {
      answer.pairs += part.pairs
      answer.excess += part.excess
      answer.uncoveredPairCount += part.uncoveredPairCount
      answer.pricedPairCount += part.pricedPairCount
    }
    answer.skippedPairCount = rowCount * columnCount - answer.pricedPairCount
    return answer
  }

  private struct PricedRows: Sendable {
    var pairs: [PricingAnswer.Pair] = []
    var excess: [Int64] = []
    var uncoveredPairCount = 0
    var pricedPairCount = 0
  }

  private func price(
    _ mentee: Int, _ request: PricingRequest, _ floors: ColumnFloors, _ pass: RowPass, _ part: inout PricedRows
  ) {
    let limit = request.rowLimit[mentee]
    var excess: Int64 = 0
    var worst = BestPairs(capacity: request.uncoveredPerRow)
    var tight: [PricingAnswer.Pair] = []
    part.pricedPairCount += pass.forEachPair(of: mentee, floors: floors.floors(limit: limit), floors.offsets) {
      mentor, score in
      let key = request.columnPrice[mentor] - Int64(score)
      if key > limit { return }
      if key == limit {
        tight.append(.init(row: Int32(mentee), column: Int32(mentor), cost: -score))
        return
      }
      part.uncoveredPairCount += 1
      excess = max(excess, limit - key)
      worst.offer(.init(key: key, index: Int32(mentor), cost: -score))
    }
    part.excess.append(excess)
    if excess == 0 {
      part.pairs += tight.sorted { $0.column < $1.column }
    } else {
      part.pairs += worst.entries.sorted { $0.index < $1.index }.map {
        .init(row: Int32(mentee), column: $0.index, cost: $0.cost)
      }
    }
  }

  public func shortLists(_ request: ShortListRequest, control: SolveControl) -> SparseCosts? {
    precondition(request.rowValue.count == rowCount && request.columnPrice.count == columnCount, "one value for each")
    guard let byRow = rowLists(request, control: control),
      let byColumn = columnLists(request, control: control)
    else { return nil }
    var rows = byRow
    for (column, best) in byColumn.enumerated() {
      for entry in best.entries { rows[Int(entry.index)].append((Int32(column), entry.cost)) }
    }
    var rowStart = [0]
    rowStart.reserveCapacity(rowCount + 1)
    var columns: [Int32] = []
    var values: [Int32] = []
    for row in rows.indices {
      var last: Int32 = -1
      for pair in rows[row].sorted(by: { $0.column < $1.column }) where pair.column != last {
        columns.append(pair.column)
        values.append(pair.cost)
        last = pair.column
      }
      rowStart.append(columns.count)
    }
    return SparseCosts(columnCount: columnCount, rowStart: rowStart, columns: columns, values: values)
  }

  /// The best pairs of each row. Blocks are visited from the mentee's own outwards in growing runs, and the floor rises
  /// with the worst pair that is still listed.
  private func rowLists(
    _ request: ShortListRequest, control: SolveControl
  ) -> [[(column: Int32, cost: Int32)]]? {
    let floors = ColumnFloors(price: request.columnPrice, columns: scorer.columns)
    let start = StartChunks(roster: roster, columns: scorer.columns)
    let parts = inParallel(control: control) { rows, pass in
      rows.map { mentee in
        var best = BestPairs(capacity: request.pairsPerRow)
        for run in start.runs(from: roster.mentees[mentee].person) {
          let limit = best.limit ?? .max
          var wanted = [Int32](repeating: .max, count: scorer.columns.chunkCount)
          for chunk in run { wanted[chunk] = best.limit == nil ? 0 : floors.floor(ofChunk: chunk, limit: limit) }
          let offsets = best.limit == nil ? start.noOffsets : floors.offsets
          _ = pass.forEachPair(of: mentee, chunks: run, floors: wanted, offsets) { mentor, score in
            best.offer(
              .init(key: request.columnPrice[mentor] - Int64(score), index: Int32(mentor), cost: -score))
          }
        }
        return best.entries.map { (column: $0.index, cost: $0.cost) }
      }
    }
    return parts.map { Array($0.joined()) }
  }

  /// The best pairs of each column, by `w_i + score`: the rows in rounds, the columns' floors raised after each.
  private func columnLists(_ request: ShortListRequest, control: SolveControl) -> [BestPairs]? {
    var best = [BestPairs](repeating: BestPairs(capacity: request.pairsPerColumn), count: columnCount)
    if request.pairsPerColumn == 0 { return best }
    var first = 0
    var length = 4 * Self.batch
    while first < rowCount {
      let rows = first..<min(rowCount, first + length)
      // A pair enters when −(w + score) is at most the column's limit: score ≥ −limit − w. While a list has room, any does.
      let floors = ColumnFloors(price: best.map { $0.limit.map { -$0 } ?? -Int64.max / 2 }, columns: scorer.columns)
      let parts = inParallel(rows: rows, control: control) { rows, pass in
        var found: [(column: Int32, entry: BestPairs.Entry)] = []
        for mentee in rows {
          let value = request.rowValue[mentee]
          _ = pass.forEachPair(of: mentee, floors: floors.floors(limit: value), floors.offsets) { mentor, score in
            found.append((Int32(mentor), .init(key: -(value + Int64(score)), index: Int32(mentee), cost: -score)))
          }
        }
        return found
      }
      guard let parts else { return nil }
      for part in parts { for pair in part { best[Int(pair.column)].offer(pair.entry) } }
      first = rows.upperBound
      length = min(2 * length, 64 * Self.batch)
    }
    return best
  }

  /// Runs `body` over batches of rows on all threads and returns what it gave, in the order of the rows; nil when
  /// cancelled.
  private func inParallel<Part: Sendable>(
    rows: Range<Int>? = nil, control: SolveControl, _ body: @Sendable (Range<Int>, RowPass) -> Part
  ) -> [Part]? {
    let rows = rows ?? 0..<rowCount
    let batchCount = (rows.count + Self.batch - 1) / Self.batch
    let next = Mutex(0)
    let parts = Mutex([Part?](repeating: nil, count: batchCount))
    let isCancelled = Atomic(false)
    DispatchQueue.concurrentPerform(iterations: min(threadCount, max(batchCount, 1))) { _ in
      let pass = RowPass(scorer: scorer, roster: roster)
      while !isCancelled.load(ordering: .relaxed) {
        let batch = next.withLock { next in
          defer { next += 1 }
          return next
        }
        if batch >= batchCount { return }
        if control.isCancelled() {
          isCancelled.store(true, ordering: .relaxed)
          return
        }
        let start = rows.lowerBound + batch * Self.batch
        let part = body(start..<min(rows.upperBound, start + Self.batch), pass)
        parts.withLock { $0[batch] = part }
      }
    }
    if isCancelled.load(ordering: .relaxed) { return nil }
    return parts.withLock { $0.compactMap(\.self) }
  }
}
