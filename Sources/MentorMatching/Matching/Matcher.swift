public import AssignmentSolvers

extension Roster {
  /// Scores everybody, solves exactly and explains the result.
  ///
  /// - Parameters:
  ///   - policy: what the organisation decided; must have no ``MatchingPolicy/problems()``.
  ///   - solver: any exact solver; the answer is the same, bit for bit.
  /// - Throws: what the solver throws.
  /// - Complexity: O(mentees × mentors) scoring, plus the solver.
  public func match(
    policy: MatchingPolicy = MatchingPolicy(), solver: any AssignmentSolver = AutomaticSolver()
  ) throws -> Matching {
    try MatchingProblem(roster: self, policy: policy).matching(solver: solver)
  }
}

extension MatchingProblem {
  /// Solves the problem and explains the result.
  public func matching(solver: any AssignmentSolver) throws -> Matching {
    let problem = assignmentProblem
    return matching(from: try solver.solve(problem))
  }

  /// Explains a solution of ``assignmentProblem``, with pinned duos put back.
  public func matching(from solution: AssignmentSolution) -> Matching {
    let scorer = PairScorer(roster: roster, policy: policy)
    let value = objectiveValue
    var mentorOfMentee = solution.assignment.columnOfRow
    for pin in decisions.pins { mentorOfMentee[pin.mentee] = pin.mentor }
    var duoCount = [Int](repeating: 0, count: roster.mentors.count)
    for case .some(let mentor) in mentorOfMentee { duoCount[mentor] += 1 }
    var duos: [Duo] = []
    for (mentee, mentor) in mentorOfMentee.enumerated() {
      guard let mentor, let candidate = scorer.assess(mentee: mentee, mentor: mentor).candidate else { continue }
      duos.append(Duo(mentee: mentee, mentor: mentor, candidate: candidate))
    }
    var shortages = ShortageFinder(
      scores: scores, capacity: roster.mentors.map(\.capacity), mentorOfMentee: mentorOfMentee)
    let unmatched = mentorOfMentee.indices.filter { mentorOfMentee[$0] == nil }.map { mentee in
      UnmatchedMentee(mentee: mentee, reason: reason(mentee, scorer: scorer, shortages: &shortages))
    }
    return Matching(
      roster: roster, policy: policy, duos: duos, unmatchedMentees: unmatched,
      mentors: roster.mentors.indices.map { mentor in
        MentorLoad(
          mentor: mentor, duoCount: duoCount[mentor], capacity: roster.mentors[mentor].capacity,
          price: value.split(solution.duals.column[mentor]))
      },
      shortages: shortages.found, decisions: decisions, solution: solution, objectiveValue: value,
      weeksWaited: weeksWaited,
      pairCount: roster.mentees.count * roster.mentors.count, candidateCount: scores.candidateCount,
      ruleSampleCount: roster.mentors.count)
  }

  private func reason(
    _ mentee: Int, scorer: PairScorer, shortages: inout ShortageFinder
  ) -> UnmatchedMentee.Reason {
    let candidateCount = scores.candidateCount(ofMentee: mentee)
    if candidateCount == 0 { return .noCandidate(scorer.ruleCounts(ofMentee: mentee)) }
    if let group = shortages.group(ofMentee: mentee) { return .shortage(group: group, candidateCount: candidateCount) }
    return .competition(candidateCount: candidateCount)
  }
}
