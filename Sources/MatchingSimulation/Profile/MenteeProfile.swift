public import MentorMatching

/// What the mentees of an antenna are like.
///
/// Gender, nationality, schooling and years in the country shape what is drawn and are then dropped: no roster has a
/// field for them.
public struct MenteeProfile: Sendable, Equatable {
  public var women: Share
  /// Nationals of the country, who speak the local language natively.
  public var nationals: Share
  public var schooling: WeightedChoice<SchoolingBand>
  /// For everybody but nationals.
  public var residence: WeightedChoice<ResidenceBand>
  /// Home languages: of everybody but nationals, and of the bilingual share of nationals.
  public var backgrounds: WeightedChoice<LanguageBackground>
  public var bilingualNationals: Share
  /// Mentees without a target sector.
  public var undecided: Share
  /// How many targets the others name; 1 or more.
  public var targetCount: WeightedChoice<Int>
  public var availability: WeightedChoice<AvailabilityPattern>
  /// Kilometres; nil leaves the limit to the policy.
  public var travelLimits: WeightedChoice<Int?>
  /// Days from registration to the round, drawn evenly within a range.
  public var waitingDays: WeightedChoice<ClosedRange<Int>>
  public var womenAskingForAWoman: Share
  public var menAskingForAMan: Share

  public init(
    women: Share, nationals: Share, schooling: WeightedChoice<SchoolingBand>, residence: WeightedChoice<ResidenceBand>,
    backgrounds: WeightedChoice<LanguageBackground>, bilingualNationals: Share, undecided: Share,
    targetCount: WeightedChoice<Int>, availability: WeightedChoice<AvailabilityPattern>,
    travelLimits: WeightedChoice<Int?>, waitingDays: WeightedChoice<ClosedRange<Int>>, womenAskingForAWoman: Share,
    menAskingForAMan: Share
  ) {
    self.women = women
    self.nationals = nationals
    self.schooling = schooling
    self.residence = residence
    self.backgrounds = backgrounds
    self.bilingualNationals = bilingualNationals
    self.undecided = undecided
    self.targetCount = targetCount
    self.availability = availability
    self.travelLimits = travelLimits
    self.waitingDays = waitingDays
    self.womenAskingForAWoman = womenAskingForAWoman
    self.menAskingForAMan = menAskingForAMan
  }
}

/// What goes with having been at school so long.
public struct SchoolingBand: Sendable, Equatable {
  public var name: String
  /// DigComp 1…8.
  public var digitalSkill: WeightedChoice<Int>
  public var hasComputer: Share
  public var meeting: WeightedChoice<MeetingPreference>
  /// English learnt at school; nil for none.
  public var english: WeightedChoice<LanguageLevel?>
  public var targets: WeightedChoice<SectorCode>

  public init(
    _ name: String, digitalSkill: WeightedChoice<Int>, hasComputer: Share,
    meeting: WeightedChoice<MeetingPreference>, english: WeightedChoice<LanguageLevel?>,
    targets: WeightedChoice<SectorCode>
  ) {
    self.name = name
    self.digitalSkill = digitalSkill
    self.hasComputer = hasComputer
    self.meeting = meeting
    self.english = english
    self.targets = targets
  }
}
