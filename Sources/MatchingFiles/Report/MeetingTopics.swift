import MentorMatching

/// What the people around the table should talk about: where a decision of theirs changes most.
struct MeetingTopics {
  let context: ReportContext

  func write(_ page: inout MarkupBuffer) {
    let topics = [
      ruledTopic, placesTopic, freePlacesTopic, lowScoresTopic, onlyMentorTopic, laptopTopic, rulesTopic, acrossTopic,
    ].compactMap(\.self)
    if topics.isEmpty { return }
    page.markup("<section id=\"talk\"><h2>")
    page.text(context.words.topicsHeading)
    page.markup("</h2><ol class=\"talk\">")
    for topic in topics {
      page.markup("<li><b>")
      page.text(topic.heading)
      page.markup("</b> ")
      page.text(topic.text)
      page.markup("</li>")
    }
    page.markup("</ol></section>")
  }

  struct Topic {
    let heading: String
    let text: String
  }

  /// The rules that stand at their bound, the dearest first; ties in their order.
  private var ruledTopic: Topic? {
    guard let ruled = context.ruled else { return nil }
    let binding = ruled.standings.enumerated().filter { $0.element.bindingCount > 0 || $0.element.violation > 0 }
      .map { (index: $0.offset, standing: $0.element, loss: $0.element.loss) }
      .sorted { a, b in
        (b.loss?.duos ?? 0, b.loss?.score ?? 0, a.index) < (a.loss?.duos ?? 0, a.loss?.score ?? 0, b.index)
      }
    guard !binding.isEmpty else { return nil }
    return context.words.ruledTopic(binding.prefix(5).map { ($0.standing.rule.name.text, $0.loss) })
  }

  /// Mentors with whom one more place makes one more duo, those that add most first.
  private var placesTopic: Topic? {
    let worth = context.matching.mentors.filter { $0.price.duos > 0 }
      .sorted { ($1.price.duos, $1.price.score, $0.mentor) < ($0.price.duos, $0.price.score, $1.mentor) }
    guard !worth.isEmpty else { return nil }
    let names = context.mentorIDs(worth.map(\.mentor), limit: 5, joined: context.words.alternatives)
    return context.words.placesTopic(names: names)
  }

  private var freePlacesTopic: Topic? {
    let free = context.matching.mentors.filter { $0.duoCount < $0.capacity }
    guard !free.isEmpty else { return nil }
    let places = free.reduce(0) { $0 + $1.capacity - $1.duoCount }
    let names = context.mentorIDs(free.map(\.mentor), limit: 8, joined: context.words.list)
    return context.words.freePlacesTopic(placeCount: places, names: names)
  }

  /// The three duos with the lowest scores, ties in their order.
  private var lowScoresTopic: Topic? {
    let duos = context.matching.duos
    let lowest = duos.indices.sorted { (duos[$0].candidate.score, $0) < (duos[$1].candidate.score, $1) }.prefix(3)
    guard !lowest.isEmpty else { return nil }
    let weights = context.matching.policy.weights
    let texts = lowest.map { number in
      let candidate = duos[number].candidate
      // Where most is lost: the largest weight × missing points, ties to the criterion named first.
      let weakest = Criterion.allCases.enumerated().max { a, b in
        let lost = { (criterion: Criterion) in weights[criterion] * (10_000 - candidate.points[criterion]) }
        return (lost(a.element), b.offset) < (lost(b.element), a.offset)
      }
      let loss = weakest.map { context.words.name(of: CriterionName($0.element)) } ?? ""
      return context.words.lowScore(
        mentee: context.menteeID(duos[number].mentee), mentor: context.mentorID(duos[number].mentor),
        score: candidate.score, weakest: loss)
    }
    return context.words.lowScoresTopic(texts)
  }

  /// Duos that cannot be replaced: their mentee has no other candidate.
  private var onlyMentorTopic: Topic? {
    let fragile = context.matching.duos.indices.filter { context.survey.standings[$0].candidateCount == 1 }
    guard !fragile.isEmpty else { return nil }
    return context.words.onlyMentorTopic(count: fragile.count, names: names(ofMentees: fragile))
  }

  private var laptopTopic: Topic? {
    let borrowing = context.matching.duos.indices.filter { context.matching.duos[$0].candidate.needsLaptop }
    guard !borrowing.isEmpty else { return nil }
    return context.words.laptopTopic(count: borrowing.count, names: names(ofMentees: borrowing))
  }

  private func names(ofMentees duos: [Int]) -> String {
    let shown = duos.prefix(8).map { context.menteeID(context.matching.duos[$0].mentee) }
    let left = duos.count - shown.count
    return context.words.list(left > 0 ? shown + [context.words.others(left)] : shown)
  }

  /// The rule that alone keeps most of the mentees without a candidate from having one.
  private var rulesTopic: Topic? {
    var countOfRule: [HardRule: Int] = [:]
    for unmatched in context.matching.unmatchedMentees {
      guard case .noCandidate(let rules) = unmatched.reason else { continue }
      for rule in rules where rule.openedByLifting > 0 { countOfRule[rule.rule, default: 0] += 1 }
    }
    let most = HardRule.allCases.filter { countOfRule[$0] != nil }
      .sorted { countOfRule[$0, default: 0] > countOfRule[$1, default: 0] }
    guard !most.isEmpty else { return nil }
    return context.words.rulesTopic(most.prefix(3).map { ($0, countOfRule[$0, default: 0]) })
  }

  private var acrossTopic: Topic? {
    let count = context.antennas.reduce(0) { $0 + $1.duosAcross.count }
    return count == 0 ? nil : context.words.acrossTopic(count: count)
  }
}
