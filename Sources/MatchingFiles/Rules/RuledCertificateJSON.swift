public import MentorMatching

/// `rules-certificate.json`: the duos of a round with rules, and what proves the bound on them. Schema version 1.
///
/// Multipliers and duals are whole numbers, in 1/256 of a score unit. Rules are named; the digests are those of the round in
/// canonical form and of the files of the rules as they are.
public enum RuledCertificateJSON {
  public static let schemaVersion = 1
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
      "claim": "these duos keep the rules, and no duos that keep them are worth more than the bound",
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
      let valueProof = json["proofOfValue"]
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
      duoProof: try proof(duoProof, rules), valueProof: try proof(valueProof, rules))
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
