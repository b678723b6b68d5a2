import IntegerProgramming
import Testing

@Suite struct ValidationTests {
  struct Case: Sendable, CustomTestStringConvertible {
    let testDescription: String
    let error: IntegerProgramError
    let spoil: @Sendable (inout IntegerProgram) -> Void

    init(_ name: String, _ error: IntegerProgramError, _ spoil: @escaping @Sendable (inout IntegerProgram) -> Void) {
      testDescription = name
      self.error = error
      self.spoil = spoil
    }
  }

  static let cases: [Case] = [
    Case("NaN objective", .notFinite(.variable(1))) { $0.variables[1].objective = .nan },
    Case("infinite objective", .notFinite(.variable(0))) { $0.variables[0].objective = .infinity },
    Case("NaN coefficient", .notFinite(.constraint(1))) { $0.constraints[1].terms[0].coefficient = .nan },
    Case("infinite coefficient", .notFinite(.constraint(0))) { $0.constraints[0].terms[1].coefficient = -.infinity },
    Case("NaN bound of a variable", .emptyRange(.variable(0))) { $0.variables[0].upperBound = .nan },
    Case("NaN bound of a constraint", .emptyRange(.constraint(0))) { $0.constraints[0].lowerBound = .nan },
    Case("bounds that cross", .emptyRange(.variable(1))) { $0.variables[1].upperBound = -1 },
    Case("lower bound at infinity", .emptyRange(.constraint(1))) {
      $0.constraints[1].lowerBound = .infinity
      $0.constraints[1].upperBound = .infinity
    },
    Case("fractional bound", .fractionalBound(variable: 0)) { $0.variables[0].upperBound = 2.5 },
    Case("unknown variable", .unknownVariable(constraint: 0, variable: 2)) { $0.constraints[0].terms[0].variable = 2 },
    Case("negative variable", .unknownVariable(constraint: 0, variable: -1)) {
      $0.constraints[0].terms[0].variable = -1
    },
    Case("repeated term", .repeatedTerm(constraint: 1, variable: 0)) { $0.constraints[1].terms[1].variable = 0 },
    Case("empty name", .badName(.variable(0))) { $0.variables[0].name = "" },
    Case("line break in a name", .badName(.constraint(1))) { $0.constraints[1].name = "a\nb" },
    Case("zero byte in a name", .badName(.variable(1))) { $0.variables[1].name = "a\0b" },
    Case("name of 256 bytes", .badName(.variable(1))) { $0.variables[1].name = String(repeating: "é", count: 128) },
    Case("repeated name of a variable", .repeatedName(.variable(1))) { $0.variables[1].name = "a" },
    Case("repeated name of a constraint", .repeatedName(.constraint(1))) { $0.constraints[1].name = "labour" },
    Case("coefficient beyond 2^53", .objectiveBeyondExactness(magnitude: 0x1p53 + 4)) {
      $0.variables[0].objective = 0x1p53
    },
    Case("total beyond 2^53", .objectiveBeyondExactness(magnitude: 0x1p53 + 4)) {
      $0.variables[0].objective = 0x1p43
      $0.variables[0].upperBound = 1024
    },
  ]

  @Test(arguments: cases) func isRefused(_ example: Case) throws {
    var program = Programs.textbook
    example.spoil(&program)
    #expect(throws: example.error) { try program.validate() }
    #expect(throws: example.error) { try GLPKSolver().solve(program) }
    #expect(!example.error.description.isEmpty)
  }

  @Test func longAndForeignNamesAreFine() throws {
    var program = Programs.textbook
    program.variables[0].name = String(repeating: "é", count: 127) + "a"
    program.constraints[0].name = "طالب [1]"
    #expect(try GLPKSolver().solve(program) == .optimal(IntegerProgramSolution(values: [4, 0], objective: 20)))
  }

  @Test func optionsOutOfRangeAreRefused() {
    var negativeTime = GLPKSolver.Options()
    negativeTime.timeLimit = .milliseconds(-1)
    var wideGap = GLPKSolver.Options()
    wideGap.relativeGap = .nan
    var noMemory = GLPKSolver.Options()
    noMemory.memoryLimitMegabytes = 0
    for options in [negativeTime, wideGap, noMemory] {
      #expect(throws: IntegerProgramError.self) { try GLPKSolver(options: options).solve(Programs.textbook) }
    }
  }
}
