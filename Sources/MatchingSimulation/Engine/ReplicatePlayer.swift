import MentorMatching

/// Plays one replicate of a world, day by day.
///
/// A day: everything entered for it in the calendar happens, in the order it was entered; then, on the day of a round,
/// duos are proposed; then the day is counted. What happens to a person is drawn from the person's stream, what happens
/// to a pair from the pair's, so scenarios that share a seed share their luck.
///
/// Complexity: one scoring of each pair that meets in a round and one exact solve per pool and round.
public struct ReplicatePlayer {
  let world: SimulatedWorld
  var pools: [MatchingPool]
  private var calendars: [EventCalendar]
  private var duos: [[PooledDuo]]
  var record: RecordBuilder
  var antennas: [AntennaCounts]
  private var laptopsLent = 0

  /// What holds of an antenna at the moment.
  struct AntennaCounts {
    var waiting = 0
    var runningDuos = 0
    var freePlaces = 0
    var restingPlaces = 0
    var busyPlaces = 0
    var laptopsLent = 0
  }

  /// The record of replicate `replicate` of a seed: the same alone or among thousands, on any number of threads.
  public static func record(of world: SimulatedWorld, seed: UInt64, replicate: Int) -> ReplicateRecord {
    precondition(replicate >= 0, "replicates are numbered from 0")
    let stream = CounterBasedRandom(seed: seed).child(UInt64(replicate))
    var player = ReplicatePlayer(world: world, stream: stream)
    return player.play()
  }

  private init(world: SimulatedWorld, stream: CounterBasedRandom) {
    self.world = world
    let antennaSets =
      world.policy.antennaScope == .sameAntenna
      ? world.antennas.indices.map { $0..<$0 + 1 } : [world.antennas.indices]
    pools = antennaSets.map { antennas in
      MatchingPool(Population(world: world, antennas: antennas, replicate: stream), policy: world.policy)
    }
    // Each person comes, may give up and meets somebody; a duo meets, ends and leaves a place to rest.
    calendars = pools.map { pool in
      EventCalendar(dayCount: world.dayCount, expectedCount: 4 * (pool.mentees.count + pool.mentors.count))
    }
    duos = antennaSets.map { _ in [] }
    record = RecordBuilder(
      layout: RecordLayout(antennaCount: world.antennas.count, dayCount: world.dayCount))
    antennas = Array(repeating: AntennaCounts(), count: world.antennas.count)
    for pool in pools.indices {
      for (index, mentee) in pools[pool].mentees.enumerated() {
        calendars[pool].enter(.menteeArrives, index, on: mentee.arrivalDay)
      }
      for (index, mentor) in pools[pool].mentors.enumerated() {
        calendars[pool].enter(.mentorArrives, index, on: mentor.arrivalDay)
      }
    }
  }

  private mutating func play() -> ReplicateRecord {
    for day in 0..<world.dayCount {
      for pool in pools.indices {
        while let event = calendars[pool].take(day: day) { handle(event, in: pool, day: day) }
      }
      for (index, antenna) in world.antennas.enumerated() where antenna.closeDay == day { close(index, day: day) }
      if world.rounds.hasRound(on: day) {
        for pool in pools.indices { holdRound(in: pool, day: day) }
      }
      count(day)
    }
    countRest()
    return record.record()
  }

  // MARK: Events

