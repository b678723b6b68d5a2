import ArgumentParser
import MatchingSimulation
import SimulationFiles

struct MergeCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "merge",
    abstract: "Join the shards of a simulation: the same bytes as one run of all replicates.",
    discussion: "Takes the options the shards were made with.")

  @Argument(help: "The scenario file.")
  var scenario: String

  @Argument(help: "The output folders of the shards.")
  var shards: [String]

  @OptionGroup var options: StudyOptions

  @Option(help: "The folder to write to; created when missing.")
  var out: String

  func run() throws {
    try Console.run {
      let scenario = try ScenarioReader.read(scenario)
      let study = options.study(of: scenario)
      let run = SimulationRun(study, folder: out)
      let results = try run.merged(shards)
      let summary = StudySummary(study: study, results: results)
      try run.finish(results, with: SimulationResults.files(of: scenario, summary))
      try Console.print(SimulationText.table(summary))
      for line in SimulationText.answers(summary) { try Console.print(line) }
    }
  }
}
