extension PairScorer {
  /// For a mentee without candidates: how many mentors each hard rule excludes, and how many it alone keeps away.
  ///
  /// Rules that exclude nobody are left out; the rest are in the order of ``HardRule``.
  func ruleCounts(ofMentee mentee: Int) -> [RuleCount] { ruleCounts(ofMentee: mentee, among: roster.mentors.indices) }

  /// The same among some of the mentors.
  func ruleCounts(ofMentee mentee: Int, among mentors: some Sequence<Int>) -> [RuleCount] {
    var excluded: [HardRule: Int] = [:]
    var opened: [HardRule: Int] = [:]
    for mentor in mentors {
      guard case .excluded(let broken) = assess(mentee: mentee, mentor: mentor) else { continue }
      let rules = HardRule.allCases.filter(broken.contains)
      for rule in rules { excluded[rule, default: 0] += 1 }
      // One way of meeting is enough: where only ways of meeting are barred, lifting any one of the bars opens the pair.
      if rules.count == 1 || rules.allSatisfy(\.barsAWayOfMeeting) {
        for rule in rules where rules.count == 1 || liftingOpens(rule, among: rules) { opened[rule, default: 0] += 1 }
      }
    }
    return HardRule.allCases.compactMap { rule in
      excluded[rule].map { RuleCount(rule: rule, mentorCount: $0, openedByLifting: opened[rule] ?? 0) }
    }
  }

  /// Distance and antenna both bar meeting in person, so lifting one of the two is not enough when both hold.
  private func liftingOpens(_ rule: HardRule, among rules: [HardRule]) -> Bool {
    rule == .digital || !(rules.contains(.distance) && rules.contains(.antenna))
  }
}
