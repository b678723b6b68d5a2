/// Something in a policy that cannot be meant.
public struct PolicyProblem: Error, Equatable, Sendable {
  /// Where: the path of the value in `policy.json`, for example `/weights` or `/distance/pointsByKilometres/1`.
  public let path: String
  /// What is expected there.
  public let expected: String

  public init(path: String, expected: String) {
    self.path = path
    self.expected = expected
  }
}

extension MatchingPolicy {
  /// Everything wrong with this policy, in the order of its fields; empty when it can be used.
  public func problems() -> [PolicyProblem] {
    var found = ProblemList()
    found.require((0...Score.maximum).contains(minimumScore), "/minimumScore", "a score from 0 to 1000000")

    let all = Criterion.allCases.map { weights[$0] }
    found.require(all.allSatisfy { (0...100).contains($0) }, "/weights", "whole percentages from 0 to 100")
    found.require(all.reduce(0, &+) == 100, "/weights", "weights that sum to 100")

    found.require(
      language.pointsByLevel.count == LanguageLevel.allCases.count, "/language/pointsByLevel",
      "seven values, A1 to native")
    found.requirePoints(language.pointsByLevel, "/language/pointsByLevel")
    found.requireRising(language.pointsByLevel, "/language/pointsByLevel")
    found.require(
      Set(language.workingLanguages.map(\.antenna)).count == language.workingLanguages.count,
      "/language/workingLanguages", "each antenna once")

    found.requireSteps(sector.pointsBySharedPrefix, 1...16, 0...10_000, "/sector/pointsBySharedPrefix")
    found.require(!sector.percentByRank.isEmpty, "/sector/percentByRank", "at least one percentage")
    found.require(
      sector.percentByRank.allSatisfy { (0...100).contains($0) }, "/sector/percentByRank", "percentages from 0 to 100")
    found.require(
      zip(sector.percentByRank, sector.percentByRank.dropFirst()).allSatisfy { $0 >= $1 }, "/sector/percentByRank",
      "percentages that never rise with the rank")
    found.requireSteps(sector.percentByYears, 0...60, 0...100, "/sector/percentByYears")
    found.requirePoints([sector.generalistPoints], "/sector/generalistPoints")
    found.requirePoints([sector.undecidedWithGeneralistPoints], "/sector/undecidedWithGeneralistPoints")
    found.requirePoints([sector.undecidedWithSpecialistPoints], "/sector/undecidedWithSpecialistPoints")

    found.require(
      (1...WeeklyAvailability.halfHoursPerDay).contains(availability.meetingHalfHours),
      "/availability/meetingHalfHours", "1 to 48 half hours")
    found.require(
      (0...336).contains(availability.minimumBlocks), "/availability/minimumBlocks", "0 to 336 blocks")
    found.require(!availability.pointsByBlocks.isEmpty, "/availability/pointsByBlocks", "at least one value")
    found.requirePoints(availability.pointsByBlocks, "/availability/pointsByBlocks")
    found.requireRising(availability.pointsByBlocks, "/availability/pointsByBlocks")
    found.requirePoints([availability.halfHourPoints], "/availability/halfHourPoints")
    found.require(
      (availability.pointsByBlocks.last ?? 0) &+ availability.halfHourPoints <= 10_000, "/availability/halfHourPoints",
      "at most 10000 together with the last value of pointsByBlocks")
    found.require(
      (1...336).contains(availability.saturationHalfHours), "/availability/saturationHalfHours", "1 to 336 half hours")

    found.requireCurve(distance.pointsByKilometres, 0...20_040, "/distance/pointsByKilometres")
    found.requireCurve(distance.pointsByMinutes, 0...1_440, "/distance/pointsByMinutes")
    found.require(
      (0...20_040).contains(distance.defaultLimitKilometres), "/distance/defaultLimitKilometres",
      "0 to 20040 kilometres")
    found.require(
      (0...1_440).contains(distance.defaultLimitMinutes), "/distance/defaultLimitMinutes", "0 to 1440 minutes")
    found.requirePoints([distance.onlinePoints], "/distance/onlinePoints")

    found.require((1...8).contains(digital.onlineMinimumSkill), "/digital/onlineMinimumSkill", "a level from 1 to 8")
    found.require((1...8).contains(digital.comfortableSkill), "/digital/comfortableSkill", "a level from 1 to 8")
    found.requirePoints([digital.unsupportedPoints], "/digital/unsupportedPoints")
    found.requirePoints([digital.laptopDeduction], "/digital/laptopDeduction")

    found.require(
      (0...Score.maximum).contains(priority.scorePerWeek), "/priority/scorePerWeek", "a score from 0 to 1000000")
    found.require((0...520).contains(priority.maximumWeeks), "/priority/maximumWeeks", "0 to 520 weeks")
    return found.problems
  }
}

private struct ProblemList {
  var problems: [PolicyProblem] = []

  mutating func require(_ holds: Bool, _ path: String, _ expected: String) {
    if !holds { problems.append(PolicyProblem(path: path, expected: expected)) }
  }

  mutating func requirePoints(_ values: [Int], _ path: String) {
    require(values.allSatisfy { (0...10_000).contains($0) }, path, "points from 0 to 10000")
  }

  mutating func requireRising(_ values: [Int], _ path: String) {
    require(zip(values, values.dropFirst()).allSatisfy { $0 <= $1 }, path, "values that never fall")
  }

  mutating func requireSteps(
    _ steps: [SectorPolicy.Step], _ from: ClosedRange<Int>, _ value: ClosedRange<Int>, _ path: String
  ) {
    require(
      steps.allSatisfy { from.contains($0.from) && value.contains($0.value) }, path,
      "from \(from.lowerBound) to \(from.upperBound), values \(value.lowerBound) to \(value.upperBound)")
    require(
      zip(steps, steps.dropFirst()).allSatisfy { $0.from < $1.from && $0.value <= $1.value }, path,
      "steps in rising order, values that never fall")
  }

  mutating func requireCurve(_ knots: [DistancePolicy.Knot], _ range: ClosedRange<Int>, _ path: String) {
    require(!knots.isEmpty, path, "at least one knot")
    require(knots.allSatisfy { range.contains($0.at) }, path, "from 0 to \(range.upperBound)")
    requirePoints(knots.map(\.points), path)
    require(
      zip(knots, knots.dropFirst()).allSatisfy { $0.at < $1.at && $0.points >= $1.points }, path,
      "knots in rising order, points that never rise")
  }
}
