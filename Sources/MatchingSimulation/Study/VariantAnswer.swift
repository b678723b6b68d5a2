/// What a variant of the scenario changes: figures of the variant, and paired differences to the scenario.
public struct VariantAnswer: Sendable {
  public let name: String
  public let duos: Estimate
  public let matchedWithin30Days: Estimate?
  public let waitMean: Estimate?
  public let score: Estimate?
  public let duosDifference: Estimate
  public let matchedDifference: Estimate?
  public let waitDifference: Estimate?
  public let scoreDifference: Estimate?
}

extension StudySummary {
  /// The variants by which a question was asked, in their order; empty when it was not.
  public func variants(of question: PlanningQuestion) -> [VariantAnswer] {
    guard let scenario = study.index(of: .scenario) else { return [] }
    return study.arms.indices.compactMap { arm in
      guard case .variant(question, _) = study.arms[arm].role else { return nil }
      guard let duos = estimate(.duosFormed, arm: arm),
        let difference = difference(.duosFormed, arm: arm, minus: scenario)
      else { return nil }
      return VariantAnswer(
        name: study.arms[arm].name, duos: duos, matchedWithin30Days: estimate(.matchedWithin30Days, arm: arm),
        waitMean: estimate(.waitMean, arm: arm), score: estimate(.scoreMean, arm: arm), duosDifference: difference,
        matchedDifference: self.difference(.matchedWithin30Days, arm: arm, minus: scenario),
        waitDifference: self.difference(.waitMean, arm: arm, minus: scenario),
        scoreDifference: self.difference(.scoreMean, arm: arm, minus: scenario))
    }
  }

  /// The interval between rounds at which most mentees are matched within 30 days; nil when the study did not ask. Ties
  /// go to the longer interval, which is less work.
  public func bestRoundFrequency() -> VariantAnswer? {
    variants(of: .roundFrequency).max { ($0.matchedWithin30Days?.mean ?? 0) <= ($1.matchedWithin30Days?.mean ?? 0) }
  }

  /// Ten more mentors of each profile, the most additional duos first.
  public func nextMentors() -> [VariantAnswer] {
    variants(of: .nextMentors).enumerated()
      .sorted { ($1.element.duosDifference.mean, $0.offset) < ($0.element.duosDifference.mean, $1.offset) }
      .map(\.element)
  }
}
