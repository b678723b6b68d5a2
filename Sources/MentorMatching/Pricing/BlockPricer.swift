public import AssignmentSolvers

/// Prices all pairs of a roster against duals without storing them: mentors in blocks of 512, blocks and parts of blocks
/// skipped where an upper bound on their scores shows that none can matter.
///
/// **Order.** Mentors who can meet online come first, then those who only meet near where they live; each group by antenna and
/// place (``MentorOrder``), so that most blocks of the second group lie too far away for most mentees. A block is searched
/// for 64 mentees in a row while it is in the caches (``RowBatch``).
///
/// **Bounds.** A pair matters when its score reaches `v_j − (w_i − u_i)`. With the least price of a block that is a floor
/// for the block. Against it stands the most that each criterion can give: distance from the box around the block,
/// language and sector from the best level and value that occur among those still in question, blocks of time likewise, half
/// hours from the mentee's own. What the sum of the bests exceeds the floor by is slack: a mentor more than the slack below
/// the best in any one criterion is out, 512 compared at a time. Then the *losses* of all criteria, and what the mentor's
/// price exceeds the block's least by, are added up in whole steps of 2,048 points, one byte a mentor: whoever loses more
/// steps than the slack has is out. Only what survives is scored: at 200,000 × 120,000 people 0.1 % of the pairs.
/// Prices far apart (whether somebody is matched at all is worth more than any score) are searched level by level.
///
/// Every bound is an integer no lower than what it bounds, so nothing that matters is skipped; tests compare with pricing
/// every pair.
///
/// The answer is the same for any number of threads. Complexity: one pass over mentees × blocks, some 300 nanoseconds each;
/// `pricedPairCount` tells how many pairs were scored one by one. Memory: some 160 bytes per mentor.
public struct BlockPricer: PairPricer {
  private let roster: Roster
  private let scorer: RowScorer
  private let home: HomeChunks
  private let threadCount: Int
  private let onProgress: @Sendable (_ doneCount: Int) -> Void

  public var rowCount: Int { roster.mentees.count }
  public var columnCount: Int { roster.mentors.count }

  /// - Parameter onProgress: told from any thread how many mentees of the present pass are done.
  /// - Precondition: the policy has no ``MatchingPolicy/problems()``; at least one thread; the kernel is available.
  public init(
    roster: Roster, policy: MatchingPolicy, threadCount: Int = 2, kernel: ScoringKernel = .best,
    onProgress: @escaping @Sendable (_ doneCount: Int) -> Void = { _ in }
  ) {
    precondition(threadCount >= 1, "somebody must do the work")
    self.roster = roster
    self.threadCount = threadCount
    self.onProgress = onProgress
    scorer = RowScorer(
      roster: roster, policy: policy, kernel: kernel, order: MentorOrder.byReach(roster.mentors, policy: policy))
    home = HomeChunks(roster: roster, columns: scorer.columns)
  }

  private init(_ pricer: BlockPricer, roster: Roster) {
    self.init(
      roster: roster, policy: pricer.scorer.plain.policy, threadCount: pricer.threadCount, kernel: pricer.scorer.kernel)
  }

  /// Reports no progress: it is a small part of a pass.
  public func restricted(toRows rows: [Int]?, columns: [Int]?) -> BlockPricer {
    BlockPricer(self, roster: roster.restricted(toMentees: rows, mentors: columns))
  }

  public func price(_ request: PricingRequest, control: SolveControl) -> PricingAnswer? {
    precondition(request.rowLimit.count == rowCount && request.columnPrice.count == columnCount, "one dual for each")
    precondition(request.margin >= 0 && request.pairsPerRow >= 1, "what is wanted can be had")
    let rows = request.rows ?? Array(0..<rowCount)
    let prices = (0..<scorer.columns.chunkCount).map { ChunkPrices(chunk: $0) }
    for chunk in prices { setPrices(chunk) { request.columnPrice[$0] } }
    let parts = inParallel(rows: rows, control: control) { rows, search -> PricingAnswer in
      var part = PricingAnswer()
      var priced = rows.map { PricedRow(row: $0, of: request) }
      var limits = priced.map(\.reach)
      search.load(rows)
      // A batch begins at the chunk where its first mentee lives: the best are likely there, and rows that have enough
      // look less far afterwards.
      let first = rows.first.map { home.chunk(of: roster.mentees[$0].person) } ?? 0
      for step in 0..<prices.count {
        let chunk = prices[(first + step) % prices.count]
        part.pricedPairCount += search.search(chunk, limits: limits) { row, mentor, score in
          priced[row].offer(column: mentor, cost: -score, key: request.columnPrice[mentor] - Int64(score))
        }
        for row in priced.indices { limits[row] = priced[row].reach }
      }
      for (row, found) in zip(rows, priced) { found.add(to: &part, row: row) }
      return part
    }
    guard let parts else { return nil }
    var answer = PricingAnswer()
    answer.excess.reserveCapacity(rows.count)
    answer.margin.reserveCapacity(rows.count)
    answer.pairs.reserveCapacity(parts.reduce(0) { $0 + $1.pairs.count })
    for part in parts {
      answer.pairs += part.pairs
      answer.excess += part.excess
      answer.margin += part.margin
      answer.uncoveredRowCount += part.uncoveredRowCount
      answer.pricedPairCount += part.pricedPairCount
    }
    answer.skippedPairCount = rows.count * columnCount - answer.pricedPairCount
    return answer
  }

