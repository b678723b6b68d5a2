/// What a pass over all mentors needs to know of one mentee: sets to combine, stretches to intersect, values to look up.
///
/// Filled anew for each mentee, in the same memory: in the long run nothing is allocated. Never copied: counting the references
/// to a dozen lists takes longer than filling them.
struct MenteeRow: ~Copyable {
  private(set) var meetsInPerson = false
  private(set) var meetsOnline = false
  /// The mentor must be in all of these to meet in person, online, and at all.
  private(set) var inPerson: [MentorSet] = []
  private(set) var online: [MentorSet] = []
  private(set) var wishes: [MentorSet] = []
  /// Who speaks one of the mentee's languages at a level or better, as far as the mentee does: level 1 first; the sets of
  /// level L are `speakers[speakersEnd[L − 1]..<speakersEnd[L]]`.
  private(set) var speakers: [MentorSet] = []
  private(set) var speakersEnd: [Int] = []
  /// Weighted sector scores, best first, and who is worth them: value v has the sets from the end of the value before on.
  /// Mentors in none of the sets are worth `sectorBase`.
  private(set) var sectorScores: [Int32] = []
  private(set) var sectorEnd: [Int32] = []
  private(set) var sectorSets: [MentorSet] = []
  private(set) var sectorBase: Int32 = 0
  private(set) var availability = WeeklyAvailability()
  private(set) var place: (x: Int32, y: Int32, z: Int32) = (0, 0, 0)
  private(set) var unit: (x: Double, y: Double, z: Double) = (0, 0, 0)
  private(set) var limit: Int32 = 0
  private(set) var skill = 1
  private(set) var needsLaptop = false
  /// Minutes and weighted points by zone of the mentor; empty without travel times.
  private(set) var zoneMinutes: [Int32] = []
  private(set) var zoneScores: [Int32] = []

  private var reaches: [[SectorColumns.Reach]] = []
  private var nextReach: [Int] = []

  /// - Returns: false when no mentor can be a candidate; then the row is of no use.
  mutating func fill(_ mentee: Mentee, columns: FeatureColumns, roster: Roster, policy: MatchingPolicy) -> Bool {
    let person = mentee.person
    let hasWay = fillTravel(from: person, roster.travelTimes, policy)
    meetsInPerson = person.meeting.acceptsInPerson && hasWay
    meetsOnline =
      person.meeting.acceptsOnline && person.digitalSkill >= policy.digital.onlineMinimumSkill
      && (person.hasComputer || policy.digital.lendsLaptops)
    if !meetsInPerson && !meetsOnline { return false }
    inPerson.removeAll(keepingCapacity: true)
    online.removeAll(keepingCapacity: true)
    wishes.removeAll(keepingCapacity: true)
    inPerson.append(columns.acceptingInPerson)
    online.append(columns.readyForOnline)
    if policy.antennaScope != .any {
      let sameAntenna = columns.membersOfAntenna[person.antenna] ?? .few([])
      inPerson.append(sameAntenna)
      if policy.antennaScope == .sameAntenna { online.append(sameAntenna) }
    }
    for wish in mentee.wishes { wishes.append(columns.answering[wish] ?? .few([])) }

    fillSpeakers(understanding: person, columns, policy.language)
    fillSectors(of: mentee, columns, policy)
    availability = person.availability
    unit = person.place.coordinate.unitVector
    place = columns.places.scale.place(of: unit)
    limit = policy.distance.limit(of: person.travelLimit, inMinutes: roster.travelTimes != nil)
    skill = person.digitalSkill
    needsLaptop = !person.hasComputer
    return true
  }

  private mutating func fillSpeakers(understanding mentee: Person, _ columns: FeatureColumns, _ policy: LanguagePolicy)
  {
    speakers.removeAll(keepingCapacity: true)
    speakersEnd.removeAll(keepingCapacity: true)
    let working = policy.workingLanguages(of: mentee.antenna)
    speakersEnd.append(0)
    for level in 1...LanguageLevel.allCases.count {
      if level >= Int(policy.minimumLevel.rawValue) {
        for skill in mentee.languages where Int(skill.level.rawValue) >= level {
          guard let byLevel = columns.speakers[skill.language], working?.contains(skill.language) ?? true else {
            continue
          }
          if !byLevel[level - 1].isEmpty { speakers.append(byLevel[level - 1]) }
        }
      }
      speakersEnd.append(speakers.count)
    }
  }

  private mutating func fillSectors(of mentee: Mentee, _ columns: FeatureColumns, _ policy: MatchingPolicy) {
    let rules = policy.sector
    let weight = policy.weights.sector
    sectorScores.removeAll(keepingCapacity: true)
    sectorEnd.removeAll(keepingCapacity: true)
    sectorSets.removeAll(keepingCapacity: true)
    sectorBase = 0
    if mentee.targetSectors.isEmpty {
      let generalist = rules.undecidedWithGeneralistPoints
      let specialist = rules.undecidedWithSpecialistPoints
      sectorBase = Int32(weight * min(generalist, specialist))
      appendSector(
        Int32(weight * max(generalist, specialist)), generalist > specialist ? columns.generalists : columns.specialists
      )
      return
    }
    reaches.removeAll(keepingCapacity: true)
    nextReach.removeAll(keepingCapacity: true)
    for target in mentee.targetSectors {
      reaches.append(columns.sectors.reachOfTarget[target] ?? [])
      nextReach.append(0)
    }
    // Each target's sets come best first: the lists are merged.
    var generalistScore = Int32(weight * rules.generalistPoints)
    while true {
      var best = generalistScore
      var from: Int?
      for rank in reaches.indices where nextReach[rank] < reaches[rank].count {
        let reach = reaches[rank][nextReach[rank]]
        let score = Int32(
          weight * (reach.likeness * rules.percent(ofRank: rank) * reach.percentByYears / 10_000))
        if score > best {
          best = score
          from = rank
        }
      }
      if best <= 0 { return }
      if let from {
        appendSector(best, reaches[from][nextReach[from]].mentors)
        nextReach[from] += 1
      } else {
        appendSector(best, columns.generalists)
        generalistScore = 0
      }
    }
  }

  private mutating func appendSector(_ score: Int32, _ mentors: MentorSet) {
    sectorSets.append(mentors)
    let end = Int32(sectorSets.count)
    if sectorScores.last == score {
      sectorEnd[sectorEnd.count - 1] = end
    } else {
      sectorScores.append(score)
      sectorEnd.append(end)
    }
  }

  /// - Returns: false for somebody whom the travel-time table does not know.
  private mutating func fillTravel(from mentee: Person, _ table: TravelTimeTable?, _ policy: MatchingPolicy) -> Bool {
    zoneMinutes.removeAll(keepingCapacity: true)
    zoneScores.removeAll(keepingCapacity: true)
    guard let table else { return true }
    guard let origin = mentee.place.zone.flatMap(table.index(ofZone:)) else { return false }
    let zoneCount = table.zones.count
    let weight = Int32(policy.weights.distance)
    for minutes in table.minutes[origin * zoneCount..<(origin + 1) * zoneCount] {
      zoneMinutes.append(minutes.map { Int32(clamping: $0) } ?? Int32.max)
      zoneScores.append(
        minutes.map { weight * Int32(policy.distance.points(atMinutes: Int(Int32(clamping: $0)))) } ?? 0)
    }
    zoneMinutes.append(Int32.max)
    zoneScores.append(0)
    return true
  }
}
