import AntennaSiting
import IntegerProgramming
import MentorMatching
import Testing

struct SitingTests {
  /// Places of a made-up town: a fixed pseudo-random scatter of 20 km.
  private func problem(
    siteCount: Int, openCount: Int, seed: UInt64, objective: SitingProblem.Objective = .travel,
    rules: SitingProblem.Rules = .init()
  ) throws -> SitingProblem {
    var state = seed
    func next(_ bound: Int) -> Int {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Int(state >> 33) % bound
    }
    var sites: [SitingProblem.Site] = []
    var demands: [SitingProblem.Demand] = []
    for index in 0..<siteCount {
      let place = try #require(
        Coordinate(latitude: 50.5 + Double(next(2_000)) / 10_000, longitude: 3 + Double(next(3_000)) / 10_000))
      sites.append(.init(name: "d\(index)", coordinate: place))
      demands.append(.init(coordinate: place, weight: 50 + next(2_000)))
    }
    return SitingProblem(sites: sites, demands: demands, openCount: openCount, objective: objective, rules: rules)
  }

  /// Every choice that the rules allow, best first.
  private func enumeration(_ problem: SitingProblem) -> [SitingPlan] {
    func choices(from start: Int, _ count: Int) -> [[Int]] {
      if count == 0 { return [[]] }
      return (start..<problem.sites.count).flatMap { first in choices(from: first + 1, count - 1).map { [first] + $0 } }
    }
    let plans = choices(from: 0, problem.openCount).filter(problem.allows).map(problem.plan(opening:))
    return switch problem.objective {
    case .travel: plans.sorted { $0.travelMetres < $1.travelMetres }
    case .coverage: plans.sorted { $0.coveredWeight > $1.coveredWeight }
    }
  }

  @Test(arguments: 1...3) func twoOfFortyAreThoseOfTheEnumerationWithRunnerUps(seed: UInt64) throws {
    let problem = try problem(siteCount: 40, openCount: 2, seed: seed)
    let plans = try SitingSolver().plans(of: problem, count: 5)
    let all = enumeration(problem)
    #expect(all.count == 780)
    #expect(plans.map(\.travelMetres) == all.prefix(5).map(\.travelMetres))
    #expect(plans[0].open == all[0].open)
  }

  @Test func rulesAreKept() throws {
    var rules = SitingProblem.Rules()
    rules.open = [3]
    rules.closed = [0, 1, 7]
    rules.leastMetresApart = 9_000
    let problem = try problem(siteCount: 14, openCount: 3, seed: 8, rules: rules)
    let all = enumeration(problem)
    let plans = try SitingSolver().plans(of: problem, count: 4)
    #expect(all.count >= 4 && plans.map(\.travelMetres) == all.prefix(4).map(\.travelMetres))
    #expect(plans.allSatisfy { problem.allows($0.open) && $0.open.contains(3) })
  }

  @Test func coverageReachesTheMostPeople() throws {
    let problem = try problem(siteCount: 20, openCount: 2, seed: 5, objective: .coverage(metres: 4_000))
    let plans = try SitingSolver().plans(of: problem, count: 3)
    #expect(plans.map(\.coveredWeight) == enumeration(problem).prefix(3).map(\.coveredWeight))
  }

  @Test func plansEndWhereTheChoicesDo() throws {
    let problem = try problem(siteCount: 4, openCount: 3, seed: 2)
    #expect(try SitingSolver().plans(of: problem, count: 9).count == 4)
    var rules = SitingProblem.Rules()
    rules.leastMetresApart = 1_000_000
    let impossible = try self.problem(siteCount: 4, openCount: 2, seed: 2, rules: rules)
    #expect(try SitingSolver().plans(of: impossible, count: 2).isEmpty)
  }
}