  public func leastPrices(rowLimit: [Int64], control: SolveControl) -> [Int64]? {
    guard let pairs = bestRows(rowLimit: rowLimit, pairsPerColumn: 1, control: control) else { return nil }
    var price = [Int64](repeating: 0, count: columnCount)
    for pair in pairs { price[Int(pair.column)] = rowLimit[Int(pair.row)] - Int64(pair.cost) }
    return price
  }

  public func bestRows(rowLimit: [Int64], pairsPerColumn: Int, control: SolveControl) -> [PricingAnswer.Pair]? {
    precondition(rowLimit.count == rowCount && pairsPerColumn >= 1, "one limit for each row")
    let blocks = RowBlocks(rowCount: rowCount, threadCount: threadCount, onProgress: onProgress)
    // Each thread keeps the best of the rows that it has seen; the best of those are the best of all, whoever saw which.
    let seen = blocks.run(
      makeMemory: { ColumnMemory(scorer: scorer, roster: roster, pairsPerColumn: pairsPerColumn) },
      isCancelled: control.isCancelled
    ) { rows, memory in
      memory.search.load(Array(rows))
      let limits = rows.map { rowLimit[$0] }
      for chunk in memory.prices.indices {
        if memory.isStale[chunk] {
          let columns = memory.columns
          setPrices(memory.prices[chunk]) { columns[$0].price }
          memory.isStale[chunk] = false
        }
        _ = memory.search.search(memory.prices[chunk], limits: limits) { row, mentor, score in
          let before = memory.columns[mentor].price
          memory.columns[mentor].offer(row: rows.lowerBound + row, cost: -score, limit: limits[row])
          if memory.columns[mentor].price != before { memory.isStale[chunk] = true }
        }
      }
    }
    guard let memories = seen?.memories else { return nil }
    var columns = memories.first?.columns ?? []
    for other in memories.dropFirst() {
      for column in columns.indices { columns[column].join(other.columns[column]) }
    }
    return PricedColumn.pairs(of: columns)
  }

  /// What one thread knows of the columns. Made by the thread that uses it, hence it may be handed over.
  private final class ColumnMemory: @unchecked Sendable {
    let search: RowSearch
    var columns: [PricedColumn]
    let prices: [ChunkPrices]
    /// Whether some price of the chunk has risen since its prices were set.
    var isStale: [Bool]

    init(scorer: RowScorer, roster: Roster, pairsPerColumn: Int) {
      search = RowSearch(scorer: scorer)
      columns = roster.mentors.map { _ in PricedColumn(pairCount: pairsPerColumn) }
      prices = (0..<scorer.columns.chunkCount).map { ChunkPrices(chunk: $0) }
      isStale = prices.map { _ in true }
    }
  }

  private func setPrices(_ prices: ChunkPrices, _ price: (_ column: Int) -> Int64) {
    let mentors = scorer.columns.mentorAtPosition
    let start = prices.chunk * MentorPlanes.chunk
    prices.set { start + $0 < mentors.count ? price(mentors[start + $0]) : ChunkPrices.nobody }
  }

  /// Runs `body` over batches of rows on all threads and returns what it gave, in the order of the rows; nil when
  /// cancelled.
  private func inParallel<Part: Sendable>(
    rows: [Int], control: SolveControl, _ body: @Sendable ([Int], RowSearch) -> Part
  ) -> [Part]? {
    let blocks = RowBlocks(rowCount: rows.count, threadCount: threadCount, onProgress: onProgress)
    return blocks.run(
      makeMemory: { RowSearch(scorer: scorer) }, isCancelled: control.isCancelled
    ) { places, search in body(Array(rows[places]), search) }?.results
  }
}
