import Benchmark
import Foundation

/// `mentor-match match` from start to end, as a person runs it: files in, proven proposal out.
///
/// Before the measurement the round is matched once with `--out` and `verify` scores every pair anew and checks the proof;
/// every measured run must print the same summary. The program is the release build of the checkout, or the one that
/// `MENTOR_MATCH_TOOL` names.
let benchmarks: @Sendable () -> Void = {
  for (round, size) in [("lille-2021", "120 x 70"), ("six-antennas-2021", "1000 x 600")] {
    Benchmark(
      "match \(size)",
      configuration: .init(metrics: [.wallClock], warmupIterations: 2, maxDuration: .seconds(4), maxIterations: 200)
    ) { (benchmark: Benchmark, round: ProvenRound) throws in
      benchmark.startMeasurement()
      let summary = try run(["match", round.path])
      benchmark.stopMeasurement()
      guard summary == round.summary else { throw ProcessFailure(text: "the summary differs from the proven one") }
    } setup: {
      try ProvenRound(checkout + "/Fixtures/" + round)
    }
  }
}

private let checkout = URL(filePath: #filePath).appending(path: "../../../..").standardized.path()

private struct ProcessFailure: Error {
  let text: String
}

private struct ProvenRound {
  let path: String
  let summary: String

  init(_ path: String) throws {
    self.path = path
    let out = FileManager.default.temporaryDirectory.appending(path: "proposal-\(UUID().uuidString)")
    defer { try? FileManager.default.removeItem(at: out) }
    _ = try run(["match", path, "--out", out.path()])
    _ = try run(["verify", path, out.path()])
    summary = try run(["match", path])
  }
}

/// Runs the program and returns what it printed.
private func run(_ arguments: [String]) throws -> String {
  let process = Process()
  process.executableURL = URL(
    filePath: ProcessInfo.processInfo.environment["MENTOR_MATCH_TOOL"] ?? checkout + "/.build/release/mentor-match")
  process.arguments = arguments
  let pipe = Pipe()
  process.standardOutput = pipe
  try process.run()
  let output = pipe.fileHandleForReading.readDataToEndOfFile()
  process.waitUntilExit()
  guard process.terminationStatus == 0 else {
    throw ProcessFailure(text: "\(arguments[0]) ended with \(process.terminationStatus)")
  }
  return String(decoding: output, as: UTF8.self)
}
