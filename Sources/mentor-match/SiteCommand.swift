import AntennaSiting
import ArgumentParser
import IntegerProgramming
import MatchingSimulation
import MentorMatching
import SimulationFiles

struct SiteCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "site",
    abstract: "Choose where offices should be: exact, with the runners-up.",
    discussion: """
      The candidates are the districts of an antenna of a scenario; its mentees live there. Everybody goes to the nearest \
      open office.
      """)

  @Argument(help: "The scenario file.")
  var scenario: String

  @Option(help: "The antenna whose districts are the candidates; all antennas by default.")
  var antenna: String?

  @Option(help: "How many offices to open.")
  var choose: Int

  @Option(help: "Count mentees within so many kilometres instead of metres travelled.")
  var withinKilometres: Int?

  @Option(help: "A district that must have an office; may be repeated.")
  var open: [String] = []

  @Option(help: "A district that must not have one; may be repeated.")
  var closed: [String] = []

  @Option(help: "The least distance of two offices in kilometres.")
  var apartKilometres = 0

  @Option(help: "How many plans to show, the best first.")
  var plans = 5

  func validate() throws {
    guard (1...100).contains(plans), (1...1_000).contains(choose) else { throw ValidationError("1 to 100 plans") }
    guard (0...20_040).contains(apartKilometres), (0...20_040).contains(withinKilometres ?? 0) else {
      throw ValidationError("0 to 20040 kilometres")
    }
  }

  func run() throws {
    try Console.run {
      let districts = try ScenarioReader.read(scenario).world.districts(ofAntenna: antenna)
      guard choose <= districts.count else { throw ValidationError("there are \(districts.count) candidates") }
      var rules = SitingProblem.Rules()
      rules.open = try indices(of: open, in: districts.map(\.name))
      rules.closed = try indices(of: closed, in: districts.map(\.name))
      rules.leastMetresApart = apartKilometres * 1_000
      let problem = SitingProblem(
        sites: districts.map { .init(name: $0.name, coordinate: $0.centre) },
        demands: districts.map { .init(coordinate: $0.centre, weight: $0.menteeWeight) }, openCount: choose,
        objective: withinKilometres.map { .coverage(metres: $0 * 1_000) } ?? .travel, rules: rules)
      let found = try SitingSolver().plans(of: problem, count: plans)
      try Console.print(SitingText.table(problem, found))
    }
  }

  private func indices(of names: [String], in all: [String]) throws -> Set<Int> {
    try Set(
      names.map { name in
        guard let index = all.firstIndex(of: name) else { throw ValidationError("there is no such district") }
        return index
      })
  }
}
