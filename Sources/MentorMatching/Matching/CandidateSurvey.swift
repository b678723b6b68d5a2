/// How the proposed duos stand among all candidates of their round: what a report needs beyond the matching itself.
///
/// Scores of all candidates are known, but the points behind them are not stored, so they are assessed again for a
/// sample: all of them while they are few, otherwise every *k*-th in the order of mentees, then mentors, with the
/// smallest *k* that keeps the sample within its limit. Systematic sampling spreads the sample over all mentees in proportion to their candidates, and it
/// is the same on every machine and for every order of the rows.
public struct CandidateSurvey: Sendable, Equatable {
  /// What the plain scorer says of one sampled candidate.
  public struct Sampled: Sendable, Equatable {
    public let points: CriterionPoints
    /// 0…1 000 000
    public let score: Int

    public init(points: CriterionPoints, score: Int) {
      self.points = points
      self.score = score
    }
  }

  /// Where a duo stands among the candidates of its mentee.
  public struct Standing: Sendable, Equatable {
    /// The candidates of the mentee.
    public let candidateCount: Int
    /// How many of them score higher than the proposed mentor.
    public let betterCount: Int

    public init(candidateCount: Int, betterCount: Int) {
      self.candidateCount = candidateCount
      self.betterCount = betterCount
    }
  }

  public let sample: [Sampled]
  /// All candidates of the round.
  public let candidateCount: Int
  /// One per duo, in the order of ``Matching/duos``.
  public let standings: [Standing]
  /// One list per unmatched mentee, in the order of ``Matching/unmatchedMentees``: the best candidates, highest score
  /// first, ties in the order of the mentors; at most two.
  public let bestMentors: [[Int]]
  /// What other choices would cost; nil in rounds too large for that.
  public let alternatives: AlternativeSurvey?
  /// What the decisions cost; nil without decisions.
  public let decisionPrices: DecisionPrices?

  public init(
    sample: [Sampled], candidateCount: Int, standings: [Standing], bestMentors: [[Int]],
    alternatives: AlternativeSurvey? = nil, decisionPrices: DecisionPrices? = nil
  ) {
    self.sample = sample
    self.candidateCount = candidateCount
    self.standings = standings
    self.bestMentors = bestMentors
    self.alternatives = alternatives
    self.decisionPrices = decisionPrices
  }

  /// Whether ``sample`` leaves candidates out.
  public var isPartial: Bool { sample.count < candidateCount }
}

extension MatchingProblem {
  /// Surveys the candidates of this problem beside a matching of it.
  ///
  /// - Parameters:
  ///   - sampleLimit: the most candidates that are assessed again, at least 1; twice as many where that is all.
  ///   - threadCount: how many threads look for alternatives; the result is the same.
  ///   - pricesAlternatives: whether to look for alternatives. Their prices are those of a plain matching, by its duals: of no
  ///     use where duos were chosen under rules.
  /// - Complexity: one pass over the scores, and `sampleLimit` plain assessments; alternatives as
  ///   ``AlternativeSurvey``, prices of decisions as ``DecisionPrices``.
  public func survey(
    of matching: Matching, sampleLimit: Int = 1_000, threadCount: Int = 1, pricesAlternatives: Bool = true
  ) -> CandidateSurvey {
    precondition(sampleLimit >= 1, "a sample has room for somebody")
    let count = matching.candidateCount
    let step = count <= 2 * sampleLimit ? 1 : (count + sampleLimit - 1) / sampleLimit
    let scorer = PairScorer(roster: roster, policy: policy)
    var sample: [CandidateSurvey.Sampled] = []
    sample.reserveCapacity(count / step + 1)
    var standings: [CandidateSurvey.Standing] = []
    standings.reserveCapacity(matching.duos.count)
    var bestMentors: [[Int]] = []
    var nextSampled = (step - 1) / 2
    var seenCount = 0
    var duos = matching.duos.makeIterator()
    var nextDuo = duos.next()

    for mentee in roster.mentees.indices {
      let duo = nextDuo?.mentee == mentee ? nextDuo : nil
      let threshold = duo.map { Int32($0.candidate.score) } ?? Int32.max
      let row = scores.rowCounts(ofMentee: mentee, above: threshold)
      if duo != nil {
        // A pin leaves a mentee one candidate; where the duo stands is asked among all that there were.
        let isPinned = decisions.mentor(pinnedTo: mentee) != nil
        let standing = isPinned ? allScores.rowCounts(ofMentee: mentee, above: threshold) : row
        standings.append(.init(candidateCount: standing.candidateCount, betterCount: standing.betterCount))
        nextDuo = duos.next()
      } else {
        bestMentors.append(topMentors(ofMentee: mentee))
      }
      while nextSampled < seenCount + row.candidateCount {
        let mentor = candidate(number: nextSampled - seenCount, ofMentee: mentee)
        if let mentor, let found = scorer.assess(mentee: mentee, mentor: mentor).candidate {
          sample.append(.init(points: found.points, score: found.score))
        }
        nextSampled += step
      }
      seenCount += row.candidateCount
    }
    return CandidateSurvey(
      sample: sample, candidateCount: seenCount, standings: standings, bestMentors: bestMentors,
      alternatives: pricesAlternatives ? alternatives(of: matching, threadCount: threadCount) : nil,
      decisionPrices: decisionPrices())
  }

  /// The mentor of the candidate that comes after `number` others in a mentee's row.
  private func candidate(number: Int, ofMentee mentee: Int) -> Int? {
    let start = mentee * scores.mentorCount
    var left = number
    for mentor in 0..<scores.mentorCount where scores.values[start + mentor] != CandidateScores.notCandidate {
      if left == 0 { return mentor }
      left -= 1
    }
    return nil
  }

  private func topMentors(ofMentee mentee: Int) -> [Int] {
    let start = mentee * scores.mentorCount
    var best: [Int] = []
    for mentor in 0..<scores.mentorCount where scores.values[start + mentor] != CandidateScores.notCandidate {
      let value = scores.values[start + mentor]
      guard best.count < 2 || value > scores.values[start + best[1]] else { continue }
      let place = best.firstIndex { scores.values[start + $0] < value } ?? best.count
      best.insert(mentor, at: place)
      if best.count > 2 { best.removeLast() }
    }
    return best
  }
}

extension CandidateScores {
  fileprivate func rowCounts(
    ofMentee mentee: Int, above threshold: Int32
  ) -> (candidateCount: Int, betterCount: Int) {
    // Without branches: a compiler turns this into a few instructions for many mentors at a time.
    var candidateCount: Int32 = 0
    var betterCount: Int32 = 0
    for value in values[mentee * mentorCount..<(mentee + 1) * mentorCount] {
      candidateCount &+= value == Self.notCandidate ? 0 : 1
      betterCount &+= value > threshold ? 1 : 0
    }
    return (Int(candidateCount), Int(betterCount))
  }
}
