import AssignmentSolvers
import Testing

/// The largest numbers are solved exactly, one more is refused, and nothing in between wraps or traps.
@Suite("Overflow head-room")
struct HeadRoomTests {
  /// The greatest `max |w_i − c_ij|` accepted for a shape.
  private func greatestGain(rows: Int, columns: Int) -> Int64 {
    (AssignmentProblem.headRoom - 1) / Int64(2 * (rows + columns + 1))
  }

  @Test("just inside", arguments: SolverUnderTest.all)
  func inside(_ candidate: SolverUnderTest) throws {
    let greatest = greatestGain(rows: 3, columns: 3)
    let problem = AssignmentProblem.of(
      [[0, 1, 2], [1, 0, 0], [2, nil, 0]], rowValues: [greatest, greatest, 2 - greatest], columnCapacity: [1, 2, 3])
    let solution = try candidate.solver.solve(problem)
    #expect(solution.assignment.columnOfRow == [0, 1, nil])
    #expect(solution.objective == 2 * greatest)
    #expect(throws: Never.self) { try CertificateChecker.check(solution, of: problem) }
  }

  @Test("just outside, on either sign", arguments: SolverUnderTest.all)
  func outside(_ candidate: SolverUnderTest) throws {
    let tooMuch = greatestGain(rows: 2, columns: 2) + 1
    for value in [tooMuch, -tooMuch, .max, .min] {
      #expect(throws: AssignmentError.self) {
        try candidate.solver.solve(.of([[0, 0], [0, 0]], rowValues: [value, 0]))
      }
    }
    #expect(throws: AssignmentError.beyondHeadRoom(magnitude: .max)) {
      try candidate.solver.solve(.of([[1]], rowValue: .min))
    }
  }

  @Test("a row without candidates counts too, as its value enters sums", arguments: SolverUnderTest.all)
  func valueOfRowWithoutCandidates(_ candidate: SolverUnderTest) throws {
    for value in [Int64.max, .min, .min + 1] {
      #expect(throws: AssignmentError.self) {
        try candidate.solver.solve(.of([[0, 0], [nil, nil]], rowValues: [0, value]))
      }
    }
  }

  @Test("costs may use all of Int32", arguments: SolverUnderTest.all)
  func extremeCosts(_ candidate: SolverUnderTest) throws {
    let problem = AssignmentProblem.of([[.min, .max - 1], [.max - 1, .min]], rowValue: 0)
    let solution = try candidate.solver.solve(problem)
    #expect(solution.assignment.columnOfRow == [0, 1])
    #expect(solution.objective == 1 << 32)
  }

  @Test("a bad assignment of extreme value is called non-optimal, not a trap")
  func nonOptimalExtremes() throws {
    let count = 12
    // Costs of ±1 around a value: every row sits where it loses and wants the next column.
    let greatest = greatestGain(rows: count, columns: count)
    let rows = (0..<count).map { row in
      (0..<count).map { column in column == row ? Int32.max - 1 : column == (row + 1) % count ? Int32.min : nil }
    }
    let problem = AssignmentProblem.of(rows, rowValue: greatest - (1 << 31))
    #expect(try problem.provenSolution(of: Assignment(columnOfRow: (0..<count).map { $0 })) == nil)
    #expect(try problem.provenSolution(of: Assignment(columnOfRow: Array(repeating: nil, count: count))) == nil)
  }
}
