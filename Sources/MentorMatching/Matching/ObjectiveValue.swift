/// How the objective of a matching is made of duos, scores and priorities.
///
/// The value of matching mentee *i* is `w_i = coverage + priority_i`, with `priority_i` the score units for waiting time
/// and `coverage` 0 under `highest-score`. Under `most-duos-first`, coverage is larger than any total of scores and
/// priorities, so one more duo outweighs everything else: exactly lexicographic, in one integer.
///
/// The bound: a matching has at most `min(mentees, places)` duos, each worth at most `1 000 000 + largest priority`.
public struct ObjectiveValue: Sendable, Equatable {
  /// What each duo is worth as a duo.
  public let coverage: Int64
  /// Score units added for each mentee's waiting time.
  public let priorityOfMentee: [Int]

  public init(roster: Roster, policy: MatchingPolicy) {
    self.init(
      roster: roster, policy: policy, weeksWaited: MatchingProblem.weeksWaited(roster: roster, policy: policy))
  }

  public init(roster: Roster, policy: MatchingPolicy, weeksWaited: [Int]) {
    self.init(placeCount: roster.placeCount, policy: policy, weeksWaited: weeksWaited)
  }

  /// The values for a round without a roster at hand: one number of weeks (already capped) for each mentee, and the
  /// places of all mentors together.
  public init(placeCount: Int, policy: MatchingPolicy, weeksWaited: [Int]) {
    priorityOfMentee = weeksWaited.map { $0 * policy.priority.scorePerWeek }
    switch policy.objective {
    case .highestScore: coverage = 0
    case .mostDuosFirst:
      let duoLimit = min(weeksWaited.count, placeCount)
      coverage = Int64(duoLimit) * Int64(Score.maximum + (priorityOfMentee.max() ?? 0)) + 1
    }
  }

  /// `w_i` for every mentee.
  public var valueOfMentee: [Int64] { priorityOfMentee.map { coverage + Int64($0) } }

  func valueOfMentee(_ mentee: Int) -> Int64 { coverage + Int64(priorityOfMentee[mentee]) }

  /// What no matching is worth more than: every place goes to one of the mentees whose matching is worth most, at full score.
  /// O(mentees · log mentees).
  public func greatestObjective(placeCount: Int) -> Int64 {
    let duoCount = min(priorityOfMentee.count, placeCount)
    let priorities = priorityOfMentee.sorted(by: >).prefix(duoCount).reduce(0, +)
    return Int64(duoCount) * (coverage + Int64(Score.maximum)) + Int64(priorities)
  }

  /// Splits a difference of objectives into duos and score units (scores and priorities).
  ///
  /// Exact when neither part exceeds what a matching can hold, which differences of matchings never do.
  public func split(_ difference: Int64) -> OverridePrice {
    guard coverage > 0 else { return OverridePrice(duos: 0, score: Int(difference)) }
    var duos = difference / coverage
    var rest = difference % coverage
    if rest > coverage / 2 {
      duos += 1
      rest -= coverage
    } else if rest < -(coverage / 2) {
      duos -= 1
      rest += coverage
    }
    return OverridePrice(duos: Int(duos), score: Int(rest))
  }
}

/// What a change to the proposal costs in total, over everybody it moves.
public struct OverridePrice: Sendable, Hashable {
  /// Duos lost.
  public let duos: Int
  /// Score units (and priority) lost; may be negative when a duo is lost.
  public let score: Int

  public init(duos: Int, score: Int) {
    self.duos = duos
    self.score = score
  }
}
