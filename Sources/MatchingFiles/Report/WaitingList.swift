import MentorMatching

/// The mentees without a duo, grouped by reason: what each needs said in one line, with what would help.
struct WaitingList {
  let context: ReportContext

  func write(_ page: inout MarkupBuffer) {
    let words = context.words
    let groups = WaitingGroup.all(of: context.matching)
    page.markup("<section id=\"waiting\"><h2>")
    page.text(words.waitingHeading(context.matching.unmatchedMentees.count))
    page.markup("</h2>")
    if groups.isEmpty {
      page.markup("<p>")
      page.text(words.nobodyWaits)
      page.markup("</p>")
    } else if context.isSummary {
      page.markup("<p>")
      page.text(words.waitingAreElsewhere)
      page.markup("</p>")
    }
    for group in groups { write(&page, group) }
    page.markup("</section>")
  }

  private func write(_ page: inout MarkupBuffer, _ group: WaitingGroup) {
    let words = context.words
    page.markup("<div class=\"wait\"><h3>")
    page.text(words.heading(of: group))
    page.markup("</h3><p>")
    page.text(words.explanation(of: group, context.matching, isListed: !context.isSummary))
    page.markup("</p>")
    if !context.isSummary {
      page.markup("<ul>")
      for number in group.members { line(&page, number, group.reason) }
      page.markup("</ul>")
    }
    page.markup("</div>")
  }

  private func line(_ page: inout MarkupBuffer, _ number: Int, _ reason: WaitingGroup.Reason) {
    let words = context.words
    let unmatched = context.matching.unmatchedMentees[number]
    let mentee = context.roster.mentees[unmatched.mentee]
    page.markup("<li><b>")
    page.text(mentee.id.text)
    page.markup("</b> <span>")
    if context.antennas.count > 1 {
      page.text(mentee.person.antenna.text)
      page.markup(" · ")
    }
    page.text(words.profile(mentee, minimumLevel: context.matching.policy.language.minimumLevel))
    let weeks = context.matching.weeksWaited[unmatched.mentee]
    if weeks > 0 {
      page.markup(" · ")
      page.text(words.waited(weeks: weeks))
    }
    page.markup("</span> <em>")
    switch unmatched.reason {
    case .noCandidate(let rules):
      let vetoes = context.matching.decisions.vetoCount(ofMentee: unmatched.mentee)
      if vetoes > 0 { page.text(words.vetoed(vetoes)) }
      if vetoes == 0 || !rules.isEmpty {
        page.text(words.obstacles(rules, mentorCount: context.roster.mentors.count))
      }
    case .shortage(_, let candidateCount), .competition(let candidateCount):
      let best = context.survey.bestMentors[number]
      let names = context.mentorIDs(best, limit: 2, joined: words.alternatives)
      page.text(words.wouldHelp(bestMentors: names, candidateCount: candidateCount))
      if let cheapest = context.survey.alternatives?.ofUnmatched[number] {
        page.text(" ")
        page.text(words.cheapestWayIn(context.mentorID(cheapest.mentor), cheapest.price))
      }
    }
    page.markup("</em></li>")
  }
}

/// Mentees who wait for the same reason.
struct WaitingGroup {
  enum Reason { case noCandidate, shortage, competition }

  let reason: Reason
  /// Indices into the matching's unmatched mentees.
  let members: [Int]

  /// The groups with members: places first, for that is where most can be done.
  static func all(of matching: Matching) -> [WaitingGroup] {
    var byReason: [[Int]] = [[], [], []]
    for (number, unmatched) in matching.unmatchedMentees.enumerated() {
      switch unmatched.reason {
      case .shortage: byReason[0].append(number)
      case .competition: byReason[1].append(number)
      case .noCandidate: byReason[2].append(number)
      }
    }
    return zip([Reason.shortage, .competition, .noCandidate], byReason)
      .filter { !$0.1.isEmpty }.map { WaitingGroup(reason: $0.0, members: $0.1) }
  }
}
