public import AssignmentSolvers
public import MentorMatching

/// Checks the files of a proposal against the files of the round alone.
///
/// Two things are checked. The claim, duos and duals, is proven optimal by the plain scorer over all pairs; no solver
/// runs. Then everything `match` would write for that claim is written again, in memory, and compared byte by byte: a
/// changed duo, dual, score, reason, distance or line on a map is found in whichever file it is.
public struct ProposalVerification: Sendable {
  public let proof: CertificateChecker.Proof
  public let duoCount: Int
  /// The files that were compared: `proposal.json` and `certificate.json`, and those of the others that are there.
  public let files: [String]

  /// A file that is not what the round and the proof make of it.
  public struct Difference: Error, Equatable, Sendable {
    public let path: String
    /// Of the first byte that differs.
    public let position: TextPosition

    /// `PATH:LINE:COL: error: …`; never the content of the file.
    public var rendered: String {
      "\(VisibleText.escaped(path)):\(position.line):\(position.column): error: from here on the file is not what this "
        + "round and this proof give\n    It was changed, belongs to another round, or was written by another version. "
        + "Run match again."
    }
  }

  /// - Parameters:
  ///   - directory: what `match` wrote. Files other than `proposal.json` and `certificate.json` may be absent.
  ///   - roster: of the round; `policy`: the policy it was matched with.
  ///   - decisions: those it was matched with; none in large rounds.
  /// - Throws: ``InputErrors`` and ``CertificateJSON/Malformed`` when the files make no claim,
  ///   `MatchingCertificate.Refusal` when the claim is not proven, ``Difference`` when a file says something else.
  /// - Complexity: one plain assessment per pair; in large rounds (``Roster/isLarge``) one pass of the portable row scorer
  ///   and one of the fastest.
  public init(
    directory: String, roster: Roster, policy: MatchingPolicy, decisions: DecisionSet = .none, threadCount: Int = 1
  ) throws {
    let claim = try ProposalFiles.readClaim(directory: directory)
    proof =
      roster.isLarge
      ? try claim.verifyByRows(roster: roster, policy: policy, threadCount: threadCount)
      : try claim.verify(roster: roster, policy: policy, decisions: decisions)
    duoCount = claim.duos.count

    let solution = try claim.solution(in: roster, policy: policy, decisions: decisions)
    let language = try Self.load("report.html", in: directory).flatMap(Self.language) ?? .english
    func compared(_ explained: (matching: Matching, survey: CandidateSurvey)) throws -> [String] {
      let (matching, survey) = explained
      let expected = ProposalFiles.files(
        of: matching, certificate: MatchingCertificate(matching), survey: survey, language: language)
      return try Self.compare(expected, with: directory)
    }
    func explainedByPricing() -> (matching: Matching, survey: CandidateSurvey)? {
      roster.explained(solution, policy: policy, threadCount: threadCount)
    }
    if roster.isLarge, let explained = explainedByPricing() {
      files = try compared(explained)
      return
    }
    let problem = MatchingProblem(roster: roster, policy: policy, decisions: decisions)
    let matching = problem.matching(from: solution)
    do {
      files = try compared((matching, problem.survey(of: matching, threadCount: threadCount)))
    } catch let difference as Difference {
      // A small round that was priced all the same is explained as large ones are: reasons from a sample, no alternatives.
      guard decisions.isEmpty, let explained = explainedByPricing(), let found = try? compared(explained) else {
        throw difference
      }
      files = found
    }
  }

  /// Compares files with those of a folder, byte by byte.
  /// - Returns: the names of those that are there.
  static func compare(_ expected: [OutputFile], with directory: String) throws -> [String] {
    var compared: [String] = []
    for file in expected {
      guard let found = try load(file.name, in: directory) else { continue }
      if let offset = firstDifference(found, file.bytes) {
        throw Difference(path: directory + "/" + file.name, position: TextPosition(ofByte: offset, in: found))
      }
      compared.append(file.name)
    }
    return compared
  }

  static func load(_ name: String, in directory: String) throws(InputErrors) -> [UInt8]? {
    var log = FileLog(path: directory + "/" + name)
    let file = InputLoader(limits: InputLimits()).load(log.path, isRequired: false, log: &log)
    if let errors = InputErrors([log]) { throw errors }
    return file?.bytes
  }

  /// The language a report says it is in, where the page says it.
  static func language(of report: [UInt8]) -> ReportLanguage? {
    ReportLanguage.allCases.first { report.starts(with: MatchingReport.opening(in: $0)) }
  }

  private static func firstDifference(_ a: [UInt8], _ b: [UInt8]) -> Int? {
    if a == b { return nil }
    return zip(a, b).enumerated().first { $1.0 != $1.1 }?.offset ?? min(a.count, b.count)
  }
}
