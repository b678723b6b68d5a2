public import MentorMatching

extension MatchingRule {
  /// The rule as a sentence without its name: "at most 40 laptops, in duos whose mentee is of antenna lille".
  public var sentence: String {
    [bounds(atLeast: atLeast, atMost: atMost), conditions].filter { !$0.isEmpty }.joined(separator: ", ")
  }

  /// What the rule would have to say if its bound gave way by so many units.
  func relaxedSentence(by units: Int) -> String {
    func relaxed(_ bound: RuleBound?, by change: Int) -> RuleBound? {
      if case .number(let number)? = bound { .number(max(0, number + change)) } else { nil }
    }
    if eachMentor == nil, relaxed(atLeast, by: 0) != nil || relaxed(atMost, by: 0) != nil {
      let less = relaxed(atLeast, by: -units).map { bounds(atLeast: $0, atMost: nil) }
      let more = relaxed(atMost, by: units).map { bounds(atLeast: nil, atMost: $0) }
      return [less, more].compactMap(\.self).joined(separator: " or ") + " (\(units) \(unitName(units)) of slack)"
    }
    if eachMentor == nil, case .permille? = atLeast ?? atMost {
      let sides = [
        atLeast.map { "fewer than \(words($0)) \(amountName($0))" },
        atMost.map { "more than \(words($0)) \(amountName($0))" },
      ]
      return "\(units) " + sides.compactMap(\.self).joined(separator: " or ")
    }
    return "its bounds missed by \(units) in all"
  }

  private func bounds(atLeast: RuleBound?, atMost: RuleBound?) -> String {
    switch (atLeast, atMost) {
    case (let low?, let high?) where low == high: return "exactly \(words(low)) \(amountName(low))"
    case (let low?, let high?): return "at least \(words(low)) and at most \(words(high)) \(amountName(high))"
    case (let low?, nil): return "at least \(words(low)) \(amountName(low))"
    case (nil, let high?): return "at most \(words(high)) \(amountName(high))"
    case (nil, nil): return ""
    }
  }

  private func words(_ bound: RuleBound) -> String {
    switch bound {
    case .number(let number): "\(number)"
    case .permille(let share): share % 10 == 0 ? "\(share / 10) % of all" : "\(share / 10).\(share % 10) % of all"
    case .mentorColumn(let column): "the mentor's \(column) of"
    }
  }

  private func amountName(_ bound: RuleBound) -> String {
    let isOne = bound == .number(1)
    return switch amount {
    case .one: isOne ? "duo" : "duos"
    case .laptop: isOne ? "laptop" : "laptops"
    case .kilometres: "kilometres"
    case .minutes: "minutes of travel"
    case .menteeColumn(let column): "\(column)"
    }
  }

  private func unitName(_ units: Int) -> String { units == 1 ? "unit" : "units" }

  private var conditions: String {
    var parts: [String] = []
    if let eachMentor {
      let who = Self.words(eachMentor)
      parts.append("for each mentor" + (who.isEmpty ? "" : " \(who)"))
    }
    let mentee = Self.words(selector.mentee)
    let mentor = Self.words(selector.mentor)
    if !mentee.isEmpty { parts.append("in duos whose mentee is \(mentee)") }
    if !mentor.isEmpty { parts.append("in duos whose mentor is \(mentor)") }
    if !selector.modes.isEmpty { parts.append("meeting \(Self.either(selector.modes.map(\.rawValue)))") }
    if !selector.languages.isEmpty { parts.append("speaking \(Self.either(selector.languages.map(\.text)))") }
    return parts.joined(separator: ", ")
  }

  /// Identifiers are counted, not shown.
  private static func words(_ person: PersonSelector) -> String {
    var parts: [String] = []
    if !person.antennas.isEmpty { parts.append("of antenna \(either(person.antennas.map(\.text)))") }
    if !person.languages.isEmpty { parts.append("speaking \(either(person.languages.map(\.text)))") }
    if !person.sectors.isEmpty { parts.append("in sector \(either(person.sectors.map(\.text)))") }
    for group in person.groups { parts.append("in group \(group.column) = \(either(group.values))") }
    if !person.ids.isEmpty { parts.append("on a list of \(person.ids.count)") }
    return parts.joined(separator: " and ")
  }

  private static func either(_ values: [String]) -> String { values.joined(separator: " or ") }
}
