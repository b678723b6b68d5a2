public import MentorMatching

/// What the mentors of an antenna are like.
public struct MentorProfile: Sendable, Equatable {
  /// Shapes which wishes a mentor answers to, and is then dropped.
  public var women: Share
  /// The level of the local language.
  public var localLevels: WeightedChoice<LanguageLevel>
  public var further: [FurtherLanguage]
  public var sectors: WeightedChoice<SectorCode>
  /// How many sectors a mentor names; 1 or more.
  public var sectorCount: WeightedChoice<Int>
  /// Years of work in the sectors named, all together (0 to 60), drawn evenly within a range.
  public var careerYears: WeightedChoice<ClosedRange<Int>>
  public var generalists: Share
  public var capacity: WeightedChoice<Int>
  public var availability: WeightedChoice<AvailabilityPattern>
  public var meeting: WeightedChoice<MeetingPreference>
  /// DigComp 1…8.
  public var digitalSkill: WeightedChoice<Int>
  public var hasComputer: Share
  /// Kilometres; nil leaves the limit to the policy.
  public var travelLimits: WeightedChoice<Int?>

  public init(
    women: Share, localLevels: WeightedChoice<LanguageLevel>, further: [FurtherLanguage],
    sectors: WeightedChoice<SectorCode>, sectorCount: WeightedChoice<Int>,
    careerYears: WeightedChoice<ClosedRange<Int>>,
    generalists: Share, capacity: WeightedChoice<Int>, availability: WeightedChoice<AvailabilityPattern>,
    meeting: WeightedChoice<MeetingPreference>, digitalSkill: WeightedChoice<Int>, hasComputer: Share,
    travelLimits: WeightedChoice<Int?>
  ) {
    self.women = women
    self.localLevels = localLevels
    self.further = further
    self.sectors = sectors
    self.sectorCount = sectorCount
    self.careerYears = careerYears
    self.generalists = generalists
    self.capacity = capacity
    self.availability = availability
    self.meeting = meeting
    self.digitalSkill = digitalSkill
    self.hasComputer = hasComputer
    self.travelLimits = travelLimits
  }
}
