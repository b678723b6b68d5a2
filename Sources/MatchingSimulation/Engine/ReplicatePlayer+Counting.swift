import MentorMatching

extension ReplicatePlayer {
  /// The promise that figures are held against: a mentor within so many days of registration.
  static let promptDays = 30

  mutating func countGroups(_ mentee: PooledMentee, followed: Bool) {
    let antenna = Int(mentee.antenna)
    record.add(to: followed ? .followed30Days : .matchedWithin30Days, antenna: antenna)
    for group in MenteeGroup.allCases where mentee.groups >> UInt8(group.rawValue) & 1 == 1 {
      record.add(to: followed ? group.followed : group.matched, antenna: antenna)
    }
  }

  mutating func countFormed(_ duo: PooledDuo, _ mentee: PooledMentee, day: Int, antenna: Int) {
    let wait = duo.roundDay - mentee.waitingSince
    record.add(to: .duosFormed, antenna: antenna)
    record.add(to: PeriodTally.duosFormed, day: day, antenna: antenna)
    record.add(wait, to: PeriodTally.waitDays, day: day, antenna: antenna)
    record.addWait(days: wait, antenna: antenna)
    let isFollowed = mentee.arrivalDay <= world.dayCount - 1 - Self.promptDays
    if mentee.waitCount == 1 && isFollowed && wait <= Self.promptDays { countGroups(mentee, followed: false) }

    let figures = duo.figures
    record.add(figures.score, to: .score, antenna: antenna)
    record.add(figures.points.language, to: .languagePoints, antenna: antenna)
    record.add(figures.points.sector, to: .sectorPoints, antenna: antenna)
    record.add(figures.points.availability, to: .availabilityPoints, antenna: antenna)
    record.add(figures.points.distance, to: .distancePoints, antenna: antenna)
    record.add(figures.points.digital, to: .digitalPoints, antenna: antenna)
    switch figures.mode {
    case .inPerson: record.add(to: .inPersonDuos, antenna: antenna)
    case .hybrid: record.add(to: .hybridDuos, antenna: antenna)
    case .online: record.add(to: .onlineDuos, antenna: antenna)
    }
    if let metres = figures.metres {
      record.add(to: .travellingDuos, antenna: antenna)
      record.add(metres, to: .travelMetres, antenna: antenna)
    }
  }

  mutating func count(_ day: Int) {
    for antenna in antennas.indices {
      let counts = antennas[antenna]
      record.add(counts.freePlaces + counts.restingPlaces + counts.busyPlaces, to: .placeDays, antenna: antenna)
      record.add(counts.freePlaces, to: .freePlaceDays, antenna: antenna)
      record.add(counts.restingPlaces, to: .restingPlaceDays, antenna: antenna)
      record.add(counts.laptopsLent, to: .laptopDays, antenna: antenna)
      guard (day + 1) % RecordLayout.periodDays == 0 || day == world.dayCount - 1 else { continue }
      record.add(counts.waiting, to: PeriodTally.waiting, day: day, antenna: antenna)
      record.add(counts.runningDuos, to: PeriodTally.runningDuos, day: day, antenna: antenna)
      record.add(counts.freePlaces, to: PeriodTally.freePlaces, day: day, antenna: antenna)
      record.add(counts.laptopsLent, to: PeriodTally.laptopsLent, day: day, antenna: antenna)
    }
  }

  /// Who still waits and why, and who is still there.
  mutating func countRest() {
    let lastRound = (0..<world.dayCount).last { world.rounds.hasRound(on: $0) } ?? -1
    for pool in pools {
      let present = pool.mentors.indices.filter { pool.mentors[$0].isHere && !pool.mentors[$0].isLeaving }
      let free = present.filter { pool.mentors[$0].freePlaces > 0 }
      for mentor in present { record.add(to: .mentorsPresentAtEnd, antenna: Int(pool.mentors[mentor].antenna)) }
      for (index, mentee) in pool.mentees.enumerated() where mentee.state == .waiting {
        let antenna = Int(mentee.antenna)
        record.add(to: .waitingAtEnd, antenna: antenna)
        let reason: Tally =
          if mentee.readyDay > lastRound {
            .waitingNextRound
          } else if !present.contains(where: { pool.isCandidate(mentee: index, mentor: $0) }) {
            .waitingNoCandidate
          } else if !free.contains(where: { pool.isCandidate(mentee: index, mentor: $0) }) {
            .waitingAllTaken
          } else { .waitingCompetition }
        record.add(to: reason, antenna: antenna)
      }
    }
    for (antenna, counts) in antennas.enumerated() {
      record.add(counts.runningDuos, to: .duosRunningAtEnd, antenna: antenna)
    }
  }
}

extension DropOutReason {
  var tally: Tally {
    switch self {
    case .foundWork: .foundWork
    case .movedAway: .movedAway
    case .lostContact: .lostContact
    case .health: .health
    case .noFit: .noFit
    case .mentorStopped: .mentorStopped
    }
  }
}
