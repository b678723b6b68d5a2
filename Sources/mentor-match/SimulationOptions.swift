import ArgumentParser
import MatchingSimulation
import SimulationFiles

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

/// What `simulate` and `merge` need to know to speak of the same study.
struct StudyOptions: ParsableArguments {
  @Option(help: "The seed, 0 to 18446744073709551615.")
  var seed: UInt64 = 1

  @Option(help: "Replicates in which every assumption is moved down and up (for the tornado plot); 0 for none.")
  var sensitivity = 0

  @Option(
    name: .customLong("question"),
    help: "A question to answer: break-even, round-frequency or next-mentors; may be repeated.",
    transform: { name in
      guard let question = PlanningQuestion(rawValue: name) else { throw ValidationError("no such question") }
      return question
    })
  var questions: [PlanningQuestion] = []

  @Option(help: "Replicates by which questions are answered.")
  var questionReplicates = 100

  @Flag(help: "Leave out the baseline of a scenario with changes.")
  var noBaseline = false

  func study(of scenario: Scenario) -> Study {
    scenario.study(
      seed: seed, sensitivityReplicates: sensitivity, questions: questions, questionReplicates: questionReplicates,
      hasBaseline: !noBaseline)
  }

  func validate() throws {
    guard (0...1_000_000).contains(sensitivity), (1...1_000_000).contains(questionReplicates) else {
      throw ValidationError("numbers of replicates are 0 to 1000000")
    }
  }
}

/// `250`, or `250..<500` for a shard.
struct ReplicateRange: ExpressibleByArgument {
  let range: Range<Int>

  init?(argument: String) {
    let parts = argument.split(separator: "..<", omittingEmptySubsequences: false).map(String.init)
    let numbers = parts.compactMap(Int.init).filter { (0...10_000_000).contains($0) }
    guard numbers.count == parts.count, (1...2).contains(numbers.count) else { return nil }
    let start = numbers.count == 2 ? numbers[0] : 0
    let end = numbers[numbers.count - 1]
    guard start < end else { return nil }
    range = start..<end
  }
}

enum Processors {
  static var count: Int { max(1, sysconf(Int32(_SC_NPROCESSORS_ONLN))) }
}
