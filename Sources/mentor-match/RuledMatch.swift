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

  func run() throws {
    let read = try RulesReader().read(path: rulesPath, roster: round.roster)
    Console.warn(read.warnings)
    let problem = MatchingProblem(roster: round.roster, policy: round.policy)
    let matching = try RuleMatcher(limits: limits).match(problem, rules: read.rules)
    guard matching.mentorOfMentee == nil || matching.isVerified else { throw RuledMatching.NotVerified() }
    let costs = showsCosts ? try matching.ruleCosts(limits: limits) : []
    if let out {
      var files: [OutputFile] = []
      if writesModel {
        let program = RuledProgram(matching.round.problem).program
        files.append(OutputFile(name: "model.mps", bytes: try program.minimising.mps()))
        files.append(OutputFile(name: "model.lp", bytes: try program.lpFormat()))
      }
      if let explained = matching.explained, let check = matching.check {
        files += [
          OutputFile(name: "duos.csv", bytes: ProposalTables.duos(explained)),
          OutputFile(name: "unmatched.csv", bytes: ProposalTables.unmatched(explained)),
          OutputFile(name: "rules.csv", bytes: RuleTable.bytes(of: check, rules: read.rules, roster: round.roster)),
        ]
      }
      let inputs = round.inputs + read.inputs
      try OutputDirectory(out).write(files, replacing: replacing, inputs: inputs.map(\.identity))
    }
    try Console.print(RuleSummary.text(matching, costs: costs))
    if matching.mentorOfMentee == nil { throw ExitCode(2) }
    if let out { try Console.print("written to \(VisibleText.escaped(out))") }
  }
}
