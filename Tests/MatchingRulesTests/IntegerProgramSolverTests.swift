import AssignmentSolvers
import IntegerProgramming
import MatchingRules
import Testing

@Suite struct IntegerProgramSolverTests {
  struct Family: Sendable, CustomTestStringConvertible {
    let testDescription: String
    let profile: ProblemProfile
    let isLexicographic: Bool
  }

  static let families = [
    Family(
      testDescription: "scores",
      profile: ProblemProfile(cost: -1_000_000...0, rowValue: 0...200_000), isLexicographic: false),
    Family(
      testDescription: "costs and values that make opting out worthwhile",
      profile: ProblemProfile(cost: -50...150, rowValue: -20...100), isLexicographic: false),
    Family(
      testDescription: "many ties",
      profile: ProblemProfile(cost: -2...0, rowValue: 0...1), isLexicographic: false),
    Family(
      testDescription: "most duos first",
      profile: ProblemProfile(
        cost: -1_000_000...0, sharedValue: 20 * 2_000_000 * 3 + 1, rowValue: 0...200_000), isLexicographic: true),
    Family(
      testDescription: "most duos first, many ties, far beyond what doubles carry",
      profile: ProblemProfile(cost: -3...0, sharedValue: 1 << 54, rowValue: 0...2), isLexicographic: true),
  ]

  @Test(arguments: families) func equalsTheCombinatorialSolvers(_ family: Family) throws {
    for seed in UInt64(0)..<120 {
      let problem = family.profile.problem(seed: seed)
      let expected = try HungarianSolver().solve(problem)
      let found = try IntegerProgramSolver().solve(problem)
      #expect(found == expected, "\(family.testDescription), seed \(seed)")
      #expect(try ShortestPathSolver().solve(problem) == expected, "\(family.testDescription), seed \(seed)")
      if family.isLexicographic, problem.costs.asDense.values.contains(where: { $0 != DenseCosts.forbidden }) {
        #expect(MatchingProgram.lexicographicDuoValue(of: problem) != nil)
      }
    }
  }

  @Test(arguments: [(0, 0), (0, 3), (3, 0)]) func emptySides(_ rowCount: Int, _ columnCount: Int) throws {
    let problem = AssignmentProblem(
      costs: DenseCosts(rowCount: rowCount, columnCount: columnCount, values: []),
      rowValue: Array(repeating: 5, count: rowCount), columnCapacity: Array(repeating: 1, count: columnCount))
    #expect(try IntegerProgramSolver().solve(problem) == HungarianSolver().solve(problem))
  }

  /// One more duo at any cost: the shared value exceeds the bound by one, or meets it.
  @Test func theBoundOfTheTwoStagesIsStrict() {
    func problem(_ sharedValue: Int64) -> AssignmentProblem {
      AssignmentProblem(
        costs: DenseCosts(rowCount: 2, columnCount: 2, values: [-10, 4, -7, 0]),
        rowValue: [sharedValue, sharedValue + 3], columnCapacity: [1, 1])
    }
    // r⁺ = 10, r⁻ = −4, at most two duos.
    #expect(MatchingProgram.lexicographicDuoValue(of: problem(28)) == nil)
    #expect(MatchingProgram.lexicographicDuoValue(of: problem(29)) == 29)
  }

  @Test func aGainBeyondTheLimitIsRefused() {
    let problem = AssignmentProblem(
      costs: DenseCosts(rowCount: 2, columnCount: 1, values: [0, 0]),
      rowValue: [1_000_000_001, -5], columnCapacity: [1])
    #expect(throws: MatchingProgramError.coefficientTooLarge(row: 0, column: 0)) {
      try IntegerProgramSolver().solve(problem)
    }
  }

  @Test(arguments: [Int64.max, Int64.min]) func extremeRowValuesAreRefused(_ value: Int64) {
    let problem = AssignmentProblem(
      costs: DenseCosts(rowCount: 1, columnCount: 1, values: [0]), rowValue: [value], columnCapacity: [1])
    #expect(throws: MatchingProgramError.rowValueTooLarge(row: 0)) { try IntegerProgramSolver().solve(problem) }
  }

  @Test func cancelling() {
    let problem = ProblemProfile(rowCount: 5...5, columnCount: 5...5, cost: -9...0, rowValue: 0...5).problem(seed: 1)
    #expect(throws: AssignmentError.cancelled) {
      try IntegerProgramSolver().solve(problem, control: SolveControl { true }).solution
        ?? { throw AssignmentError.cancelled }()
    }
  }
}
