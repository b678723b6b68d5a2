/// What a replicate counts for each antenna, and for all together: whole numbers only, so that records can be stored,
/// merged and compared exactly.
///
/// The raw values are the order in records; a new tally goes to the end.
public enum Tally: Int, CaseIterable, Sendable {
  case menteesRegistered, mentorsTrained
  case duosProposed, duosRefused, duosFormed, duosCompleted
  case foundWork, movedAway, lostContact, health, noFit, mentorStopped
  case menteesGaveUp, mentorsGaveUp, mentorsLeftAfterDuo
  /// Mentees who wait when the replicate ends, and why the last round had nobody for them: no mentor of theirs is a
  /// candidate, all candidates are taken, others were preferred, or they came after the round.
  case waitingAtEnd, waitingNoCandidate, waitingAllTaken, waitingCompetition, waitingNextRound
  /// Mentees who registered at least 30 days before the end, and those of them who had a lasting proposal within 30 days.
  case followed30Days, matchedWithin30Days
  /// Over duos formed: days from registration (or from the end of an earlier duo) to the round.
  case waitDays, waitMedian, waitPercentile90
  /// Over duos formed: score and points.
  case score, languagePoints, sectorPoints, availabilityPoints, distancePoints, digitalPoints
  /// Over duos that meet in person: great-circle metres one way.
  case travelMetres, travellingDuos
  case inPersonDuos, hybridDuos, onlineDuos
  case laptopDays, laptopPeak
  /// Days times places of mentors who are there, and of those the days with nobody (free) or at rest.
  case placeDays, freePlaceDays, restingPlaceDays
  /// Fairness: as `followed30Days` and `matchedWithin30Days`, by group.
  case followedUndecided, matchedUndecided, followedNoComputer, matchedNoComputer
  case followedLowDigital, matchedLowDigital, followedOthers, matchedOthers
  /// On the last day.
  case duosRunningAtEnd, mentorsPresentAtEnd
  /// Duos whose whole length fits before the end: what `duosCompleted` is a share of.
  case duosDue

  /// The tally that stands for "no such number" (a median without duos).
  public static let missing = -1
}

/// What is recorded every four weeks.
public enum PeriodTally: Int, CaseIterable, Sendable {
  /// Within the period.
  case menteesRegistered, mentorsTrained, duosFormed, waitDays
  /// On its last day.
  case waiting, runningDuos, freePlaces, laptopsLent
}

/// Groups of mentees whose chances are compared. They overlap, but for the last, which is everybody in none of them.
public enum MenteeGroup: Int, CaseIterable, Sendable {
  case undecided, noComputer, lowDigital, others

  var followed: Tally {
    switch self {
    case .undecided: .followedUndecided
    case .noComputer: .followedNoComputer
    case .lowDigital: .followedLowDigital
    case .others: .followedOthers
    }
  }

  var matched: Tally {
    switch self {
    case .undecided: .matchedUndecided
    case .noComputer: .matchedNoComputer
    case .lowDigital: .matchedLowDigital
    case .others: .matchedOthers
    }
  }
}
