internal import AssignmentSolvers

/// Another mentor for a mentee, and what the whole round would lose if that pair had to be a duo.
public struct Alternative: Sendable, Equatable {
  public let mentor: Int
  /// Of the pair, 0…1 000 000.
  public let score: Int
  /// Over everybody who would have to move; 0 duos and 0 score for a tie.
  public let price: OverridePrice

  public init(mentor: Int, score: Int, price: OverridePrice) {
    self.mentor = mentor
    self.score = score
    self.price = price
  }

  /// Whether a matching with this pair is as good as the one proposed.
  public var isTie: Bool { price == OverridePrice(duos: 0, score: 0) }
}

/// The cheapest other choices for everybody in a round, at their exact prices.
public struct AlternativeSurvey: Sendable, Equatable {
  /// One list per duo, in the order of ``Matching/duos``: the cheapest first, ties in the order of the mentors; at most
  /// ``alternativeCount``, none for a pinned duo.
  public let ofDuo: [[Alternative]]
  /// One per unmatched mentee, in the order of ``Matching/unmatchedMentees``: the cheapest way to a duo, nil without a
  /// candidate.
  public let ofUnmatched: [Alternative?]

  public static let alternativeCount = 3

  public init(ofDuo: [[Alternative]], ofUnmatched: [Alternative?]) {
    self.ofDuo = ofDuo
    self.ofUnmatched = ofUnmatched
  }
}

extension MatchingProblem {
  /// Rounds with more pairs than this are surveyed without alternatives: their pages show no cards either.
  public static let alternativePairLimit = 4_000_000

  /// The cheapest alternatives of everybody; nil in rounds beyond ``alternativePairLimit``.
  ///
  /// Complexity: a few passes over the pairs to prepare, then one bounded search per mentee (``AlternativePrices``).
  func alternatives(of matching: Matching, threadCount: Int) -> AlternativeSurvey? {
    guard scores.values.count <= Self.alternativePairLimit else { return nil }
    let prices = AlternativePrices(assignmentProblem, solution: matching.solution)
    let value = objectiveValue
    let people =
      matching.duos.map { (mentee: $0.mentee, limit: AlternativeSurvey.alternativeCount) }
      + matching.unmatchedMentees.map { (mentee: $0.mentee, limit: 1) }
    let blocks = RowBlocks(rowCount: people.count, threadCount: threadCount)
    let found = blocks.run(makeMemory: { prices.makeMemory() }, isCancelled: { false }) { part, memory in
      part.map { index in
        let mentee = people[index].mentee
        return prices.alternatives(ofRow: mentee, limit: people[index].limit, memory: &memory).map { alternative in
          Alternative(
            mentor: alternative.column, score: scores[mentee, alternative.column] ?? 0,
            price: value.split(alternative.loss))
        }
      }
    }
    let all = found?.results.flatMap { $0 } ?? []
    return AlternativeSurvey(
      ofDuo: Array(all.prefix(matching.duos.count)), ofUnmatched: all.dropFirst(matching.duos.count).map(\.first))
  }
}
