/// The mentors of a roster as a struct of arrays: what a pass over a mentee's row reads, densely, once per roster and
/// policy.
///
/// What is told by yes or no (a language at a level, an antenna, a half hour, a way of meeting) is held as sets, 512
/// mentors to a cache line; what has many values (coordinates, limits) as arrays. Entries are indexed by *position*: the
/// place of a mentor in `mentorAtPosition`. Arrays are padded to whole chunks of 512 positions.
struct FeatureColumns: Sendable {
  /// Roster indices of the mentors, in the order of the columns.
  let mentorAtPosition: [Int]
  let chunkCount: Int

  let planes: MentorPlanes
  /// By language, then by level − 1: who speaks it at that level or better.
  let speakers: [LanguageCode: [MentorSet]]
  let membersOfAntenna: [AntennaID: MentorSet]
  let answering: [Wish: MentorSet]
  let acceptingInPerson: MentorSet
  /// Accepting online meetings, skilled and equipped for them.
  let readyForOnline: MentorSet
  let generalists: MentorSet
  let specialists: MentorSet
  let sectors: SectorColumns

  /// `[chunk][slot][word]`, slot = day · 48 + half hour; the last slot of a chunk is nobody's.
  let availability: AlignedArray<UInt64>
  /// The same: free from this half hour on for a whole meeting, on one day.
  let starts: AlignedArray<UInt64>
  let places: PlaceColumns
  /// Metres, or minutes when the roster has travel times.
  let limit: AlignedArray<Int32>
  /// What no 32-bit length of a way within the limit exceeds, in metres; not read with travel times.
  let reach: AlignedArray<Float>
  /// Index of the zone in the travel-time table; one past the last for people without a zone. Empty without a table.
  let zone: AlignedArray<Int32>
  /// Digital skill − 1.
  let skill: AlignedArray<UInt8>

  static let slotCount = WeeklyAvailability.dayCount * WeeklyAvailability.halfHoursPerDay + 1

  /// - Parameter order: roster indices of all mentors; nil keeps the roster's order.
  init(roster: Roster, policy: MatchingPolicy, order: [Int]? = nil) {
    let mentorAtPosition = order ?? Array(roster.mentors.indices)
    precondition(mentorAtPosition.count == roster.mentors.count, "every mentor once")
    let mentors = mentorAtPosition.map { roster.mentors[$0] }
    self.mentorAtPosition = mentorAtPosition
    let wordCount = MentorPlanes.words(ofMentorCount: mentors.count)
    chunkCount = wordCount / MentorPlanes.chunkWords
    let paddedCount = chunkCount * MentorPlanes.chunk

    var sets = MentorSetCollector<SetKey>()
    let sectors = SectorColumns.Builder(roster: roster, policy: policy.sector)
    for (position, mentor) in mentors.enumerated() {
      let person = mentor.person
      for skill in person.languages {
        for level in LanguageLevel.allCases where level <= skill.level {
          sets.insert(position, into: .language(skill.language, level))
        }
      }
      sets.insert(position, into: .antenna(person.antenna))
      for wish in mentor.answersTo { sets.insert(position, into: .wish(wish)) }
      if person.meeting.acceptsInPerson { sets.insert(position, into: .inPerson) }
      if person.isReadyForOnline(policy.digital) { sets.insert(position, into: .online) }
      sets.insert(position, into: mentor.isGeneralist ? .generalist : .specialist)
      sectors.forEachNode(of: mentor) { sets.insert(position, into: .sector($0)) }
    }
    let (planes, frozen) = MentorPlanes.freeze(sets.members, wordCount: wordCount)
    func set(_ key: SetKey) -> MentorSet { sets.number[key].map { frozen[$0] } ?? .nobody }
    self.planes = planes
    var speakers: [LanguageCode: [MentorSet]] = [:]
    var members: [AntennaID: MentorSet] = [:]
    var answering: [Wish: MentorSet] = [:]
    for key in sets.number.keys {
      switch key {
      case .language(let language, _) where speakers[language] == nil:
        speakers[language] = LanguageLevel.allCases.map { set(.language(language, $0)) }
      case .antenna(let antenna): members[antenna] = set(key)
      case .wish(let wish): answering[wish] = set(key)
      default: break
      }
    }
    self.speakers = speakers
    membersOfAntenna = members
    self.answering = answering
    acceptingInPerson = set(.inPerson)
    readyForOnline = set(.online)
    generalists = set(.generalist)
    specialists = set(.specialist)
    self.sectors = sectors.columns(weight: policy.weights.sector) { node in
      sets.number[.sector(node)].map { frozen[$0] }
    }

    availability = AlignedArray(repeating: 0, count: wordCount * Self.slotCount)
    starts = AlignedArray(repeating: 0, count: wordCount * Self.slotCount)
    limit = AlignedArray(repeating: 0, count: paddedCount)
    reach = AlignedArray(repeating: 0, count: paddedCount)
    zone = AlignedArray(repeating: 0, count: roster.travelTimes == nil ? 0 : paddedCount)
    skill = AlignedArray(repeating: 0, count: paddedCount)
    for (position, mentor) in mentors.enumerated() {
      limit[position] = policy.distance.limit(of: mentor.person.travelLimit, inMinutes: roster.travelTimes != nil)
    }
    places = PlaceColumns(
      mentors: mentors.map(\.person.place.coordinate), limits: limit,
      mentees: roster.mentees.map(\.person.place.coordinate), paddedCount: paddedCount)
    for (position, mentor) in mentors.enumerated() {
      let person = mentor.person
      let chunk = position / MentorPlanes.chunk
      let word = position % MentorPlanes.chunk / 64
      for day in 0..<WeeklyAvailability.dayCount {
        let halfHours = person.availability.days[day]
        var meetings = halfHours
        for later in 1..<max(policy.availability.meetingHalfHours, 1) { meetings &= halfHours >> UInt64(later) }
        for (plane, slots) in [(availability, halfHours), (starts, meetings)] {
          var left = slots
          while left != 0 {
            let slot = day * WeeklyAvailability.halfHoursPerDay + left.trailingZeroBitCount
            plane[(chunk * Self.slotCount + slot) * MentorPlanes.chunkWords + word] |= 1 << UInt64(position % 64)
            left &= left - 1
          }
        }
      }
      reach[position] = Float(
        roundingDown: places.scale.reach(ofMetres: limit[position]) + Double(places.offsetError[chunk]))
      skill[position] = UInt8(person.digitalSkill - 1)
      if let table = roster.travelTimes {
        zone[position] = Int32(person.place.zone.flatMap(table.index(ofZone:)) ?? table.zones.count)
      }
    }
  }

  private enum SetKey: Hashable {
    case language(LanguageCode, LanguageLevel)
    case antenna(AntennaID)
    case wish(Wish)
    case sector(SectorColumns.Node)
    case inPerson, online, generalist, specialist
  }
}

extension Person {
  /// Whether a mentor accepts online meetings, and is skilled and equipped for them.
  func isReadyForOnline(_ policy: DigitalPolicy) -> Bool {
    meeting.acceptsOnline && hasComputer && digitalSkill >= policy.onlineMinimumSkill
  }
}

extension DistancePolicy {
  /// How far somebody travels, in metres or in minutes.
  func limit(of person: TravelLimit, inMinutes: Bool) -> Int32 {
    inMinutes
      ? Int32(clamping: min(person.minutes ?? defaultLimitMinutes, 1_000_000_000))
      : Int32(clamping: min(person.kilometres ?? defaultLimitKilometres, 1_000_000) * 1_000)
  }
}
