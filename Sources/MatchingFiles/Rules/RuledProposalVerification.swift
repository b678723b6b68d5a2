public import MentorMatching

/// Checks a proposal under rules against the files of the round and the rules alone.
///
/// Every rule is counted again in integers, duo by duo; the bound is proved by multipliers over all pairs with the plain
/// scorer; no solver runs. Then every file is compared with what the round, the rules and the claim give.
public struct RuledProposalVerification: Sendable {
  public let proof: RuledCertificate.Proof
  public let certificate: RuledCertificate
  /// The files that were compared: `rules-certificate.json`, and those of the others that are there.
  public let files: [String]

  /// Whether a folder holds a proposal under rules.
  public static func isRuled(directory: String) throws(InputErrors) -> Bool {
    try ProposalVerification.load(RuledCertificateJSON.fileName, in: directory) != nil
  }

  /// - Parameters:
  ///   - directory: what `match --rules` wrote.
  ///   - rules: read from the rules file that was used.
  /// - Throws: ``InputErrors`` and ``CertificateJSON/Malformed`` when there is no claim, `RuledCertificate.Refusal` when it
  ///   does not hold, ``ProposalVerification/Difference`` when a file says something else.
  /// - Complexity: two plain assessments per pair.
  public init(directory: String, roster: Roster, policy: MatchingPolicy, rules: RulesReader.Result) throws {
    let claim = try RuledCertificateJSON.claim(
      ProposalFiles.readJSON(directory + "/" + RuledCertificateJSON.fileName), rules: rules.rules)
    proof = try claim.verify(roster: roster, policy: policy, rules: rules.rules)
    certificate = claim
    let language = try ProposalVerification.load("report.html", in: directory).flatMap(ProposalVerification.language)
    let expected = try RuledProposalFiles.files(
      of: claim, check: proof.check, problem: MatchingProblem(roster: roster, policy: policy), rules: rules.rules,
      ruleFiles: rules.inputs, language: language ?? .english)
    files = try ProposalVerification.compare(expected, with: directory)
  }

  /// What is proved, as `verify` prints it.
  public var summary: String {
    let gap = proof.greatestValue.map { $0 - certificate.value }
    var lines = ["rules kept: \(certificate.duos.count) duos, every rule counted again"]
    switch proof.mostDuos {
    case let most? where most == certificate.duos.count: lines.append("duos: no matching that keeps the rules has more")
    case let most?: lines.append("duos: no matching that keeps the rules has more than \(most)")
    case nil: break
    }
    switch gap {
    case 0?: lines.append("optimal: no matching that keeps the rules is worth more")
    case let gap?:
      lines.append(
        "value: no matching that keeps the rules is better by more than \(gap) of \(certificate.value) score units")
      if certificate.claimedBound == certificate.value {
        lines.append("       (match closed this gap by branch and bound, which is not repeated here)")
      }
    case nil: lines.append("value: the proposal has no proof of a bound")
    }
    if proof.greatestValue != nil {
      lines.append("checked over \(proof.pairCount) pairs, \(proof.candidateCount) of them candidates")
    }
    if !certificate.costs.isEmpty {
      lines.append("not checked: what each rule costs, for which match solved the round again without it")
    }
    lines.append("unchanged: " + files.joined(separator: ", "))
    return lines.joined(separator: "\n")
  }
}
