/// What moving one assumption does to a figure.
public struct SensitivityAnswer: Sendable {
  public let parameter: SensitivityParameter
  /// Differences to the scenario, over the same replicates.
  public let low: Estimate
  public let high: Estimate

  /// The larger of the two effects, by which tornado plots are ordered.
  public var reach: Double { max(abs(low.mean), abs(high.mean)) }
}

extension StudySummary {
  /// The effect of every assumption on a figure, the largest first; empty when the study moved none.
  public func sensitivity(of measure: Measure) -> [SensitivityAnswer] {
    guard let scenario = study.index(of: .scenario) else { return [] }
    let answers = SensitivityParameter.allCases.compactMap { parameter -> SensitivityAnswer? in
      guard let low = study.index(of: .sensitivity(parameter, isHigh: false)),
        let high = study.index(of: .sensitivity(parameter, isHigh: true)),
        let lowEffect = difference(measure, arm: low, minus: scenario),
        let highEffect = difference(measure, arm: high, minus: scenario)
      else { return nil }
      return SensitivityAnswer(parameter: parameter, low: lowEffect, high: highEffect)
    }
    return answers.enumerated().sorted { ($1.element.reach, $0.offset) < ($0.element.reach, $1.offset) }.map(\.element)
  }
}
