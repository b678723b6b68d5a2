/// The languages of a pool as levels by number: the part of ``PreparedPairs`` about language.
struct PreparedLanguages: Sendable {
  /// A language of a mentee that counts: where its mentors begin in `levelOfMentor`, and the mentee's level.
  private struct Skill: Sendable {
    let start: Int
    let level: UInt8
  }

  /// `[language][mentor]`: the mentor's level 1…7, or 0 where it is below what the policy asks for.
  private let levelOfMentor: [UInt8]
  private let skills: [Skill]
  /// `skills[skillStart[mentee]..<skillStart[mentee + 1]]`
  private let skillStart: [Int]

  init(mentees: [Mentee], mentors: [Mentor], policy: LanguagePolicy) {
    // Only languages of mentees get a number: no other can be shared.
    var numbers = Vocabulary<LanguageCode>()
    var skills: [Skill] = []
    skills.reserveCapacity(3 * mentees.count)
    var skillStart = [0]
    skillStart.reserveCapacity(mentees.count + 1)
    for index in mentees.indices {
      let working =
        policy.workingLanguages.isEmpty ? nil : policy.workingLanguages(of: mentees[index].person.antenna)
      for skill in mentees[index].person.languages where skill.level >= policy.minimumLevel {
        if let working, !working.contains(skill.language) { continue }
        skills.append(Skill(start: numbers.number(of: skill.language) * mentors.count, level: skill.level.rawValue))
      }
      skillStart.append(skills.count)
    }
    var levels = [UInt8](repeating: 0, count: numbers.count * mentors.count)
    for index in mentors.indices {
      for skill in mentors[index].person.languages where skill.level >= policy.minimumLevel {
        if let number = numbers.known(skill.language) { levels[number * mentors.count + index] = skill.level.rawValue }
      }
    }
    levelOfMentor = levels
    self.skills = skills
    self.skillStart = skillStart
  }

  /// The lower of both levels in the language where that is highest, 1…7; 0 without a language that counts.
  @inline(__always)
  func bestLevel(mentee: Int, mentor: Int) -> Int {
    var best: UInt8 = 0
    for index in skillStart[mentee]..<skillStart[mentee + 1] {
      let skill = skills[index]
      best = max(best, min(skill.level, levelOfMentor[skill.start + mentor]))
    }
    return Int(best)
  }
}
