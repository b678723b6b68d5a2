import ArgumentParser
import IntegerProgramming
import MatchingFiles
import MatchingRules
import MentorMatching

/// `match --rules`: the same round, under rules over the whole matching.
struct RuledMatch {
  let round: Round
  let rulesPath: String
  let limits: SolveLimits
  let out: String?
  let replacing: Bool
  let showsCosts: Bool
  let writesModel: Bool
  /// Of the report.
  let language: ReportLanguage
  /// Every duo scores at least this; 0 asks for nothing.
  let floor: Int
  /// How many of the worst scores are made as good as possible before the total counts.
  let leximinLevels: Int

  func run() throws {
    let read = try RulesReader().read(path: rulesPath, roster: round.roster)
    Console.warn(read.warnings)
    let problem = MatchingProblem(roster: round.roster, policy: round.policy)
    let (matching, levels, price) = try match(problem, rules: read.rules)
    guard matching.mentorOfMentee == nil || matching.isVerified else { throw RuledMatching.NotVerified() }
    let costs = showsCosts ? try matching.ruleCosts(limits: limits) : []
    if let out {
      var files: [OutputFile] = []
      if writesModel {
        let program = RuledProgram(matching.round.problem).program
        files.append(OutputFile(name: "model.mps", bytes: try program.minimising.mps()))
        files.append(OutputFile(name: "model.lp", bytes: try program.lpFormat()))
      }
      if let certificate = matching.certificate(costs: costs, priceOfGoal: price), let check = matching.check {
        files += try RuledProposalFiles.files(
          of: certificate, check: check, problem: problem, rules: read.rules, ruleFiles: read.inputs,
          language: language)
      }
      let inputs = round.inputs + read.inputs
      try OutputDirectory(out).write(files, replacing: replacing, inputs: inputs.map(\.identity))
    }
    try Console.print(RuleSummary.text(matching, costs: costs, isFair: !levels.isEmpty))
    for level in levels { try Console.print("worst scores: \(level.duoCount) at \(level.score)") }
    if let price { try Console.print("price of this goal: \(price) of the total score") }
    if matching.mentorOfMentee == nil { throw ExitCode(2) }
    if let out { try Console.print("written to \(VisibleText.escaped(out))") }
  }

  /// The matching of the goal asked for, and for a goal beyond the policy's also the total score it gives up.
  private func match(
    _ problem: MatchingProblem, rules: RuleSet
  ) throws -> (RuledMatching, [LeximinMatching.Level], price: Int?) {
    let matcher = RuleMatcher(limits: limits)
    let best = try matcher.match(problem, rules: rules)
    if best.mentorOfMentee == nil || (floor == 0 && leximinLevels == 0) { return (best, [], nil) }
    if leximinLevels == 0 {
      let found = try matcher.match(problem, rules: rules, floor: floor)
      return (found, [], best.totalScore - found.totalScore)
    }
    let found = try matcher.matchLeximin(problem, rules: rules, levels: leximinLevels)
    return (found.matching, found.levels, best.totalScore - found.matching.totalScore)
  }
}
