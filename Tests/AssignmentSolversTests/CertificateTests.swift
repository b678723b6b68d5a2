import AssignmentSolvers
import Testing

/// The checker accepts what is true (see the other suites) and refuses everything else.
@Suite("Certificate")
struct CertificateTests {
  @Test("1,000 and more corruptions of true certificates are all refused", arguments: Corruption.allCases)
  func corruptions(_ corruption: Corruption) throws {
    var random = SplitMix64(seed: 31)
    var refusedCount = 0
    while refusedCount < 100 {
      let problem = ProblemRecipe.any(using: &random).sized(rows: 1...9, columns: 1...9).draw(using: &random)
      let solution = try ShortestPathSolver().solve(problem)
      guard let corrupted = corruption.apply(to: solution, of: problem, using: &random) else { continue }
      refusedCount += 1
      #expect(throws: CertificateChecker.Refusal.self, "\(corrupted) for \(problem)") {
        try CertificateChecker.check(corrupted, of: problem)
      }
    }
  }

  @Test("each refusal says what is wrong")
  func refusals() throws {
    let problem = AssignmentProblem.of([[1, 5], [2, nil]], rowValue: 9)
    let good = try ShortestPathSolver().solve(problem)
    #expect(good.assignment.columnOfRow == [1, 0])
    func refusal(
      _ columnOfRow: [Int?]? = nil, row: [Int64]? = nil, column: [Int64]? = nil, objective: Int64? = nil
    ) -> CertificateChecker.Refusal? {
      let claim = AssignmentSolution(
        assignment: columnOfRow.map(Assignment.init) ?? good.assignment,
        duals: AssignmentDuals(row: row ?? good.duals.row, column: column ?? good.duals.column),
        objective: objective ?? good.objective)
      do throws(CertificateChecker.Refusal) {
        _ = try CertificateChecker.check(claim, of: problem)
        return nil
      } catch {
        return error
      }
    }
    #expect(refusal() == nil)
    #expect(refusal([1]) == .shapeMismatch)
    #expect(refusal(row: [4, 3, 0]) == .shapeMismatch)
    #expect(refusal(column: [4]) == .shapeMismatch)
    #expect(refusal([1, 2]) == .columnOutOfRange(row: 1))
    #expect(refusal([1, 1]) == .forbiddenPair(row: 1, column: 1))
    #expect(refusal([0, 0]) == .capacityExceeded(column: 0))
    #expect(refusal(row: [-1, 3]) == .negativeRowDual(row: 0))
    #expect(refusal(column: [4, -1]) == .negativeColumnDual(column: 1))
    #expect(refusal(row: [3, 3]) == .uncoveredPair(row: 0, column: 0))
    #expect(refusal(objective: 12) == .objectiveMismatch)
    #expect(refusal(row: [9, 9]) == .dualGap)
    #expect(refusal(row: [.max, 3]) == .overflow)
    #expect(refusal(column: [.max, 0]) == .overflow)
  }

  @Test("rows may be handed over one at a time; a buffer resized by the caller is refused")
  func rowByRow() throws {
    let problem = AssignmentProblem.of([[1, 5], [2, nil]], rowValue: 9)
    let solution = try HungarianSolver().solve(problem)
    let checker = CertificateChecker(problem.bounds)
    let proof = try checker.check(solution) { row, costs in
      for column in 0..<2 { costs[column] = problem.costs[row, column] ?? DenseCosts.forbidden }
    }
    #expect(proof.objective == 11 && proof.pairCount == 4 && proof.allowedPairCount == 3)
    #expect(throws: CertificateChecker.Refusal.shapeMismatch) {
      try checker.check(solution) { _, costs in costs.removeAll() }
    }
  }
}
