public import MentorMatching

/// `certificate.json`: the duals and the objective that prove the duos of `proposal.json` optimal, with digests of the
/// round they were computed from. Schema version 2.
///
/// Version 2 proves the duos among those that keep to the round's decisions; without decisions it is version 1. Pinned duos count in
/// the objective, but the duals are of what is left to decide.
///
/// The digests are taken of the people and the policy written in canonical form, so they do not depend on the order of
/// the rows or on how a value was written.
public enum CertificateJSON {
  public static let schemaVersion = 2

  public static func value(
    of certificate: MatchingCertificate, roster: Roster, policy: MatchingPolicy, decisions: DecisionSet = .none
  ) -> JSONValue {
    [
      "schemaVersion": .integer(schemaVersion),
      "claim": .string(
        decisions.isEmpty
          ? "no other choice of duos has a higher objective"
          : "no other choice of duos that keeps to the decisions has a higher objective"),
      "digests": .object(
        [
          RosterWriter.mentees(roster), RosterWriter.mentors(roster),
          OutputFile(name: "policy.json", bytes: PolicyWriter.bytes(of: policy)),
          DecisionsWriter.file(decisions, roster: roster),
        ].map { JSONValue.Member($0.name, .string(SHA256.hexadecimalDigest(of: $0.bytes))) }),
      "objective": .integer(Int(certificate.objective)),
      "menteeDuals": .array(certificate.menteeDuals.map(dual)),
      "mentorDuals": .array(certificate.mentorDuals.map(dual)),
    ]
  }

  private static func dual(_ dual: MatchingCertificate.Dual) -> JSONValue {
    ["id": .string(dual.person.text), "dual": .integer(Int(dual.value))]
  }

  /// Why two files do not make a claim that could be checked.
  public struct Malformed: Error, Equatable, Sendable {
    public let file: String
    public let expected: String
  }

  /// Puts a claim together from the duos of `proposal.json` and the duals of `certificate.json`.
  public static func claim(proposal: JSONValue, certificate: JSONValue) throws(Malformed) -> MatchingCertificate {
    guard proposal["schemaVersion"]?.integer == ProposalJSON.schemaVersion, let duos = proposal["duos"]?.array else {
      throw Malformed(file: "proposal.json", expected: "a proposal of schema version \(ProposalJSON.schemaVersion)")
    }
    guard certificate["schemaVersion"]?.integer == schemaVersion, let objective = certificate["objective"]?.integer,
      let menteeDuals = certificate["menteeDuals"]?.array, let mentorDuals = certificate["mentorDuals"]?.array
    else {
      throw Malformed(file: "certificate.json", expected: "a certificate of schema version \(schemaVersion)")
    }
    var claimed: [MatchingCertificate.ClaimedDuo] = []
    for duo in duos {
      guard let mentee = duo["mentee"]?.string.flatMap(PersonID.init),
        let mentor = duo["mentor"]?.string.flatMap(PersonID.init), let score = duo["score"]?.integer
      else { throw Malformed(file: "proposal.json", expected: "mentee, mentor and score of each duo") }
      claimed.append(.init(mentee: mentee, mentor: mentor, score: score))
    }
    return MatchingCertificate(
      duos: claimed, menteeDuals: try duals(menteeDuals), mentorDuals: try duals(mentorDuals),
      objective: Int64(objective))
  }

  private static func duals(_ values: [JSONValue]) throws(Malformed) -> [MatchingCertificate.Dual] {
    var duals: [MatchingCertificate.Dual] = []
    for value in values {
      guard let person = value["id"]?.string.flatMap(PersonID.init), let dual = value["dual"]?.integer else {
        throw Malformed(file: "certificate.json", expected: "id and dual of each person")
      }
      duals.append(.init(person: person, value: Int64(dual)))
    }
    return duals
  }
}
