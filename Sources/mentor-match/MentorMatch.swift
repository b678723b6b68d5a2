import ArgumentParser

@main
struct MentorMatch: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "mentor-match",
    abstract: "Proposes the provably best set of mentoring duos for an intake round, and says why.",
    discussion: """
      A ROUND is a folder with mentees.csv and mentors.csv, and optionally policy.json, places.csv and travel-times.csv \
      (or .json). People decide; the engine proposes.
      """,
    subcommands: [
      MatchCommand.self, FrontierCommand.self, VerifyCommand.self, PolicyCommand.self, GenerateCommand.self,
      AssignCommand.self,
      SimulateCommand.self, CompareCommand.self, MergeCommand.self, SiteCommand.self, FitCommand.self,
      ProfileCommand.self,
    ])
}
