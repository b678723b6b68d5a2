/// A pool of people prepared for scoring single pairs: everything that takes time to look up (languages, sectors, wishes,
/// places on the sphere) is a number already.
///
/// For callers that need some pairs of many small pools, in no order: a simulation. ``RowScorer`` is for whole rows of many
/// mentors (a nanosecond a pair, but preparing takes microseconds a person), ``PairScorer`` for one pair with the facts
/// behind its points. All three agree on every pair; the plain scorer defines the model, and tests hold the others to it.
///
/// People are known by their positions in the arrays given; identifiers play no part. Distances are in kilometres: there
/// is no travel-time table.
///
/// Complexity: preparing takes O(people) and O((languages + target sectors + wishes) × mentors); a pair some 50 ns.
/// Memory: a byte for each language and mentor, four for each target sector and mentor, some 200 for each person.
public struct PreparedPairs: Sendable {
  /// What a pair scores, without the facts behind it.
  public struct Figures: Sendable, Equatable {
    /// 0…1 000 000
    public var score: Int
    public var points: CriterionPoints
    public var mode: MeetingMode
    public var needsLaptop: Bool
    /// Great-circle metres; nil when nobody travels (online duos).
    public var metres: Int?
  }

  public let menteeCount: Int
  public let mentorCount: Int

  private let policy: MatchingPolicy
  private let mentees: [PreparedPerson]
  private let mentors: [PreparedPerson]
  /// `wishes[wishStart[mentee]..<wishStart[mentee + 1]]` are what a mentee asked for.
  private let wishes: [Int]
  private let wishStart: [Int]
  private let isGeneralist: [Bool]
  private let languages: PreparedLanguages
  private let sectors: PreparedSectors
  /// `[wish][mentor]`: whether the mentor answers to it.
  private let answers: [Bool]
  /// By mentee's skill − 1, then mentor's skill − 1; without and with a lent laptop.
  private let digital: [Int]
  private let digitalWithLaptop: [Int]
  /// Blocks beyond these change nothing.
  private let blockLimit: Int

  /// - Precondition: the policy has no ``MatchingPolicy/problems()``.
  public init(mentees: [Mentee], mentors: [Mentor], policy: MatchingPolicy) {
    self.policy = policy
    menteeCount = mentees.count
    mentorCount = mentors.count
    let plain = PairScorer(policy: policy)
    var antennas = Vocabulary<AntennaID>()
    var wishNumbers = Vocabulary<Wish>()
    var wishes: [Int] = []
    var wishStart = [0]
    wishStart.reserveCapacity(mentees.count + 1)
    languages = PreparedLanguages(mentees: mentees, mentors: mentors, policy: policy.language)
    sectors = PreparedSectors(mentees: mentees, mentors: mentors, policy: policy.sector, scorer: plain)
    // By index: a person copied out of the array would count half a dozen references.
    self.mentees = mentees.indices.map { index in
      for wish in mentees[index].wishes { wishes.append(wishNumbers.number(of: wish)) }
      wishStart.append(wishes.count)
      return PreparedPerson(
        mentees[index].person, antenna: antennas.number(of: mentees[index].person.antenna), policy: policy,
        hasWishes: !mentees[index].wishes.isEmpty)
    }
    self.wishes = wishes
    self.wishStart = wishStart
    var answers = [Bool](repeating: false, count: wishNumbers.count * mentors.count)
    self.mentors = mentors.indices.map { index in
      if wishNumbers.count > 0 {
        for wish in mentors[index].answersTo {
          if let number = wishNumbers.known(wish) { answers[number * mentors.count + index] = true }
        }
      }
      return PreparedPerson(
        mentors[index].person, antenna: antennas.number(of: mentors[index].person.antenna), policy: policy,
        hasWishes: false)
    }
    isGeneralist = mentors.map(\.isGeneralist)
    self.answers = answers
    func digitalPoints(needsLaptop: Bool) -> [Int] {
      (0..<64).map { plain.digitalPoints(mentee: $0 / 8 + 1, mentor: $0 % 8 + 1, needsLaptop: needsLaptop) }
    }
    digital = digitalPoints(needsLaptop: false)
    digitalWithLaptop = digitalPoints(needsLaptop: true)
    blockLimit = max(policy.availability.pointsByBlocks.count - 1, policy.availability.minimumBlocks, 1)
  }

  /// The score of a pair, or ``CandidateScores/notCandidate``.
  public func score(mentee: Int, mentor: Int) -> Int32 {
    figures(mentee: mentee, mentor: mentor).map { Int32($0.score) } ?? CandidateScores.notCandidate
  }

