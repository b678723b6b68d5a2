public import AssignmentSolvers

extension MatchingCertificate {
  /// The claim in the indices of a roster, from which everything else that a proposal says can be computed again:
  /// `MatchingProblem(roster:policy:).matching(from:)`.
  ///
  /// - Throws: `peopleDiffer` or `menteeTwice` when the claim is not about the people of this roster. Whether it is true
  ///   is for ``verify(roster:policy:)``.
  public func solution(in roster: Roster) throws(Refusal) -> AssignmentSolution {
    let menteeIndex = Dictionary(roster.mentees.enumerated().map { ($1.id, $0) }) { first, _ in first }
    let mentorIndex = Dictionary(roster.mentors.enumerated().map { ($1.id, $0) }) { first, _ in first }
    var columnOfRow = [Int?](repeating: nil, count: roster.mentees.count)
    for duo in duos {
      guard let row = menteeIndex[duo.mentee], let column = mentorIndex[duo.mentor] else { throw .peopleDiffer }
      guard columnOfRow[row] == nil else { throw .menteeTwice(duo.mentee) }
      columnOfRow[row] = column
    }
    return AssignmentSolution(
      assignment: Assignment(columnOfRow: columnOfRow),
      duals: AssignmentDuals(
        row: try Self.align(menteeDuals, menteeIndex), column: try Self.align(mentorDuals, mentorIndex)),
      objective: objective)
  }
}
