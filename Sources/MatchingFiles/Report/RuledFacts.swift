import MentorMatching

/// What a report says about the rules a matching was made under.
struct RuledFacts: Sendable {
  let rules: RuleSet
  let standings: [RuleStanding]
  let certificate: RuledCertificate
  /// What the multipliers of the certificate prove without a search.
  let stated: RuledCertificate.StatedBounds

  /// - Parameter check: of the certificate's duos.
  init(
    rules: RuleSet, check: RuleCheck, certificate: RuledCertificate, stated: RuledCertificate.StatedBounds,
    objective: MatchingPolicy.Objective
  ) {
    self.rules = rules
    self.certificate = certificate
    self.stated = stated
    standings = rules.rules.enumerated().map { index, rule in
      let cost = certificate.costs.indices.contains(index) ? certificate.costs[index] : nil
      return RuleStanding(
        rule: rule, entries: check.entries.filter { $0.rule == index }, cost: cost,
        loss: cost.map {
          let duos = objective == .mostDuosFirst ? $0.duosWithout - certificate.duos.count : 0
          return OverridePrice(duos: duos, score: $0.lostValue)
        })
    }
  }

  /// Whether no better matching was said to be possible.
  var isOptimal: Bool { certificate.claimedBound == certificate.value }
  var hasPrices: Bool { rules.rules.contains { $0.price != nil } }
  var hasCosts: Bool { !certificate.costs.isEmpty }
}

/// How one rule stands in a matching.
struct RuleStanding: Sendable {
  let rule: MatchingRule
  /// One; for a rule about each mentor, one for each of them.
  let entries: [RuleCheck.Entry]
  let cost: RuledCertificate.CostOfRule?
  /// What all duos together would gain without the rule; nil when it was not asked for.
  let loss: OverridePrice?

  var counted: Int { entries.reduce(0) { $0 + $1.counted } }
  var violation: Int { entries.reduce(0) { $0 + $1.violation } }
  var bindingCount: Int { entries.count { $0.isBinding } }
  /// The one entry of a rule about the whole matching.
  var whole: RuleCheck.Entry? { rule.eachMentor == nil ? entries.first : nil }
}