  private mutating func handle(_ event: Event, in pool: Int, day: Int) {
    let subject = Int(event.subject)
    switch event.kind {
    case .menteeArrives:
      let antenna = Int(pools[pool].mentees[subject].antenna)
      record.add(to: .menteesRegistered, antenna: antenna)
      record.add(to: PeriodTally.menteesRegistered, day: day, antenna: antenna)
      if day <= world.dayCount - 1 - Self.promptDays { countGroups(pools[pool].mentees[subject], followed: true) }
      pools[pool].mentees[subject].readyDay = max(
        day, pools[pool].mentees[subject].waitingSince + world.behaviour.intakeDays)
      startWaiting(subject, in: pool, day: day)
    case .mentorArrives:
      let antenna = Int(pools[pool].mentors[subject].antenna)
      record.add(to: .mentorsTrained, antenna: antenna)
      record.add(to: PeriodTally.mentorsTrained, day: day, antenna: antenna)
      pools[pool].mentors[subject].isHere = true
      pools[pool].presentMentors.append(subject)
      openPlaces(Int(pools[pool].mentors[subject].capacity), of: subject, in: pool, day: day)
    case .menteeGivesUp:
      let mentee = pools[pool].mentees[subject]
      guard mentee.state == .waiting, mentee.waitCount == Int(event.stamp) else { return }
      giveUp(subject, in: pool)
    case .mentorGivesUp:
      let mentor = pools[pool].mentors[subject]
      guard mentor.isIdle, mentor.idleCount == Int(event.stamp) else { return }
      record.add(to: .mentorsGaveUp, antenna: Int(mentor.antenna))
      leave(subject, in: pool)
    case .firstMeeting: meet(subject, in: pool, day: day)
    case .duoEnds: end(subject, in: pool, day: day, dropOut: dropOut(of: duos[pool][subject], in: pool)?.reason)
    case .placeRested:
      if pools[pool].mentors[subject].isLeaving { return }
      pools[pool].mentors[subject].restingPlaces -= 1
      antennas[Int(pools[pool].mentors[subject].antenna)].restingPlaces -= 1
      openPlaces(1, of: subject, in: pool, day: day)
    }
  }

  /// - Precondition: the mentee is not in the queue's count of waiting people.
  private mutating func startWaiting(_ index: Int, in pool: Int, day: Int) {
    var mentee = pools[pool].mentees[index]
    mentee.wait()
    mentee.waitCount += 1
    if let mean = world.behaviour.menteePatienceDays {
      var patience = mentee.stream.child(.patience).child(UInt64(mentee.waitCount))
      mentee.givesUpDay = day + Exponential.days(mean: mean, &patience)
      calendars[pool].enter(.menteeGivesUp, index, stamp: mentee.waitCount, on: mentee.givesUpDay)
    }
    if !mentee.isQueued {
      mentee.isQueued = true
      pools[pool].queue.append(index)
    }
    antennas[Int(mentee.antenna)].waiting += 1
    pools[pool].mentees[index] = mentee
  }

  private mutating func giveUp(_ index: Int, in pool: Int) {
    let antenna = Int(pools[pool].mentees[index].antenna)
    pools[pool].mentees[index].state = .gone
    antennas[antenna].waiting -= 1
    record.add(to: .menteesGaveUp, antenna: antenna)
  }

  private mutating func openPlaces(_ places: Int, of index: Int, in pool: Int, day: Int) {
    pools[pool].mentors[index].open(places)
    antennas[Int(pools[pool].mentors[index].antenna)].freePlaces += places
    becomeIdleIfSo(index, in: pool, day: day)
  }

  private mutating func becomeIdleIfSo(_ index: Int, in pool: Int, day: Int) {
    guard pools[pool].mentors[index].isIdle, let mean = world.behaviour.mentorPatienceDays else { return }
    pools[pool].mentors[index].idleCount += 1
    let mentor = pools[pool].mentors[index]
    var patience = mentor.stream.child(.idlePatience).child(UInt64(mentor.idleCount))
    calendars[pool].enter(
      .mentorGivesUp, index, stamp: mentor.idleCount, on: day + Exponential.days(mean: mean, &patience))
  }

  /// The mentor takes nobody new; a running duo goes on.
  private mutating func leave(_ index: Int, in pool: Int) {
    let antenna = Int(pools[pool].mentors[index].antenna)
    antennas[antenna].freePlaces -= Int(pools[pool].mentors[index].freePlaces)
    antennas[antenna].restingPlaces -= Int(pools[pool].mentors[index].restingPlaces)
    pools[pool].mentors[index].freePlaces = 0
    pools[pool].mentors[index].restingPlaces = 0
    pools[pool].mentors[index].isLeaving = true
    if pools[pool].mentors[index].busyPlaces == 0 { pools[pool].mentors[index].isHere = false }
  }

