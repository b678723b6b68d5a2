public import AssignmentSolvers

extension MatchingProblem {
  /// The values that make up the objective.
  public var objectiveValue: ObjectiveValue {
    ObjectiveValue(roster: roster, policy: policy, weeksWaited: weeksWaited)
  }

  /// The problem as the solvers see it: mentees are rows, mentors are columns, and cost is minus score. This file is the
  /// only place where scores become costs.
  ///
  /// Pinned duos are taken out: they are decided, their mentees have no pair and their mentors a place less. So what is left
  /// is an ordinary problem with an ordinary proof.
  public var assignmentProblem: AssignmentProblem {
    scores.undecided(after: decisions).assignmentProblem(
      value: objectiveValue, capacity: decisions.placesLeft(roster))
  }
}

extension CandidateScores {
  /// The problem of matching by these scores.
  /// - Parameters:
  ///   - value: one for each mentee.
  ///   - capacity: free places, one number for each mentor.
  public func assignmentProblem(value: ObjectiveValue, capacity: [Int]) -> AssignmentProblem {
    AssignmentProblem(
      costs: DenseCosts(
        rowCount: menteeCount, columnCount: mentorCount,
        values: values.map { $0 == Self.notCandidate ? DenseCosts.forbidden : -$0 }),
      rowValue: value.valueOfMentee, columnCapacity: capacity)
  }
}
