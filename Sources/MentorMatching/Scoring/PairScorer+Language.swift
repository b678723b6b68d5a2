extension PairScorer {
  /// The best language both speak at the required level: the highest lower-of-two level; among equals the higher sum of
  /// levels, then the first code.
  func sharedLanguage(_ mentee: Person, _ mentor: Person) -> Candidate.SharedLanguage? {
    let working = policy.language.workingLanguages(of: mentee.antenna)
    var best: Candidate.SharedLanguage?
    for skill in mentee.languages {
      if let working, !working.contains(skill.language) { continue }
      guard let other = mentor.languages.first(where: { $0.language == skill.language }) else { continue }
      guard min(skill.level, other.level) >= policy.language.minimumLevel else { continue }
      let shared = Candidate.SharedLanguage(
        language: skill.language, menteeLevel: skill.level, mentorLevel: other.level)
      if best.map({ isBetter(shared, than: $0) }) ?? true { best = shared }
    }
    return best
  }

  private func isBetter(_ a: Candidate.SharedLanguage, than b: Candidate.SharedLanguage) -> Bool {
    let lower = (min(a.menteeLevel, a.mentorLevel), min(b.menteeLevel, b.mentorLevel))
    let higher = (max(a.menteeLevel, a.mentorLevel), max(b.menteeLevel, b.mentorLevel))
    if lower.0 != lower.1 { return lower.0 > lower.1 }
    return higher.0 != higher.1 ? higher.0 > higher.1 : a.language < b.language
  }

  func languagePoints(_ shared: Candidate.SharedLanguage) -> Int {
    let level = min(shared.menteeLevel, shared.mentorLevel)
    return policy.language.pointsByLevel[Int(level.rawValue) - 1]
  }
}
