public import MatchingFiles
public import MatchingSimulation
import MentorMatching

/// Reads the cohort profile of an antenna from JSON, as ``ProfileWriter`` writes it: every member is required.
public enum ProfileReader {
  public static let schemaVersion = 1

  /// - Throws: ``InputErrors`` with the place of everything that is wrong.
  public static func read(_ path: String) throws(InputErrors) -> AntennaProfile {
    let file = try JSONInputFile(path: path)
    var reader = ProfileFields()
    let profile = try file.decode { decoder in
      var version = 0
      decoder.read("schemaVersion", into: &version)
      if version != schemaVersion {
        decoder.refuse(
          "schemaVersion", "an unknown version of the profile format", code: .unknownSchema,
          expected: "\(schemaVersion)")
      }
      return reader.profile(&decoder)
    }
    guard let profile else { throw file.error(at: "", "an incomplete profile") }
    return profile
  }
}

/// The parts of a profile file.
private struct ProfileFields {
  mutating func profile(_ decoder: inout ObjectDecoder) -> AntennaProfile? {
    let id = AntennaReader.identifier("antenna", &decoder)
    let languages = weights("localLanguages", &decoder) { LanguageCode($0) }
    let districts = districts(&decoder)
    var mentees: MenteeProfile?
    var mentors: MentorProfile?
    decoder.readObject("mentees") { mentees = menteeProfile(&$0) }
    decoder.readObject("mentors") { mentors = mentorProfile(&$0) }
    guard let languages, let mentees, let mentors, decoder.problems.isEmpty else { return nil }
    guard districts.contains(where: { $0.menteeWeight > 0 }), districts.contains(where: { $0.mentorWeight > 0 }) else {
      decoder.refuse("districts", "no district in which anybody of a side lives")
      return nil
    }
    return AntennaProfile(
      id, menteeWeight: 1, mentorWeight: 1, localLanguages: languages, districts: districts, mentees: mentees,
      mentors: mentors)
  }

  private func districts(_ decoder: inout ObjectDecoder) -> [District] {
    var districts: [District] = []
    decoder.readObjects("districts") { inner in
      var name = ""
      var postcode = ""
      var latitude = 100.0
      var longitude = 200.0
      var (radius, mentees, mentors) = (0, 0, 0)
      inner.read("name", "text", into: &name) { $0.string }
      inner.read("postcode", "text", into: &postcode) { $0.string }
      inner.read("latitude", "degrees from -90 to 90", into: &latitude) { $0.number }
      inner.read("longitude", "degrees from -180 to 180", into: &longitude) { $0.number }
      inner.read("radius", in: 0...100_000, into: &radius)
      inner.read("mentees", in: 0...1_000_000, into: &mentees)
      inner.read("mentors", in: 0...1_000_000, into: &mentors)
      guard Coordinate(latitude: latitude, longitude: longitude) != nil else {
        return inner.refuse("latitude", "a place that does not exist")
      }
      districts.append(
        District(name, postcode, latitude, longitude, radius: radius, mentees: mentees, mentors: mentors))
    }
    return districts
  }

