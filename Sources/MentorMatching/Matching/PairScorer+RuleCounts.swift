extension PairScorer {
  /// For a mentee without candidates: how many mentors each hard rule excludes, and how many it alone keeps away.
  ///
  /// Rules that exclude nobody are left out; the rest are in the order of ``HardRule``.
  func ruleCounts(ofMentee mentee: Int) -> [RuleCount] {
    let rules = HardRule.allCases
    var excluded = [Int](repeating: 0, count: rules.count)
    var opened = [Int](repeating: 0, count: rules.count)
    for mentor in roster.mentors.indices {
      guard case .excluded(let broken) = assess(mentee: mentee, mentor: mentor) else { continue }
      let isBrokenOnce = broken.rawValue.nonzeroBitCount == 1
      // One way of meeting is enough: where only ways of meeting are barred, lifting any one of the bars opens the pair.
      let isOpenable = isBrokenOnce || broken.isSubset(of: Self.barsOfMeeting)
      for (index, rule) in rules.enumerated() where broken.contains(rule) {
        excluded[index] += 1
        if isOpenable && (isBrokenOnce || liftingOpens(rule, among: broken)) { opened[index] += 1 }
      }
    }
    return rules.indices.filter { excluded[$0] > 0 }.map {
      RuleCount(rule: rules[$0], mentorCount: excluded[$0], openedByLifting: opened[$0])
    }
  }

  private static let barsOfMeeting: HardRuleSet = HardRule.allCases.filter(\.barsAWayOfMeeting)
    .reduce(into: []) { $0.insert(HardRuleSet($1)) }

  /// Distance and antenna both bar meeting in person, so lifting one of the two is not enough when both hold.
  private func liftingOpens(_ rule: HardRule, among rules: HardRuleSet) -> Bool {
    rule == .digital || !(rules.contains(.distance) && rules.contains(.antenna))
  }
}
