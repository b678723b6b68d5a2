import ArgumentParser
import AssignmentSolvers
import MatchingFiles
import MentorMatching

struct VerifyCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "verify",
    abstract: "Check from the round's files alone that a proposal is optimal and unchanged.",
    discussion: """
      Scores every pair again with the plain scorer and checks the duals; no solver runs. (In rounds of more than \
      \(Roster.pricedPairLimit / 1_000_000) million pairs the portable row scorer does, held against the plain one on \
      every duo and on one mentee in a thousand.) Then compares every file of \
      the proposal with what the round and the proof give; files that are not there are not compared.

      With --rules: counts every rule again in integers, and says how far the multipliers of the certificate alone prove the \
      proposal to be best.
      """)

  @Argument(help: "The folder of the round.")
  var round: String

  @Argument(help: "The folder that match wrote.")
  var proposal: String

  @Option(help: "The policy file that was used instead of the round's own.")
  var policy: String?

  @Option(help: "The decisions that were used instead of the round's own.")
  var decisions: String?

  @Option(help: "The rules the proposal was made under.")
  var rules: String?

  func run() throws {
    try Console.run {
      let input = try RoundReader.read(directory: round, policyPath: policy, decisionsPath: decisions)
      if let rules {
        let read = try RulesReader().read(path: rules, roster: input.roster)
        let checked = try RuledProposalVerification(
          directory: proposal, roster: input.roster, policy: input.policy, rules: read)
        return try Console.print(checked.summary)
      }
      if try RuledProposalVerification.isRuled(directory: proposal) {
        throw ValidationError("the proposal was made under rules: give them with --rules")
      }
      let checked = try ProposalVerification(
        directory: proposal, roster: input.roster, policy: input.policy, decisions: input.decisions,
        threadCount: LargeMatch.processorCount)
      try Console.print(
        "optimal: \(checked.duoCount) duos, checked over \(checked.proof.pairCount) pairs, "
          + "\(checked.proof.allowedPairCount) of them candidates\nunchanged: "
          + checked.files.joined(separator: ", "))
    }
  }
}
