/// Mentees in hand, searched for mentors chunk by chunk.
///
/// One thread's: it is made by the thread that uses it, hence it may be handed over.
final class RowSearch: @unchecked Sendable {
  private let scorer: RowScorer
  private let batch: RowBatch?
  /// For each row of the batch the place of its mentee among those loaded.
  private var numberOfRow: [Int] = []
  /// Mentees beyond what the kernels tell apart, scored plainly: places among those loaded, and roster indices.
  private var plainRows: [(number: Int, mentee: Int)] = []
  private var rowLimits: [Int64] = []
  private var rowCounts: [Int32] = []
  private let mentorAtPosition: [Int]

  init(scorer: RowScorer) {
    self.scorer = scorer
    mentorAtPosition = scorer.columns.mentorAtPosition
    batch = scorer.machine.map { RowBatch($0, kernel: scorer.kernel) }
  }

  /// Takes at most ``RowBatch/capacity`` mentees in hand, by roster index, in the place of those before.
  func load(_ mentees: [Int]) {
    numberOfRow.removeAll(keepingCapacity: true)
    plainRows.removeAll(keepingCapacity: true)
    batch?.removeAll()
    for (number, mentee) in mentees.enumerated() {
      guard let batch else {
        plainRows.append((number, mentee))
        continue
      }
      switch batch.append(mentee: mentee, of: scorer) {
      case .added: numberOfRow.append(number)
      case .hasNoCandidates: break
      case .isBeyondKernels: plainRows.append((number, mentee))
      }
    }
    batch?.seal()
  }

  /// Calls back with every candidate pair of the chunk with price − score ≤ limit.
  ///
  /// - Parameters:
  ///   - limits: one for each mentee loaded.
  ///   - body: gets the place of the mentee among those loaded, the roster index of the mentor, and the score.
  /// - Returns: how many pairs were scored one by one.
  func search(
    _ prices: ChunkPrices, limits: [Int64], _ body: (_ number: Int, _ mentor: Int, _ score: Int32) -> Void
  ) -> Int {
    var scoredCount = 0
    if let batch, batch.count > 0 {
      rowLimits.removeAll(keepingCapacity: true)
      for number in numberOfRow { rowLimits.append(limits[number]) }
      scoredCount += batch.search(prices, limits: rowLimits) { found in
        body(numberOfRow[found.row], mentorAtPosition[found.position], found.score)
      }
    }
    let start = prices.chunk * MentorPlanes.chunk
    let end = min(start + MentorPlanes.chunk, mentorAtPosition.count)
    for (number, mentee) in plainRows {
      scoredCount += end - start
      for position in start..<end {
        let mentor = mentorAtPosition[position]
        guard let candidate = scorer.plain.assess(mentee: mentee, mentor: mentor).candidate else { continue }
        if prices.price(at: position - start) - Int64(candidate.score) <= limits[number] {
          body(number, mentor, Int32(candidate.score))
        }
      }
    }
    return scoredCount
  }

  /// Adds to each mentee's count how many candidates the chunk has.
  ///
  /// - Parameter counts: one for each mentee loaded.
  func countCandidates(inChunk chunk: Int, counts: inout [Int]) {
    if let batch, batch.count > 0 {
      rowCounts.removeAll(keepingCapacity: true)
      for _ in numberOfRow { rowCounts.append(0) }
      batch.countCandidates(inChunk: chunk, counts: &rowCounts)
      for (row, number) in numberOfRow.enumerated() { counts[number] += Int(rowCounts[row]) }
    }
    let start = chunk * MentorPlanes.chunk
    for (number, mentee) in plainRows {
      for position in start..<min(start + MentorPlanes.chunk, mentorAtPosition.count)
      where scorer.plain.assess(mentee: mentee, mentor: mentorAtPosition[position]).candidate != nil {
        counts[number] += 1
      }
    }
  }
}
