internal import AssignmentSolvers

/// What one more pass over all pairs tells of a mentee beside a solution.
struct RowFacts: Sendable {
  var candidateCount = 0
  /// Candidates that score higher than the proposed mentor.
  var betterCount = 0
  /// For a mentee left over: the best two candidates, highest score first, ties in the order of the mentors.
  var bestMentors: [Int] = []
}

/// One more look at every pair, once a large round is solved: candidates counted, standings, and a sample for the report.
struct RosterSurvey: Sendable {
  private let roster: Roster
  private let scorer: RowScorer
  private let blocks: RowBlocks

  /// The most mentors that hard rules are counted over for one mentee of a large round.
  static let ruleSampleLimit = 400

  /// Every *k*-th mentor.
  static func ruleSample(mentorCount: Int) -> [Int] {
    let step = max(1, (mentorCount + ruleSampleLimit - 1) / ruleSampleLimit)
    return Array(stride(from: step / 2, to: mentorCount, by: step))
  }

  init(
    roster: Roster, policy: MatchingPolicy, threadCount: Int, onProgress: @escaping @Sendable (Int) -> Void
  ) {
    self.roster = roster
    scorer = RowScorer(
      roster: roster, policy: policy, kernel: .best, order: MentorOrder.byReach(roster.mentors, policy: policy))
    blocks = RowBlocks(rowCount: roster.mentees.count, threadCount: max(1, threadCount), onProgress: onProgress)
  }

  /// Looks at every pair and says what it tells of each mentee. Nil when cancelled.
  ///
  /// Complexity: one pass over all pairs, most of them only counted.
  func rowFacts(mentorOfMentee: [Int?], control: SolveControl) -> [RowFacts]? {
    let prices = (0..<scorer.columns.chunkCount).map { chunk in
      let prices = ChunkPrices(chunk: chunk)
      let presentCount = roster.mentors.count - chunk * MentorPlanes.chunk
      prices.set { $0 < presentCount ? 0 : ChunkPrices.nobody }
      return prices
    }
    let found = blocks.run(makeMemory: { RowSearch(scorer: scorer) }, isCancelled: control.isCancelled) {
      rows, search in
      var facts = rows.map { row in
        StandingCount(
          ownScore: mentorOfMentee[row].flatMap { scorer.plain.assess(mentee: row, mentor: $0).candidate?.score })
      }
      var counts = [Int](repeating: 0, count: rows.count)
      var limits = facts.map(\.limit)
      search.load(Array(rows))
      for chunk in prices {
        search.countCandidates(inChunk: chunk.chunk, counts: &counts)
        _ = search.search(chunk, limits: limits) { number, mentor, score in facts[number].take(mentor, score) }
        for number in facts.indices { limits[number] = facts[number].limit }
      }
      return zip(facts, counts).map { $0.facts(candidateCount: $1) }
    }
    return found?.results.flatMap { $0 }
  }

  /// What a pass finds out about one mentee: who scores higher than the proposed mentor, or who are the best two.
  private struct StandingCount {
    private let ownScore: Int?
    private var betterCount = 0
    private var best: [(score: Int32, mentor: Int)] = []

    init(ownScore: Int?) { self.ownScore = ownScore }

    /// Minus the score from which on a pair matters.
    var limit: Int64 {
      if let ownScore { return -Int64(ownScore) - 1 }
      return best.count < 2 ? 0 : -Int64(best[1].score)
    }

    mutating func take(_ mentor: Int, _ score: Int32) {
      guard ownScore == nil else {
        betterCount += 1
        return
      }
      let place = best.firstIndex { $0.score != score ? $0.score < score : $0.mentor > mentor } ?? best.count
      if place == 2 { return }
      best.insert((score, mentor), at: place)
      if best.count > 2 { best.removeLast() }
    }

    func facts(candidateCount: Int) -> RowFacts {
      RowFacts(candidateCount: candidateCount, betterCount: betterCount, bestMentors: best.map(\.mentor))
    }
  }

  /// The survey of a large round, from the counts of ``rowFacts(mentorOfMentee:control:)`` and the rows that the sample needs.
  func survey(
    of matching: Matching, facts: [RowFacts], scorer: PairScorer, sampleLimit: Int = 2_000
  ) -> CandidateSurvey {
    let step = max(1, (matching.candidateCount + sampleLimit - 1) / sampleLimit)
    var sample: [CandidateSurvey.Sampled] = []
    let row = RowMemory(self.scorer)
    var positionOfMentor = [Int](repeating: 0, count: roster.mentors.count)
    for (position, mentor) in self.scorer.columns.mentorAtPosition.enumerated() { positionOfMentor[mentor] = position }
    var nextSampled = (step - 1) / 2
    var seenCount = 0
    for mentee in facts.indices {
      let count = facts[mentee].candidateCount
      if nextSampled < seenCount + count {
        let scores = row.scores(ofMentee: mentee)
        var number = seenCount
        for mentor in positionOfMentor.indices where scores[positionOfMentor[mentor]] >= 0 {
          if number == nextSampled, let found = scorer.assess(mentee: mentee, mentor: mentor).candidate {
            sample.append(.init(points: found.points, score: found.score))
            nextSampled += step
          }
          number += 1
        }
      }
      seenCount += count
    }
    return CandidateSurvey(
      sample: sample, candidateCount: matching.candidateCount,
      standings: matching.duos.map {
        .init(candidateCount: facts[$0.mentee].candidateCount, betterCount: facts[$0.mentee].betterCount)
      },
      bestMentors: matching.unmatchedMentees.map { facts[$0.mentee].bestMentors })
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

  /// By position in the scorer's columns; what is needed of it must be read before the next call.
  func scores(ofMentee mentee: Int) -> [Int32] {
    scorer.score(mentee: mentee, into: &row)
    return row.scores
  }
}
