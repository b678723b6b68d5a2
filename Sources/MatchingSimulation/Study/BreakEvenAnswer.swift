/// How many mentors are needed so that a share of mentees is matched within 30 days.
///
/// The share is estimated at a few numbers of mentors (the scenario's, scaled) and read between them on straight lines.
/// The interval is where the band of the 95 % intervals crosses the goal: the upper ends cross at `lower`, the lower ends
/// at `upper`.
public struct BreakEvenAnswer: Sendable {
  /// One level tried.
  public struct Level: Sendable {
    /// Of the scenario's stocks and rates.
    public let percent: Int
    /// The mean number of mentors trained.
    public let mentors: Double
    /// The share matched within 30 days, in percent.
    public let share: Estimate
  }

  /// 0…100
  public let goal: Double
  public let levels: [Level]
  /// Mentors; nil when no level tried reaches the goal.
  public let mentors: Double?
  public let lower: Double?
  public let upper: Double?
}

extension StudySummary {
  /// - Returns: nil when the study did not ask.
  public func breakEven(goal: Double = 90) -> BreakEvenAnswer? {
    let levels = PlanningQuestion.mentorLevels.enumerated().compactMap { index, percent -> BreakEvenAnswer.Level? in
      guard let arm = study.index(of: .variant(.breakEven, index)),
        let share = estimate(.matchedWithin30Days, arm: arm),
        let mentors = estimate(.mentorsTrained, arm: arm)
      else { return nil }
      return BreakEvenAnswer.Level(percent: percent, mentors: mentors.mean, share: share)
    }
    if levels.isEmpty { return nil }
    return BreakEvenAnswer(
      goal: goal, levels: levels, mentors: Self.crossing(levels, goal) { $0.mean },
      lower: Self.crossing(levels, goal) { min(100, $0.upper) }, upper: Self.crossing(levels, goal) { $0.lower })
  }

  /// Where a curve over the mentors first reaches the goal; the first level when it is there at once.
  private static func crossing(
    _ levels: [BreakEvenAnswer.Level], _ goal: Double, _ height: (Estimate) -> Double
  ) -> Double? {
    guard let index = levels.firstIndex(where: { height($0.share) >= goal }) else { return nil }
    if index == 0 { return levels[0].mentors }
    let (a, b) = (levels[index - 1], levels[index])
    let (low, high) = (height(a.share), height(b.share))
    return a.mentors + (b.mentors - a.mentors) * (goal - low) / (high - low)
  }
}
