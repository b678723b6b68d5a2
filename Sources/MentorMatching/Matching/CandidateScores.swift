/// The scores of all pairs of a roster, row by row: mentees are rows, mentors are columns.
public struct CandidateScores: Sendable, Equatable {
  /// Stands for a pair that some hard rule forbids.
  public static let notCandidate: Int32 = -1

  public let menteeCount: Int
  public let mentorCount: Int
  /// Row-major, 0…1 000 000 or ``notCandidate``.
  public let values: [Int32]

  /// Scores computed before, for example a part of a larger table.
  /// - Precondition: one value for each pair, row by row.
  public init(menteeCount: Int, mentorCount: Int, values: [Int32]) {
    precondition(values.count == menteeCount * mentorCount, "a value for each pair")
    self.menteeCount = menteeCount
    self.mentorCount = mentorCount
    self.values = values
  }

  /// Scores every pair. Complexity: O(mentees × mentors), about a nanosecond a pair.
  public init(roster: Roster, policy: MatchingPolicy) {
    let scorer = RowScorer(roster: roster, policy: policy)
    let mentorCount = roster.mentors.count
    var values: [Int32] = []
    values.reserveCapacity(roster.mentees.count * mentorCount)
    var row = scorer.makeRow()
    for mentee in roster.mentees.indices {
      scorer.score(mentee: mentee, into: &row)
      values.append(contentsOf: row.scores[..<mentorCount])
    }
    self.init(menteeCount: roster.mentees.count, mentorCount: mentorCount, values: values)
  }

  /// The score of a pair, nil when it is no candidate.
  public subscript(mentee: Int, mentor: Int) -> Int? {
    let value = values[mentee * mentorCount + mentor]
    return value == Self.notCandidate ? nil : Int(value)
  }

  /// The mentors that are candidates for a mentee, ascending.
  public func candidates(ofMentee mentee: Int) -> [Int] {
    (0..<mentorCount).filter { values[mentee * mentorCount + $0] != Self.notCandidate }
  }

  /// How many mentors are candidates for a mentee.
  public func candidateCount(ofMentee mentee: Int) -> Int {
    values[mentee * mentorCount..<(mentee + 1) * mentorCount].count { $0 != Self.notCandidate }
  }

  /// How many pairs are candidates.
  public var candidateCount: Int { values.count { $0 != Self.notCandidate } }
}
