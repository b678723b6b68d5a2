import ArgumentParser
import AssignmentSolvers
import MatchingFiles
import MatchingRules
import MentorMatching

struct MatchCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "match",
    abstract: "Match one intake round.",
    discussion: """
      Prints a short summary. With --out, also writes report.html (to read or print), duos.csv, unmatched.csv, \
      duos.geojson (a map), proposal.json and certificate.json (the proof).
      """)

  enum SolverName: String, CaseIterable, ExpressibleByArgument {
    case auto, hungarian
    case shortestPath = "shortest-path"
    case glpk

    var solver: any AssignmentSolver {
      switch self {
      case .auto, .shortestPath: ShortestPathSolver()
      case .hungarian: HungarianSolver()
      case .glpk: IntegerProgramSolver()
      }
    }
  }

  @Argument(help: "The folder of the round.")
  var round: String

  @Option(help: "A policy file to use instead of the round's own.")
  var policy: String?

  @Option(help: "The folder to write the proposal to; created when missing.")
  var out: String?

  @Flag(help: "Replace an earlier proposal in the output folder.")
  var force = false

  @Option(help: "The language of the report: en, fr or nl.", transform: Self.language)
  var language: ReportLanguage = .english

  @Option(help: "The exact solver: auto, hungarian, shortest-path or glpk. All give the same duos.")
  var solver: SolverName = .auto

  private static func language(_ code: String) throws -> ReportLanguage {
    guard let language = ReportLanguage(rawValue: code) else { throw ValidationError("languages are en, fr and nl") }
    return language
  }

  func run() throws {
    try Console.run {
      let input = try RoundReader.read(directory: round, policyPath: policy)
      Console.warn(input.warnings)
      let problem = MatchingProblem(roster: input.roster, policy: input.policy)
      let matching = try problem.matching(solver: solver.solver)
      // A proposal whose proof does not hold is never shown, let alone written. (`verify` scores every pair anew.)
      let proof = try CertificateChecker.check(matching.solution, of: problem.assignmentProblem)
      let certificate = MatchingCertificate(matching)
      if let out {
        let files = ProposalFiles.files(
          of: matching, certificate: certificate, survey: problem.survey(of: matching), language: language)
        try OutputDirectory(out).write(files, replacing: force, inputs: input.inputs.map(\.identity))
      }
      try Console.print(MatchingSummary.text(matching, proof: proof))
      if let out { try Console.print("written to \(VisibleText.escaped(out))") }
    }
  }
}
