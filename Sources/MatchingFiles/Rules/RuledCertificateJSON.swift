public import MentorMatching

/// `rules-certificate.json`: the duos of a round with rules, and what proves the bound on them. Schema version 2.
///
/// Multipliers and duals are whole numbers, in 1/256 of a score unit. Rules are named; the digests are those of the round in
/// canonical form and of the files of the rules as they are.
///
/// Version 2 also states what each rule costs, where that was asked for, and the worst scores of a leximin matching. The costs
/// are what `match` found; nothing here proves them.
public enum RuledCertificateJSON {
  public static let schemaVersion = 2
  public static let fileName = "rules-certificate.json"

  /// - Parameter ruleFiles: the rules and tables of groups that were read.
  public static func value(
    of certificate: RuledCertificate, roster: Roster, policy: MatchingPolicy, rules: RuleSet, ruleFiles: [InputFile]
  ) -> JSONValue {
    let canonical = [
      RosterWriter.mentees(roster), RosterWriter.mentors(roster),
      OutputFile(name: "policy.json", bytes: PolicyWriter.bytes(of: policy)),
    ].map { JSONValue.Member($0.name, .string(SHA256.hexadecimalDigest(of: $0.bytes))) }
    return [
      "schemaVersion": .integer(schemaVersion),
      "claim": .string(
        certificate.worstScores.isEmpty
          ? "these duos keep the rules, and no duos that keep them are worth more than the bound"
          : "these duos keep the rules, and no duos that keep them have these worst scores and are worth more than the bound"
      ),
      "digests": .object(canonical + ruleFiles.map { JSONValue.Member($0.name, .string($0.sha256)) }),
      "value": .integer(Int(certificate.value)),
      "bound": .integer(Int(certificate.claimedBound)),
      "leastScore": .integer(certificate.leastScore),
      "duos": .array(
        certificate.duos.map {
          ["mentee": .string($0.mentee.text), "mentor": .string($0.mentor.text), "score": .integer($0.score)]
        }),
      "proofOfDuos": certificate.duoProof.map { proof($0, rules) } ?? .null,
      "proofOfValue": certificate.valueProof.map { proof($0, rules) } ?? .null,
      "costsOfRules": .array(zip(rules.rules, certificate.costs).map { cost($1, of: $0) }),
      "worstScores": .array(
        certificate.worstScores.map { ["score": .integer($0.score), "duos": .integer($0.duoCount)] }),
      "priceOfGoal": certificate.priceOfGoal.map(JSONValue.integer) ?? .null,
    ]
  }

  private static func cost(_ cost: RuledCertificate.CostOfRule?, of rule: MatchingRule) -> JSONValue {
    guard let cost else { return ["rule": .string(rule.name.text), "cost": .null] }
    return [
      "rule": .string(rule.name.text), "cost": .integer(cost.lostValue), "isExact": .boolean(cost.isExact),
      "duosWithout": .integer(cost.duosWithout), "scoreWithout": .integer(cost.scoreWithout),
      "pricePerUnit": cost.pricePerUnit.map(JSONValue.integer) ?? .null,
    ]
  }

  private static func proof(_ proof: RelaxationProof, _ rules: RuleSet) -> JSONValue {
    [
      "multipliers": .array(
        proof.multipliers.map {
          [
            "rule": .string(rules.rules[$0.rule].name.text), "mentor": $0.mentor.map { .string($0.text) } ?? .null,
            "bound": .string($0.isOfLowerBound ? "atLeast" : "atMost"), "multiplier": .integer(Int($0.value)),
          ]
        }),
      "demandedDuos": proof.demandedDuos.map(JSONValue.integer) ?? .null,
      "demandMultiplier": .integer(Int(proof.demandMultiplier)),
      "menteeDuals": duals(proof.menteeDuals), "mentorDuals": duals(proof.mentorDuals),
    ]
  }

  private static func duals(_ duals: [MatchingCertificate.Dual]) -> JSONValue {
    .array(duals.map { ["id": .string($0.person.text), "dual": .integer(Int($0.value))] })
  }