  /// What a pair scores; nil when it is no candidate.
  @inline(__always)
  public func figures(mentee row: Int, mentor column: Int) -> Figures? {
    let mentee = mentees[row]
    let mentor = mentors[column]
    if mentee.hasWishes, !answersWishes(ofMentee: row, mentor: column) { return nil }

    // The cheap questions first; most pairs that are no candidates fail here.
    let isSameAntenna = mentee.antenna == mentor.antenna
    if policy.antennaScope == .sameAntenna && !isSameAntenna { return nil }
    let mayTravel =
      mentee.acceptsInPerson && mentor.acceptsInPerson && (isSameAntenna || policy.antennaScope == .any)
    let isReadyOnline =
      mentee.acceptsOnline && mentor.acceptsOnline && mentor.hasComputer
      && min(mentee.skill, mentor.skill) >= policy.digital.onlineMinimumSkill
    let canMeetOnline = isReadyOnline && (mentee.hasComputer || policy.digital.lendsLaptops)
    if !mayTravel && !canMeetOnline { return nil }
    let level = languages.bestLevel(mentee: row, mentor: column)
    if level == 0 { return nil }

    let common = mentee.days & mentor.days
    let blockCount = blockCount(of: common)
    if blockCount < policy.availability.minimumBlocks { return nil }

    let metres = mayTravel ? metres(mentee, mentor) : nil
    let mode: MeetingMode
    if metres != nil {
      mode = isReadyOnline && mentee.hasComputer ? .hybrid : .inPerson
    } else if canMeetOnline {
      mode = .online
    } else {
      return nil
    }
    let needsLaptop = mode == .online && !mentee.hasComputer

    var points = CriterionPoints()
    points.language = policy.language.pointsByLevel[level - 1]
    points.sector = sectors.points(mentee: row, mentor: column, isGeneralist: isGeneralist[column])
    points.availability = policy.availability.points(
      halfHourCount: halfHourCount(of: common), blockCount: blockCount)
    points.distance = metres.map { policy.distance.points(atMetres: $0) } ?? policy.distance.onlinePoints
    points.digital = (needsLaptop ? digitalWithLaptop : digital)[(mentee.skill - 1) * 8 + mentor.skill - 1]
    let weights = policy.weights
    let score =
      weights.language * points.language + weights.sector * points.sector + weights.availability * points.availability
      + weights.distance * points.distance + weights.digital * points.digital
    if score < policy.minimumScore { return nil }
    return Figures(score: score, points: points, mode: mode, needsLaptop: needsLaptop, metres: metres)
  }

  private func answersWishes(ofMentee mentee: Int, mentor: Int) -> Bool {
    for index in wishStart[mentee]..<wishStart[mentee + 1] where !answers[wishes[index] * mentorCount + mentor] {
      return false
    }
    return true
  }

  /// The metres between two people, nil when that is beyond either's limit.
  private func metres(_ a: PreparedPerson, _ b: PreparedPerson) -> Int? {
    let difference = a.place - b.place
    let squares = difference * difference
    let chordSquared = GreatCircle.chordSquared(difference.x, difference.y, difference.z)
    let limit = min(a.limit, b.limit)
    // The way along the sphere is no shorter than the chord, so most of those who live too far apart need no arc sine.
    let beyond = (limit + 1) / GreatCircle.earthRadius
    if squares.sum() > beyond * beyond { return nil }
    let metres = GreatCircle.metres(chordSquared: chordSquared)
    return Double(metres) <= limit ? metres : nil
  }

  /// How many meetings fit into the common time, as far as that matters.
  private func blockCount(of common: SIMD8<UInt64>) -> Int {
    let length = policy.availability.meetingHalfHours
    // A bit for each half hour at which a meeting could begin.
    var starts = common
    for shift in 1..<max(1, length) { starts &= common &>> UInt64(shift) }
    if starts == SIMD8.zero { return 0 }
    var count = 0
    for day in 0..<WeeklyAvailability.dayCount where starts[day] != 0 {
      var rest = common[day]
      while rest != 0 {
        rest >>= UInt64(rest.trailingZeroBitCount)
        let run = (~rest).trailingZeroBitCount
        count += run / length
        rest >>= UInt64(run)
      }
      if count >= blockLimit { return count }
    }
    return count
  }

  private func halfHourCount(of common: SIMD8<UInt64>) -> Int {
    var count = 0
    for day in 0..<WeeklyAvailability.dayCount { count += common[day].nonzeroBitCount }
    return count
  }
}

private struct PreparedPerson: Sendable {
  let days: SIMD8<UInt64>
  /// The point on the unit sphere.
  let place: SIMD4<Double>
  /// Metres.
  let limit: Double
  let antenna: Int
  /// 1…8
  let skill: Int
  let acceptsInPerson: Bool
  let acceptsOnline: Bool
  let hasComputer: Bool
  let hasWishes: Bool

  init(_ person: Person, antenna: Int, policy: MatchingPolicy, hasWishes: Bool) {
    var days = SIMD8<UInt64>.zero
    for day in 0..<WeeklyAvailability.dayCount { days[day] = person.availability.days[day] }
    self.days = days
    let unit = person.place.coordinate.unitVector
    place = SIMD4(unit.x, unit.y, unit.z, 0)
    limit = Double(person.travelLimit.kilometres ?? policy.distance.defaultLimitKilometres) * 1_000
    self.antenna = antenna
    skill = person.digitalSkill
    acceptsInPerson = person.meeting.acceptsInPerson
    acceptsOnline = person.meeting.acceptsOnline
    hasComputer = person.hasComputer
    self.hasWishes = hasWishes
  }
}

/// Numbers for names, in the order they were met.
struct Vocabulary<Name: Hashable> {
  private var numbers: [Name: Int] = [:]
  /// People of one pool often follow each other with the same name.
  private var last: (name: Name, number: Int)?

  var count: Int { numbers.count }

  mutating func number(of name: Name) -> Int {
    if let last, last.name == name { return last.number }
    let number: Int
    if let known = numbers[name] {
      number = known
    } else {
      number = numbers.count
      numbers[name] = number
    }
    last = (name, number)
    return number
  }

  func known(_ name: Name) -> Int? { numbers[name] }
}
