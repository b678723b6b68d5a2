/// A question a study answers beside the figures themselves.
public enum PlanningQuestion: String, CaseIterable, Sendable {
  /// How many mentors are needed so that 90 % are matched within 30 days.
  case breakEven = "break-even"
  /// How often rounds should be held.
  case roundFrequency = "round-frequency"
  /// What ten more mentors are worth, by their profile.
  case nextMentors = "next-mentors"

  /// A variant of a world, by which the question is answered.
  public struct Variant: Sendable {
    public let name: String
    public let world: SimulatedWorld
  }

  public func variants(of world: SimulatedWorld) -> [Variant] {
    switch self {
    case .breakEven:
      Self.mentorLevels.map { percent in
        var varied = world
        varied.scaleArrivals(mentors: percent)
        return Variant(name: "mentors \(percent) %", world: varied)
      }
    case .roundFrequency:
      [.weekly, .twoWeeks, .monthly].map { (interval: RoundCalendar.Interval) in
        var varied = world
        varied.rounds.interval = interval
        return Variant(name: interval.rawValue, world: varied)
      }
    case .nextMentors: MentorRecruitment.variants(of: world)
    }
  }

  /// Stocks and rates of mentors that break-even tries, in percent of the scenario's.
  public static let mentorLevels = [50, 75, 100, 125, 150, 175, 200, 250, 300]

  public func arms(of world: SimulatedWorld, replicateLimit: Int) -> [Study.Arm] {
    variants(of: world).enumerated().map { index, variant in
      Study.Arm(.variant(self, index), name: variant.name, world: variant.world, replicateLimit: replicateLimit)
    }
  }
}
