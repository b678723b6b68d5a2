internal import Dispatch
public import MentorMatching
internal import Synchronization

/// The files of a proposal: what `match` writes and `verify` reads.
public enum ProposalFiles {
  /// All files of a proposal, ready to be written.
  ///
  /// - Parameters:
  ///   - survey: of this matching, from ``MentorMatching/MatchingProblem/survey(of:sampleLimit:threadCount:)``.
  ///   - language: of the report.
  public static func files(
    of matching: Matching, certificate: MatchingCertificate, survey: CandidateSurvey,
    language: ReportLanguage = .english
  ) -> [OutputFile] {
    // The largest first: the files do not depend on each other, so they are made side by side.
    let makers: [@Sendable () -> OutputFile] = [
      {
        OutputFile(name: "report.html", bytes: MatchingReport.page(of: matching, survey: survey, language: language))
      },
      {
        OutputFile(name: "proposal.json", bytes: JSONWriter.bytes(of: ProposalJSON.value(of: matching, survey: survey)))
      },
      {
        OutputFile(
          name: "certificate.json",
          bytes: JSONWriter.bytes(
            of: CertificateJSON.value(
              of: certificate, roster: matching.roster, policy: matching.policy, decisions: matching.decisions)))
      },
      { OutputFile(name: "duos.geojson", bytes: DuosGeoJSON.bytes(of: matching)) },
      { OutputFile(name: "duos.csv", bytes: ProposalTables.duos(matching)) },
      { OutputFile(name: "unmatched.csv", bytes: ProposalTables.unmatched(matching)) },
    ]
    let made = Mutex([OutputFile?](repeating: nil, count: makers.count))
    DispatchQueue.concurrentPerform(iterations: makers.count) { index in
      let file = makers[index]()
      made.withLock { $0[index] = file }
    }
    return made.withLock { $0.compactMap(\.self) }
  }

  /// Reads the claim of a proposal: the duos of `proposal.json` with the duals of `certificate.json`.
  ///
  /// - Throws: ``InputErrors`` when a file cannot be read, ``CertificateJSON/Malformed`` when they make no claim.
  public static func readClaim(directory: String) throws -> MatchingCertificate {
    let proposal = try readJSON(directory + "/proposal.json")
    let certificate = try readJSON(directory + "/certificate.json")
    return try CertificateJSON.claim(proposal: proposal, certificate: certificate)
  }

  static func readJSON(_ path: String) throws(InputErrors) -> JSONValue {
    var log = FileLog(path: path)
    guard let file = InputLoader(limits: InputLimits()).load(path, isRequired: true, log: &log),
      let document = JSONDocument(file.bytes, log: &log)
    else {
      throw InputErrors([log]) ?? InputErrors([Diagnostic(.syntax, file: path, message: "cannot be read")])
    }
    return document.root
  }
}
