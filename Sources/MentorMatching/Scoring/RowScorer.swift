/// Scores one mentee against all mentors, row by row: the fast twin of ``PairScorer``, which defines the model.
///
/// What does not depend on the pair is computed once per row (sector points per distinct mentor profile, language levels
/// as one array), so that most pairs are settled by a byte comparison. Tests hold it equal to the plain scorer.
struct RowScorer: Sendable {
  private let plain: PairScorer
  private let columns: FeatureColumns

  init(roster: Roster, policy: MatchingPolicy) {
    plain = PairScorer(roster: roster, policy: policy)
    columns = FeatureColumns(mentors: roster.mentors)
  }

  /// Writes the scores of a mentee's row to `values[start...]`, one per mentor.
  func writeScores(ofMentee index: Int, to values: inout [Int32], at start: Int) {
    let mentee = plain.roster.mentees[index]
    let policy = plain.policy
    let level = sharedLevels(of: mentee.person)
    let sectorPoints = columns.profileExample.map { plain.sectorFit(mentee, plain.roster.mentors[$0]).points }

    for (mentorIndex, mentor) in plain.roster.mentors.enumerated() {
      values[start + mentorIndex] = CandidateScores.notCandidate
      guard level[mentorIndex] > 0, let timePoints = timePoints(mentee.person, mentorIndex) else { continue }
      if !mentee.wishes.isEmpty, !mentee.wishes.allSatisfy(mentor.answersTo.contains) { continue }
      guard
        case .meet(_, let needsLaptop, let travel) = plain.wayOfMeeting(
          mentee.person, mentor.person, metres: { columns.metres(from: mentee.person.place, to: mentorIndex) })
      else { continue }
      var points = CriterionPoints()
      points.language = policy.language.pointsByLevel[Int(level[mentorIndex]) - 1]
      points.sector = sectorPoints[columns.sectorProfile[mentorIndex]]
      points.availability = timePoints
      points.distance = travel.map(plain.distancePoints) ?? policy.distance.onlinePoints
      points.digital = plain.digitalPoints(
        mentee: mentee.person.digitalSkill, mentor: mentor.person.digitalSkill, needsLaptop: needsLaptop)
      let score = points.score(weights: policy.weights)
      if score >= policy.minimumScore { values[start + mentorIndex] = Int32(score) }
    }
  }

  /// The level of the best shared language per mentor, 0 where none reaches the required level.
  private func sharedLevels(of mentee: Person) -> [UInt8] {
    let working = plain.policy.language.workingLanguages(of: mentee.antenna)
    let required = plain.policy.language.minimumLevel.rawValue
    var best = [UInt8](repeating: 0, count: plain.roster.mentors.count)
    for skill in mentee.languages where skill.level.rawValue >= required {
      if let working, !working.contains(skill.language) { continue }
      guard let levels = columns.levelsByLanguage[skill.language] else { continue }
      for mentor in best.indices where levels[mentor] >= required {
        best[mentor] = max(best[mentor], min(skill.level.rawValue, levels[mentor]))
      }
    }
    return best
  }

  /// Availability points, or nil when too few blocks are common.
  private func timePoints(_ mentee: Person, _ mentor: Int) -> Int? {
    let length = plain.policy.availability.meetingHalfHours
    var halfHourCount = 0
    var blockCount = 0
    for day in 0..<WeeklyAvailability.dayCount {
      let common = mentee.availability.days[day] & columns.availability[mentor * WeeklyAvailability.dayCount + day]
      if common == 0 { continue }
      halfHourCount += common.nonzeroBitCount
      blockCount += Self.blockCount(in: common, length: length)
    }
    guard blockCount >= plain.policy.availability.minimumBlocks else { return nil }
    return plain.availabilityPoints(halfHourCount: halfHourCount, blockCount: blockCount)
  }

  /// Separate blocks of `length` bits in the runs of a day's word.
  private static func blockCount(in day: UInt64, length: Int) -> Int {
    var rest = day
    var blockCount = 0
    while rest != 0 {
      rest >>= UInt64(rest.trailingZeroBitCount)
      let run = (~rest).trailingZeroBitCount
      blockCount += run / length
      rest >>= UInt64(run)
    }
    return blockCount
  }
}

extension FeatureColumns {
  /// The same arithmetic as ``GreatCircle/metres(from:to:)``, on stored unit vectors.
  func metres(from place: Place, to mentor: Int) -> Int {
    let from = place.coordinate.unitVector
    return GreatCircle.metres(
      chordSquared: GreatCircle.chordSquared(from.x - x[mentor], from.y - y[mentor], from.z - z[mentor]))
  }
}
