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
  private let scorer: RowScorer
  private let mentorCount: Int
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
    scorer = RowScorer(roster: roster, policy: policy)
    mentorCount = roster.mentors.count
    blocks = RowBlocks(rowCount: roster.mentees.count, threadCount: max(1, threadCount), onProgress: onProgress)
  }

  /// Scores every row and says what it tells. Nil when cancelled.
  func rowFacts(mentorOfMentee: [Int?], control: SolveControl) -> [RowFacts]? {
    let scorer = scorer
    let mentorCount = mentorCount
    let found = blocks.run(makeMemory: { RowMemory(scorer) }, isCancelled: control.isCancelled) { rows, memory in
      rows.map { row in
        let scores = memory.scores(ofMentee: row)
        var facts = RowFacts()
        let own = mentorOfMentee[row].map { scores[$0] } ?? Int32.max
        (facts.candidateCount, facts.betterCount) = Self.counts(scores, count: mentorCount, above: own)
        if mentorOfMentee[row] == nil, facts.candidateCount > 0 {
          facts.bestMentors = Self.bestTwo(scores, count: mentorCount)
        }
        return facts
      }
    }
    return found?.results.flatMap { $0 }
  }

  private static func counts(
    _ scores: [Int32], count: Int, above own: Int32
  ) -> (candidateCount: Int, betterCount: Int) {
    var candidates: Int32 = 0
    var better: Int32 = 0
    let scores = scores.span.extracting(first: count)
    for index in scores.indices {
      candidates &+= scores[index] >= 0 ? 1 : 0
      better &+= scores[index] > own ? 1 : 0
    }
    return (Int(candidates), Int(better))
  }

  private static func bestTwo(_ scores: [Int32], count: Int) -> [Int] {
    var best: [(score: Int32, mentor: Int)] = []
    for mentor in 0..<count where scores[mentor] >= 0 {
      let entry = (score: scores[mentor], mentor: mentor)
      func isBefore(_ other: (score: Int32, mentor: Int)) -> Bool {
        other.score != entry.score ? other.score > entry.score : other.mentor < entry.mentor
      }
      if best.count == 2, isBefore(best[1]) { continue }
      best.insert(entry, at: best.firstIndex { !isBefore($0) } ?? best.count)
      if best.count > 2 { best.removeLast() }
    }
    return best.map(\.mentor)
  }

  /// The survey of a large round, from the counts of ``rowFacts(mentorOfMentee:control:)`` and the rows that the sample needs.
  func survey(
    of matching: Matching, facts: [RowFacts], scorer: PairScorer, sampleLimit: Int = 2_000
  ) -> CandidateSurvey {
    let step = max(1, (matching.candidateCount + sampleLimit - 1) / sampleLimit)
    var sample: [CandidateSurvey.Sampled] = []
    let row = RowMemory(self.scorer)
    var nextSampled = (step - 1) / 2
    var seenCount = 0
    for mentee in facts.indices {
      let count = facts[mentee].candidateCount
      if nextSampled < seenCount + count {
        let scores = row.scores(ofMentee: mentee)
        var number = seenCount
        for mentor in 0..<mentorCount where scores[mentor] >= 0 {
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

  /// By mentor; what is needed of it must be read before the next call.
  func scores(ofMentee mentee: Int) -> [Int32] {
    scorer.score(mentee: mentee, into: &row)
    return row.scores
  }
}
