import ArgumentParser
import MatchingFiles
import MentorMatching

struct PolicyCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "policy", abstract: "Print a policy file with every field and its default.")

  @Flag(help: "Print the defaults (there is nothing else to print yet).")
  var defaults = false

  func run() throws {
    try Console.run {
      try Console.print(String(decoding: PolicyWriter.bytes(of: MatchingPolicy()), as: UTF8.self))
    }
  }
}
