/// The mentees of a roster as plain values, looked up once per roster and policy: filling a row then hashes no name and counts
/// no reference.
struct MenteeColumns: Sendable {
  /// What is known of one mentee. Lists lie in arrays common to all: a mentee's part ends where the next one's begins.
  struct Facts: Sendable {
    var languageStart = 0
    var targetStart = 0
    var wishStart = 0
    var meetsInPerson = false
    /// Accepts online meetings, is skilled for them, and has a computer or gets one.
    var meetsOnline = false
    var needsLaptop = false
    var skill = 1
    /// Metres, or minutes with travel times.
    var limit: Int32 = 0
    var place: (x: Int32, y: Int32, z: Int32) = (0, 0, 0)
    var unit: (x: Double, y: Double, z: Double) = (0, 0, 0)
    var availability = WeeklyAvailability()
    var sameAntenna = MentorSet.nobody
    /// The zone's index in the travel-time table; nil without a table.
    var zone: Int?
  }

  /// A language that counts for the mentee, by its number, and the mentee's level in it (1 to 7).
  struct Language: Sendable {
    let number: Int
    let level: Int
  }

  /// By roster index, and one more for the ends.
  let facts: [Facts]
  let languages: [Language]
  /// By language number, then by level − 1: who speaks it at that level or better.
  let speakers: [MentorSet]
  /// Numbers of ``SectorColumns``, in the mentee's order.
  let targets: [Int]
  /// Who answers to each wish.
  let wishes: [MentorSet]

  static let levelCount = LanguageLevel.allCases.count

  init(roster: Roster, policy: MatchingPolicy, columns: FeatureColumns) {
    var numberOfLanguage: [LanguageCode: Int] = [:]
    var speakers: [MentorSet] = []
    for (language, byLevel) in columns.speakers.sorted(by: { $0.key < $1.key }) {
      numberOfLanguage[language] = numberOfLanguage.count
      speakers += byLevel
    }
    var facts: [Facts] = []
    facts.reserveCapacity(roster.mentees.count + 1)
    var languages: [Language] = []
    var targets: [Int] = []
    var wishes: [MentorSet] = []
    // By index: a person copied out of the array would count half a dozen references.
    for index in roster.mentees.indices {
      var own = Facts(languageStart: languages.count, targetStart: targets.count, wishStart: wishes.count)
      own.fill(roster.mentees[index].person, scale: columns.places.scale, policy)
      own.sameAntenna = columns.membersOfAntenna[roster.mentees[index].person.antenna] ?? .nobody
      if let table = roster.travelTimes {
        own.limit = policy.distance.limit(of: roster.mentees[index].person.travelLimit, inMinutes: true)
        own.zone = roster.mentees[index].person.place.zone.flatMap(table.index(ofZone:))
        // Nobody can travel to or from somebody whom the table does not know.
        if own.zone == nil { own.meetsInPerson = false }
      }
      facts.append(own)
      let working = policy.language.workingLanguages(of: roster.mentees[index].person.antenna)
      for skill in roster.mentees[index].person.languages {
        guard let number = numberOfLanguage[skill.language], working?.contains(skill.language) ?? true else { continue }
        languages.append(Language(number: number, level: Int(skill.level.rawValue)))
      }
      for target in roster.mentees[index].targetSectors {
        if let number = columns.sectors.numberOfTarget[target] { targets.append(number) }
      }
      for wish in roster.mentees[index].wishes { wishes.append(columns.answering[wish] ?? .nobody) }
    }
    facts.append(Facts(languageStart: languages.count, targetStart: targets.count, wishStart: wishes.count))
    self.facts = facts
    self.languages = languages
    self.speakers = speakers
    self.targets = targets
    self.wishes = wishes
  }
}

extension MenteeColumns.Facts {
  fileprivate mutating func fill(_ person: Person, scale: PlaceScale, _ policy: MatchingPolicy) {
    meetsInPerson = person.meeting.acceptsInPerson
    meetsOnline =
      person.meeting.acceptsOnline && person.digitalSkill >= policy.digital.onlineMinimumSkill
      && (person.hasComputer || policy.digital.lendsLaptops)
    needsLaptop = !person.hasComputer
    skill = person.digitalSkill
    limit = policy.distance.limit(of: person.travelLimit, inMinutes: false)
    unit = person.place.coordinate.unitVector
    place = scale.place(of: unit)
    availability = person.availability
  }
}
