/// What a pass over all mentors needs to know of one mentee: sets to combine, stretches to intersect, values to look up.
///
/// Filled anew for each mentee, in the same memory: in the long run nothing is allocated.
struct MenteeRow: ~Copyable {
  private(set) var facts = MenteeColumns.Facts()
  /// The mentor must be in all of these to meet in person, online, and at all.
  private(set) var inPerson = RowList<MentorSet>()
  private(set) var online = RowList<MentorSet>()
  private(set) var wishes = RowList<MentorSet>()
  /// Who speaks one of the mentee's languages at a level or better, as far as the mentee does: level 1 first; the sets of
  /// level L are `speakers[speakersEnd[L − 1]..<speakersEnd[L]]`.
  private(set) var speakers = RowList<MentorSet>()
  private(set) var speakersEnd = RowList<Int32>()
  /// Weighted sector scores, best first, and who is worth them: value v has the sets from the end of the value before on.
  /// Mentors in none of the sets are worth `sectorBase`.
  private(set) var sectorScores = RowList<Int32>()
  private(set) var sectorEnd = RowList<Int32>()
  private(set) var sectorSets = RowList<MentorSet>()
  private(set) var sectorBase: Int32 = 0
  /// By sector set: which digit of the value's number changes after it in F. Gray's reflected binary code, where numbers count
  /// from the least value on; ``noDigit`` where more sets of the value follow.
  private(set) var sectorDigits = RowList<Int16>()
  static let noDigit: Int16 = 6
  /// Minutes and weighted points by zone of the mentor; empty without travel times.
  private(set) var zoneMinutes = RowList<Int32>()
  private(set) var zoneScores = RowList<Int32>()

  private var rankedReaches = RowList<RankedReaches>()

  /// What is left of a target's reaches, the first of them at its score.
  private struct RankedReaches: BitwiseCopyable {
    /// Where the rank's scores begin.
    let scoreStart: Int
    var next: Int
    let end: Int
    /// 0 when none is left, or none worth anything.
    var score: Int32 = 0

    mutating func findScore(_ sectors: SectorColumns) {
      score = next < end ? sectors.scores[scoreStart + next] : 0
    }
  }

  /// - Parameter mentee: roster index.
  /// - Returns: false when no mentor can be a candidate; then the row is of no use.
  mutating func fill(
    _ mentee: Int, of mentees: MenteeColumns, columns: FeatureColumns, travelTimes: TravelTimeTable?,
    policy: MatchingPolicy
  ) -> Bool {
    facts = mentees.facts[mentee]
    if !facts.meetsInPerson && !facts.meetsOnline { return false }
    fillTravel(travelTimes, policy)
    inPerson.removeAll()
    online.removeAll()
    wishes.removeAll()
    inPerson.append(columns.acceptingInPerson)
    online.append(columns.readyForOnline)
    if policy.antennaScope != .any {
      inPerson.append(facts.sameAntenna)
      if policy.antennaScope == .sameAntenna { online.append(facts.sameAntenna) }
    }
    let end = mentees.facts[mentee + 1]
    for index in facts.wishStart..<end.wishStart { wishes.append(mentees.wishes[index]) }
    fillSpeakers(facts.languageStart..<end.languageStart, of: mentees, policy.language)
    fillSectors(facts.targetStart..<end.targetStart, of: mentees, columns, policy)
    fillSectorDigits()
    return true
  }

  private mutating func fillSpeakers(_ languages: Range<Int>, of mentees: MenteeColumns, _ policy: LanguagePolicy) {
    speakers.removeAll()
    speakersEnd.removeAll()
    speakersEnd.append(0)
    for level in 1...MenteeColumns.levelCount {
      if level >= Int(policy.minimumLevel.rawValue) {
        for index in languages where mentees.languages[index].level >= level {
          let set = mentees.speakers[mentees.languages[index].number * MenteeColumns.levelCount + level - 1]
          if set != .nobody { speakers.append(set) }
        }
      }
      speakersEnd.append(Int32(speakers.count))
    }
  }

  private mutating func fillSectors(
    _ targets: Range<Int>, of mentees: MenteeColumns, _ columns: FeatureColumns, _ policy: MatchingPolicy
  ) {
    let rules = policy.sector
    let weight = policy.weights.sector
    sectorScores.removeAll()
    sectorEnd.removeAll()
    sectorSets.removeAll()
    sectorBase = 0
    if targets.isEmpty {
      let generalist = rules.undecidedWithGeneralistPoints
      let specialist = rules.undecidedWithSpecialistPoints
      sectorBase = Int32(weight * min(generalist, specialist))
      appendSector(
        Int32(weight * max(generalist, specialist)), generalist > specialist ? columns.generalists : columns.specialists
      )
      return
    }
    let sectors = columns.sectors
    rankedReaches.removeAll()
    for index in targets {
      let target = mentees.targets[index]
      var reaches = RankedReaches(
        scoreStart: min(index - targets.lowerBound, sectors.rankCount - 1) * sectors.reaches.count,
        next: sectors.reachStart[target], end: sectors.reachStart[target + 1])
      reaches.findScore(sectors)
      rankedReaches.append(reaches)
    }
    // Each target's sets come best first: the lists are merged.
    var generalistScore = Int32(weight * rules.generalistPoints)
    while true {
      var best = generalistScore
      var from: Int?
      for rank in rankedReaches.indices where rankedReaches[rank].score > best {
        best = rankedReaches[rank].score
        from = rank
      }
      if best <= 0 { return }
      if let from {
        appendSector(best, sectors.reaches[rankedReaches[from].next].mentors)
        rankedReaches[from].next += 1
        rankedReaches[from].findScore(sectors)
      } else {
        appendSector(best, columns.generalists)
        generalistScore = 0
      }
    }
  }

  private mutating func fillSectorDigits() {
    sectorDigits.removeAll()
    for value in sectorScores.indices {
      let number = sectorScores.count - value
      while sectorDigits.count < Int(sectorEnd[value]) - 1 { sectorDigits.append(Self.noDigit) }
      sectorDigits.append(Int16(truncatingIfNeeded: min(number.trailingZeroBitCount, Int(Self.noDigit))))
    }
  }

  private mutating func appendSector(_ score: Int32, _ mentors: MentorSet) {
    sectorSets.append(mentors)
    let end = Int32(sectorSets.count)
    if !sectorScores.isEmpty && sectorScores[sectorScores.count - 1] == score {
      sectorEnd[sectorEnd.count - 1] = end
    } else {
      sectorScores.append(score)
      sectorEnd.append(end)
    }
  }

  private mutating func fillTravel(_ table: TravelTimeTable?, _ policy: MatchingPolicy) {
    zoneMinutes.removeAll()
    zoneScores.removeAll()
    guard let table, let origin = facts.zone else { return }
    let zoneCount = table.zones.count
    let weight = Int32(policy.weights.distance)
    for minutes in table.minutes[origin * zoneCount..<(origin + 1) * zoneCount] {
      zoneMinutes.append(minutes.map { Int32(clamping: $0) } ?? Int32.max)
      zoneScores.append(
        minutes.map { weight * Int32(policy.distance.points(atMinutes: Int(Int32(clamping: $0)))) } ?? 0)
    }
    zoneMinutes.append(Int32.max)
    zoneScores.append(0)
  }
}
