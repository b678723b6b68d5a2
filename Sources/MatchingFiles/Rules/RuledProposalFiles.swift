internal import AssignmentSolvers
public import MentorMatching

/// The files of a proposal under rules: what `match --rules` writes and `verify --rules` compares.
public enum RuledProposalFiles {
  /// - Parameters:
  ///   - certificate: whose duos are in the round.
  ///   - problem: of the round.
  ///   - ruleFiles: the rules and tables of groups that were read.
  ///   - language: of the report.
  /// - Throws: when the proofs in the certificate are of other people or rules.
  public static func files(
    of certificate: RuledCertificate, check: RuleCheck, problem: MatchingProblem, rules: RuleSet,
    ruleFiles: [InputFile], language: ReportLanguage = .english
  ) throws(RuledCertificate.Refusal) -> [OutputFile] {
    let roster = problem.roster
    let mentorIndex = Dictionary(roster.mentors.enumerated().map { ($1.id, $0) }) { first, _ in first }
    let mentorOfMentee = Dictionary(certificate.duos.map { ($0.mentee, $0.mentor) }) { first, _ in first }
    // Tables and report are those of a plain matching, whose duals they do not show.
    let matching = problem.matching(
      from: AssignmentSolution(
        assignment: Assignment(
          columnOfRow: roster.mentees.map { mentorOfMentee[$0.id].flatMap { mentorIndex[$0] } }),
        duals: AssignmentDuals(
          row: [Int64](repeating: 0, count: roster.mentees.count),
          column: [Int64](repeating: 0, count: roster.mentors.count)), objective: certificate.value))
    let ruled = RuledFacts(
      rules: rules, check: check, certificate: certificate,
      stated: try certificate.statedBounds(
        roster: roster, policy: problem.policy, rules: rules, scores: problem.scores),
      objective: problem.policy.objective)
    let survey = problem.survey(of: matching, pricesAlternatives: false)
    return [
      OutputFile(
        name: "report.html",
        bytes: MatchingReport.page(of: matching, survey: survey, ruled: ruled, language: language)),
      OutputFile(name: "duos.geojson", bytes: DuosGeoJSON.bytes(of: matching)),
      OutputFile(name: "duos.csv", bytes: ProposalTables.duos(matching)),
      OutputFile(name: "unmatched.csv", bytes: ProposalTables.unmatched(matching)),
      OutputFile(name: "rules.csv", bytes: RuleTable.bytes(of: check, rules: rules, roster: roster)),
      OutputFile(
        name: RuledCertificateJSON.fileName,
        bytes: JSONWriter.bytes(
          of: RuledCertificateJSON.value(
            of: certificate, roster: roster, policy: problem.policy, rules: rules, ruleFiles: ruleFiles))),
    ]
  }
}
