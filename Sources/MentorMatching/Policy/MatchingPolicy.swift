/// Everything an organisation decides about its matching: weights, tables, hard limits, objective.
///
/// All fields have documented defaults (`MatchingPolicy()`), printed by `mentor-match policy --defaults`. All values are
/// integers: points 0…10 000, weights in whole percent, scores 0…1 000 000. A policy is data; scoring has no constants
/// of its own. See the article *Scoring model* for what each number does.
public struct MatchingPolicy: Sendable, Equatable {
  /// What makes one set of duos better than another.
  public enum Objective: String, CaseIterable, Sendable {
    /// As many duos as possible; among those the highest total of scores and priorities. Exactly lexicographic.
    case mostDuosFirst = "most-duos-first"
    /// The highest total of scores and priorities.
    case highestScore = "highest-score"
  }

  /// Which pairs of different antennas may form a duo.
  public enum AntennaScope: String, CaseIterable, Sendable {
    case sameAntenna = "same-antenna"
    /// Duos that meet in person stay within an antenna; online duos may join two antennas.
    case onlineAcross = "online-across"
    case any
  }

  public var objective: Objective = .mostDuosFirst
  /// Pairs scoring less are no candidates; 0…1 000 000.
  public var minimumScore = 0
  public var antennaScope: AntennaScope = .onlineAcross
  /// The day waiting times are counted to; nil means the latest registration in the roster.
  public var roundDate: CalendarDate?
  /// What mentees may ask of a mentor.
  public var recognisedWishes: [Wish] = ["woman", "man"].compactMap(Wish.init)

  public var weights = Weights()
  public var language = LanguagePolicy()
  public var sector = SectorPolicy()
  public var availability = AvailabilityPolicy()
  public var distance = DistancePolicy()
  public var digital = DigitalPolicy()
  public var priority = PriorityPolicy()

  public init() {}
}

/// Whole percentages that sum to 100.
public struct Weights: Sendable, Equatable {
  public var language = 25
  public var sector = 30
  public var availability = 20
  public var distance = 15
  public var digital = 10

  public init() {}

  public subscript(criterion: Criterion) -> Int {
    switch criterion {
    case .language: language
    case .sector: sector
    case .availability: availability
    case .distance: distance
    case .digital: digital
    }
  }
}

public struct LanguagePolicy: Sendable, Equatable {
  /// A pair needs one language that both speak at this level or better.
  public var minimumLevel: LanguageLevel = .b1
  /// Points for the level of the best shared language (the lower of the two), A1 first, native last; never falling.
  public var pointsByLevel = [500, 2_000, 5_000, 7_500, 9_000, 10_000, 10_000]
  /// For the antennas listed, only these languages count (the mentee's antenna decides). Sorted by antenna.
  public var workingLanguages: [WorkingLanguages] = []

  public struct WorkingLanguages: Sendable, Equatable {
    public var antenna: AntennaID
    public var languages: [LanguageCode]

    public init(antenna: AntennaID, languages: [LanguageCode]) {
      self.antenna = antenna
      self.languages = languages
    }
  }

  public init() {}

  /// The languages that count for a mentee of this antenna, or nil when all do.
  public func workingLanguages(of antenna: AntennaID) -> [LanguageCode]? {
    workingLanguages.first { $0.antenna == antenna }?.languages
  }
}

public struct SectorPolicy: Sendable, Equatable {
  /// A row of a step table: from `from` on, `value` holds.
  public struct Step: Sendable, Equatable {
    public var from: Int
    public var value: Int

    public init(from: Int, value: Int) {
      self.from = from
      self.value = value
    }
  }

  /// Points for sharing at least so many leading symbols of two codes. A mentor inside the mentee's target gets 10 000.
  public var pointsBySharedPrefix = [
    Step(from: 1, value: 1_000), Step(from: 2, value: 5_000), Step(from: 3, value: 7_500), Step(from: 4, value: 9_000),
  ]
  /// Percent by the rank of the mentee's target, first choice first; further ranks take the last value.
  public var percentByRank = [100, 85, 70, 60]
  /// Percent by the mentor's years in the sector.
  public var percentByYears = [
    Step(from: 0, value: 70), Step(from: 3, value: 85), Step(from: 8, value: 100),
  ]
  /// What a generalist is worth at least to a mentee with a target.
  public var generalistPoints = 3_000
  /// An undecided mentee with a generalist.
  public var undecidedWithGeneralistPoints = 10_000
  /// An undecided mentee with a mentor who is no generalist.
  public var undecidedWithSpecialistPoints = 4_000

  public init() {}
}

public struct AvailabilityPolicy: Sendable, Equatable {
  /// Half hours of one meeting (4 = two hours).
  public var meetingHalfHours = 4
  /// How many separate meetings must fit into the common week; hard.
  public var minimumBlocks = 1
  /// Points for 0, 1, 2, … blocks; more blocks than the table has take the last value. Never falling.
  public var pointsByBlocks = [0, 5_000, 7_000, 8_000]
  /// Points added in proportion to common half hours, up to `saturationHalfHours`.
  public var halfHourPoints = 2_000
  public var saturationHalfHours = 24

  public init() {}
}

public struct DistancePolicy: Sendable, Equatable {
  /// A corner of a piecewise linear curve.
  public struct Knot: Sendable, Equatable {
    public var at: Int
    public var points: Int

    public init(at: Int, points: Int) {
      self.at = at
      self.points = points
    }
  }

  /// Points by kilometres: linear between the knots, constant outside, never rising.
  public var pointsByKilometres = [
    Knot(at: 2, points: 10_000), Knot(at: 10, points: 8_000), Knot(at: 20, points: 4_000), Knot(at: 50, points: 0),
  ]
  /// Points by minutes, used when the roster has a travel-time table.
  public var pointsByMinutes = [
    Knot(at: 10, points: 10_000), Knot(at: 30, points: 8_000), Knot(at: 45, points: 4_000), Knot(at: 90, points: 0),
  ]
  /// The limit of people who state none.
  public var defaultLimitKilometres = 25
  public var defaultLimitMinutes = 60
  /// Points of a duo that meets online only.
  public var onlinePoints = 10_000

  public init() {}
}

public struct DigitalPolicy: Sendable, Equatable {
  /// Both need this DigComp level to meet online.
  public var onlineMinimumSkill = 3
  /// From this level on a mentee needs no digital help.
  public var comfortableSkill = 5
  /// Points when a mentee below that level has a mentor who knows no more; rises to 10 000 as the mentor covers the gap.
  public var unsupportedPoints = 4_000
  /// Whether a mentee without a computer may be lent one for an online duo.
  public var lendsLaptops = true
  /// Taken off when a laptop must be lent.
  public var laptopDeduction = 1_500

  public init() {}
}

/// Waiting time raises the value of being matched at all, never the score of a pair.
public struct PriorityPolicy: Sendable, Equatable {
  /// Score units (of 1 000 000) per full week waited.
  public var scorePerWeek = 5_000
  public var maximumWeeks = 26

  public init() {}
}
