import ArgumentParser
import MatchingFiles
import MatchingSimulation
import MentorMatching
import SimulationFiles

struct FitCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "fit",
    abstract: "Fit a cohort profile to the people of a round, for simulations; it shows nobody.",
    discussion: "Writes profile.json, which a scenario names as {\"file\": \"profile.json\"}.")

  @Argument(help: "The folder of the round.")
  var round: String

  @Option(help: "The antenna; needed when the round has several.")
  var antenna: String?

  @Option(help: "The least number of people any number of the profile rests on.")
  var minimum = 10

  @Option(help: "The folder to write profile.json to; created when missing.")
  var out: String

  @Flag(help: "Replace the profile of an earlier run.")
  var force = false

  func validate() throws {
    guard (1...10_000).contains(minimum) else { throw ValidationError("the least number is 1 to 10000") }
  }

  func run() throws {
    try Console.run {
      let input = try RoundReader.read(directory: round)
      Console.warn(input.warnings)
      guard let id = input.roster.antennas.first(where: { antenna == nil || $0.text == antenna }),
        antenna != nil || input.roster.antennas.count == 1
      else { throw ValidationError("name one of: \(input.roster.antennas.map(\.text).joined(separator: ", "))") }
      let profile: AntennaProfile
      do throws(ProfileFit.Failure) {
        profile = try ProfileFit(minimumCount: minimum)
          .profile(of: input.roster, antenna: id, roundDate: input.policy.roundDate)
      } catch {
        throw ValidationError("a profile needs at least \(minimum) mentees and \(minimum) mentors")
      }
      try OutputDirectory(out).write([ProfileWriter.file(of: profile)], replacing: force)
      try Console.print("profile.json written: \(profile.districts.count) districts")
    }
  }
}
