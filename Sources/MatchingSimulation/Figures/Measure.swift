/// A figure that planners ask for, computed from the tallies of one replicate and scope.
public enum Measure: String, CaseIterable, Sendable {
  case menteesRegistered = "mentees-registered"
  case mentorsTrained = "mentors-trained"
  case duosFormed = "duos-formed"
  case matchedWithin30Days = "matched-within-30-days"
  case waitMean = "wait-mean"
  case waitMedian = "wait-median"
  case waitPercentile90 = "wait-90th-percentile"
  case scoreMean = "score"
  case languagePoints = "language"
  case sectorPoints = "sector"
  case availabilityPoints = "availability"
  case distancePoints = "distance"
  case digitalPoints = "digital"
  case travelMean = "travel"
  case inPersonShare = "in-person"
  case hybridShare = "hybrid"
  case onlineShare = "online"
  case refusedShare = "refused"
  case completedShare = "completed"
  case endedFoundWork = "ended-found-work"
  case endedMovedAway = "ended-moved-away"
  case endedLostContact = "ended-lost-contact"
  case endedHealth = "ended-health"
  case endedNoFit = "ended-no-fit"
  case endedMentorStopped = "ended-mentor-stopped"
  case menteesGaveUp = "mentees-gave-up"
  case mentorsGaveUp = "mentors-gave-up"
  case mentorsLeftAfterDuo = "mentors-left-after-duo"
  case waitingAtEnd = "waiting-at-end"
  case waitingNoCandidate = "waiting-no-candidate"
  case waitingAllTaken = "waiting-all-taken"
  case waitingCompetition = "waiting-others-preferred"
  case waitingNextRound = "waiting-next-round"
  case mentorIdleShare = "mentor-idle"
  case mentorsPresentAtEnd = "mentors-at-end"
  case duosRunningAtEnd = "duos-at-end"
  case laptopsMean = "laptops-lent"
  case laptopPeak = "laptops-peak"
  case staffHours = "staff-hours"
  case undecidedMatched = "matched-undecided"
  case noComputerMatched = "matched-no-computer"
  case lowDigitalMatched = "matched-low-digital"
  case othersMatched = "matched-others"
  case fairnessGap = "fairness-gap"

  public enum Unit: String, Sendable {
    case people, duos, days
    case percent = "%"
    case kilometres = "km"
    case laptops, hours
    case percentagePoints = "percentage points"
  }

  public var unit: Unit {
    switch self {
    case .menteesRegistered, .mentorsTrained, .menteesGaveUp, .mentorsGaveUp, .mentorsLeftAfterDuo, .waitingAtEnd,
      .waitingNoCandidate, .waitingAllTaken, .waitingCompetition, .waitingNextRound, .mentorsPresentAtEnd:
      .people
    case .duosFormed, .endedFoundWork, .endedMovedAway, .endedLostContact, .endedHealth, .endedNoFit,
      .endedMentorStopped, .duosRunningAtEnd:
      .duos
    case .waitMean, .waitMedian, .waitPercentile90: .days
    case .travelMean: .kilometres
    case .laptopsMean, .laptopPeak: .laptops
    case .staffHours: .hours
    case .fairnessGap: .percentagePoints
    default: .percent
    }
  }

  /// The value for a scope of a record; nil where nothing can be said (the mean wait of no duo).
  public func value(_ record: ReplicateRecord, scope: Int, world: SimulatedWorld) -> Double? {
    func count(_ tally: Tally) -> Double { Double(record[scope, tally]) }
    func share(_ part: Tally, of whole: Tally) -> Double? { ratio(100 * count(part), count(whole)) }
    func perDuo(_ tally: Tally, unit: Double) -> Double? { ratio(count(tally) / unit, count(.duosFormed)) }

    return switch self {
    case .menteesRegistered: count(.menteesRegistered)
    case .mentorsTrained: count(.mentorsTrained)
    case .duosFormed: count(.duosFormed)
    case .matchedWithin30Days: share(.matchedWithin30Days, of: .followed30Days)
    case .waitMean: perDuo(.waitDays, unit: 1)
    case .waitMedian: known(record[scope, .waitMedian])
    case .waitPercentile90: known(record[scope, .waitPercentile90])
    case .scoreMean: perDuo(.score, unit: 10_000)
    case .languagePoints: perDuo(.languagePoints, unit: 100)
    case .sectorPoints: perDuo(.sectorPoints, unit: 100)
    case .availabilityPoints: perDuo(.availabilityPoints, unit: 100)
    case .distancePoints: perDuo(.distancePoints, unit: 100)
    case .digitalPoints: perDuo(.digitalPoints, unit: 100)
    case .travelMean: ratio(count(.travelMetres) / 1_000, count(.travellingDuos))
    case .inPersonShare: share(.inPersonDuos, of: .duosFormed)
    case .hybridShare: share(.hybridDuos, of: .duosFormed)
    case .onlineShare: share(.onlineDuos, of: .duosFormed)
    case .refusedShare: share(.duosRefused, of: .duosProposed)
    case .completedShare: share(.duosCompleted, of: .duosDue)
    case .endedFoundWork: count(.foundWork)
    case .endedMovedAway: count(.movedAway)
    case .endedLostContact: count(.lostContact)
    case .endedHealth: count(.health)
    case .endedNoFit: count(.noFit)
    case .endedMentorStopped: count(.mentorStopped)
    case .menteesGaveUp: count(.menteesGaveUp)
    case .mentorsGaveUp: count(.mentorsGaveUp)
    case .mentorsLeftAfterDuo: count(.mentorsLeftAfterDuo)
    case .waitingAtEnd: count(.waitingAtEnd)
    case .waitingNoCandidate: count(.waitingNoCandidate)
    case .waitingAllTaken: count(.waitingAllTaken)
    case .waitingCompetition: count(.waitingCompetition)
    case .waitingNextRound: count(.waitingNextRound)
    case .mentorIdleShare: share(.freePlaceDays, of: .placeDays)
    case .mentorsPresentAtEnd: count(.mentorsPresentAtEnd)
    case .duosRunningAtEnd: count(.duosRunningAtEnd)
    case .laptopsMean: count(.laptopDays) / Double(world.dayCount)
    case .laptopPeak: count(.laptopPeak)
    case .staffHours: count(.duosFormed) * Double(world.behaviour.staffMinutesPerDuo) / 60
    case .undecidedMatched: share(.matchedUndecided, of: .followedUndecided)
    case .noComputerMatched: share(.matchedNoComputer, of: .followedNoComputer)
    case .lowDigitalMatched: share(.matchedLowDigital, of: .followedLowDigital)
    case .othersMatched: share(.matchedOthers, of: .followedOthers)
    case .fairnessGap: fairnessGap(record, scope)
    }
  }

  private func ratio(_ part: Double, _ whole: Double) -> Double? { whole > 0 ? part / whole : nil }

  private func known(_ tally: Int) -> Double? { tally == Tally.missing ? nil : Double(tally) }

  /// The best less the worst share matched within 30 days, over the groups that have anybody.
  private func fairnessGap(_ record: ReplicateRecord, _ scope: Int) -> Double? {
    let shares = MenteeGroup.allCases.compactMap { group in
      ratio(100 * Double(record[scope, group.matched]), Double(record[scope, group.followed]))
    }
    guard let best = shares.max(), let worst = shares.min(), shares.count > 1 else { return nil }
    return best - worst
  }
}
