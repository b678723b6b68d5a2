/// What people do once they are in: every rate of a world that is not an arrival.
///
/// The article *The simulated world* gives the source of each default, or calls it an assumption.
public struct Behaviour: Sendable, Equatable {
  /// From registration (the information session) to the first round a mentee can take part in.
  public var intakeDays = 10
  /// From the round to the first meeting.
  public var firstMeetingDays = 7
  /// Proposed duos that end at the first meeting; both sides are free again, and this pair is not proposed any more.
  public var refusals = Share.percent(5)
  public var duoLength = DuoLength.fixed(days: 182)
  /// Duos that last their whole length.
  public var fullTerm = Share.percent(89)
  /// Why the others end early.
  public var dropOuts: WeightedChoice<DropOutReason> = WeightedChoice([
    (.foundWork, 35), (.movedAway, 15), (.lostContact, 20), (.health, 10), (.noFit, 12), (.mentorStopped, 8),
  ])
  /// Mentors who do another duo after one has ended.
  public var returningMentors = Share(8, in: 10)
  /// How long a place of a returning mentor stays empty, drawn evenly.
  public var restDays = 14...60
  /// The mean time after which a waiting mentee gives up; exponential. Nil: never.
  public var menteePatienceDays: Int? = 400
  /// The mean time after which a mentor without any duo gives up; exponential. Nil: never.
  public var mentorPatienceDays: Int? = 700
  /// Follow-up by staff, for each duo that starts.
  public var staffMinutesPerDuo = 540

  public init() {}
}

/// How long a duo lasts that does not end early.
public enum DuoLength: Sendable, Hashable {
  /// At least one day.
  case fixed(days: Int)
  /// At least one day. For comparisons with queues of known waiting times.
  case exponential(meanDays: Int)

  func draw(_ random: inout CounterBasedRandom) -> Int {
    switch self {
    case .fixed(let days): days
    case .exponential(let mean): Exponential.days(mean: mean, &random)
    }
  }
}

/// Why a duo ends before its time.
public enum DropOutReason: String, CaseIterable, Sendable {
  case foundWork = "found-work"
  case movedAway = "moved-away"
  case lostContact = "lost-contact"
  case health
  /// The two do not get on; the mentee waits again.
  case noFit = "no-fit"
  /// The mentor stops for good; the mentee waits again.
  case mentorStopped = "mentor-stopped"

  var menteeWaitsAgain: Bool { self == .noFit || self == .mentorStopped }
  var mentorLeaves: Bool { self == .mentorStopped }
}
