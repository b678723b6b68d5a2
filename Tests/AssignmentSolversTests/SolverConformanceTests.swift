import AssignmentSolvers
import Testing

/// What every solver of the module must do, on instances small enough to know the answer by hand.
@Suite("Every solver")
struct SolverConformanceTests {
  static let solvers = SolverUnderTest.all

  private func expect(
    _ expected: [Int?], from candidate: SolverUnderTest, for problem: AssignmentProblem,
    sourceLocation: SourceLocation = #_sourceLocation
  ) throws {
    let solution = try candidate.solver.solve(problem)
    #expect(solution.assignment.columnOfRow == expected, sourceLocation: sourceLocation)
    #expect(solution.objective == problem.objective(of: solution.assignment), sourceLocation: sourceLocation)
    #expect(throws: Never.self, sourceLocation: sourceLocation) {
      try CertificateChecker.check(solution, of: problem)
    }
  }

  @Test("nothing at all, no rows, no columns", arguments: solvers)
  func emptySides(_ candidate: SolverUnderTest) throws {
    try expect([], from: candidate, for: .of([], rowValue: 1))
    try expect([], from: candidate, for: .of([], columnCount: 3, rowValue: 1))
    try expect([nil, nil, nil], from: candidate, for: .of([[], [], []], rowValue: 1))
  }

  @Test("one pair: worth it, worth nothing, not worth it, forbidden, without a place", arguments: solvers)
  func onePair(_ candidate: SolverUnderTest) throws {
    try expect([0], from: candidate, for: .of([[3]], rowValue: 5))
    try expect([0], from: candidate, for: .of([[5]], rowValue: 5))
    try expect([nil], from: candidate, for: .of([[6]], rowValue: 5))
    try expect([nil], from: candidate, for: .of([[nil]], rowValue: 5))
    try expect([nil], from: candidate, for: .of([[3]], rowValue: 5, columnCapacity: [0]))
  }

  @Test("more rows than columns, and more columns than rows", arguments: solvers)
  func rectangular(_ candidate: SolverUnderTest) throws {
    try expect([1, nil, 0], from: candidate, for: .of([[4, 1], [5, 5], [1, 4]], rowValue: 10))
    try expect([2, 0], from: candidate, for: .of([[4, 5, 1], [1, 5, 4]], rowValue: 10))
  }

  @Test("ties go to the smallest column, row by row", arguments: solvers)
  func ties(_ candidate: SolverUnderTest) throws {
    try expect([0, 1, 2], from: candidate, for: .of([[7, 7, 7], [7, 7, 7], [7, 7, 7]], rowValue: 9))
    try expect([0, 1, nil, nil], from: candidate, for: .of([[7, 7], [7, 7], [7, 7], [7, 7]], rowValue: 9))
    try expect([0, 1], from: candidate, for: .of([[2, 1], [2, 1]], rowValue: 9))
    // A pair that gains nothing is still preferred to staying unmatched.
    try expect([0, 1], from: candidate, for: .of([[9, 9], [9, 9]], rowValue: 9))
    // Row 0 may have column 0 only if row 1 moves on to column 1, at no loss.
    try expect([0, 1], from: candidate, for: .of([[1, 1], [0, 0]], rowValue: 9))
  }

  @Test("negative costs", arguments: solvers)
  func negativeCosts(_ candidate: SolverUnderTest) throws {
    try expect([1, 0], from: candidate, for: .of([[-5, -9], [-5, -5]], rowValue: 0))
    try expect([nil, 0], from: candidate, for: .of([[-5, nil], [-7, nil]], rowValue: 0))
  }

  @Test("everything forbidden", arguments: solvers)
  func allForbidden(_ candidate: SolverUnderTest) throws {
    try expect([nil, nil], from: candidate, for: .of([[nil, nil, nil], [nil, nil, nil]], rowValue: 100))
  }

  @Test("capacities 0 to 3", arguments: solvers)
  func capacities(_ candidate: SolverUnderTest) throws {
    let rows: [[Int32?]] = [[0, 5, 9, 7], [1, 5, 8, 9], [0, 5, 7, 9], [0, 5, 7, 9], [9, 5, 7, 9]]
    try expect([3, 1, 2, 2, 2], from: candidate, for: .of(rows, rowValue: 10, columnCapacity: [0, 1, 3, 1]))
    try expect([0, 1, 0, 0, 1], from: candidate, for: .of(rows, rowValue: 10, columnCapacity: [3, 2, 1, 0]))
    try expect(
      [0, 0, 0, 0, 1], from: candidate, for: .of(rows, rowValue: 10, columnCapacity: [.max, .max, .max, .max]))
  }

  @Test("a row stays unmatched when its value is too small", arguments: solvers)
  func optOut(_ candidate: SolverUnderTest) throws {
    try expect([nil, 0], from: candidate, for: .of([[3, 4], [3, 4]], rowValues: [2, 3]))
    try expect([nil, nil], from: candidate, for: .of([[3, 4], [3, 4]], rowValues: [-1, 0]))
    // The later row is worth more and takes the only place.
    try expect([nil, 0], from: candidate, for: .of([[0], [0]], rowValues: [5, 6]))
  }

  @Test("Machol–Wien: c = i · j pairs the first row with the last column", arguments: solvers, [1, 2, 9, 30])
  func macholWien(_ candidate: SolverUnderTest, _ size: Int) throws {
    let rows = (1...size).map { i in (1...size).map { j in Int32(i * j) as Int32? } }
    let valueOfMatching = Int64(size * size * size + 1)
    try expect((0..<size).reversed(), from: candidate, for: .of(rows, rowValue: valueOfMatching))
  }

  @Test("a stopped solve gives a feasible assignment and a bound above the optimum", arguments: solvers)
  func stopping(_ candidate: SolverUnderTest) throws {
    var random = SplitMix64(seed: 77)
    for limit in 0..<40 {
      let problem = ProblemRecipe.any(using: &random).sized(rows: 1...9, columns: 1...9).draw(using: &random)
      let optimum = try HungarianSolver().solve(problem).objective
      switch try candidate.solver.solve(problem, control: SolveControl(searchLimit: limit % 5)) {
      case .optimal(let solution, _): #expect(solution.objective == optimum)
      case .infeasible: Issue.record("a plain problem is never infeasible")
      case .stopped(let known):
        #expect(known.bound >= optimum)
        let best = try #require(known.best)
        #expect(problem.objective(of: best) == known.objective)
        #expect(best.pairCount <= problem.columnCapacity.reduce(0) { $0 + min($1, problem.rowCount) })
      }
    }
    let cancelled = try candidate.solver.solve(.of([[1, 2], [2, 1]], rowValue: 9), control: SolveControl { true })
    #expect(cancelled.solution == nil)
  }
}