  private func menteeProfile(_ decoder: inout ObjectDecoder) -> MenteeProfile? {
    let women = share("women", &decoder)
    let nationals = share("nationals", &decoder)
    var bands: [(option: SchoolingBand, weight: Int)] = []
    decoder.readObjects("schooling") { inner in if let band = schoolingBand(&inner) { bands.append(band) } }
    var residence: [(option: ResidenceBand, weight: Int)] = []
    decoder.readObjects("residence") { inner in
      let years = range("years", &inner)
      let weight = weight(&inner)
      if let years, let levels = weights("localLevels", &inner, Self.level) {
        residence.append((ResidenceBand(years: years, localLevels: levels), weight))
      }
    }
    var backgrounds: [(option: LanguageBackground, weight: Int)] = []
    decoder.readObjects("backgrounds") { inner in
      let native = language("native", &inner)
      let further = furtherLanguages(&inner)
      let weight = weight(&inner)
      if let native { backgrounds.append((LanguageBackground(native, further), weight)) }
    }
    let bilingual = share("bilingualNationals", &decoder)
    let undecided = share("undecided", &decoder)
    let targetCount = weights("targetCount", &decoder) { Self.integer($0, in: 1...20) }
    let availability = availability(&decoder)
    let travelLimits = weights("travelLimits", &decoder, Self.travelLimit)
    var waiting: [(option: ClosedRange<Int>, weight: Int)] = []
    decoder.readObjects("waitingDays") { inner in
      let days = range("days", &inner)
      let weight = weight(&inner)
      if let days { waiting.append((days, weight)) }
    }
    let womenAsking = share("womenAskingForAWoman", &decoder)
    let menAsking = share("menAskingForAMan", &decoder)
    guard let women, let nationals, let schooling = choice(bands), let residence = choice(residence),
      let backgrounds = choice(backgrounds), let bilingual, let undecided, let targetCount, let availability,
      let travelLimits, let waiting = choice(waiting), let womenAsking, let menAsking
    else {
      decoder.refuse("schooling", "mentees that are not described in full")
      return nil
    }
    return MenteeProfile(
      women: women, nationals: nationals, schooling: schooling, residence: residence, backgrounds: backgrounds,
      bilingualNationals: bilingual, undecided: undecided, targetCount: targetCount, availability: availability,
      travelLimits: travelLimits, waitingDays: waiting, womenAskingForAWoman: womenAsking, menAskingForAMan: menAsking)
  }

  private func schoolingBand(_ inner: inout ObjectDecoder) -> (option: SchoolingBand, weight: Int)? {
    var name = ""
    inner.read("name", "text", into: &name) { $0.string }
    let digital = weights("digitalSkill", &inner) { Self.integer($0, in: 1...8) }
    let computer = share("hasComputer", &inner)
    let meeting = weights("meeting", &inner) { MeetingPreference(rawValue: $0) }
    let english = weights("english", &inner, Self.levelOrNone)
    let targets = weights("targets", &inner) { SectorCode($0) }
    let weight = weight(&inner)
    guard let digital, let computer, let meeting, let english, let targets else { return nil }
    return (
      SchoolingBand(
        name, digitalSkill: digital, hasComputer: computer, meeting: meeting, english: english, targets: targets),
      weight
    )
  }

  private func mentorProfile(_ decoder: inout ObjectDecoder) -> MentorProfile? {
    let women = share("women", &decoder)
    let localLevels = weights("localLevels", &decoder, Self.level)
    let further = furtherLanguages(&decoder)
    let sectors = weights("sectors", &decoder) { SectorCode($0) }
    let sectorCount = weights("sectorCount", &decoder) { Self.integer($0, in: 1...20) }
    var years: [(option: ClosedRange<Int>, weight: Int)] = []
    decoder.readObjects("careerYears") { inner in
      let range = range("years", &inner)
      let weight = weight(&inner)
      if let range, range.upperBound <= 60 { years.append((range, weight)) }
    }
    let generalists = share("generalists", &decoder)
    let capacity = weights("capacity", &decoder) { Self.integer($0, in: 0...100) }
    let availability = availability(&decoder)
    let meeting = weights("meeting", &decoder) { MeetingPreference(rawValue: $0) }
    let digital = weights("digitalSkill", &decoder) { Self.integer($0, in: 1...8) }
    let computer = share("hasComputer", &decoder)
    let travelLimits = weights("travelLimits", &decoder, Self.travelLimit)
    guard let women, let localLevels, let sectors, let sectorCount, let years = choice(years), let generalists,
      let capacity, let availability, let meeting, let digital, let computer, let travelLimits
    else {
      decoder.refuse("sectors", "mentors that are not described in full")
      return nil
    }
    return MentorProfile(
      women: women, localLevels: localLevels, further: further, sectors: sectors, sectorCount: sectorCount,
      careerYears: years, generalists: generalists, capacity: capacity, availability: availability, meeting: meeting,
      digitalSkill: digital, hasComputer: computer, travelLimits: travelLimits)
  }

