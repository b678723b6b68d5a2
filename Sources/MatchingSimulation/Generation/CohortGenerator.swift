public import MentorMatching

/// Makes the people of a cohort profile, one at a time and in any order.
///
/// Person number *p* of a side depends on the profile, the seed and *p* only: a larger round begins with the people of
/// the smaller one. One person takes a few microseconds and no memory beyond itself.
public struct CohortGenerator: Sendable {
  public let profile: CohortProfile
  public let seed: UInt64
  private let menteeStream: CounterBasedRandom
  private let mentorStream: CounterBasedRandom
  private let menteeHomes: Homes
  private let mentorHomes: Homes

  /// - Precondition: for mentees and for mentors, some antenna has weight, and each antenna with weight has a district
  ///   with weight.
  public init(profile: CohortProfile, seed: UInt64) {
    self.profile = profile
    self.seed = seed
    let root = CounterBasedRandom(seed: seed)
    menteeStream = root.child(0)
    mentorStream = root.child(1)
    menteeHomes = Homes(profile, antennaWeight: \.menteeWeight, districtWeight: \.menteeWeight)
    mentorHomes = Homes(profile, antennaWeight: \.mentorWeight, districtWeight: \.mentorWeight)
  }

  /// A round of the people numbered 1 to the counts given, or to the profile's own.
  /// - Precondition: counts are not negative.
  public func roster(menteeCount: Int? = nil, mentorCount: Int? = nil) -> Roster {
    let menteeCount = menteeCount ?? profile.menteeCount
    let mentorCount = mentorCount ?? profile.mentorCount
    precondition(menteeCount >= 0 && mentorCount >= 0, "counts are not negative")
    do {
      return try Roster(
        mentees: (0..<menteeCount).map { mentee(number: $0 + 1) },
        mentors: (0..<mentorCount).map { mentor(number: $0 + 1) })
    } catch {
      preconditionFailure("the numbers make identifiers distinct")
    }
  }

  /// - Precondition: `number ≥ 1`.
  public func mentee(number: Int) -> Mentee {
    let draws = PersonDraws(menteeStream, number: number)
    let (antenna, place) = menteeHomes.draw(draws)
    return antenna.mentee(
      id: identifier(antenna, "e", number), place: place, roundDate: profile.roundDate, draws: draws)
  }

  /// - Precondition: `number ≥ 1`.
  public func mentor(number: Int) -> Mentor {
    let draws = PersonDraws(mentorStream, number: number)
    let (antenna, place) = mentorHomes.draw(draws)
    return antenna.mentor(id: identifier(antenna, "m", number), place: place, draws: draws)
  }

  private func identifier(_ antenna: AntennaProfile, _ side: String, _ number: Int) -> PersonID {
    let digits = String(number)
    let zeros = String(repeating: "0", count: max(0, profile.identifierDigits - digits.utf8.count))
    return wellFormed(PersonID("\(antenna.id.text)-\(side)\(zeros)\(digits)"))
  }
}

/// The random streams of one person: one for each thing drawn, so that drawing more of one leaves the others alone.
struct PersonDraws {
  /// The raw values are part of what a seed means: a new attribute takes a new number.
  enum Attribute: UInt64 {
    case antenna, place, background, schooling, languages, sectors, availability, meeting, digital, travel
    case registration, wishes, capacity
  }

  /// The person's own stream.
  let root: CounterBasedRandom

  init(_ side: CounterBasedRandom, number: Int) {
    precondition(number >= 1, "people are numbered from 1")
    root = side.child(UInt64(number))
  }

  func stream(for attribute: Attribute) -> CounterBasedRandom { root.child(attribute.rawValue) }
}

/// Where the people of one side live.
private struct Homes: Sendable {
  private let antennas: WeightedChoice<Int>
  private let profiles: [AntennaProfile]
  /// By antenna; nil where nobody of this side comes.
  private let districts: [WeightedChoice<District>?]

  init(
    _ profile: CohortProfile, antennaWeight: (AntennaProfile) -> Int, districtWeight: (District) -> Int
  ) {
    profiles = profile.antennas
    antennas = WeightedChoice(profile.antennas.enumerated().map { ($0, antennaWeight($1)) })
    districts = profile.antennas.map { antenna in
      guard antennaWeight(antenna) > 0 else { return nil }
      return WeightedChoice(antenna.districts.map { ($0, districtWeight($0)) })
    }
  }

  func draw(_ draws: PersonDraws) -> (AntennaProfile, Place) {
    var antennaStream = draws.stream(for: .antenna)
    let index = antennas.draw(&antennaStream)
    guard let choice = districts[index] else { preconditionFailure("an antenna without weight is never drawn") }
    var placeStream = draws.stream(for: .place)
    return (profiles[index], choice.draw(&placeStream).place(&placeStream))
  }
}
