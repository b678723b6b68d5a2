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
      duos.geojson (a map), proposal.json and certificate.json (the proof). With --rules, rules.csv and \
      rules-certificate.json take the place of the last two.
      """)

  enum SolverName: String, CaseIterable, ExpressibleByArgument {
    case auto, hungarian
    case shortestPath = "shortest-path"
    case dense, sparse, glpk, priced

    var solver: any AssignmentSolver {
      switch self {
      case .auto, .priced: AutomaticSolver()
      case .shortestPath: ShortestPathSolver()
      case .dense: DenseSolver()
      case .hungarian: HungarianSolver()
      case .sparse: SparseSolver()
      case .glpk: IntegerProgramSolver()
      }
    }
  }

  @Argument(help: "The folder of the round.")
  var round: String

  @Option(help: "A policy file to use instead of the round's own.")
  var policy: String?

  @Option(help: "Decisions (pins and vetoes) to use instead of the round's own decisions.csv.")
  var decisions: String?

  @Option(help: "The folder to write the proposal to; created when missing.")
  var out: String?

  @Flag(help: "Replace an earlier proposal in the output folder.")
  var force = false

  @Option(help: "The language of the report: en, fr or nl.", transform: Self.language)
  var language: ReportLanguage = .english

  @Option(
    help: """
      The exact solver: auto, hungarian, shortest-path, dense, sparse, glpk or priced. All give the same duos. Priced stores only \
      a few dozen pairs per person; auto uses it for rounds of more than \(Roster.pricedPairLimit / 1_000_000) million pairs.
      """)
  var solver: SolverName = .auto

  @Option(help: "How many threads large rounds and explanations use; by default as many as there are processors.")
  var threads: Int?

  @Option(
    help: "Rules over the whole matching, as JSON.")
  var rules: String?

  @Option(help: "With --rules: stop after so many seconds.")
  var timeLimit: Int?

  @Option(help: "With --rules: stop once no matching can be better by more than this share, for example 0.0001.")
  var gap = 0.0

  @Flag(help: "With --rules: also say what each rule costs, on the page too. One more solve per rule.")
  var costs = false

  @Flag(help: "With --rules and --out: also write the integer program as model.mps (to be minimised) and model.lp.")
  var model = false

  @Option(help: "With --rules: every duo scores at least this, 0 to 1000000.")
  var floor = 0

  @Option(help: "With --rules: make so many of the worst scores as good as possible before the total (1: max-min).")
  var leximin = 0

  func validate() throws {
    if !(0...1_000_000).contains(floor) { throw ValidationError("the floor is 0 to 1000000") }
    if leximin < 0 || (leximin > 0 && floor > 0) { throw ValidationError("give --floor or --leximin, not both") }
    if leximin > 0 && costs { throw ValidationError("with --leximin the total is not what counts: leave --costs out") }
    if !(0..<1).contains(gap) { throw ValidationError("the gap is from 0 to below 1") }
    if let threads, !(1...1_024).contains(threads) { throw ValidationError("threads are 1 to 1024") }
    if let timeLimit, timeLimit < 0 { throw ValidationError("the time limit is negative") }
  }

  static func language(_ code: String) throws -> ReportLanguage {
    guard let language = ReportLanguage(rawValue: code) else { throw ValidationError("languages are en, fr and nl") }
    return language
  }

  func run() throws {
    try Console.run {
      let input = try RoundReader.read(directory: round, policyPath: policy, decisionsPath: decisions)
      Console.warn(input.warnings)
      let isDecidable = rules == nil && solver != .priced && !input.roster.isLarge
      if !input.decisions.isEmpty && !isDecidable {
        throw ValidationError("pins and vetoes go neither with --rules nor with priced matching: move decisions away")
      }
      if let rules {
        let limits = SolveLimits(timeLimit: timeLimit.map { .seconds($0) }, relativeGap: gap)
        return try RuledMatch(
          round: input, rulesPath: rules, limits: limits, out: out, replacing: force, showsCosts: costs,
          writesModel: model, language: language, floor: floor, leximinLevels: leximin
        ).run()
      }
      if solver == .priced || (solver == .auto && input.roster.isLarge) {
        return try LargeMatch(
          round: input, threads: threads, out: out, replacing: force, language: language
        ).run()
      }
      let problem = MatchingProblem(roster: input.roster, policy: input.policy, decisions: input.decisions)
      let assignment = problem.assignmentProblem
      let solution: AssignmentSolution = try solver.solver.solve(assignment)
      // A proposal whose proof does not hold is never shown, let alone written. (`verify` scores every pair anew.)
      let proof = try CertificateChecker.check(solution, of: assignment)
      let matching = problem.matching(from: solution)
      let certificate = MatchingCertificate(matching)
      var prices: DecisionPrices?
      if let out {
        let survey = problem.survey(of: matching, threadCount: threads ?? LargeMatch.processorCount)
        let files = ProposalFiles.files(of: matching, certificate: certificate, survey: survey, language: language)
        try OutputDirectory(out).write(files, replacing: force, inputs: input.inputs.map(\.identity))
        prices = survey.decisionPrices
      } else {
        prices = problem.decisionPrices()
      }
      try Console.print(MatchingSummary.text(matching, proof: proof))
      if let prices { try Console.print(MatchingSummary.text(matching.decisions, prices)) }
      if let out { try Console.print("written to \(VisibleText.escaped(out))") }
    }
  }
}
