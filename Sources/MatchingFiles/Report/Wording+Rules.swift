import MentorMatching

/// What a rule over the whole matching asks, in words.
extension Wording {
  /// `at most 40 laptops, with mentees of antenna lille`. Identifiers are counted, not shown.
  func sentence(of rule: MatchingRule) -> String {
    var parts: [String] = []
    if let each = rule.eachMentor {
      let who = people(each)
      parts.append(say("for each mentor", "pour chaque mentor", "voor elke mentor") + (who.isEmpty ? "" : " " + who))
    }
    parts.append(asked(rule))
    let (mentee, mentor) = (people(rule.selector.mentee), people(rule.selector.mentor))
    if !mentee.isEmpty { parts.append(say("with mentees ", "avec des mentees ", "met mentees ") + mentee) }
    if !mentor.isEmpty { parts.append(say("with mentors ", "avec des mentors ", "met mentors ") + mentor) }
    if !rule.selector.modes.isEmpty {
      parts.append(say("meeting ", "rencontre\u{A0}: ", "afspraak: ") + alternatives(rule.selector.modes.map(mode)))
    }
    if !rule.selector.languages.isEmpty {
      parts.append(say("speaking ", "en ", "in het ") + alternatives(rule.selector.languages.map(name)))
    }
    if let price = rule.price {
      let each = decimal(tenths: Self.tenths(ofScore: price))
      parts.append(
        say(
          "or \(each) for each that is missed", "ou \(each) pour chaque unité manquée",
          "of \(each) voor elke gemiste eenheid"))
    }
    return parts.joined(separator: ", ")
  }

  private func asked(_ rule: MatchingRule) -> String {
    func least(_ text: String) -> String { say("at least ", "au moins ", "minstens ") + text }
    func most(_ text: String) -> String { say("at most ", "au plus ", "hoogstens ") + text }
    switch (rule.atLeast, rule.atMost) {
    case (let low?, let high?) where low == high:
      return say("exactly ", "exactement ", "precies ") + bound(low, rule.amount)
    case (let low?, let high?): return list([least(bound(low, rule.amount)), most(bound(high, rule.amount))])
    case (let low?, nil): return least(bound(low, rule.amount))
    case (nil, let high?): return most(bound(high, rule.amount))
    case (nil, nil): return ""
    }
  }

  private func bound(_ bound: RuleBound, _ amount: DuoAmount) -> String {
    switch bound {
    case .number(let number): return self.amount(number, amount)
    case .mentorColumn(let column):
      return say("the mentor’s \(column)", "\(column) du mentor", "\(column) van de mentor")
    case .permille(let share):
      let percent = share % 10 == 0 ? whole(share / 10) : decimal(tenths: share)
      return say("\(percent)\u{A0}% of all duos", "\(percent)\u{A0}% des duos", "\(percent)\u{A0}% van alle duo’s")
    }
  }

  /// `40 laptops`
  func amount(_ number: Int, _ amount: DuoAmount) -> String {
    switch amount {
    case .one: duos(number)
    case .laptop:
      say(
        count(number, "laptop", "laptops"), count(number, "ordinateur", "ordinateurs"),
        count(number, "laptop", "laptops"))
    case .kilometres: whole(number) + "\u{A0}km"
    case .minutes: minutes(number)
    case .menteeColumn(let column): whole(number) + "\u{A0}" + column
    }
  }

  private func people(_ person: PersonSelector) -> String {
    var parts: [String] = []
    if !person.antennas.isEmpty {
      parts.append(
        say("of antenna ", "de l’antenne ", "van antenne ") + alternatives(person.antennas.map(\.text)))
    }
    if !person.languages.isEmpty {
      let names = alternatives(person.languages.map(name))
      parts.append(say("who speak \(names)", "parlant \(names)", "die \(names) spreken"))
    }
    if !person.sectors.isEmpty {
      parts.append(say("in sector ", "du secteur ", "in sector ") + alternatives(person.sectors.map(\.text)))
    }
    for group in person.groups {
      parts.append(say("of group ", "du groupe ", "van groep ") + "\(group.column) = \(alternatives(group.values))")
    }
    if !person.ids.isEmpty {
      let count = whole(person.ids.count)
      parts.append(say("on a list of \(count)", "d’une liste de \(count)", "op een lijst van \(count)"))
    }
    return parts.joined(separator: say(" and ", " et ", " en "))
  }
}
