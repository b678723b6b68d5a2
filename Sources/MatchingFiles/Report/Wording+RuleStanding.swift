import MentorMatching

/// How rules stand, what they cost, and what is proved under them.
extension Wording {
  var rulesHeading: String {
    say("Rules over the whole matching", "Règles sur l’ensemble", "Regels over het geheel")
  }

  /// A sum of scores in which a perfect duo counts 100.
  func total(_ score: Int) -> String { decimal(tenths: Self.tenths(ofScore: score)) }

  func rulesIntroduction(_ ruled: RuledFacts, totalScore: Int) -> String {
    let count = ruled.standings.count
    if count == 0 { return say("There are none.", "Il n’y en a pas.", "Er zijn er geen.") }
    let kept = say(
      "Counted again, duo by duo, after the proposal was found. ",
      "Recomptées duo par duo une fois la proposition faite. ",
      "Na het voorstel opnieuw geteld, duo per duo. ")
    if ruled.hasCosts {
      return kept
        + say(
          "A rule costs what all duos together would gain if it were not there, which a solve of its own found: in duos, or in parts of a total in which a perfect duo counts 100, waiting time and prices of broken rules included. One unit more: what the total would gain, at first, if the bound gave way by one. With all rules there are \(duos(ruled.certificate.duos.count)) with a total score of \(total(totalScore)).",
          "Une règle coûte ce que l’ensemble des duos gagnerait sans elle, trouvé par un calcul à part\u{A0}: en duos, ou en part d’un total où un duo parfait compte 100, attente et prix des règles enfreintes compris. Une unité de plus\u{A0}: ce que le total gagnerait d’abord si la limite cédait d’un. Avec toutes les règles\u{A0}: \(duos(ruled.certificate.duos.count)) pour un score total de \(total(totalScore)).",
          "Een regel kost wat alle duo’s samen zonder die regel zouden winnen, met een eigen berekening gevonden: in duo’s, of in delen van een totaal waarin een perfect duo voor 100 telt, met wachttijd en prijzen van gebroken regels. Eén eenheid meer: wat het totaal eerst zou winnen als de grens één toegeeft. Met alle regels zijn er \(duos(ruled.certificate.duos.count)) met een totale score van \(total(totalScore))."
        )
    }
    if !ruled.certificate.worstScores.isEmpty {
      return kept
        + say(
          "What each costs is not given where the worst scores come before the total.",
          "Le coût de chacune n’est pas donné quand les scores les plus bas passent avant le total.",
          "Wat elk kost wordt niet gegeven waar de laagste scores vóór het totaal komen.")
    }
    return kept
      + say(
        "What each costs was not asked for: match --costs says it.",
        "Le coût de chacune n’a pas été demandé\u{A0}: match --costs le donne.",
        "Wat elk kost is niet gevraagd: match --costs zegt het.")
  }

  func ruleColumns(withCosts: Bool) -> [String] {
    let standing = [
      say("Rule", "Règle", "Regel"), say("In the proposal", "Dans la proposition", "In het voorstel"),
      say("Bound", "Limite", "Grens"), say("State", "État", "Stand"),
    ]
    let costs = [
      say("Duos without it", "Duos sans elle", "Duo’s zonder"),
      say("Total without it", "Total sans elle", "Totaal zonder"),
      say("It costs", "Elle coûte", "Kost"), say("One unit more", "Une unité de plus", "Eén eenheid meer"),
    ]
    return standing + (withCosts ? costs : [])
  }

  /// `≥ 50`, `≤ 40`, `= 3`
  func bounds(of entry: RuleCheck.Entry) -> String {
    switch (entry.atLeast, entry.atMost) {
    case (let low?, let high?) where low == high: "= \(whole(low))"
    case (let low?, let high?): "≥ \(whole(low)) · ≤ \(whole(high))"
    case (let low?, nil): "≥\u{A0}\(whole(low))"
    case (nil, let high?): "≤\u{A0}\(whole(high))"
    case (nil, nil): "–"
    }
  }

  /// A shape and words: whether the rule binds, what room it leaves, by how much it is missed.
  func state(of standing: RuleStanding) -> String {
    if standing.violation > 0 {
      let missed = "▲\u{A0}" + say("missed by ", "manquée de ", "gemist met ") + whole(standing.violation)
      let (cost, overflow) = standing.violation.multipliedReportingOverflow(by: standing.rule.price ?? 0)
      guard standing.rule.price != nil, !overflow else { return missed }
      return missed + say(", which costs ", ", ce qui coûte ", ", wat kost: ") + total(cost)
    }
    guard let entry = standing.whole else {
      let held = "\(mentors(standing.entries.count))"
      let binding = whole(standing.bindingCount)
      return (standing.bindingCount > 0 ? "●\u{A0}" : "○\u{A0}")
        + say(
          "\(held), \(binding) at the bound", "\(held), dont \(binding) à la limite", "\(held), \(binding) op de grens")
    }
    if entry.isBinding { return "●\u{A0}" + say("at its bound", "à sa limite", "op haar grens") }
    var parts: [String] = []
    if let low = entry.atLeast {
      let more = whole(entry.counted - low)
      parts.append(say("\(more) more than asked", "\(more) de plus que demandé", "\(more) meer dan gevraagd"))
    }
    if let high = entry.atMost {
      let room = whole(high - entry.counted)
      parts.append(say("room for \(room)", "reste \(room)", "ruimte voor \(room)"))
    }
    return "○\u{A0}" + parts.joined(separator: ", ")
  }

  /// The four cells under the headings about costs.
  func costs(of standing: RuleStanding) -> [String] {
    guard let cost = standing.cost, let loss = standing.loss else { return ["–", "–", "–", "–"] }
    let about = cost.isExact ? "" : say("about ", "environ ", "ongeveer ")
    return [
      whole(cost.duosWithout), total(cost.scoreWithout), about + price(loss),
      cost.pricePerUnit.map { price(OverridePrice(duos: 0, score: $0)) } ?? "–",
    ]
  }

  func ruledTopic(_ rules: [(name: String, loss: OverridePrice?)]) -> MeetingTopics.Topic {
    let names = rules.map { rule in
      rule.name + (rule.loss.map { " (" + say("costs ", "coûte ", "kost ") + price($0) + ")" } ?? "")
    }
    return MeetingTopics.Topic(
      heading: say("Rules at their bound.", "Règles à leur limite.", "Regels op hun grens."),
      text: say(
        "Only giving way here changes what is possible: \(list(names)).",
        "Seul un assouplissement ici change ce qui est possible\u{A0}: \(list(names)).",
        "Alleen hier toegeven verandert wat mogelijk is: \(list(names))."))
  }

  /// At the end of the introduction to the cards.
  var noAlternativesUnderRules: String {
    say(
      " What other mentors would cost is not shown: under rules one changed duo can move others in ways that only a new solve tells.",
      " Le coût d’autres mentors n’est pas montré\u{A0}: sous des règles, un duo changé peut en déplacer d’autres, ce que seul un nouveau calcul dit.",
      " Wat andere mentors zouden kosten wordt niet getoond: onder regels kan één ander duo nog andere verschuiven, wat alleen een nieuwe berekening zegt."
    )
  }
}
