public import AssignmentSolvers

/// The proposal for one intake round: the duos, everybody left over with the reason, prices, and the proof.
///
/// People are given by their index in ``Roster/mentees`` and ``Roster/mentors``.
public struct Matching: Sendable {
  public let roster: Roster
  public let policy: MatchingPolicy
  /// In order of the mentees.
  public let duos: [Duo]
  public let unmatchedMentees: [UnmatchedMentee]
  public let mentors: [MentorLoad]
  /// Groups of mentees who share too few places; see ``UnmatchedMentee/Reason/shortage(group:candidateCount:)``.
  public let shortages: [Shortage]
  /// What people decided before the rest was matched.
  public let decisions: DecisionSet
  /// Of the problem that decisions leave: pinned duos are not in it.
  public let solution: AssignmentSolution
  public let objectiveValue: ObjectiveValue
  public let weeksWaited: [Int]
  /// All pairs that were scored: mentees × mentors.
  public let pairCount: Int
  /// The candidates among them.
  public let candidateCount: Int
  /// Over how many mentors ``UnmatchedMentee/Reason/noCandidate(_:)`` counts: all of them, or a sample in a large round.
  public let ruleSampleCount: Int

  /// `Σ (score + value of the mentee)` over all duos, pinned ones included.
  public var objective: Int64 {
    decisions.pins.reduce(solution.objective) { sum, pin in
      let score = duos.first { $0.mentee == pin.mentee }?.candidate.score ?? 0
      return sum + Int64(score) + objectiveValue.valueOfMentee(pin.mentee)
    }
  }

  /// `Σ score` over the duos.
  public var totalScore: Int { duos.reduce(0) { $0 + $1.candidate.score } }
  /// The mean score of a duo in score units, rounded down; nil without duos.
  public var meanScore: Int? { duos.isEmpty ? nil : totalScore / duos.count }
  /// How many laptops the duos need.
  public var laptopCount: Int { duos.count { $0.candidate.needsLaptop } }
}

/// One proposed pair.
public struct Duo: Sendable, Equatable {
  public let mentee: Int
  public let mentor: Int
  public let candidate: Candidate
}

/// A mentee without a proposed mentor.
public struct UnmatchedMentee: Sendable, Equatable {
  public enum Reason: Sendable, Equatable {
    /// No mentor is a candidate: what each hard rule excludes.
    case noCandidate([RuleCount])
    /// There are candidates, but together with others this mentee shares too few places: index into
    /// ``Matching/shortages``.
    case shortage(group: Int, candidateCount: Int)
    /// There are candidates, but the places are worth more to others.
    case competition(candidateCount: Int)
  }

  public let mentee: Int
  public let reason: Reason
}

/// How many mentors a hard rule excludes for one mentee.
public struct RuleCount: Sendable, Hashable {
  public let rule: HardRule
  /// Mentors excluded by this rule, possibly by others too.
  public let mentorCount: Int
  /// Mentors that lifting this rule alone would make candidates.
  public let openedByLifting: Int
}

/// A mentor's side of the matching.
public struct MentorLoad: Sendable, Equatable {
  public let mentor: Int
  public let duoCount: Int
  public let capacity: Int
  /// What one more place at this mentor would add to the objective.
  public let price: OverridePrice
}

/// A set of mentees whose candidates together have too few places (a Hall violator): no choice of duos could serve all.
public struct Shortage: Sendable, Equatable {
  public let mentees: [Int]
  /// All candidates of these mentees.
  public let mentors: [Int]
  /// The places of those mentors; fewer than the mentees.
  public let placeCount: Int
}
