import AssignmentSolvers
import MatchingFiles
import Testing

@Suite("Assignment tasks")
struct AssignmentTaskTests {
  static func task(
    _ text: String, mark: String? = nil, _ options: AssignmentTask.Options = .init()
  ) throws -> AssignmentTask {
    let reading = AssignmentReading(forbiddenMark: mark.flatMap { ForbiddenMark($0) })
    return try AssignmentTask(file: AssignmentFileTests.read("a.csv", text, reading).get(), options: options)
  }

  /// Solved, with its proof checked against the task's own problem; in plain form where there is one, and then as well as
  /// by the general solver.
  static func answer(_ task: AssignmentTask) throws -> AssignmentAnswerFiles? {
    guard let solution = try task.outcome().solution else { return nil }
    _ = try CertificateChecker.check(solution, of: task.problem)
    #expect(try CapacitatedSolver().solve(task.problem).objective == solution.objective)
    return AssignmentAnswerFiles(task: task, solution: solution)
  }

  @Test func theScarceSideIsMatchedInFull() throws {
    // Two rows, three columns: both rows, though every cost is positive.
    let wide = try #require(try Self.answer(Self.task("5,9,7\n6,9,9\n")))
    #expect(wide.summary == "total 13\npairs 2\nrows 2, 2 matched\ncolumns 3, 2 matched")
    let tall = try #require(try Self.answer(Self.task("5,6\n9,9\n7,9\n")))
    #expect(tall.summary == "total 13\npairs 2\nrows 3, 2 matched\ncolumns 2, 2 matched")
  }

  @Test func capacitiesDecideWhichSideIsScarce() throws {
    let task = try Self.task("1,5\n2,5\n3,5\n", .init(columnCapacity: .init("1,2")))
    #expect(task.problem.rowLowerBound == [1, 1, 1] && task.problem.columnLowerBound == [0, 0])
    #expect(try Self.answer(task)?.totalText == "11")
    let scarce = try Self.task("1,5\n2,5\n3,5\n4,9\n", .init(columnCapacity: .init("1,2")))
    #expect(scarce.problem.rowLowerBound == [0, 0, 0, 0] && scarce.problem.columnLowerBound == [1, 2])
    #expect(try Self.answer(scarce)?.totalText == "11")
  }

  @Test func maximisingAndOptingOut() throws {
    let text = "0.5,-1\n2.25,0.75\n"
    #expect(try Self.answer(Self.task(text, .init(goal: .maximise)))?.totalText == "1.25")
    let optional = try Self.task(text, .init(goal: .maximise, rowLowerBound: .init("0")))
    #expect(try Self.answer(optional)?.summary == "total 2.25\npairs 1\nrows 2, 1 matched\ncolumns 2, 1 matched")
    #expect(try Self.answer(Self.task(text))?.totalText == "1.25")
    #expect(try Self.answer(Self.task("-1,2\n"))?.totalText == "-1")
  }

  @Test func aShortageIsProven() throws {
    let task = try Self.task("1,\n2,\n", mark: "blank")
    guard case .infeasible(let set) = try task.outcome() else {
      Issue.record("there is no assignment")
      return
    }
    #expect(set.isProof(for: task.problem))
    #expect(task.text(of: set).hasPrefix("infeasible\nrows 1, 2 must have 2 pairs\ncolumns 1, and"))
  }

  @Test func bothSidesTakeSeveral() throws {
    let options = AssignmentTask.Options(
      goal: .maximise, rowCapacity: .init("2"), columnCapacity: .init("2"), columnLowerBound: .init("2,1,1"))
    let answer = try #require(try Self.answer(Self.task("1,0,0.5\n0.25,1,0\n", options)))
    #expect(answer.summary == "total 2.75\npairs 4\nrows 2, 2 matched\ncolumns 3, 3 matched")
  }

  @Test func answersInBothFormats() throws {
    let answer = try #require(try Self.answer(Self.task("5,0.5\n0.25,7\n")))
    #expect(String(decoding: answer.assignment(as: .csv), as: UTF8.self) == "row,column,value\n1,2,0.5\n2,1,0.25\n")
    let json = String(decoding: answer.assignment(as: .json), as: UTF8.self)
    #expect(json.contains("\"total\": \"0.75\""))
    let certificate = String(decoding: answer.certificate(), as: UTF8.self)
    #expect(certificate.contains("\"goal\": \"minimise\"") && certificate.contains("\"decimals\": 2"))
  }

  @Test func boundsThatCannotBeMeant() throws {
    func mismatch(_ options: AssignmentTask.Options) -> AssignmentTask.Mismatch? {
      do {
        _ = try Self.task("1,2,3\n4,5,6\n", options)
        return nil
      } catch {
        return error as? AssignmentTask.Mismatch
      }
    }
    #expect(mismatch(.init(rowCapacity: .init("1,2,3"))) == .rowCount(given: 3, expected: 2))
    #expect(mismatch(.init(columnLowerBound: .init("1,0"))) == .columnCount(given: 2, expected: 3))
    #expect(mismatch(.init(rowLowerBound: .init("1,2"))) == .rowBounds(row: 2))
    #expect(mismatch(.init(columnCapacity: .init("0"), columnLowerBound: .init("0,1,0"))) == .columnBounds(column: 2))
    for text in ["", "1,", "-1", "x", "1000000001", "1 2"] { #expect(AssignmentTask.Bounds(text) == nil) }
  }
}
