public import AssignmentSolvers

/// Prices all pairs of a roster by scoring them anew on each pass: no table of scores is ever stored.
///
/// A pass scores one mentee after the other against all mentors (``RowScorer``) and scans the row for pairs that matter
/// (``PriceLevels``), on all threads. Mentors are ordered by antenna and place, so that whole runs of them are out of reach
/// together. Costs are minus the scores, as in ``MatchingProblem``.
///
/// Memory: the feature columns, a row per thread, and the lists.
public struct RosterPricer: PairPricer {
  let scorer: RowScorer
  private let mentorCount: Int
  /// The mentor at each position of a row of scores.
  let mentorAtPosition: [Int]
  private let blocks: RowBlocks

  public let rowCount: Int
  public var columnCount: Int { mentorCount }

  /// - Parameters:
  ///   - threadCount: at least 1.
  ///   - onProgress: told from any thread how many mentees of the present pass are done.
  /// - Precondition: the policy has no ``MatchingPolicy/problems()``.
  public init(
    roster: Roster, policy: MatchingPolicy, threadCount: Int, kernel: ScoringKernel = .best,
    onProgress: @escaping @Sendable (_ doneCount: Int) -> Void = { _ in }
  ) {
    let order = Self.byPlace(roster)
    scorer = RowScorer(roster: roster, policy: policy, kernel: kernel, order: order)
    mentorAtPosition = order
    mentorCount = roster.mentors.count
    rowCount = roster.mentees.count
    blocks = RowBlocks(
      rowCount: roster.mentees.count, threadCount: max(1, threadCount), onProgress: onProgress)
  }

  /// Mentors by antenna, then by cells of a tenth of a degree.
  private static func byPlace(_ roster: Roster) -> [Int] {
    let keys = roster.mentors.map { mentor in
      let coordinate = mentor.person.place.coordinate
      return (
        mentor.person.antenna.text, Int(coordinate.latitude * 10), Int(coordinate.longitude * 10)
      )
    }
    return roster.mentors.indices.sorted { keys[$0] == keys[$1] ? $0 < $1 : keys[$0] < keys[$1] }
  }

  /// Scores every mentee's row and hands it over by position; nil when cancelled.
  func forEachRow<Memory: Sendable, Result: Sendable>(
    control: SolveControl, makeMemory: @Sendable () -> Memory,
    body: @Sendable (_ rows: Range<Int>, _ score: (Int) -> [Int32], _ memory: inout Memory) -> Result
  ) -> (results: [Result], memories: [Memory])? {
    let scorer = scorer
    let joined = blocks.run(
      makeMemory: { (RowMemory(scorer), makeMemory()) }, isCancelled: control.isCancelled
    ) { rows, memory in
      let row = memory.0
      return body(rows, { row.scores(ofMentee: $0) }, &memory.1)
    }
    return joined.map { ($0.results, $0.memories.map(\.1)) }
  }

  private func byPosition(_ values: [Int64]) -> [Int64] { mentorAtPosition.map { values[$0] } }

  public func shortLists(_ request: ShortListRequest, control: SolveControl) -> SparseCosts? {
    let price = byPosition(request.columnPrice)
    let least = request.rowValue.min() ?? 0
    // The best pairs of a row are looked for below a limit that falls as better ones are found; it starts above all keys.
    let highest = (price.max() ?? 0) + 1
    let mentorAtPosition = mentorAtPosition
    let mentorCount = mentorCount
    let scan = ShortListScan(price: price, highest: highest, pairsPerRow: request.pairsPerRow)
    let found = forEachRow(
      control: control,
      makeMemory: { ColumnLists(columnCount: mentorCount, capacity: request.pairsPerColumn) }
    ) { rows, score, columns in
      var pairs: [PricingAnswer.Pair] = []
      for row in rows {
        let scores = score(row)
        for entry in scan.best(scores) {
          pairs.append(
            PricingAnswer.Pair(row: Int32(row), column: Int32(mentorAtPosition[entry.position]), cost: -entry.score))
        }
        let bonus = Int32(clamping: min(request.rowValue[row] - least, 1 << 28))
        var position = 0
        while true {
          position = RowScan.first(in: scores, from: position, offset: bonus, atLeast: columns.thresholds)
          if position >= mentorCount { break }
          columns.offer(scores[position] + bonus, row: Int32(row), score: scores[position], to: position)
          position += 1
        }
      }
      return pairs
    }
    guard var (results, memories) = found, var columns = memories.popLast() else { return nil }
    for other in memories { columns.join(other) }
    var pairs = results.flatMap { $0 }
    results = []
    for position in 0..<mentorCount {
      columns.forEach(ofColumn: position) { row, score, _ in
        pairs.append(PricingAnswer.Pair(row: row, column: Int32(mentorAtPosition[position]), cost: -score))
      }
    }
    return Self.joined(pairs, rowCount: rowCount, columnCount: mentorCount)
  }

