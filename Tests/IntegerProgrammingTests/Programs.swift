import IntegerProgramming

/// Small programs with a known answer.
enum Programs {
  /// maximise 5a + 4b subject to 6a + 4b ≤ 24, a + 2b ≤ 6, integer: optimum 20 at (4, 0); the relaxation reaches 21 at
  /// (3, 1.5).
  static var textbook: IntegerProgram {
    var program = IntegerProgram(sense: .maximise)
    let a = program.addVariable(.init(name: "a", isInteger: true, objective: 5))
    let b = program.addVariable(.init(name: "b", isInteger: true, objective: 4))
    program.constraints = [
      .init(name: "labour", terms: [.init(6, variable: a), .init(4, variable: b)], upperBound: 24),
      .init(name: "material", terms: [.init(1, variable: a), .init(2, variable: b)], upperBound: 6),
    ]
    return program
  }

  /// `count` binaries, maximise Σ 2.5x subject to lower ≤ Σ 2x ≤ upper. With an odd upper bound the relaxation promises
  /// 1.25 · upper in every branch, which no integer point has: branch and bound takes exponential time to see it. (With
  /// integer coefficients GLPK rounds the bound and sees it at once.)
  static func parity(count: Int, lower: Double = -.infinity, upper: Double) -> IntegerProgram {
    var program = IntegerProgram(sense: .maximise)
    let terms = (0..<count).map { index in
      IntegerProgram.Term(
        2,
        variable: program.addVariable(
          .init(name: "x[\(index)]", upperBound: 1, isInteger: true, objective: 2.5)))
    }
    program.constraints = [.init(name: "total", terms: terms, lowerBound: lower, upperBound: upper)]
    return program
  }

  /// A full assignment of `size` rows and columns with scattered coefficients.
  static func assignment(size: Int) -> IntegerProgram {
    var program = IntegerProgram(sense: .maximise)
    var columns = [[IntegerProgram.Term]](repeating: [], count: size)
    for row in 0..<size {
      var terms: [IntegerProgram.Term] = []
      for column in 0..<size {
        let gain = Double((row * 7919 + column * 104_729 + row * column * 31) % 10_007)
        let variable = program.addVariable(.init(name: "x[\(row),\(column)]", isInteger: true, objective: gain))
        terms.append(.init(variable: variable))
        columns[column].append(.init(variable: variable))
      }
      program.constraints.append(.init(name: "row[\(row)]", terms: terms, upperBound: 1))
    }
    for (column, terms) in columns.enumerated() {
      program.constraints.append(.init(name: "column[\(column)]", terms: terms, upperBound: 1))
    }
    return program
  }

  /// `size` constraints, each with all of `size` variables: few names, many terms.
  static func dense(size: Int) -> IntegerProgram {
    var program = IntegerProgram(sense: .maximise)
    let terms = (0..<size).map { index in
      IntegerProgram.Term(
        variable: program.addVariable(.init(name: "x[\(index)]", isInteger: true, objective: 1)))
    }
    program.constraints = (0..<size).map { .init(name: "row[\($0)]", terms: terms, upperBound: 1) }
    return program
  }
}
