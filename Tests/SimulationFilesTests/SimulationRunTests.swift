import MatchingFiles
import MatchingSimulation
import SimulationFiles
import Testing

/// The folder of a run has the same bytes whatever the threads, shards and interruptions.
struct SimulationRunTests {
  private static let scenarioText = """
    {"schemaVersion": 1, "name": "small", "title": "A small antenna", "startDate": "2022-01-03", "days": 120,
     "antennas": [{"id": "lille", "profile": "lille", "mentees": {"initial": 5, "perYear": 60},
       "mentors": {"initial": 5, "perYear": 20}}],
     "changes": [{"change": "rounds", "rounds": {"every": "weekly"}}]}
    """

  private struct Interrupted: Error {}

  private static let names = [
    "replicates.txt", "results.csv", "differences.csv", "series.csv", "results.json", "simulation.html",
  ]

  private func bytes(_ folder: String) throws -> [[UInt8]] {
    try Self.names.map { try ScratchFolder.bytes(folder + "/" + $0) }
  }

  @Test func theSameBytesOnOneThreadTwoThreadsFourShardsAndAfterAnInterruption() throws {
    let scratch = try ScratchFolder()
    let scenario = try ScenarioReader.read(try scratch.write("small.json", Self.scenarioText))
    let study = scenario.study(seed: 9, sensitivityReplicates: 3, questions: [.roundFrequency], questionReplicates: 2)
    func finish(_ run: SimulationRun, _ results: [ReplicateResult]) throws {
      let summary = StudySummary(study: study, results: results)
      try run.finish(results, with: SimulationResults.files(of: scenario, summary))
    }
    func run(_ name: String) -> SimulationRun { SimulationRun(study, folder: scratch.path + "/" + name) }

    let single = run("single")
    try finish(single, try single.play(0..<80, threadCount: 1))
    let expected = try bytes(single.folder.path)
    #expect(try ScratchFolder.names(single.folder.path) == Self.names.sorted())

    let double = run("double")
    try finish(double, try double.play(0..<80, threadCount: 2))
    #expect(try bytes(double.folder.path) == expected)

    for shard in 0..<4 {
      let part = run("shard\(shard)")
      try finish(part, try part.play(shard * 20..<shard * 20 + 20, threadCount: 1))
    }
    let merged = run("merged")
    try finish(merged, try merged.merged((0..<4).map { "\(scratch.path)/shard\($0)" }))
    #expect(try bytes(merged.folder.path) == expected)

    let resumed = run("resumed")
    #expect(throws: Interrupted.self) {
      try resumed.play(0..<80, threadCount: 1) { if $0.finishedCount >= 32 { throw Interrupted() } }
    }
    var playedAnew = 0
    let results = try resumed.play(0..<80, threadCount: 2) { _ in playedAnew += 1 }
    #expect(playedAnew == 2)  // 48 replicates in batches of 32
    try finish(resumed, results)
    #expect(try bytes(resumed.folder.path) == expected)
  }

  @Test func replicatesOfAnotherSeedAreRefused() throws {
    let scratch = try ScratchFolder()
    let scenario = try ScenarioReader.read(try scratch.write("small.json", Self.scenarioText))
    let folder = scratch.path + "/out"
    let first = SimulationRun(scenario.study(seed: 1), folder: folder)
    try first.finish(try first.play(0..<2, threadCount: 1), with: [])
    let errors = #expect(throws: InputErrors.self) {
      try SimulationRun(scenario.study(seed: 2), folder: folder).play(0..<2, threadCount: 1)
    }
    #expect(errors?.diagnostics.first?.code == .badReplicates)
  }

  @Test func aGapBetweenShardsAndATruncatedFileAreRefused() throws {
    let scratch = try ScratchFolder()
    let scenario = try ScenarioReader.read(try scratch.write("small.json", Self.scenarioText))
    let study = scenario.study(seed: 1)
    for (name, range) in [("a", 0..<2), ("b", 3..<4)] {
      let run = SimulationRun(study, folder: scratch.path + "/" + name)
      try run.finish(try run.play(range, threadCount: 1), with: [])
    }
    let run = SimulationRun(study, folder: scratch.path + "/m")
    #expect(throws: InputErrors.self) { try run.merged([scratch.path + "/a", scratch.path + "/b"]) }
    let whole = try ScratchFolder.bytes(scratch.path + "/a/replicates.txt")
    try scratch.write("a/replicates.txt", String(decoding: whole.dropLast(9), as: UTF8.self))
    #expect(throws: InputErrors.self) { try run.merged([scratch.path + "/a"]) }
  }
}