  /// The pairs without repeats, as compressed rows: counted into rows, then sorted within each.
  private static func joined(_ pairs: [PricingAnswer.Pair], rowCount: Int, columnCount: Int) -> SparseCosts {
    var start = [Int](repeating: 0, count: rowCount + 1)
    for pair in pairs { start[Int(pair.row) + 1] += 1 }
    for row in 0..<rowCount { start[row + 1] += start[row] }
    var next = start
    // Column above, cost below: one sort key.
    var words = [Int64](repeating: 0, count: pairs.count)
    for pair in pairs {
      words[next[Int(pair.row)]] = Int64(pair.column) << 32 | Int64(UInt32(bitPattern: pair.cost))
      next[Int(pair.row)] += 1
    }
    var rowStart = [0]
    var columns: [Int32] = []
    var values: [Int32] = []
    for row in 0..<rowCount {
      words[start[row]..<start[row + 1]].sort()
      var previous: Int64?
      for word in words[start[row]..<start[row + 1]] where word != previous {
        columns.append(Int32(truncatingIfNeeded: word >> 32))
        values.append(Int32(truncatingIfNeeded: word))
        previous = word
      }
      rowStart.append(columns.count)
    }
    return SparseCosts(columnCount: columnCount, rowStart: rowStart, columns: columns, values: values)
  }

  public func price(_ request: PricingRequest, control: SolveControl) -> PricingAnswer? {
    let levels = PriceLevels(price: byPosition(request.columnPrice), limits: request.rowLimit)
    let mentorAtPosition = mentorAtPosition
    let mentorCount = mentorCount
    let found = forEachRow(control: control, makeMemory: { () }) { rows, score, _ in
      var part = PricingAnswer()
      for row in rows {
        let scores = score(row)
        var uncovered = RankedPairs(capacity: request.uncoveredPerRow)
        var tight: [PricingAnswer.Pair] = []
        var excess: Int64 = 0
        levels.forEachColumn(scores: scores, limit: request.rowLimit[row]) { position, key in
          let pair = PricingAnswer.Pair(
            row: Int32(row), column: Int32(mentorAtPosition[position]), cost: -scores[position])
          if key == request.rowLimit[row] {
            tight.append(pair)
          } else {
            part.uncoveredPairCount += 1
            excess = max(excess, request.rowLimit[row] - key)
            uncovered.offer(pair, key: key)
          }
        }
        part.excess.append(excess)
        part.pairs.append(contentsOf: (excess == 0 ? tight : uncovered.pairs).sorted { $0.column < $1.column })
        part.pricedPairCount += mentorCount
      }
      return part
    }
    guard let parts = found?.results else { return nil }
    var answer = PricingAnswer()
    for part in parts {
      answer.pairs.append(contentsOf: part.pairs)
      answer.excess.append(contentsOf: part.excess)
      answer.uncoveredPairCount += part.uncoveredPairCount
      answer.pricedPairCount += part.pricedPairCount
    }
    return answer
  }
}

/// A row of scores with the memory to compute it, for one thread.
final class RowMemory: @unchecked Sendable {
  private let scorer: RowScorer
  private var row: RowScorer.Row

  init(_ scorer: RowScorer) {
    self.scorer = scorer
    row = scorer.makeRow()
  }

  /// Valid until the next call.
  func scores(ofMentee mentee: Int) -> [Int32] {
    scorer.score(mentee: mentee, into: &row)
    return row.scores
  }
}

/// Finds the best pairs of a row: those of least `v_j − score`.
private struct ShortListScan: Sendable {
  let price: [Int64]
  let highest: Int64
  let pairsPerRow: Int
  private let prices: [Int32]

  init(price: [Int64], highest: Int64, pairsPerRow: Int) {
    self.price = price
    self.highest = highest
    self.pairsPerRow = pairsPerRow
    // Relative to the highest price, cut off far below every score.
    prices = price.map { Int32(max(-(1 << 29), $0 - highest)) }
  }

  func best(_ scores: [Int32]) -> [(position: Int, score: Int32)] {
    // Key of a pair: price − score, kept relative to the highest price; the worst kept bounds what still matters.
    var kept: [(key: Int32, position: Int, score: Int32)] = []
    var bound: Int32 = 1 << 28
    var position = 0
    while pairsPerRow > 0 {
      position = RowScan.first(in: scores, from: position, offset: bound, atLeast: prices)
      if position >= prices.count { break }
      let key = prices[position] - scores[position]
      let place = kept.lastIndex { $0.key <= key }.map { $0 + 1 } ?? 0
      kept.insert((key, position, scores[position]), at: place)
      if kept.count > pairsPerRow { kept.removeLast() }
      if kept.count == pairsPerRow { bound = kept[pairsPerRow - 1].key - 1 }
      position += 1
    }
    return kept.map { ($0.position, $0.score) }
  }
}

/// The worst uncovered pairs of a row: least key first, then first column.
private struct RankedPairs {
  let capacity: Int
  private var entries: [(key: Int64, pair: PricingAnswer.Pair)] = []

  init(capacity: Int) { self.capacity = capacity }

  var pairs: [PricingAnswer.Pair] { entries.map(\.pair) }

  mutating func offer(_ pair: PricingAnswer.Pair, key: Int64) {
    func isBefore(_ other: (key: Int64, pair: PricingAnswer.Pair)) -> Bool {
      other.key != key ? other.key < key : other.pair.column < pair.column
    }
    if entries.count == capacity, let last = entries.last, isBefore(last) { return }
    let place = entries.lastIndex(where: isBefore).map { $0 + 1 } ?? 0
    entries.insert((key, pair), at: place)
    if entries.count > capacity { entries.removeLast() }
  }
}
