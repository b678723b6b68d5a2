public import MentorMatching

/// A language that a share of people also speaks, and at which levels.
public struct FurtherLanguage: Sendable, Equatable {
  public var language: LanguageCode
  public var share: Share
  public var levels: WeightedChoice<LanguageLevel>

  public init(_ language: LanguageCode, _ share: Share, _ levels: WeightedChoice<LanguageLevel>) {
    self.language = language
    self.share = share
    self.levels = levels
  }
}

/// The languages somebody grew up with and learnt before coming.
///
/// Used while a person is generated and then dropped: only the language skills themselves reach a roster.
public struct LanguageBackground: Sendable, Equatable {
  public var native: LanguageCode
  public var further: [FurtherLanguage]

  public init(_ native: LanguageCode, _ further: [FurtherLanguage] = []) {
    self.native = native
    self.further = further
  }
}

/// How well people who came some years ago speak the local language by now.
public struct ResidenceBand: Sendable, Equatable {
  /// Full years in the country.
  public var years: ClosedRange<Int>
  public var localLevels: WeightedChoice<LanguageLevel>

  public init(years: ClosedRange<Int>, localLevels: WeightedChoice<LanguageLevel>) {
    self.years = years
    self.localLevels = localLevels
  }
}

/// A person's languages while they are collected: each once, at the highest level met.
struct LanguageSkillList {
  private var skills: [LanguageSkill] = []

  init() { skills.reserveCapacity(4) }

  mutating func add(_ language: LanguageCode, _ level: LanguageLevel) {
    guard let index = skills.firstIndex(where: { $0.language == language }) else {
      skills.append(LanguageSkill(language, level))
      return
    }
    if level > skills[index].level { skills[index] = LanguageSkill(language, level) }
  }

  mutating func add(_ further: [FurtherLanguage], _ random: inout CounterBasedRandom) {
    for entry in further where entry.share.draw(&random) { add(entry.language, entry.levels.draw(&random)) }
  }

  /// Best first; equal levels by code.
  consuming func sorted() -> [LanguageSkill] {
    skills.sort { $0.level != $1.level ? $0.level > $1.level : $0.language < $1.language }
    return skills
  }
}
