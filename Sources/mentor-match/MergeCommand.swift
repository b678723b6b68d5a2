import ArgumentParser
import MatchingSimulation
import SimulationFiles

struct MergeCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "merge",
    abstract: "Join the shards of a simulation: the same bytes as one run of all replicates.",
    discussion: """
      Takes the options the shards were made with. Shards of compare: give its first scenario as SCENARIO and the others \
      with --compared, in the same order.
      """)

  @Argument(help: "The scenario file.")
  var scenario: String

  @Argument(help: "The output folders of the shards.")
  var shards: [String]

  @OptionGroup var options: StudyOptions

  @Option(help: "A further scenario of a comparison; may be repeated.")
  var compared: [String] = []

  @Option(help: "The folder to write to; created when missing.")
  var out: String

  func run() throws {
    try Console.run {
      let scenario = try ScenarioReader.read(scenario)
      let study =
        try compared.isEmpty
        ? options.study(of: scenario)
        : Study(comparing: [scenario] + compared.map(ScenarioReader.read), seed: options.seed)
      let run = SimulationRun(study, folder: out)
      let results = try run.merged(shards)
      let summary = StudySummary(study: study, results: results)
      try run.finish(results, with: SimulationResults.files(of: scenario, summary))
      if !compared.isEmpty {
        try Console.print(SimulationText.comparison(summary))
        return
      }
      try Console.print(SimulationText.table(summary))
      for line in SimulationText.answers(summary) { try Console.print(line) }
    }
  }
}
