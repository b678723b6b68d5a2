internal import AssignmentSolvers

/// What one more pass over all pairs tells of a mentee beside a solution.
struct RowFacts: Sendable {
  var candidateCount = 0
  /// Candidates that score higher than the proposed mentor.
  var betterCount = 0
  /// For a mentee left over: the best two candidates, highest score first, ties in the order of the mentors.
  var bestMentors: [Int] = []
  /// Whether the duals cover every candidate.
  var isCovered = true
}

extension RosterPricer {
  /// The most mentors that hard rules are counted over for one mentee of a large round.
  public static var ruleSampleLimit: Int { 400 }

  /// Every *k*-th mentor.
  static func ruleSample(mentorCount: Int) -> [Int] {
    let step = max(1, (mentorCount + ruleSampleLimit - 1) / ruleSampleLimit)
    return Array(stride(from: step / 2, to: mentorCount, by: step))
  }

  /// Looks at every pair once more: counts candidates, and checks that the final duals cover each of them and prove the
  /// objective. Nil when cancelled.
  /// - Precondition: the solution's duals cover all pairs; anything else is a fault of the solver and ends the program.
  func rowFacts(
    of solution: AssignmentSolution, bounds: AssignmentProblem.Bounds, control: SolveControl
  ) -> [RowFacts]? {
    let limits = zip(bounds.rowValue, solution.duals.row).map { $0 - $1 - 1 }
    let levels = PriceLevels(price: mentorAtPosition.map { solution.duals.column[$0] }, limits: limits)
    let mentorOfMentee = solution.assignment.columnOfRow
    let mentorAtPosition = mentorAtPosition
    var positionOfMentor = [Int](repeating: 0, count: columnCount)
    for (position, mentor) in mentorAtPosition.enumerated() { positionOfMentor[mentor] = position }
    let places = positionOfMentor
    let found = forEachRow(control: control, makeMemory: { () }) { rows, score, _ in
      rows.map { row in
        let scores = score(row)
        var facts = RowFacts()
        let own = mentorOfMentee[row].map { scores[places[$0]] } ?? Int32.max
        (facts.candidateCount, facts.betterCount) = Self.counts(scores, count: places.count, above: own)
        levels.forEachColumn(scores: scores, limit: limits[row]) { _, _ in facts.isCovered = false }
        if mentorOfMentee[row] == nil, facts.candidateCount > 0 {
          facts.bestMentors = Self.bestTwo(scores, mentorAtPosition)
        }
        return facts
      }
    }
    guard let facts = found?.results.flatMap({ $0 }) else { return nil }
    var dual = solution.duals.row.reduce(0, +)
    for (price, capacity) in zip(solution.duals.column, bounds.columnCapacity) { dual += price * Int64(capacity) }
    precondition(facts.allSatisfy(\.isCovered) && dual == solution.objective, "the solver's proof holds over all pairs")
    return facts
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

  private static func bestTwo(_ scores: [Int32], _ mentorAtPosition: [Int]) -> [Int] {
    var best: [(score: Int32, mentor: Int)] = []
    for (position, mentor) in mentorAtPosition.enumerated() where scores[position] >= 0 {
      let entry = (score: scores[position], mentor: mentor)
      func isBefore(_ other: (score: Int32, mentor: Int)) -> Bool {
        other.score != entry.score ? other.score > entry.score : other.mentor < entry.mentor
      }
      if best.count == 2, isBefore(best[1]) { continue }
      best.insert(entry, at: best.firstIndex { !isBefore($0) } ?? best.count)
      if best.count > 2 { best.removeLast() }
    }
    return best.map(\.mentor)
  }

  /// The survey of a large round, from the counts of ``rowFacts(of:bounds:control:)`` and the rows that the sample needs.
  func survey(
    of matching: Matching, facts: [RowFacts], scorer: PairScorer, sampleLimit: Int = 2_000
  ) -> CandidateSurvey {
    let step = max(1, (matching.candidateCount + sampleLimit - 1) / sampleLimit)
    var positionOfMentor = [Int](repeating: 0, count: columnCount)
    for (position, mentor) in mentorAtPosition.enumerated() { positionOfMentor[mentor] = position }
    var sample: [CandidateSurvey.Sampled] = []
    let row = RowMemory(self.scorer)
    var nextSampled = (step - 1) / 2
    var seenCount = 0
    for mentee in facts.indices {
      let count = facts[mentee].candidateCount
      if nextSampled < seenCount + count {
        let scores = row.scores(ofMentee: mentee)
        var number = seenCount
        for mentor in 0..<columnCount where scores[positionOfMentor[mentor]] >= 0 {
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
