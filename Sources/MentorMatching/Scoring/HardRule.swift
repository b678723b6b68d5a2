/// Why a pair is no candidate. A pair may break several rules at once.
public enum HardRule: String, CaseIterable, Sendable {
  /// No shared language at the required level.
  case language
  /// Too few common blocks of time.
  case availability
  /// One wants to meet in person only, the other online only.
  case meeting
  /// They could meet in person, but live too far apart.
  case distance
  /// They could meet in person, but belong to different antennas.
  case antenna
  /// They could meet online, but lack skill or equipment.
  case digital
  /// The mentor does not answer to something the mentee asked for.
  case wish
  /// The score is below the policy's minimum.
  case score

  /// Rules that bar one way of meeting: with any one of them lifted the pair could meet.
  var barsAWayOfMeeting: Bool {
    switch self {
    case .distance, .antenna, .digital: true
    case .language, .availability, .meeting, .wish, .score: false
    }
  }
}

/// The rules a pair breaks.
public struct HardRuleSet: OptionSet, Sendable, Equatable {
  public let rawValue: UInt16
  public init(rawValue: UInt16) { self.rawValue = rawValue }

  public init(_ rule: HardRule) {
    switch rule {
    case .language: rawValue = 1
    case .availability: rawValue = 2
    case .meeting: rawValue = 4
    case .distance: rawValue = 8
    case .antenna: rawValue = 16
    case .digital: rawValue = 32
    case .wish: rawValue = 64
    case .score: rawValue = 128
    }
  }

  public func contains(_ rule: HardRule) -> Bool { contains(HardRuleSet(rule)) }
}
