import ArgumentParser
import MatchingFiles
import MatchingSimulation
import MentorMatching

struct GenerateCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "generate",
    abstract: "Make a synthetic round: the same seed gives the same people.")

  @Option(help: "The cohort profile: \(CohortProfile.allNames.joined(separator: ", ")).")
  var profile: String

  @Option(help: "How many mentees; the profile's own number by default.")
  var mentees: Int?

  @Option(help: "How many mentors; the profile's own number by default.")
  var mentors: Int?

  @Option(help: "The seed, 0 to 18446744073709551615.")
  var seed: UInt64 = 1

  @Option(help: "The folder to write mentees.csv and mentors.csv to; created when missing.")
  var out: String

  @Flag(help: "Replace files of an earlier run.")
  var force = false

  func validate() throws {
    for count in [mentees, mentors].compactMap(\.self) where !(0...1_000_000).contains(count) {
      throw ValidationError("counts are 0 to 1000000")
    }
  }

  func run() throws {
    guard let cohort = CohortProfile.named(profile) else {
      throw ValidationError("no such profile; there are \(CohortProfile.allNames.joined(separator: ", "))")
    }
    try Console.run {
      let roster = CohortGenerator(profile: cohort, seed: seed)
        .roster(menteeCount: mentees, mentorCount: mentors)
      try OutputDirectory(out).write([RosterWriter.mentees(roster), RosterWriter.mentors(roster)], replacing: force)
      try Console.print("\(roster.mentees.count) mentees and \(roster.mentors.count) mentors written")
    }
  }
}
