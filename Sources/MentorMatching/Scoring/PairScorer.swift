/// The plain scorer: one pair at a time, written to be read. It is the definition of the scoring model; everything
/// faster is tested against it, and `verify` uses nothing else.
///
/// See the article *Scoring model* for a worked example.
public struct PairScorer: Sendable {
  public let roster: Roster
  public let policy: MatchingPolicy

  public init(roster: Roster, policy: MatchingPolicy) {
    self.roster = roster
    self.policy = policy
  }

  /// For pairs of people who are in no roster, with distances in kilometres.
  init(policy: MatchingPolicy) { self.init(roster: .nobody, policy: policy) }

  /// Assesses the pair of two roster indices.
  public func assess(mentee: Int, mentor: Int) -> PairAssessment {
    assess(roster.mentees[mentee], roster.mentors[mentor])
  }

  public func assess(_ mentee: Mentee, _ mentor: Mentor) -> PairAssessment {
    var broken = HardRuleSet()
    let language = sharedLanguage(mentee.person, mentor.person)
    if language == nil { broken.insert(HardRuleSet(.language)) }

    let time = commonTime(mentee.person, mentor.person)
    if time.blockCount < policy.availability.minimumBlocks { broken.insert(HardRuleSet(.availability)) }

    let way = wayOfMeeting(mentee.person, mentor.person) {
      GreatCircle.metres(from: mentee.person.place.coordinate, to: mentor.person.place.coordinate)
    }
    if case .none(let rules) = way { broken.formUnion(rules) }

    if !mentee.wishes.allSatisfy(mentor.answersTo.contains) { broken.insert(HardRuleSet(.wish)) }

    guard broken.isEmpty, let language, case .meet(let mode, let needsLaptop, let travel) = way else {
      return .excluded(broken)
    }

    let sector = sectorFit(mentee, mentor)
    var points = CriterionPoints()
    points.language = languagePoints(language)
    points.sector = sector.points
    points.availability = availabilityPoints(halfHourCount: time.halfHourCount, blockCount: time.blockCount)
    points.distance = travel.map(distancePoints) ?? policy.distance.onlinePoints
    points.digital = digitalPoints(
      mentee: mentee.person.digitalSkill, mentor: mentor.person.digitalSkill, needsLaptop: needsLaptop)

    let score = points.score(weights: policy.weights)
    if score < policy.minimumScore { return .excluded(HardRuleSet(.score)) }
    return .candidate(
      Candidate(
        score: score, points: points, mode: mode, needsLaptop: needsLaptop, language: language, sector: sector.fit,
        availability: time, travel: travel))
  }
}
