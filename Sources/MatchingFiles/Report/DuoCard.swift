import MentorMatching

/// A duo on its card: who, how they meet, and five bars that add up to the score, each beginning where the one above
/// ends, with the facts behind it in words.
struct DuoCard {
  let context: ReportContext

  func write(_ page: inout MarkupBuffer, duo number: Int) {
    let duo = context.matching.duos[number]
    let candidate = duo.candidate
    page.markup("<article class=\"card\"><h4><span>")
    page.text(context.menteeID(duo.mentee))
    page.markup("</span> <i>↔</i> <span>")
    page.text(context.mentorID(duo.mentor))
    page.markup("</span></h4><p class=\"how\">")
    page.text(context.words.mode(candidate.mode))
    page.markup(" · ")
    page.text(context.words.standing(context.survey.standings[number]))
    let weeks = context.matching.weeksWaited[duo.mentee]
    if weeks > 0 {
      page.markup(" · ")
      page.text(context.words.waited(weeks: weeks))
    }
    page.markup("</p><ul>")
    writeBars(&page, duo)
    page.markup("</ul>")
    let alternatives = context.survey.alternatives?.ofDuo[number] ?? []
    writeAlternatives(&page, alternatives)
    writeRemarks(&page, duo, context.survey.standings[number], alternatives)
    page.markup("</article>")
  }

  private func writeBars(_ page: inout MarkupBuffer, _ duo: Duo) {
    let contributions = Contributions(duo.candidate, context.matching.policy.weights)
    var start = 0
    for (index, criterion) in Criterion.allCases.enumerated() {
      let name = CriterionName(criterion)
      page.markup("<li class=\"")
      page.markup(name.styleClass)
      page.markup("\"><b>")
      page.text(context.words.name(of: name))
      page.markup("</b><svg viewBox=\"0 0 1000 8\" preserveAspectRatio=\"none\"><path class=\"t\" d=\"M")
      page.number(start / 1_000)
      page.markup(" 0h")
      page.number(10 * contributions.weights[index])
      page.markup("v8h-")
      page.number(10 * contributions.weights[index])
      page.markup("z\"/>")
      bar(&page, nil, from: start, length: contributions.exact[index])
      page.markup("</svg>")
      value(&page, exact: contributions.exact[index], tenths: contributions.tenths[index])
      page.markup("<span>")
      page.text(context.words.fact(criterion, duo, context.roster))
      page.markup("</span></li>")
      start += contributions.exact[index]
    }
    page.markup("<li class=\"sum\"><b>")
    page.text(context.words.name(of: CriterionName.score))
    page.markup(
      "</b><svg viewBox=\"0 0 1000 8\" preserveAspectRatio=\"none\"><path class=\"t\" d=\"M0 0h1000v8h-1000z\"/>")
    start = 0
    for (index, criterion) in Criterion.allCases.enumerated() {
      bar(&page, CriterionName(criterion), from: start, length: contributions.exact[index])
      start += contributions.exact[index]
    }
    page.markup("</svg>")
    value(&page, exact: duo.candidate.score, tenths: contributions.totalTenths)
    page.markup("<span>")
    page.text(context.words.outOfHundred)
    page.markup("</span></li>")
  }

  /// A bar in thousandths of the highest score.
  private func bar(_ page: inout MarkupBuffer, _ name: CriterionName?, from start: Int, length: Int) {
    page.markup("<path class=\"")
    if let name { page.markup(name.styleClass) } else { page.markup("v") }
    page.markup("\" d=\"M")
    page.number(start / 1_000)
    page.markup(" 0H")
    page.number((start + length) / 1_000)
    page.markup("v8H")
    page.number(start / 1_000)
    page.markup("z\"/>")
  }

  /// The exact number in score units for programs, its tenths of a percent for people.
  private func value(_ page: inout MarkupBuffer, exact: Int, tenths: Int) {
    page.markup("<data value=\"")
    page.number(exact)
    page.markup("\">")
    page.text(context.words.decimal(tenths: tenths))
    page.markup("</data>")
  }

  private func writeAlternatives(_ page: inout MarkupBuffer, _ alternatives: [Alternative]) {
    if alternatives.isEmpty { return }
    page.markup("<p class=\"else\">")
    page.text(context.words.alternativesLabel)
    for (index, alternative) in alternatives.enumerated() {
      page.text(index > 0 ? " · " : " ")
      page.text(context.words.alternative(context.mentorID(alternative.mentor), alternative.price))
    }
    page.markup("</p>")
  }

  private func writeRemarks(
    _ page: inout MarkupBuffer, _ duo: Duo, _ standing: CandidateSurvey.Standing, _ alternatives: [Alternative]
  ) {
    var remarks = context.words.remarks(duo, standing, context.roster)
    if context.matching.decisions.mentor(pinnedTo: duo.mentee) != nil { remarks.append(context.words.pinned) }
    if let tie = alternatives.first, tie.isTie {
      remarks.append(context.words.tie(with: context.mentorID(tie.mentor)))
    }
    if remarks.isEmpty { return }
    page.markup("<p class=\"note\">")
    for (index, remark) in remarks.enumerated() {
      if index > 0 { page.markup(" ") }
      page.markup("<em>")
      page.text(remark)
      page.markup("</em>")
    }
    page.markup("</p>")
  }
}

/// What each criterion contributes to a score, exactly and as shown: tenths of a percent that still add up, by largest
/// remainders (ties to the criterion named first).
struct Contributions {
  /// Whole percentages, in the order of the criteria.
  let weights: [Int]
  /// Score units; their sum is the score.
  let exact: [Int]
  /// Tenths of a percent; their sum is ``totalTenths``.
  let tenths: [Int]
  let totalTenths: Int

  init(_ candidate: Candidate, _ weights: Weights) {
    let exact = Criterion.allCases.map { weights[$0] * candidate.points[$0] }
    var tenths = exact.map { $0 / 1_000 }
    totalTenths = Wording.tenths(ofScore: candidate.score)
    let order = exact.indices.sorted { (exact[$1] % 1_000, $0) < (exact[$0] % 1_000, $1) }
    for index in order.prefix(totalTenths - tenths.reduce(0, +)) { tenths[index] += 1 }
    self.weights = Criterion.allCases.map { weights[$0] }
    self.exact = exact
    self.tenths = tenths
  }
}
