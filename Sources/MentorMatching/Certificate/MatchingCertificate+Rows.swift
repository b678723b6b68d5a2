public import AssignmentSolvers

extension MatchingCertificate {
  /// Rows that are scored side by side before the checker looks at them.
  private static let batch = 256

  /// Checks the claim of a large round: the same as ``verify(roster:policy:)``, with the pairs scored by the portable row
  /// scorer on several threads, since one plain assessment per pair would take hours.
  ///
  /// What does not depend on the row scorer: the score of every claimed duo, and every pair of one mentee in a thousand,
  /// are the plain scorer's, and a difference is refused. No solver and no bound on pairs is involved; the sums are the
  /// certificate checker's.
  ///
  /// - Complexity: one pass over all pairs; memory for a few hundred rows.
  public func verifyByRows(roster: Roster, policy: MatchingPolicy, threadCount: Int) throws(Refusal)
    -> CertificateChecker.Proof
  {
    let claim = try solution(in: roster, policy: policy)
    let plain = PairScorer(roster: roster, policy: policy)
    try checkClaimedScores(roster: roster, plain: plain)
    let scorer = RowScorer(roster: roster, policy: policy, kernel: .portable)
    let mentorCount = roster.mentors.count
    let value = ObjectiveValue(
      roster: roster, policy: policy, weeksWaited: MatchingProblem.weeksWaited(roster: roster, policy: policy))
    let checker = CertificateChecker(
      AssignmentProblem.Bounds(rowValue: value.valueOfMentee, columnCapacity: roster.mentors.map(\.capacity)))
    var batch: [[Int32]] = []
    var differing: (mentee: Int, mentor: Int)?
    let proof: CertificateChecker.Proof
    do throws(CertificateChecker.Refusal) {
      proof = try checker.check(claim) { row, costs in
        if row % Self.batch == 0 {
          batch = Self.scores(
            of: row..<min(row + Self.batch, roster.mentees.count), scorer: scorer, threadCount: threadCount)
        }
        let scores = batch[row % Self.batch]
        for column in 0..<mentorCount { costs[column] = scores[column] < 0 ? DenseCosts.forbidden : -scores[column] }
        if row % 1_000 == 0 {
          for column in 0..<mentorCount {
            let score = plain.assess(mentee: row, mentor: column).candidate.map { Int32($0.score) }
            if score ?? CandidateScores.notCandidate != scores[column] { differing = (row, column) }
          }
        }
      }
    } catch {
      throw .notProven(error)
    }
    if let differing {
      throw .scoreDiffers(mentee: roster.mentees[differing.mentee].id, mentor: roster.mentors[differing.mentor].id)
    }
    return proof
  }

  private func checkClaimedScores(roster: Roster, plain: PairScorer) throws(Refusal) {
    let menteeIndex = Dictionary(roster.mentees.enumerated().map { ($1.id, $0) }) { first, _ in first }
    let mentorIndex = Dictionary(roster.mentors.enumerated().map { ($1.id, $0) }) { first, _ in first }
    for duo in duos {
      guard let row = menteeIndex[duo.mentee], let column = mentorIndex[duo.mentor] else { throw .peopleDiffer }
      guard plain.assess(mentee: row, mentor: column).candidate?.score == duo.score else {
        throw .scoreDiffers(mentee: duo.mentee, mentor: duo.mentor)
      }
    }
  }

  private static func scores(of rows: Range<Int>, scorer: RowScorer, threadCount: Int) -> [[Int32]] {
    let blocks = RowBlocks(rowCount: rows.count, threadCount: max(1, threadCount))
    let found = blocks.run(makeMemory: { RowMemory(scorer) }, isCancelled: { false }) { part, memory in
      part.map { memory.scores(ofMentee: rows.lowerBound + $0) }
    }
    return found?.results.flatMap { $0 } ?? []
  }
}