  private mutating func close(_ antenna: Int, day: Int) {
    for pool in pools.indices {
      for index in pools[pool].mentees.indices where pools[pool].mentees[index].antenna == antenna {
        if pools[pool].mentees[index].state == .waiting { giveUp(index, in: pool) }
      }
      for index in pools[pool].mentors.indices where pools[pool].mentors[index].antenna == antenna {
        if pools[pool].mentors[index].isHere { leave(index, in: pool) }
      }
    }
  }

  // MARK: Duos

  private mutating func holdRound(in pool: Int, day: Int) {
    let openAntennas = world.antennas
    let proposed = pools[pool].propose(
      onDay: day, laptopCount: world.laptopCount.map { max(0, $0 - laptopsLent) },
      takesPart: { openAntennas[Int($0)].isOpen(on: day) })
    for duo in proposed {
      let mentee = Int(duo.mentee)
      let mentor = Int(duo.mentor)
      let antenna = Int(pools[pool].mentees[mentee].antenna)
      let mentorAntenna = Int(pools[pool].mentors[mentor].antenna)
      record.add(to: .duosProposed, antenna: antenna)
      pools[pool].mentees[mentee].state = .proposed
      antennas[antenna].waiting -= 1
      pools[pool].mentors[mentor].freePlaces -= 1
      pools[pool].mentors[mentor].busyPlaces += 1
      antennas[mentorAntenna].freePlaces -= 1
      antennas[mentorAntenna].busyPlaces += 1
      if duo.figures.needsLaptop { lend(1, antenna: antenna) }
      calendars[pool].enter(.firstMeeting, duos[pool].count, on: day + world.behaviour.firstMeetingDays)
      duos[pool].append(duo)
    }
    // A first meeting on the day of the round itself.
    while let event = calendars[pool].take(day: day) { handle(event, in: pool, day: day) }
  }

  private mutating func lend(_ count: Int, antenna: Int) {
    laptopsLent += count
    antennas[antenna].laptopsLent += count
    record.notePeak(laptopsLent, scope: 0)
    record.notePeak(antennas[antenna].laptopsLent, scope: antenna + 1)
  }

  /// The stream of a pair: what becomes of a duo depends on the two people alone.
  private func stream(of duo: PooledDuo, in pool: Int) -> CounterBasedRandom {
    pools[pool].mentees[Int(duo.mentee)].stream.child(.duo).child(pools[pool].mentors[Int(duo.mentor)].key)
  }

  private mutating func meet(_ number: Int, in pool: Int, day: Int) {
    let duo = duos[pool][number]
    let antenna = Int(pools[pool].mentees[Int(duo.mentee)].antenna)
    var luck = stream(of: duo, in: pool).child(0)
    if world.behaviour.refusals.draw(&luck) {
      record.add(to: .duosRefused, antenna: antenna)
      pools[pool].mentees[Int(duo.mentee)].refused.append(duo.mentor)
      if duo.figures.needsLaptop { lend(-1, antenna: antenna) }
      releasePlace(of: duo, in: pool)
      if !pools[pool].mentors[Int(duo.mentor)].isLeaving { openPlaces(1, of: Int(duo.mentor), in: pool, day: day) }
      backToQueue(Int(duo.mentee), in: pool, day: day)
      return
    }
    pools[pool].mentees[Int(duo.mentee)].state = .inDuo
    antennas[antenna].runningDuos += 1
    countFormed(duo, pools[pool].mentees[Int(duo.mentee)], day: day, antenna: antenna)
    var length = stream(of: duo, in: pool).child(1)
    let days = world.behaviour.duoLength.draw(&length)
    if day + days < world.dayCount { record.add(to: .duosDue, antenna: antenna) }
    let lasting = dropOut(of: duo, in: pool).map { max(1, Int(Double(days) * $0.part)) } ?? days
    calendars[pool].enter(.duoEnds, number, on: day + lasting)
  }

