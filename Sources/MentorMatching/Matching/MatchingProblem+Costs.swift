public import AssignmentSolvers

extension MatchingProblem {
  /// The values that make up the objective.
  public var objectiveValue: ObjectiveValue {
    ObjectiveValue(roster: roster, policy: policy, weeksWaited: weeksWaited)
  }

  /// The problem as the solvers see it: mentees are rows, mentors are columns, and cost is minus score. This file is the
  /// only place where scores become costs.
  public var assignmentProblem: AssignmentProblem {
    AssignmentProblem(
      costs: DenseCosts(
        rowCount: scores.menteeCount, columnCount: scores.mentorCount,
        values: scores.values.map { $0 == CandidateScores.notCandidate ? DenseCosts.forbidden : -$0 }),
      rowValue: objectiveValue.valueOfMentee, columnCapacity: roster.mentors.map(\.capacity))
  }
}
