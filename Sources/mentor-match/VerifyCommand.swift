import ArgumentParser
import AssignmentSolvers
import MatchingFiles
import MentorMatching

struct VerifyCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "verify",
    abstract: "Check from the round's files alone that a proposal is optimal.",
    discussion: "Scores every pair again with the plain scorer and checks the duals; no solver runs.")

  @Argument(help: "The folder of the round.")
  var round: String

  @Argument(help: "The folder that match wrote.")
  var proposal: String

  @Option(help: "The policy file that was used instead of the round's own.")
  var policy: String?

  func run() throws {
    try Console.run {
      let input = try RoundReader.read(directory: round, policyPath: policy)
      let claim = try ProposalFiles.readClaim(directory: proposal)
      let proof = try claim.verify(roster: input.roster, policy: input.policy)
      try Console.print(
        "optimal: \(claim.duos.count) duos, checked over \(proof.pairCount) pairs, "
          + "\(proof.allowedPairCount) of them candidates")
    }
  }
}
