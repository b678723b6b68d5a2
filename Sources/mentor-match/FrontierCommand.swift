public import ArgumentParser
import MatchingFiles
import MatchingRules
import MentorMatching

struct FrontierCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "frontier",
    abstract: "Every trade-off between two goals that no other matching beats.",
    discussion: "Prints a table. With --out, also writes frontier.csv and frontier.html, which has a plot.")

  @Argument(help: "The folder of the round.")
  var round: String

  @Option(help: "A policy file to use instead of the round's own.")
  var policy: String?

  @Option(help: "Rules over the whole matching, as JSON.")
  var rules: String?

  @Option(help: "duos-score: more duos against the total score; worst-score: the worst duo against the total.")
  var goals: Frontier.Goals = .duosAgainstScore

  @Option(help: "Stop after so many points.")
  var points = 200

  @Option(help: "Stop after so many seconds.")
  var timeLimit: Int?

  @Option(help: "The folder to write to; created when missing.")
  var out: String?

  @Option(help: "The language of the page: en, fr or nl.", transform: MatchCommand.language)
  var language: ReportLanguage = .english

  @Flag(help: "Replace files of an earlier run.")
  var force = false

  func validate() throws {
    if points < 1 { throw ValidationError("at least one point") }
    if let timeLimit, timeLimit < 0 { throw ValidationError("the time limit is negative") }
  }

  func run() throws {
    try Console.run {
      let input = try RoundReader.read(directory: round, policyPath: policy)
      if !input.decisions.isEmpty {
        throw ValidationError("a frontier takes no pins and vetoes; move decisions.csv away")
      }
      let read = try rules.map { path in try RulesReader().read(path: path, roster: input.roster) }
      Console.warn(input.warnings + (read?.warnings ?? []))
      let frontier = try Frontier(
        MatchingProblem(roster: input.roster, policy: input.policy), rules: read?.rules ?? RuleSet(), goals: goals,
        pointLimit: points, limits: SolveLimits(timeLimit: timeLimit.map { .seconds($0) }))
      let files = FrontierFiles(
        points: frontier.points.map {
          .init(duoCount: $0.duoCount, totalScore: $0.totalScore, worstScore: $0.worstScore, isExact: $0.isExact)
        },
        showsWorst: goals == .worstAgainstScore, isComplete: frontier.isComplete, language: language)
      if let out {
        let inputs = input.inputs + (read?.inputs ?? [])
        try OutputDirectory(out).write(files.files, replacing: force, inputs: inputs.map(\.identity))
      }
      try Console.print(RuleSummary.text(frontier))
      if let out { try Console.print("written to \(VisibleText.escaped(out))") }
    }
  }
}

extension Frontier.Goals: ExpressibleByArgument {}
