import MatchingFiles
import MatchingSimulation
import MentorMatching

/// Reads the antennas and cohorts of a scenario file.
struct AntennaReader {
  static let usual = "usual"

  let folder: String
  /// Of files that the scenario names.
  private(set) var errors: InputErrors?

  init(folder: String) { self.folder = folder }

  mutating func antenna(_ decoder: inout ObjectDecoder) -> SimulatedAntenna? {
    let id = Self.identifier("id", &decoder)
    var office: Coordinate?
    decoder.readObject("office") { office = Self.coordinate(&$0) }
    var openDay = 0
    var closeDay = 0
    decoder.read("openDay", in: 0...1_000_000, into: &openDay)
    decoder.read("closeDay", in: 1...1_000_000, into: &closeDay)
    if closeDay > 0 && closeDay <= openDay { decoder.refuse("closeDay", "an antenna that closes before it opens") }
    let profile = profile(&decoder)
    var antenna = SimulatedAntenna(id, office: office, openDay: min(openDay, 1_000_000))
    if closeDay > openDay { antenna.closeDay = closeDay }
    readPeople(&decoder, into: &antenna)
    guard var profile else { return nil }
    if let choice = ScenarioValues.capacity("mentorCapacity", &decoder) { profile.mentors.capacity = choice }
    var mentees = ArrivalPlan()
    var mentors = ArrivalPlan()
    decoder.readObject("mentees") { mentees = ScenarioValues.arrivals(&$0) }
    decoder.readObject("mentors") { mentors = ScenarioValues.arrivals(&$0) }
    antenna.menteeCohorts = [MenteeCohort(Self.usual, profile: profile, arrivals: mentees)]
    antenna.mentorCohorts = [MentorCohort(Self.usual, profile: profile, arrivals: mentors)]
    return antenna
  }

  mutating func addedCohort(
    _ decoder: inout ObjectDecoder, _ side: ScenarioChange.Side, _ antenna: AntennaID
  ) -> ScenarioChange? {
    var name = ""
    decoder.read("name", "a name", into: &name) { $0.string }
    if name.isEmpty { decoder.refuse("name", "a cohort without a name", expected: "a name") }
    var plan = ArrivalPlan()
    decoder.readObject("arrivals") { plan = ScenarioValues.arrivals(&$0) }
    guard let profile = profile(&decoder) else { return nil }
    return switch side {
    case .mentees: .addMentees(MenteeCohort(name, profile: profile, arrivals: plan), antenna: antenna)
    case .mentors: .addMentors(MentorCohort(name, profile: profile, arrivals: plan), antenna: antenna)
    }
  }

  /// - Parameter isRead: false leaves the member alone.
  static func identifier(_ name: String, _ decoder: inout ObjectDecoder, isRead: Bool = true) -> AntennaID {
    guard isRead else { return .main }
    var id: AntennaID?
    decoder.read(name, "an identifier of at most 40 characters", into: &id) { value -> AntennaID?? in
      value.string.flatMap { $0.utf8.count <= 40 ? AntennaID($0) : nil }.map { .some($0) }
    }
    if id == nil && !decoder.has(name) { decoder.refuse(name, "no antenna", expected: "an identifier") }
    return id ?? .main
  }

  private static func coordinate(_ decoder: inout ObjectDecoder) -> Coordinate? {
    var latitude = 0.0
    var longitude = 0.0
    decoder.read("latitude", "degrees from -90 to 90", into: &latitude) { $0.number }
    decoder.read("longitude", "degrees from -180 to 180", into: &longitude) { $0.number }
    let coordinate = Coordinate(latitude: latitude, longitude: longitude)
    if coordinate == nil { decoder.refuse("latitude", "a place that does not exist") }
    return coordinate
  }

  /// A built-in profile by its name, or `{"file": …}`: one that `fit` wrote.
  private mutating func profile(_ decoder: inout ObjectDecoder) -> AntennaProfile? {
    guard let value = decoder.take("profile") else {
      decoder.refuse("profile", "no cohort profile", expected: Self.profileNames)
      return nil
    }
    if let name = value.string {
      guard let profile = AntennaProfile.named(name) else {
        decoder.refuse("profile", "an unknown profile", expected: Self.profileNames)
        return nil
      }
      return profile
    }
    guard let path = value["file"]?.string, value.members?.count == 1 else {
      decoder.refuse("profile", "a value of the wrong type", expected: Self.profileNames)
      return nil
    }
    do throws(InputErrors) {
      return try ProfileReader.read(ScenarioReader.resolved(path, in: folder))
    } catch {
      errors = errors ?? error
      return nil
    }
  }

  private static let profileNames =
    "one of \(AntennaProfile.allNames.joined(separator: ", ")), or {\"file\": PATH}"

  /// Real people, from a folder of a round.
  private mutating func readPeople(_ decoder: inout ObjectDecoder, into antenna: inout SimulatedAntenna) {
    var path: String?
    decoder.read("people", "the folder of a round", into: &path) { $0.string }
    guard let path else { return }
    do throws(InputErrors) {
      let round = try RoundReader.read(directory: ScenarioReader.resolved(path, in: folder))
      antenna.knownMentees = round.roster.mentees
      antenna.knownMentors = round.roster.mentors
      if round.roster.travelTimes != nil {
        decoder.refuse("people", "a round with travel times", remedy: "Simulations measure in kilometres; remove them.")
      }
    } catch {
      errors = errors ?? error
    }
  }
}
