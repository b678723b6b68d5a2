/// What a pass over all mentors needs to know of one mentee: sets to combine, stretches to intersect, tables to look up.
struct MenteeRow {
  /// Nil when the mentee does not meet this way.
  var inPerson: [MentorSet]?
  var online: [MentorSet]?
  /// The mentor must be in every one of these.
  var wishes: [MentorSet]
  /// By level, 1…7: who speaks one of the mentee's languages at that level or better, as far as the mentee does.
  var speakers: [[MentorSet]]
  /// Weighted sector scores and who is worth them, best first; mentors in none of the sets are worth `sectorBase`.
  var sectors: [(score: Int32, mentors: [MentorSet])]
  var sectorBase: Int32
  var stretches: [(start: Int, length: Int)]
  var place: (x: Int32, y: Int32, z: Int32)
  var unit: (x: Double, y: Double, z: Double)
  var limit: Int32
  var skill: Int
  var needsLaptop: Bool
  /// Minutes and weighted points by zone of the mentor; nil without travel times.
  var travel: (minutes: [Int32], scores: [Int32])?

  var halfHourCount: Int { stretches.reduce(0) { $0 + $1.length } }
}

extension FeatureColumns {
  /// - Returns: nil when no mentor can be a candidate.
  func row(of mentee: Mentee, roster: Roster, policy: MatchingPolicy) -> MenteeRow? {
    let person = mentee.person
    let sameAntenna = membersOfAntenna[person.antenna] ?? .few([])
    var travel: (minutes: [Int32], scores: [Int32])?
    if let table = roster.travelTimes { travel = travelRow(from: person, in: table, policy: policy) }

    var inPerson: [MentorSet]?
    if person.meeting.acceptsInPerson && (roster.travelTimes == nil || travel != nil) {
      inPerson = [acceptingInPerson] + (policy.antennaScope == .any ? [] : [sameAntenna])
    }
    var online: [MentorSet]?
    if person.meeting.acceptsOnline && person.digitalSkill >= policy.digital.onlineMinimumSkill
      && (person.hasComputer || policy.digital.lendsLaptops)
    {
      online = [readyForOnline] + (policy.antennaScope == .sameAntenna ? [sameAntenna] : [])
    }
    if inPerson == nil && online == nil { return nil }

    let (sectors, sectorBase) = sectorScores(of: mentee, policy: policy)
    let unit = person.place.coordinate.unitVector
    return MenteeRow(
      inPerson: inPerson, online: online, wishes: mentee.wishes.map { answering[$0] ?? .few([]) },
      speakers: speakers(understanding: person, policy: policy.language), sectors: sectors, sectorBase: sectorBase,
      stretches: person.availability.stretches.map {
        ($0.day * WeeklyAvailability.halfHoursPerDay + $0.halfHours.lowerBound, $0.halfHours.count)
      },
      place: places.scale.place(of: unit), unit: unit,
      limit: policy.distance.limit(of: person.travelLimit, inMinutes: roster.travelTimes != nil),
      skill: person.digitalSkill, needsLaptop: !person.hasComputer, travel: travel)
  }

  private func speakers(understanding mentee: Person, policy: LanguagePolicy) -> [[MentorSet]] {
    var found = [[MentorSet]](repeating: [], count: LanguageLevel.allCases.count + 1)
    let working = policy.workingLanguages(of: mentee.antenna)
    for skill in mentee.languages where skill.level >= policy.minimumLevel {
      guard let byLevel = speakers[skill.language], working?.contains(skill.language) ?? true else { continue }
      for level in policy.minimumLevel.rawValue...skill.level.rawValue {
        let set = byLevel[Int(level) - 1]
        if set != .few([]) { found[Int(level)].append(set) }
      }
    }
    return found
  }

  private func sectorScores(
    of mentee: Mentee, policy: MatchingPolicy
  ) -> (values: [(score: Int32, mentors: [MentorSet])], base: Int32) {
    let rules = policy.sector
    let weight = policy.weights.sector
    if mentee.targetSectors.isEmpty {
      let generalist = rules.undecidedWithGeneralistPoints
      let specialist = rules.undecidedWithSpecialistPoints
      let (better, mentors) = generalist > specialist ? (generalist, generalists) : (specialist, specialists)
      return ([(Int32(weight * better), [mentors])], Int32(weight * min(generalist, specialist)))
    }
    var values: [(score: Int32, mentors: MentorSet)] = []
    for (rank, target) in mentee.targetSectors.enumerated() {
      for reach in sectors.reachOfTarget[target] ?? [] {
        let points = reach.likeness * rules.percent(ofRank: rank) * reach.percentByYears / 10_000
        if points > 0 { values.append((Int32(weight * points), reach.mentors)) }
      }
    }
    if rules.generalistPoints > 0 { values.append((Int32(weight * rules.generalistPoints), generalists)) }
    values.sort { $0.score > $1.score }
    var grouped: [(score: Int32, mentors: [MentorSet])] = []
    for value in values where value.score > 0 {
      if let last = grouped.last, last.score == value.score {
        grouped[grouped.count - 1].mentors.append(value.mentors)
      } else {
        grouped.append((value.score, [value.mentors]))
      }
    }
    return (grouped, 0)
  }

  /// - Returns: nil for somebody whom the table does not know.
  private func travelRow(
    from mentee: Person, in table: TravelTimeTable, policy: MatchingPolicy
  ) -> (minutes: [Int32], scores: [Int32])? {
    guard let origin = mentee.place.zone.flatMap(table.index(ofZone:)) else { return nil }
    let zoneCount = table.zones.count
    let minutes = table.minutes[origin * zoneCount..<(origin + 1) * zoneCount].map { $0.map(Int32.init(clamping:)) }
    let weight = Int32(policy.weights.distance)
    return (
      minutes.map { $0 ?? Int32.max } + [Int32.max],
      minutes.map { $0.map { weight * Int32(policy.distance.points(atMinutes: Int($0))) } ?? 0 } + [0]
    )
  }
}
