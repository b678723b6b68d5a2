import MentorMatching

/// What every part of the report draws from: the matching, its survey, the words, and who belongs where.
struct ReportContext: Sendable {
  let matching: Matching
  let survey: CandidateSurvey
  let words: Wording
  /// The rules the matching was made under, if any.
  let ruled: RuledFacts?
  /// The antennas with people, sorted, each with its share of the round.
  let antennas: [AntennaSummary]

  /// Beyond this many duos the page summarises: no card per duo and no line per waiting mentee, which then are in
  /// `duos.csv` and `unmatched.csv`.
  static let cardLimit = 2_000
  /// Beyond this many duos the one map of a round shows districts instead of people.
  static let detailedMapLimit = 400
  /// The same for the smaller maps of a round with several antennas.
  static let detailedSmallMapLimit = 150
  /// At most this many antennas get a map of their own, those with the most mentees.
  static let mapLimit = 12

  init(matching: Matching, survey: CandidateSurvey, language: ReportLanguage, ruled: RuledFacts? = nil) {
    precondition(
      survey.standings.count == matching.duos.count && survey.bestMentors.count == matching.unmatchedMentees.count,
      "the survey is of this matching")
    self.matching = matching
    self.survey = survey
    self.ruled = ruled
    words = Wording(language: language, isRuled: ruled != nil)
    antennas = AntennaSummary.all(of: matching)
  }

  var roster: Roster { matching.roster }

  /// Whether the map of an antenna shows districts.
  func showsDistricts(of antenna: AntennaSummary) -> Bool {
    antenna.duos.count > (antennas.count > 1 ? Self.detailedSmallMapLimit : Self.detailedMapLimit)
  }

  var isSummary: Bool { matching.duos.count > Self.cardLimit }

  func menteeID(_ mentee: Int) -> String { roster.mentees[mentee].id.text }
  func mentorID(_ mentor: Int) -> String { roster.mentors[mentor].id.text }

  /// Identifiers of mentors in words; beyond the limit the rest is counted.
  func mentorIDs(_ mentors: [Int], limit: Int, joined: ([String]) -> String) -> String {
    let shown = mentors.prefix(limit).map { mentorID($0) }
    let left = mentors.count - shown.count
    if left == 0 { return joined(shown) }
    return joined(shown + [words.others(left)])
  }
}
