extension PairScorer {
  /// How two people could meet, or the rules that leave them no way.
  enum WayOfMeeting {
    case meet(MeetingMode, needsLaptop: Bool, travel: Candidate.Travel?)
    case none(HardRuleSet)
  }

  /// Face to face goes first: a pair that can meet in person does, and is hybrid when it can also meet online without a
  /// lent laptop. Online alone is for pairs that cannot meet in person.
  ///
  /// - Parameter metres: the great-circle distance, asked for only when it matters.
  func wayOfMeeting(_ mentee: Person, _ mentor: Person, metres: () -> Int) -> WayOfMeeting {
    let isSameAntenna = mentee.antenna == mentor.antenna
    let wantsInPerson = mentee.meeting.acceptsInPerson && mentor.meeting.acceptsInPerson
    let wantsOnline = mentee.meeting.acceptsOnline && mentor.meeting.acceptsOnline

    var barred = HardRuleSet()
    if policy.antennaScope == .sameAntenna && !isSameAntenna { return .none(HardRuleSet(.antenna)) }
    if !wantsInPerson && !wantsOnline { return .none(HardRuleSet(.meeting)) }

    let isSkilled = min(mentee.digitalSkill, mentor.digitalSkill) >= policy.digital.onlineMinimumSkill
    let isEquipped = mentee.hasComputer && mentor.hasComputer
    let couldBorrow = policy.digital.lendsLaptops && mentor.hasComputer

    if wantsInPerson {
      let travel = travel(from: mentee.place, to: mentor.place, metres: metres())
      let isNear = travel.map { isWithinLimits($0, mentee.travelLimit, mentor.travelLimit) } ?? false
      let isAntennaFine = isSameAntenna || policy.antennaScope == .any
      if let travel, isNear, isAntennaFine {
        return .meet(wantsOnline && isSkilled && isEquipped ? .hybrid : .inPerson, needsLaptop: false, travel: travel)
      }
      if !isNear { barred.insert(HardRuleSet(.distance)) }
      if !isAntennaFine { barred.insert(HardRuleSet(.antenna)) }
    }
    if wantsOnline {
      if isSkilled && (isEquipped || couldBorrow) {
        return .meet(.online, needsLaptop: !mentee.hasComputer, travel: nil)
      }
      barred.insert(HardRuleSet(.digital))
    }
    return .none(barred)
  }

  /// The way between two places; nil when a travel-time table is used and has no connection.
  private func travel(from origin: Place, to destination: Place, metres: Int) -> Candidate.Travel? {
    guard let table = roster.travelTimes else { return Candidate.Travel(metres: metres, minutes: nil) }
    guard let from = origin.zone, let to = destination.zone, let minutes = table.minutes(from: from, to: to)
    else { return nil }
    return Candidate.Travel(metres: metres, minutes: minutes)
  }

  /// Limits are inclusive: exactly at the limit is near enough.
  private func isWithinLimits(_ travel: Candidate.Travel, _ mentee: TravelLimit, _ mentor: TravelLimit) -> Bool {
    let rules = policy.distance
    if let minutes = travel.minutes {
      return minutes <= min(mentee.minutes ?? rules.defaultLimitMinutes, mentor.minutes ?? rules.defaultLimitMinutes)
    }
    let limit = min(
      mentee.kilometres ?? rules.defaultLimitKilometres, mentor.kilometres ?? rules.defaultLimitKilometres)
    return travel.metres <= limit * 1_000
  }

  func distancePoints(_ travel: Candidate.Travel) -> Int {
    if let minutes = travel.minutes { return policy.distance.points(atMinutes: minutes) }
    return policy.distance.points(atMetres: travel.metres)
  }

  /// Full points for a mentee who needs no help; otherwise more the more of the gap the mentor covers.
  func digitalPoints(mentee: Int, mentor: Int, needsLaptop: Bool) -> Int {
    let rules = policy.digital
    let gap = max(0, rules.comfortableSkill - mentee)
    let covered = min(gap, max(0, mentor - mentee))
    let points = gap == 0 ? 10_000 : rules.unsupportedPoints + (10_000 - rules.unsupportedPoints) * covered / gap
    return needsLaptop ? max(0, points - rules.laptopDeduction) : points
  }
}

extension DistancePolicy {
  func points(atMetres metres: Int) -> Int { Self.value(of: pointsByKilometres, unit: 1_000, at: metres) }
  func points(atMinutes minutes: Int) -> Int { Self.value(of: pointsByMinutes, unit: 1, at: minutes) }

  /// Linear between knots (rounded down to whole points), constant outside. `unit`: positions per unit of the knots.
  private static func value(of knots: [Knot], unit: Int, at position: Int) -> Int {
    guard let next = knots.firstIndex(where: { $0.at * unit >= position }) else { return knots[knots.count - 1].points }
    if next == 0 { return knots[0].points }
    let (low, high) = (knots[next - 1], knots[next])
    let width = (high.at - low.at) * unit
    return high.points + (low.points - high.points) * (high.at * unit - position) / width
  }
}
