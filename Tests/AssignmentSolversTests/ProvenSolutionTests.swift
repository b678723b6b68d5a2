import AssignmentSolvers
import Testing

/// Proving assignments that come without duals.
@Suite("Proving a given assignment")
struct ProvenSolutionTests {
  @Test("optimal ones give the canonical solution, all others nothing")
  func randomAssignments() throws {
    var random = SplitMix64(seed: 21)
    var optimalCount = 0
    var otherOptimumCount = 0
    for _ in 0..<5_000 {
      let problem = ProblemRecipe.any(using: &random).sized(rows: 0...5, columns: 0...4).draw(using: &random)
      let solution = try ShortestPathSolver().solve(problem)
      let candidate = Self.randomAssignment(of: problem, using: &random)
      let isOptimal = problem.objective(of: candidate) == solution.objective
      if isOptimal { optimalCount += 1 }
      if isOptimal && candidate != solution.assignment { otherOptimumCount += 1 }
      #expect(try problem.provenSolution(of: candidate) == (isOptimal ? solution : nil))
      #expect(try problem.provenSolution(of: solution.assignment) == solution)
    }
    // The sample holds enough of all three kinds: canonical optima, other optima, and worse assignments.
    #expect((1_000...4_000).contains(optimalCount))
    #expect(otherOptimumCount >= 100)
  }

  @Test("larger ones: the optimum is proved, a worsened one is not")
  func larger() throws {
    var random = SplitMix64(seed: 22)
    for _ in 0..<200 {
      let problem = ProblemRecipe.any(using: &random).sized(rows: 20...60, columns: 20...60).draw(using: &random)
      let solution = try ShortestPathSolver().solve(problem)
      #expect(try problem.provenSolution(of: solution.assignment) == solution)
      var columnOfRow = solution.assignment.columnOfRow
      guard let row = columnOfRow.indices.filter({ solution.duals.row[$0] > 0 }).randomElement(using: &random)
      else { continue }
      columnOfRow[row] = nil
      let worse = Assignment(columnOfRow: columnOfRow)
      if problem.objective(of: worse) < solution.objective {
        #expect(try problem.provenSolution(of: worse) == nil)
      }
    }
  }

  @Test("numbers beyond the head-room are refused")
  func headRoom() {
    let problem = AssignmentProblem.of([[0]], rowValue: .max)
    #expect(throws: AssignmentError.self) { try problem.provenSolution(of: Assignment(columnOfRow: [nil])) }
  }

  /// A feasible assignment: rows in random order take a random column that is allowed and has a place, or none.
  private static func randomAssignment(of problem: AssignmentProblem, using random: inout SplitMix64) -> Assignment {
    var places = problem.columnCapacity
    var columnOfRow = [Int?](repeating: nil, count: problem.rowCount)
    for row in (0..<problem.rowCount).shuffled(using: &random) {
      let open = (0..<problem.columnCount).filter { places[$0] > 0 && problem.costs[row, $0] != nil }
      guard let column = open.randomElement(using: &random), random.chance(percent: 90) else { continue }
      columnOfRow[row] = column
      places[column] -= 1
    }
    return Assignment(columnOfRow: columnOfRow)
  }
}