  private func availability(_ decoder: inout ObjectDecoder) -> WeightedChoice<AvailabilityPattern>? {
    var patterns: [(option: AvailabilityPattern, weight: Int)] = []
    decoder.readObjects("availability") { inner in
      var name = ""
      inner.read("name", "text", into: &name) { $0.string }
      var windows: [AvailabilityPattern.Window] = []
      inner.readObjects("windows") { window in
        let days = range("days", &window)
        let halfHours = range("halfHours", &window)
        let free = share("share", &window)
        var trim = 0
        window.read("trim", in: 0...24, into: &trim)
        guard let days, days.upperBound <= 6, let halfHours, halfHours.upperBound <= 48, let free,
          halfHours.upperBound - halfHours.lowerBound > 2 * trim
        else { return window.refuse("halfHours", "a window that does not exist") }
        windows.append(
          .init(days: days, halfHours: halfHours.lowerBound..<halfHours.upperBound, share: free, trim: trim))
      }
      let weight = weight(&inner)
      if !windows.isEmpty { patterns.append((AvailabilityPattern(name, windows), weight)) }
    }
    return choice(patterns)
  }

  private func furtherLanguages(_ decoder: inout ObjectDecoder) -> [FurtherLanguage] {
    var further: [FurtherLanguage] = []
    decoder.readObjects("further") { inner in
      let language = language("language", &inner)
      let share = share("share", &inner)
      let levels = weights("levels", &inner, Self.level)
      if let language, let share, let levels { further.append(FurtherLanguage(language, share, levels)) }
    }
    return further
  }

  // MARK: Values

  private func share(_ name: String, _ decoder: inout ObjectDecoder) -> Share? {
    var share: Share?
    decoder.read(name, "a fraction as [part, whole]", into: &share) { value -> Share?? in
      guard let numbers = ObjectDecoder.list(value, \.integer), numbers.count == 2, numbers[1] >= 1,
        (0...numbers[1]).contains(numbers[0])
      else { return nil }
      return Share(numbers[0], in: numbers[1])
    }
    return share
  }

  private func range(_ name: String, _ decoder: inout ObjectDecoder) -> ClosedRange<Int>? {
    var range: ClosedRange<Int>?
    decoder.read(name, "a range as [from, to]", into: &range) { value -> ClosedRange<Int>?? in
      guard let numbers = ObjectDecoder.list(value, \.integer), numbers.count == 2, numbers[0] >= 0,
        numbers[0] <= numbers[1], numbers[1] <= 1_000_000
      else { return nil }
      return numbers[0]...numbers[1]
    }
    return range
  }

  private func weight(_ decoder: inout ObjectDecoder) -> Int {
    var weight = 0
    decoder.read("weight", in: 0...1_000_000, into: &weight)
    return weight
  }

  private func language(_ name: String, _ decoder: inout ObjectDecoder) -> LanguageCode? {
    var language: LanguageCode?
    decoder.read(name, "a language code", into: &language) { value -> LanguageCode?? in
      value.string.flatMap { LanguageCode($0) }.map { .some($0) }
    }
    return language
  }

  private func weights<Option: Sendable>(
    _ name: String, _ decoder: inout ObjectDecoder, _ option: (String) -> Option?
  ) -> WeightedChoice<Option>? {
    var choice: WeightedChoice<Option>?
    decoder.read(name, "an object from options to weights, not all 0", into: &choice) { value in
      let members = value.members ?? []
      let weighted = members.compactMap { member -> (option: Option, weight: Int)? in
        guard let option = option(member.name), let weight = member.value.integer, (0...1_000_000).contains(weight)
        else { return nil }
        return (option, weight)
      }
      return weighted.count == members.count ? self.choice(weighted).map { .some($0) } : nil
    }
    return choice
  }

  private func choice<Option: Sendable>(_ weighted: [(option: Option, weight: Int)]) -> WeightedChoice<Option>? {
    weighted.contains { $0.weight > 0 } ? WeightedChoice(weighted) : nil
  }

  private static func level(_ text: String) -> LanguageLevel? { LanguageLevel.allCases.first { $0.name == text } }

  private static func levelOrNone(_ text: String) -> LanguageLevel?? {
    text == "none" ? .some(nil) : level(text).map { .some($0) }
  }

  private static func integer(_ text: String, in range: ClosedRange<Int>) -> Int? {
    Int(text).flatMap { range.contains($0) && String($0) == text ? $0 : nil }
  }

  private static func travelLimit(_ text: String) -> Int?? {
    text == "policy" ? .some(nil) : integer(text, in: 0...20_040).map { .some($0) }
  }
}
