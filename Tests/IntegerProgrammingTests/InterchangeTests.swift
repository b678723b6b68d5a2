import Foundation
import IntegerProgramming
import Testing

/// Programs to text and back.
@Suite struct InterchangeTests {
  private func reading(_ bytes: [UInt8], format: IntegerProgram.MPSFormat = .free) throws -> IntegerProgram {
    let path = FileManager.default.temporaryDirectory.appendingPathComponent("\(UUID().uuidString).mps").path
    try Data(bytes).write(to: URL(fileURLWithPath: path))
    defer { try? FileManager.default.removeItem(atPath: path) }
    return try IntegerProgram(readingMPS: path, format: format)
  }

  /// Every kind of bound and constraint; GLPK's reader minimises.
  private static var everything: IntegerProgram {
    var program = IntegerProgram(sense: .minimise)
    program.objectiveConstant = 12.5
    let bounds: [(Double, Double)] = [
      (0, .infinity), (0, 1), (-.infinity, .infinity), (-.infinity, -3), (2, 2), (-4, 9), (5, .infinity),
    ]
    for (index, bound) in bounds.enumerated() {
      for isInteger in [true, false] {
        _ = program.addVariable(
          .init(
            name: "x[\(index),\(isInteger ? 1 : 0)]", lowerBound: bound.0, upperBound: bound.1, isInteger: isInteger,
            objective: Double(index) - 2.25))
      }
    }
    let ranges: [(Double, Double)] = [
      (-.infinity, 7), (1, .infinity), (3, 3), (-2, 5), (0, 0), (-.infinity, .infinity),
    ]
    for (index, range) in ranges.enumerated() {
      program.constraints.append(
        .init(
          name: "rule[\(index)]", terms: [.init(1.5, variable: index), .init(-2, variable: index + 5)],
          lowerBound: range.0, upperBound: range.1))
    }
    return program
  }

  @Test func mpsReadsBackAsTheSameProgram() throws {
    var expected = Self.everything
    // A constraint without bounds is none for GLPK's reader.
    expected.constraints.removeLast()
    var found = try reading(Self.everything.mps())
    found.constraints.removeAll { $0.lowerBound == -.infinity && $0.upperBound == .infinity }
    #expect(found.variables == expected.variables)
    #expect(found.objectiveConstant == expected.objectiveConstant)
    for (a, b) in zip(found.constraints, expected.constraints) {
      #expect(a.name == b.name && a.lowerBound == b.lowerBound && a.upperBound == b.upperBound)
      #expect(a.terms.sorted { $0.variable < $1.variable } == b.terms)
    }
    #expect(found.constraints.count == expected.constraints.count)
  }

  @Test func maximisingIsStatedAsMinimising() throws {
    let found = try reading(Programs.textbook.minimising.mps())
    guard case .optimal(let solution) = try GLPKSolver().solve(found) else {
      Issue.record("not optimal")
      return
    }
    #expect(solution.values == [4, 0] && solution.objective == -20)
  }

  @Test func lpFormat() throws {
    var program = Programs.textbook
    program.variables[0].name = "x[1,2]"
    program.variables[1].name = "x(1 2)"
    program.variables[1].lowerBound = -.infinity
    program.constraints[0].lowerBound = 2
    let text = String(decoding: try program.lpFormat(), as: UTF8.self)
    #expect(
      text == """
        Maximize
         obj: + 5 x_x_1_2_ + 4 x_x_1_2__1
        Subject To
         r_labour: + 6 x_x_1_2_ + 4 x_x_1_2__1 <= 24
         r_labour_lower: + 6 x_x_1_2_ + 4 x_x_1_2__1 >= 2
         r_material: + 1 x_x_1_2_ + 2 x_x_1_2__1 <= 6
        Bounds
         x_x_1_2__1 free
        General
         x_x_1_2_
         x_x_1_2__1
        End

        """)
  }

  @Test func namesThatMPSCannotHold() {
    var program = Programs.textbook
    program.variables[1].name = "a b"
    #expect(throws: IntegerProgramError.badName(.variable(1))) { try program.mps() }
  }

  @Test func whatIsNoProgram() {
    for text in ["", "NAME x\nROWS\n N obj\n L r\nCOLUMNS\n a missing 1\nENDATA\n", "hello", "\u{0}\u{1}"] {
      #expect(throws: IntegerProgramError.self) { try reading(Array(text.utf8)) }
    }
    #expect(throws: IntegerProgramError.self) { try IntegerProgram(readingMPS: "/nowhere/at/all.mps") }
    #expect(throws: Never.self) { try GLPKSolver().solve(Programs.textbook) }
  }

  @Test func aStartIsImprovedOn() throws {
    let outcome = try GLPKSolver().solve(Programs.textbook, start: [0, 0])
    #expect(outcome == .optimal(IntegerProgramSolution(values: [4, 0], objective: 20)))
    #expect(throws: IntegerProgramError.self) { try GLPKSolver().solve(Programs.textbook, start: [9, 9]) }
  }

  @Test(arguments: [false, true]) func presolverAndCutsChangeNothing(_ presolve: Bool) throws {
    var options = GLPKSolver.Options()
    options.usesPresolver = presolve
    options.cuts = .all
    let solver = GLPKSolver(options: options)
    #expect(
      try solver.solve(Programs.textbook) == .optimal(IntegerProgramSolution(values: [4, 0], objective: 20)))
    #expect(try solver.solve(Programs.parity(count: 4, lower: 3, upper: 3)) != .unbounded)
    var impossible = Programs.textbook
    impossible.constraints.append(.init(name: "too much", terms: [.init(variable: 0)], lowerBound: 10))
    #expect(try solver.solve(impossible) == .infeasible(.relaxation))
  }
}
