import CGLPK
import IntegerProgramming
import Synchronization
import Testing

/// What GLPK would end the process for, and what surrounds it. The shim is called without validation here.
@Suite struct RobustnessTests {
  /// maximise x + y subject to x + 2y ≤ 3, with one thing spoilt.
  struct RawModel: Sendable, CustomTestStringConvertible {
    let testDescription: String
    var name = "x"
    var entryColumn: [Int32] = [0, 1, 2]
    var entryValue: [Double] = [0, 1, 2]
    var rowUpper = 3.0

    init(_ description: String, _ spoil: (inout RawModel) -> Void) {
      testDescription = description
      spoil(&self)
    }

    func solve() -> (status: cglpk_status, message: String) {
      let column = cglpk_column(lower: 0, upper: .infinity, objective: 1, is_integer: true)
      let names = name.utf8.map(CChar.init(bitPattern:)) + [0] + "y".utf8.map(CChar.init(bitPattern:)) + [0]
      let rowName: [CChar] = [0x72, 0]
      var values = [0.0, 0.0]
      var message = [CChar](repeating: 0, count: 512)
      let result = unsafe cglpk_solve(
        cglpk_shape(
          maximise: true, column_count: 2, row_count: 1, entry_count: Int32(entryValue.count - 1), objective_constant: 0
        ),
        [column, column], names, [cglpk_row(lower: -.infinity, upper: rowUpper)], rowName,
        [Int32](repeating: 1, count: entryValue.count), entryColumn, entryValue,
        cglpk_options(
          time_limit_ms: -1, memory_limit_mb: 0, node_limit: 0, relative_gap: 0, presolve: false, cuts: 0,
          has_start: false,
          should_stop: nil, context: nil),
        [], &values, &message, Int32(message.count))
      let text = message.prefix { $0 != 0 }.map(UInt8.init(bitPattern:))
      return (result.status, String(decoding: text, as: UTF8.self))
    }
  }

  static let fatal: [RawModel] = [
    RawModel("repeated entry") { $0.entryColumn = [0, 1, 1] },
    RawModel("column out of range") { $0.entryColumn = [0, 1, 3] },
    RawModel("column zero") { $0.entryColumn = [0, 0, 2] },
    RawModel("name too long") { $0.name = String(repeating: "x", count: 256) },
    RawModel("control character in a name") { $0.name = "a\nb" },
    RawModel("coefficient not a number") { $0.entryValue = [0, .nan, .nan] },
    RawModel("row bound not a number") { $0.rowUpper = .nan },
  ]

  @Test(arguments: fatal) func whatWouldEndTheProcessIsAStatus(_ model: RawModel) {
    for _ in 0..<200 {
      let (status, message) = model.solve()
      #expect(status == .CGLPK_STATUS_ABORTED)
      #expect(!message.isEmpty)
    }
    #expect(RawModel("sound") { _ in }.solve().status == .CGLPK_STATUS_OPTIMAL)
  }

  @Test func theMemoryLimitIsATypedErrorAndTheNextSolveWorks() throws {
    var options = GLPKSolver.Options()
    options.memoryLimitMegabytes = 1
    let large = Programs.dense(size: 150)
    for _ in 0..<200 {
      guard case .solverAborted(let message)? = Self.errorOfSolving(large, options) else {
        Issue.record("1 MB was enough")
        return
      }
      #expect(message.contains("memory"))
    }
    guard case .optimal = try GLPKSolver().solve(large) else {
      Issue.record("not optimal without the limit")
      return
    }
    #expect(try GLPKSolver(options: options).solve(Programs.textbook) == Self.textbookOutcome)
  }

  @Test func aSolveWithinASolveIsRefusedAndHarmless() throws {
    let innerErrors = Mutex<[IntegerProgramError?]>([])
    let solver = GLPKSolver(isCancelled: {
      let error = Self.errorOfSolving(Programs.textbook)
      innerErrors.withLock { $0.append(error) }
      return false
    })
    #expect(try solver.solve(Programs.textbook) == Self.textbookOutcome)
    let errors = innerErrors.withLock { $0 }
    #expect(!errors.isEmpty && errors.allSatisfy { $0 == .solverBusy })
  }

  /// Every kind of failure in turn, in one process: what the shim catches, what validation refuses, and GLPK's memory
  /// limit. Each is a typed error, and the solve after it is right.
  @Test func aThousandFailuresOneAfterTheOther() throws {
    var options = GLPKSolver.Options()
    options.memoryLimitMegabytes = 1
    let large = Programs.dense(size: 150)
    let kinds = Self.fatal.count + ValidationTests.cases.count + 1
    var failureCount = 0
    for number in 0..<1_000 {
      let kind = number % kinds
      if kind < Self.fatal.count {
        let (status, message) = Self.fatal[kind].solve()
        if status == .CGLPK_STATUS_ABORTED && !message.isEmpty { failureCount += 1 }
      } else if kind < kinds - 1 {
        let example = ValidationTests.cases[kind - Self.fatal.count]
        var program = Programs.textbook
        example.spoil(&program)
        if Self.errorOfSolving(program) == example.error { failureCount += 1 }
      } else if case .solverAborted? = Self.errorOfSolving(large, options) {
        failureCount += 1
      }
      #expect(try GLPKSolver().solve(Programs.textbook) == Self.textbookOutcome)
    }
    #expect(failureCount == 1_000)
  }

  @Test func threadsDoNotDisturbEachOther() {
    let program = Programs.assignment(size: 25)
    let outcomes = Mutex<[IntegerProgramOutcome]>([])
    onThreads(8) { thread in
      for round in 0..<10 {
        if (thread + round) % 3 == 0 { _ = Self.fatal[round % Self.fatal.count].solve() }
        if let outcome = try? GLPKSolver().solve(program) {
          inTurn { outcomes.withLock { $0.append(outcome) } }
        }
      }
    }
    let all = outcomes.withLock { $0 }
    #expect(all.count == 80)
    #expect(all.allSatisfy { $0 == all.first })
  }

  private static func errorOfSolving(
    _ program: IntegerProgram, _ options: GLPKSolver.Options = GLPKSolver.Options()
  ) -> IntegerProgramError? {
    do {
      _ = try GLPKSolver(options: options).solve(program)
      return nil
    } catch {
      return error
    }
  }

  private static let textbookOutcome = IntegerProgramOutcome.optimal(
    IntegerProgramSolution(values: [4, 0], objective: 20))
}
