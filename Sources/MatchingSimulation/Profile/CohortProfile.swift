public import MentorMatching

/// What the people of an intake round are like, as data: shares, weights and places.
///
/// Every number of the profiles that come with the package is listed in the article *Cohort profiles* with its source,
/// or called an assumption.
public struct CohortProfile: Sendable, Equatable, CustomStringConvertible {
  public var name: String
  /// The day of the round; registrations are counted back from it.
  public var roundDate: CalendarDate
  /// The size of a round when none is asked for.
  public var menteeCount: Int
  public var mentorCount: Int
  /// Person 7 of antenna `lille` is `lille-e007` (mentee) or `lille-m007` (mentor) when this is 3; numbers that need
  /// more digits have more.
  public var identifierDigits: Int
  public var antennas: [AntennaProfile]

  /// - Precondition: an antenna at least, each once; counts not negative; 1 to 9 digits.
  public init(
    name: String, roundDate: CalendarDate, menteeCount: Int, mentorCount: Int, identifierDigits: Int,
    antennas: [AntennaProfile]
  ) {
    precondition(!antennas.isEmpty, "somebody must belong somewhere")
    precondition(Set(antennas.map(\.id)).count == antennas.count, "each antenna once")
    precondition(menteeCount >= 0 && mentorCount >= 0, "counts are not negative")
    precondition((1...9).contains(identifierDigits), "1 to 9 digits")
    self.name = name
    self.roundDate = roundDate
    self.menteeCount = menteeCount
    self.mentorCount = mentorCount
    self.identifierDigits = identifierDigits
    self.antennas = antennas
  }

  public var description: String { name }
}

/// An antenna and the people who come to it.
public struct AntennaProfile: Sendable, Equatable {
  public var id: AntennaID
  /// How many of the round's mentees come here, against the other antennas.
  public var menteeWeight: Int
  public var mentorWeight: Int
  /// The language of daily life, for mentees and mentors alike.
  public var localLanguages: WeightedChoice<LanguageCode>
  public var districts: [District]
  public var mentees: MenteeProfile
  public var mentors: MentorProfile

  /// - Precondition: at most 40 characters in the identifier, so that the identifiers of people fit their grammar.
  public init(
    _ id: AntennaID, menteeWeight: Int, mentorWeight: Int, localLanguages: WeightedChoice<LanguageCode>,
    districts: [District], mentees: MenteeProfile, mentors: MentorProfile
  ) {
    precondition(id.text.utf8.count <= 40, "at most 40 characters")
    self.id = id
    self.menteeWeight = menteeWeight
    self.mentorWeight = mentorWeight
    self.localLanguages = localLanguages
    self.districts = districts
    self.mentees = mentees
    self.mentors = mentors
  }
}
