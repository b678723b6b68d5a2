import IntegerProgramming
import MatchingRules
import Testing

/// The labelled constraints of the article *Formulation*, one test for each label.
@Suite struct FormulationTests {
  /// Two rows, two columns, all pairs; a budget, a share and a soft floor.
  private let program = RuledProgram(
    RuledProblem(
      rowStart: [0, 2, 4], columnOfPair: [0, 1, 0, 1], gainOfPair: [10, 20, 30, 40], columnCapacity: [2, 1],
      columnMinimum: [1, 0],
      counts: [
        DuoCount(name: "duos", pairs: [0, 1, 2, 3], amounts: [1, 1, 1, 1]),
        DuoCount(name: "hours", pairs: [1, 3], amounts: [4, 6]),
        DuoCount(name: "women", pairs: [0, 1], amounts: [1, 1]),
        DuoCount(name: "unused", pairs: [0], amounts: [1]),
      ],
      rules: [
        LinearRule(name: "budget", terms: [.init(count: 1)], upperBound: 6),
        LinearRule(
          name: "share", terms: [.init(count: 2, weight: 1000), .init(count: 0, weight: -300)], lowerBound: 0),
        LinearRule(name: "wish", terms: [.init(count: 0)], lowerBound: 2, upperBound: 2, price: 7),
      ])
  ).program

  private func constraint(_ name: String) throws -> IntegerProgram.Constraint {
    try #require(program.constraints.first { $0.name == name })
  }

  private func terms(_ name: String) throws -> [String: Double] {
    Dictionary(
      try constraint(name).terms.map { (program.variables[$0.variable].name, $0.coefficient) }
    ) { first, _ in first }
  }

  @Test func objective() {
    let values = Dictionary(program.variables.map { ($0.name, $0.objective) }) { first, _ in first }
    #expect(program.sense == .maximise)
    #expect(values["x[0,0]"] == 10 && values["x[1,1]"] == 40 && values["z[women]"] == 0)
    #expect(values["short[wish]"] == -7 && values["over[wish]"] == -7)
    #expect(program.variables.allSatisfy { $0.isInteger })
  }

  @Test func mentee() throws {
    #expect(try terms("mentee[1]") == ["x[1,0]": 1, "x[1,1]": 1])
    #expect(try constraint("mentee[1]").upperBound == 1)
    #expect(try constraint("mentee[1]").lowerBound == -.infinity)
  }

  @Test func mentor() throws {
    #expect(try terms("mentor[0]") == ["x[0,0]": 1, "x[1,0]": 1])
    #expect(try constraint("mentor[0]").lowerBound == 1)
    #expect(try constraint("mentor[0]").upperBound == 2)
  }

  @Test func count() throws {
    #expect(try terms("count[women]") == ["x[0,0]": 1, "x[0,1]": 1, "z[women]": -1])
    #expect(try constraint("count[women]").lowerBound == 0)
    #expect(try constraint("count[women]").upperBound == 0)
    #expect(!program.constraints.contains { $0.name == "count[unused]" })
  }

  @Test func rule() throws {
    #expect(try terms("rule[share]") == ["z[women]": 1000, "z[duos]": -300])
    #expect(try constraint("rule[share]").lowerBound == 0)
    #expect(try terms("rule[wish]") == ["z[duos]": 1, "short[wish]": 1, "over[wish]": -1])
    #expect(try constraint("rule[wish]").lowerBound == 2)
  }

  /// Different amounts under one rule: no variable for the sum, and binary pairs.
  @Test func knapsack() throws {
    #expect(try terms("rule[budget]") == ["x[0,1]": 4, "x[1,1]": 6])
    #expect(try constraint("rule[budget]").upperBound == 6)
    #expect(!program.constraints.contains { $0.name == "count[hours]" })
    let upperBounds = Dictionary(program.variables.map { ($0.name, $0.upperBound) }) { first, _ in first }
    #expect(upperBounds["x[0,1]"] == 1 && upperBounds["x[1,1]"] == 1 && upperBounds["x[0,0]"] == .infinity)
  }
}
