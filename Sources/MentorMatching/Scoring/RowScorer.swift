/// Scores one mentee against all mentors, row by row: the fast twin of ``PairScorer``, which defines the model.
///
/// Made once for a roster and a policy; rows can then be scored in any order, on any number of threads (each with its own
/// ``Row``). Scores are those of the plain scorer exactly; tests hold every kernel to it.
///
/// What makes it fast: everything answered by yes or no (languages at a level, half hours, sectors, ways of meeting) is
/// a bit per mentor, so that one operation serves up to 512 mentors; common half hours and blocks of time are counted by
/// adders across such planes; only scores and distances are computed mentor by mentor, in 32 bits. A distance whose whole
/// metres 32 bits cannot tell is computed exactly.
///
/// Policies and people beyond what the kernels tell apart (over 63 distinct sector values for a mentee, over 15 blocks or
/// knots, over 63 half hours that all still count) are scored by the plain scorer, more slowly.
public struct RowScorer: Sendable {
  public let kernel: ScoringKernel
  let plain: PairScorer
  let columns: FeatureColumns
  private let mentees: MenteeColumns
  let machine: ScoringMachine?

  /// The kernel must be available on this machine.
  /// - Precondition: the policy has no ``MatchingPolicy/problems()``.
  public init(roster: Roster, policy: MatchingPolicy, kernel: ScoringKernel = .best) {
    self.init(roster: roster, policy: policy, kernel: kernel, order: nil)
  }

  init(roster: Roster, policy: MatchingPolicy, kernel: ScoringKernel, order: [Int]?) {
    precondition(kernel.isAvailable, "a kernel of this machine")
    self.kernel = kernel
    plain = PairScorer(roster: roster, policy: policy)
    let columns = FeatureColumns(roster: roster, policy: policy, order: order)
    self.columns = columns
    mentees = MenteeColumns(roster: roster, policy: policy, columns: columns)
    machine = ScoreTables(roster: roster, policy: policy, scale: columns.places.scale).map {
      ScoringMachine(columns: columns, tables: $0, minimumScore: policy.minimumScore)
    }
  }

  /// A row's scores, with the memory to compute them. Reused from row to row; not shared between threads.
  public struct Row: ~Copyable {
    /// By mentor, in the order of ``Roster/mentors``: 0…1 000 000, or ``CandidateScores/notCandidate``. Longer than the
    /// number of mentors: the rest are no candidates.
    public fileprivate(set) var scores: [Int32]
    fileprivate var memory = ScoringMachine.RowMemory()

    fileprivate init(count: Int) { scores = Array(repeating: CandidateScores.notCandidate, count: count) }

    fileprivate mutating func fill(_ value: Int32) {
      for index in scores.indices { scores[index] = value }
    }

    fileprivate mutating func withScores(_ body: (inout [Int32]) -> Void) { body(&scores) }
  }

  /// Room for a row's scores.
  public func makeRow() -> Row { Row(count: columns.chunkCount * MentorPlanes.chunk) }

  /// Scores a mentee against every mentor.
  ///
  /// - Parameter row: made by this scorer's ``makeRow()``.
  /// - Complexity: O(mentors); about a nanosecond a pair with the wide kernels.
  public func score(mentee index: Int, into row: inout Row) {
    precondition(row.scores.count == columns.chunkCount * MentorPlanes.chunk, "a row of this scorer")
    guard fill(&row.memory.lists.row, mentee: index) else {
      row.fill(CandidateScores.notCandidate)
      return
    }
    guard let machine, machine.canScore(row.memory.lists.row) else {
      row.withScores { scores in
        for (position, mentor) in columns.mentorAtPosition.enumerated() {
          scores[position] =
            plain.assess(mentee: index, mentor: mentor).candidate.map { Int32($0.score) }
            ?? CandidateScores.notCandidate
        }
      }
      return
    }
    machine.score(with: kernel, memory: &row.memory, into: &row.scores)
  }

  /// - Returns: false when no mentor can be a candidate.
  func fill(_ row: inout MenteeRow, mentee: Int) -> Bool {
    row.fill(mentee, of: mentees, columns: columns, travelTimes: plain.roster.travelTimes, policy: plain.policy)
  }
}
