/// The mentors of a roster as a struct of arrays: what one pass over a mentee's row reads, densely.
struct FeatureColumns: Sendable {
  /// `levels[language][mentor]`: the mentor's level, 0 when the language is not spoken.
  let levelsByLanguage: [LanguageCode: [UInt8]]
  /// Seven words per mentor, Monday first: `availability[mentor * 7 + day]`.
  let availability: [UInt64]
  let x: [Double]
  let y: [Double]
  let z: [Double]
  /// Mentors with the same sectors and generalist flag share a profile.
  let sectorProfile: [Int]
  /// One mentor of each sector profile.
  let profileExample: [Int]

  init(mentors: [Mentor]) {
    var levels: [LanguageCode: [UInt8]] = [:]
    for (index, mentor) in mentors.enumerated() {
      for skill in mentor.person.languages {
        levels[skill.language, default: Array(repeating: 0, count: mentors.count)][index] = skill.level.rawValue
      }
    }
    levelsByLanguage = levels
    availability = mentors.flatMap { mentor in
      (0..<WeeklyAvailability.dayCount).map { mentor.person.availability.days[$0] }
    }
    let vectors = mentors.map(\.person.place.coordinate.unitVector)
    x = vectors.map(\.x)
    y = vectors.map(\.y)
    z = vectors.map(\.z)

    struct Profile: Hashable {
      let sectors: [Mentor.Experience]
      let isGeneralist: Bool
    }
    var numberOfProfile: [Profile: Int] = [:]
    var examples: [Int] = []
    sectorProfile = mentors.enumerated().map { index, mentor in
      let profile = Profile(sectors: mentor.sectors, isGeneralist: mentor.isGeneralist)
      if let number = numberOfProfile[profile] { return number }
      numberOfProfile[profile] = examples.count
      examples.append(index)
      return examples.count - 1
    }
    profileExample = examples
  }
}
