import ArgumentParser
import MatchingSimulation
import SimulationFiles

struct SimulateCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "simulate",
    abstract: "Play a scenario many times: duos, waits, travel and staff load, with intervals.",
    discussion: """
      Finished replicates are kept in the output folder while the run goes on: a run that was stopped continues. \
      Replicate 7 of a seed is the same alone or among thousands, so ranges can be run anywhere and merged.
      """)

  @Argument(help: "The scenario file.")
  var scenario: String

  @Option(help: "How many replicates (250), or which (250..<500).")
  var replicates: ReplicateRange

  @OptionGroup var options: StudyOptions

  @Option(help: "Threads; all processors by default.")
  var threads: Int?

  @Option(help: "The folder to write to; created when missing.")
  var out: String

  func validate() throws {
    guard (1...1_024).contains(threads ?? 1) else { throw ValidationError("1 to 1024 threads") }
  }

  func run() throws {
    try Console.run {
      let scenario = try ScenarioReader.read(scenario)
      let study = options.study(of: scenario)
      let run = SimulationRun(study, folder: out)
      let results = try run.play(replicates.range, threadCount: threads ?? Processors.count) { Console.show($0) }
      let summary = StudySummary(study: study, results: results)
      try run.finish(results, with: SimulationResults.files(of: scenario, summary))
      try Console.print(SimulationText.table(summary))
      for line in SimulationText.answers(summary) { try Console.print(line) }
    }
  }
}
