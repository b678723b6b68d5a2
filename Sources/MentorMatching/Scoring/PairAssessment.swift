/// How a duo would meet.
public enum MeetingMode: String, CaseIterable, Sendable {
  case inPerson = "in-person"
  case hybrid
  case online
}

/// What the scorer says of one (mentee, mentor) pair.
public enum PairAssessment: Sendable, Equatable {
  case candidate(Candidate)
  case excluded(HardRuleSet)

  public var candidate: Candidate? {
    if case .candidate(let candidate) = self { candidate } else { nil }
  }
}

/// An eligible pair with its points and the facts behind them.
public struct Candidate: Sendable, Equatable {
  /// 0…1 000 000
  public var score: Int
  public var points: CriterionPoints
  public var mode: MeetingMode
  /// An online duo whose mentee has no computer.
  public var needsLaptop: Bool
  public var language: SharedLanguage
  public var sector: SectorFit
  public var availability: CommonTime
  /// Nil when nobody travels (online duos).
  public var travel: Travel?

  /// The shared language that counts.
  public struct SharedLanguage: Sendable, Equatable {
    public var language: LanguageCode
    public var menteeLevel: LanguageLevel
    public var mentorLevel: LanguageLevel
  }

  /// Where the sector points come from.
  public enum SectorFit: Sendable, Equatable {
    /// The mentee's target of this rank (0 = first choice) against the mentor's experience.
    case experience(target: SectorCode, rank: Int, mentor: Mentor.Experience)
    /// A generalist for a mentee with targets.
    case generalist
    /// The mentee is undecided.
    case undecided(isGeneralist: Bool)
    /// Nothing in common.
    case none
  }

  public struct CommonTime: Sendable, Equatable {
    public var common: WeeklyAvailability
    public var halfHourCount: Int
    public var blockCount: Int
  }

  public struct Travel: Sendable, Equatable {
    public var metres: Int
    /// Present when the roster has a travel-time table.
    public var minutes: Int?
  }
}
