internal import AssignmentSolvers

/// What decisions cost the round: exact differences of optima.
public struct DecisionPrices: Sendable, Equatable {
  /// What all decisions together cost against the best matching without any.
  public let total: OverridePrice
  /// One per decision, in the order of ``DecisionSet/decisions``: what taking back this one alone, the others standing,
  /// would bring. Prices of single decisions need not add up to the total: two may stand in each other's way.
  public let ofDecision: [OverridePrice]

  public init(total: OverridePrice, ofDecision: [OverridePrice]) {
    self.total = total
    self.ofDecision = ofDecision
  }
}

extension MatchingProblem {
  /// What the decisions of this problem cost; nil without any.
  ///
  /// One optimum without decisions is found, then the decisions are made in it, and each is taken back for a moment: a
  /// few searches for each decision (``AssignmentSession``).
  public func decisionPrices() -> DecisionPrices? {
    if decisions.isEmpty { return nil }
    let value = objectiveValue
    let free = allScores.assignmentProblem(value: value, capacity: roster.mentors.map(\.capacity))
    do {
      let optimum: AssignmentSolution = try AutomaticSolver().solve(free)
      var session = try AssignmentSession(free, startingFrom: optimum)
      try session.apply(
        decisions.decisions.map { decision in
          decision.kind == .pin
            ? .force(row: decision.mentee, column: decision.mentor)
            : .forbid(row: decision.mentee, column: decision.mentor)
        })
      guard let decided = session.objective else { preconditionFailure("decisions of a set can hold together") }
      var prices: [OverridePrice] = []
      for decision in decisions.decisions {
        let effect = try session.effect(of: .release(row: decision.mentee, column: decision.mentor))
        prices.append(value.split(effect.objectiveChange ?? 0))
      }
      return DecisionPrices(total: value.split(optimum.objective - decided), ofDecision: prices)
    } catch {
      preconditionFailure("the round was solved, so its numbers have head-room")
    }
  }
}
