import ArgumentParser
import MatchingSimulation
import SimulationFiles

struct CompareCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "compare",
    abstract: "Play several scenarios with the same luck and show the paired differences to the first.")

  @Argument(help: "The scenario files, at least two.")
  var scenarios: [String]

  @Option(help: "How many replicates (250), or which (250..<500).")
  var replicates: ReplicateRange

  @Option(help: "The seed, 0 to 18446744073709551615.")
  var seed: UInt64 = 1

  @Option(help: "Threads; all processors by default.")
  var threads: Int?

  @Option(help: "The folder to write to; created when missing.")
  var out: String

  func validate() throws {
    guard scenarios.count >= 2 else { throw ValidationError("at least two scenarios") }
    guard (1...1_024).contains(threads ?? 1) else { throw ValidationError("1 to 1024 threads") }
  }

  func run() throws {
    try Console.run {
      let read = try scenarios.map(ScenarioReader.read)
      let study = Study(comparing: read, seed: seed)
      let run = SimulationRun(study, folder: out)
      let results = try run.play(replicates.range, threadCount: threads ?? Processors.count) { Console.show($0) }
      let summary = StudySummary(study: study, results: results)
      try run.finish(results, with: SimulationResults.files(of: read[0], summary))
      try Console.print(SimulationText.comparison(summary))
    }
  }
}