  /// A refused mentee waits on; one whose patience ran out meanwhile is gone.
  private mutating func backToQueue(_ index: Int, in pool: Int, day: Int) {
    pools[pool].mentees[index].wait()
    antennas[Int(pools[pool].mentees[index].antenna)].waiting += 1
    if !pools[pool].mentees[index].isQueued {
      pools[pool].mentees[index].isQueued = true
      pools[pool].queue.append(index)
    }
    let mentee = pools[pool].mentees[index]
    if mentee.givesUpDay <= day || !world.antennas[Int(mentee.antenna)].isOpen(on: day) { giveUp(index, in: pool) }
  }

  /// Whether the duo ends early: why, and after which part of its length.
  private func dropOut(of duo: PooledDuo, in pool: Int) -> (reason: DropOutReason, part: Double)? {
    var luck = stream(of: duo, in: pool).child(2)
    if world.behaviour.fullTerm.draw(&luck) { return nil }
    let reason = world.behaviour.dropOuts.draw(&luck)
    return (reason, Double(luck.below(1_000)) / 1_000)
  }

  private mutating func releasePlace(of duo: PooledDuo, in pool: Int) {
    let mentor = Int(duo.mentor)
    pools[pool].mentors[mentor].busyPlaces -= 1
    antennas[Int(pools[pool].mentors[mentor].antenna)].busyPlaces -= 1
    let left = pools[pool].mentors[mentor]
    if left.isLeaving && left.busyPlaces == 0 { pools[pool].mentors[mentor].isHere = false }
  }

  private mutating func end(_ number: Int, in pool: Int, day: Int, dropOut: DropOutReason?) {
    let duo = duos[pool][number]
    let mentee = Int(duo.mentee)
    let antenna = Int(pools[pool].mentees[mentee].antenna)
    record.add(to: dropOut?.tally ?? .duosCompleted, antenna: antenna)
    antennas[antenna].runningDuos -= 1
    if duo.figures.needsLaptop { lend(-1, antenna: antenna) }
    if let dropOut, dropOut.menteeWaitsAgain, world.antennas[antenna].isOpen(on: day) {
      pools[pool].mentees[mentee].refused.append(duo.mentor)
      pools[pool].mentees[mentee].waitingSince = day
      pools[pool].mentees[mentee].readyDay = day
      startWaiting(mentee, in: pool, day: day)
    } else {
      pools[pool].mentees[mentee].state = .gone
    }
    restOrLeave(Int(duo.mentor), after: duo, in: pool, day: day, stops: dropOut?.mentorLeaves ?? false)
  }

  private mutating func restOrLeave(_ index: Int, after duo: PooledDuo, in pool: Int, day: Int, stops: Bool) {
    pools[pool].mentors[index].endedDuoCount += 1
    let mentor = pools[pool].mentors[index]
    releasePlace(of: duo, in: pool)
    if mentor.isLeaving { return }
    var luck = mentor.stream.child(.afterDuo).child(UInt64(mentor.endedDuoCount))
    let returns = world.behaviour.returningMentors.draw(&luck)
    if stops || !returns {
      if !stops { record.add(to: .mentorsLeftAfterDuo, antenna: Int(mentor.antenna)) }
      leave(index, in: pool)
      return
    }
    let rest = luck.draw(from: world.behaviour.restDays)
    if rest == 0 {
      openPlaces(1, of: index, in: pool, day: day)
      return
    }
    pools[pool].mentors[index].restingPlaces += 1
    antennas[Int(mentor.antenna)].restingPlaces += 1
    calendars[pool].enter(.placeRested, index, on: day + rest)
  }
}
