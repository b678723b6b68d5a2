/// What is known of mentees and mentors alike.
///
/// Nothing else about a person is ever scored. Nationality, religion, origin, health and the like have no field here.
public struct Person: Sendable, Equatable {
  public var id: PersonID
  public var antenna: AntennaID
  public var place: Place
  /// Each language once.
  public var languages: [LanguageSkill]
  public var availability: WeeklyAvailability
  public var meeting: MeetingPreference
  /// DigComp level, 1 (foundation) to 8 (highly specialised).
  public var digitalSkill: Int
  /// A computer and a connection good enough for a video call.
  public var hasComputer: Bool
  public var travelLimit: TravelLimit

  /// - Precondition: each language at most once; digital skill 1…8.
  public init(
    id: PersonID, antenna: AntennaID = .main, place: Place, languages: [LanguageSkill],
    availability: WeeklyAvailability, meeting: MeetingPreference = .either, digitalSkill: Int = 4,
    hasComputer: Bool = true, travelLimit: TravelLimit = TravelLimit()
  ) {
    for (index, skill) in languages.enumerated() {
      precondition(!languages[..<index].contains { $0.language == skill.language }, "each language once")
    }
    precondition((1...8).contains(digitalSkill), "DigComp levels are 1 to 8")
    self.id = id
    self.antenna = antenna
    self.place = place
    self.languages = languages
    self.availability = availability
    self.meeting = meeting
    self.digitalSkill = digitalSkill
    self.hasComputer = hasComputer
    self.travelLimit = travelLimit
  }
}

/// How somebody is willing to meet.
public enum MeetingPreference: String, CaseIterable, Sendable {
  case inPerson = "in-person"
  case online
  case either

  public var acceptsInPerson: Bool { self != .online }
  public var acceptsOnline: Bool { self != .inPerson }
}

/// How far somebody travels for a meeting. A missing limit takes the policy's default.
public struct TravelLimit: Hashable, Sendable {
  public var kilometres: Int?
  public var minutes: Int?

  public init(kilometres: Int? = nil, minutes: Int? = nil) {
    self.kilometres = kilometres
    self.minutes = minutes
  }
}

/// Something a mentee may ask of the mentor (for example `woman`), hard only because the person asked. A policy lists
/// the wishes that may be asked.
public struct Wish: Hashable, Comparable, Sendable, CustomStringConvertible {
  public let text: String

  /// - Returns: nil unless the text is 1 to 64 characters out of `A–Z a–z 0–9 . _ -`.
  public init?(_ text: String) {
    guard IdentifierGrammar.accepts(text) else { return nil }
    self.text = text
  }

  public var description: String { text }
  public static func < (a: Wish, b: Wish) -> Bool { a.text.utf8.lexicographicallyPrecedes(b.text.utf8) }
}
