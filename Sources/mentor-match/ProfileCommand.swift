import ArgumentParser
import MatchingFiles
import MatchingSimulation
import SimulationFiles

struct ProfileCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "profile",
    abstract: "Print a built-in cohort profile of an antenna, to be edited or read by other programs.")

  @Argument(help: "The antenna: \(AntennaProfile.allNames.joined(separator: ", ")).")
  var name: String

  func run() throws {
    guard let profile = AntennaProfile.named(name) else {
      throw ValidationError("no such profile; there are \(AntennaProfile.allNames.joined(separator: ", "))")
    }
    try Console.run {
      try Console.print(String(decoding: JSONWriter.bytes(of: ProfileWriter.value(of: profile)), as: UTF8.self))
    }
  }
}
