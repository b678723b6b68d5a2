import MentorMatching

/// SplitMix64: a small, seeded source of test data.
struct TestRandom: RandomNumberGenerator {
  private var state: UInt64

  init(seed: UInt64) { state = seed }

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var z = state
    z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
    z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
    return z ^ (z >> 31)
  }
}

extension TestRandom {
  mutating func number(_ range: ClosedRange<Int>) -> Int { Int.random(in: range, using: &self) }
  mutating func chance(_ percent: Int) -> Bool { number(1...100) <= percent }
  mutating func pick<T>(_ values: [T]) -> T { values[number(0...values.count - 1)] }
}

/// People with every attribute varied, edge values included.
struct RandomRoster {
  var random: TestRandom

  init(seed: UInt64) { random = TestRandom(seed: seed) }

  mutating func roster(menteeCount: Int, mentorCount: Int, withTravelTimes: Bool = false) throws -> Roster {
    let zones = ["59000", "59100", "59200"]
    let travelTimes = TravelTimeTable(
      zones: zones, minutes: (0..<9).map { _ in random.chance(15) ? nil : random.number(0...90) })
    return try Roster(
      mentees: (0..<menteeCount).map { try mentee("e\($0)") }.shuffled(using: &random),
      mentors: (0..<mentorCount).map { try mentor("m\($0)") }.shuffled(using: &random),
      travelTimes: withTravelTimes ? travelTimes : nil)
  }

  mutating func policy() -> MatchingPolicy {
    var policy = MatchingPolicy()
    policy.objective = random.chance(50) ? .mostDuosFirst : .highestScore
    policy.antennaScope = random.pick(MatchingPolicy.AntennaScope.allCases)
    policy.minimumScore = random.chance(30) ? 550_000 : 0
    policy.language.minimumLevel = random.pick([.a2, .b1, .b2])
    if let lille = AntennaID("lille"), let french = LanguageCode("fr"), random.chance(30) {
      policy.language.workingLanguages = [.init(antenna: lille, languages: [french])]
    }
    policy.digital.lendsLaptops = random.chance(70)
    return policy
  }

  /// Policies that nobody would write, but could.
  mutating func unusualPolicy() -> MatchingPolicy {
    var policy = policy()
    let cuts = (0..<4).map { _ in random.number(0...100) }.sorted()
    policy.weights.language = cuts[0]
    policy.weights.sector = cuts[1] - cuts[0]
    policy.weights.availability = cuts[2] - cuts[1]
    policy.weights.distance = cuts[3] - cuts[2]
    policy.weights.digital = 100 - cuts[3]
    policy.language.minimumLevel = random.pick(LanguageLevel.allCases)
    policy.language.pointsByLevel = (0..<7).map { _ in random.number(0...10_000) }.sorted()
    policy.sector.pointsBySharedPrefix = (1...random.number(1...3)).map { .init(from: 2 * $0 - 1, value: 2_999 * $0) }
    policy.sector.percentByRank = [random.number(50...100), random.number(0...50)]
    policy.sector.percentByYears = [
      .init(from: random.number(0...3), value: random.number(0...40)), .init(from: 9, value: random.number(40...99)),
    ]
    policy.sector.generalistPoints = random.number(0...10_000)
    policy.sector.undecidedWithGeneralistPoints = random.number(0...10_000)
    policy.sector.undecidedWithSpecialistPoints = random.number(0...10_000)
    policy.availability.meetingHalfHours = random.number(1...7)
    policy.availability.minimumBlocks = random.number(0...3)
    policy.availability.pointsByBlocks = (0..<random.number(1...14)).map { _ in random.number(0...7_000) }.sorted()
    policy.availability.halfHourPoints = random.number(0...3_000)
    policy.availability.saturationHalfHours = random.number(1...60)
    var at = 0
    var points = 10_000
    policy.distance.pointsByKilometres = (0..<random.number(1...8)).map { _ in
      at += random.number(1...13)
      points = random.number(0...points)
      return .init(at: at, points: points)
    }
    policy.distance.pointsByMinutes = policy.distance.pointsByKilometres
    policy.distance.defaultLimitKilometres = random.number(0...60)
    policy.distance.onlinePoints = random.number(0...10_000)
    policy.digital.onlineMinimumSkill = random.number(1...8)
    policy.digital.comfortableSkill = random.number(1...8)
    policy.digital.unsupportedPoints = random.number(0...10_000)
    policy.digital.laptopDeduction = random.number(0...10_000)
    return policy
  }

  private struct Unnamed: Error {}

  private mutating func person(_ id: String) throws -> Person {
    let antenna = random.chance(70) ? "lille" : "ghent"
    var availability = WeeklyAvailability()
    for _ in 0..<random.number(1...5) {
      let start = random.number(0...44)
      availability.insert(day: random.number(0...6), halfHours: start..<min(48, start + random.number(1...8)))
    }
    let languages = ["fr", "nl", "en", "ar"].shuffled(using: &random).prefix(random.number(1...3))
    guard let id = PersonID(id), let antenna = AntennaID(antenna),
      let coordinate = Coordinate(
        latitude: 50.6 + Double(random.number(-30...30)) / 100, longitude: 3.0 + Double(random.number(-40...40)) / 100)
    else { throw Unnamed() }
    return Person(
      id: id, antenna: antenna,
      place: Place(coordinate: coordinate, zone: random.chance(90) ? random.pick(["59000", "59100", "59200"]) : nil),
      languages: languages.compactMap(LanguageCode.init).map { LanguageSkill($0, random.pick(LanguageLevel.allCases)) },
      availability: availability, meeting: random.pick(MeetingPreference.allCases), digitalSkill: random.number(1...8),
      hasComputer: random.chance(75),
      travelLimit: TravelLimit(
        kilometres: random.chance(60) ? random.number(0...40) : nil,
        minutes: random.chance(60) ? random.number(0...90) : nil))
  }

  private mutating func mentee(_ id: String) throws -> Mentee {
    let targets = ["62.01", "62", "85.5", "M1805", "2512"].shuffled(using: &random).prefix(random.number(0...3))
    return Mentee(
      try person(id), targetSectors: targets.compactMap(SectorCode.init),
      registered: CalendarDate(year: 2021, month: random.number(1...12), day: random.number(1...28)),
      wishes: random.chance(15) ? ["woman"].compactMap(Wish.init) : [])
  }

  private mutating func mentor(_ id: String) throws -> Mentor {
    let sectors = ["62.02", "62.01", "85", "M18", "2511"].shuffled(using: &random).prefix(random.number(0...2))
    return Mentor(
      try person(id),
      sectors: sectors.compactMap(SectorCode.init).map { Mentor.Experience($0, years: random.number(0...40)) },
      isGeneralist: random.chance(30), capacity: random.pick([0, 1, 1, 1, 2, 3]),
      answersTo: random.chance(50) ? ["woman"].compactMap(Wish.init) : [])
  }
}