  /// Reads what ``value(of:roster:policy:rules:ruleFiles:)`` wrote.
  public static func claim(_ json: JSONValue, rules: RuleSet) throws(CertificateJSON.Malformed) -> RuledCertificate {
    guard json["schemaVersion"]?.integer == schemaVersion, let duos = json["duos"]?.array,
      let value = json["value"]?.integer, let bound = json["bound"]?.integer,
      let leastScore = json["leastScore"]?.integer, let duoProof = json["proofOfDuos"],
      let valueProof = json["proofOfValue"], let costs = json["costsOfRules"]?.array,
      let worst = json["worstScores"]?.array, let price = json["priceOfGoal"]
    else { throw malformed("a certificate of schema version \(schemaVersion)") }
    var claimed: [MatchingCertificate.ClaimedDuo] = []
    for duo in duos {
      guard let mentee = duo["mentee"]?.string.flatMap(PersonID.init),
        let mentor = duo["mentor"]?.string.flatMap(PersonID.init), let score = duo["score"]?.integer
      else { throw malformed("mentee, mentor and score of each duo") }
      claimed.append(.init(mentee: mentee, mentor: mentor, score: score))
    }
    return RuledCertificate(
      duos: claimed, value: Int64(value), claimedBound: Int64(bound), leastScore: leastScore,
      duoProof: try proof(duoProof, rules), valueProof: try proof(valueProof, rules),
      costs: try Self.costs(costs, rules), worstScores: try worst.map(worstScore), priceOfGoal: price.integer)
  }

  private static func costs(
    _ json: [JSONValue], _ rules: RuleSet
  ) throws(CertificateJSON.Malformed) -> [RuledCertificate.CostOfRule?] {
    guard json.isEmpty || json.map({ $0["rule"]?.string }) == rules.rules.map(\.name.text) else {
      throw malformed("costs of each rule in the rules file, in its order, or none")
    }
    var costs: [RuledCertificate.CostOfRule?] = []
    for cost in json {
      if cost["cost"] == .null {
        costs.append(nil)
        continue
      }
      guard let lost = cost["cost"]?.integer, let isExact = cost["isExact"]?.boolean,
        let duos = cost["duosWithout"]?.integer, let score = cost["scoreWithout"]?.integer,
        let price = cost["pricePerUnit"]
      else { throw malformed("cost, isExact, duosWithout, scoreWithout and pricePerUnit of each rule") }
      costs.append(
        .init(
          duosWithout: duos, scoreWithout: score, lostValue: lost, isExact: isExact, pricePerUnit: price.integer))
    }
    return costs
  }

  private static func worstScore(
    _ json: JSONValue
  ) throws(CertificateJSON.Malformed) -> RuledCertificate.WorstScore {
    guard let score = json["score"]?.integer, let duos = json["duos"]?.integer else {
      throw malformed("score and duos of each of the worst scores")
    }
    return .init(score: score, duoCount: duos)
  }

  private static func proof(
    _ json: JSONValue, _ rules: RuleSet
  ) throws(CertificateJSON.Malformed) -> RelaxationProof? {
    if json == .null { return nil }
    guard let multipliers = json["multipliers"]?.array, let demand = json["demandMultiplier"]?.integer,
      let demanded = json["demandedDuos"], demanded == .null || demanded.integer != nil
    else { throw malformed("multipliers, demandedDuos and demandMultiplier of each proof") }
    var read: [RelaxationProof.Multiplier] = []
    for multiplier in multipliers {
      guard let name = multiplier["rule"]?.string,
        let rule = rules.rules.firstIndex(where: { $0.name.text == name }),
        let bound = multiplier["bound"]?.string, ["atLeast", "atMost"].contains(bound),
        let mentor = multiplier["mentor"], let value = multiplier["multiplier"]?.integer
      else { throw malformed("multipliers of rules in the rules file") }
      let person = mentor.string.flatMap(PersonID.init)
      guard mentor == .null || person != nil else { throw malformed("identifiers of mentors") }
      read.append(.init(rule: rule, mentor: person, isOfLowerBound: bound == "atLeast", value: Int64(value)))
    }
    return RelaxationProof(
      multipliers: read, demandedDuos: demanded.integer, demandMultiplier: Int64(demand),
      menteeDuals: try duals(json["menteeDuals"]), mentorDuals: try duals(json["mentorDuals"]))
  }

  private static func duals(
    _ json: JSONValue?
  ) throws(CertificateJSON.Malformed) -> [MatchingCertificate.Dual] {
    var duals: [MatchingCertificate.Dual] = []
    for value in json?.array ?? [] {
      guard let person = value["id"]?.string.flatMap(PersonID.init), let dual = value["dual"]?.integer else {
        throw malformed("id and dual of each person")
      }
      duals.append(.init(person: person, value: Int64(dual)))
    }
    return duals
  }

  private static func malformed(_ expected: String) -> CertificateJSON.Malformed {
    CertificateJSON.Malformed(file: fileName, expected: expected)
  }
}
