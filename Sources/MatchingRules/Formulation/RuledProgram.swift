public import IntegerProgramming

/// A ``RuledProblem`` as an integer program; see the article *Formulation*.
///
///     maximise   Σ g_e x_e − Σ p_r (short[r] + over[r])
///     subject to mentee[i]   Σ_{e of i} x_e ≤ 1                                    each row with a pair
///                mentor[j]   l_j ≤ Σ_{e of j} x_e ≤ k_j                            each column with a pair or minimum
///                count[c]    Σ a_ce x_e − z[c] = 0                                 each count some rule uses
///                rule[r]     L_r ≤ Σ w_rc z[c] + q_r (short[r] − over[r]) ≤ U_r         each rule
///                x_e ∈ {0, 1}, z[c] integer, short[r], over[r] ≥ 0 integer         (the last two for soft rules only)
///
/// The names are those of the rows in GLPK and of the columns (`x[i,j]`). The counts `z` are what makes such programs
/// easy: branching on "at most 39 laptops or at least 40" moves the bound where branching on a single pair does not.
public struct RuledProgram: Sendable {
  public let program: IntegerProgram
  /// The pair that each of the first variables stands for.
  let pairOfVariable: [Int32]
  /// Pairs that every solution contains; they are no variables.
  let fixedPairs: [Int32]
  /// The gains of the fixed pairs, not part of the program's objective.
  let fixedGain: Int64

  /// The whole problem.
  public init(_ problem: RuledProblem) {
    self.init(problem, core: ProblemCore(whole: problem))
  }

  /// The part of a problem that a core leaves.
  init(_ problem: RuledProblem, core: ProblemCore) {
    var builder = RuledProgramBuilder(problem, core: core)
    builder.addPairs()
    builder.addPeople()
    builder.addCounts()
    builder.addRules()
    program = builder.program
    pairOfVariable = builder.pairOfVariable
    fixedPairs = builder.fixedPairs
    fixedGain = builder.fixedGain
  }

  /// The chosen pair of each row, −1 without one.
  /// - Precondition: the solution is one of ``program``.
  func chosenPairs(of solution: IntegerProgramSolution, in problem: RuledProblem) -> [Int32] {
    var chosen = [Int32](repeating: -1, count: problem.rowCount)
    let rows = problem.rowOfPair
    for pair in fixedPairs { chosen[Int(rows[Int(pair)])] = pair }
    for (pair, value) in zip(pairOfVariable, solution.values) where value == 1 { chosen[Int(rows[Int(pair)])] = pair }
    return chosen
  }
}

/// Puts the program together, part by part.
private struct RuledProgramBuilder {
  let problem: RuledProblem
  let core: ProblemCore
  var program = IntegerProgram(sense: .maximise)
  var pairOfVariable: [Int32] = []
  var fixedPairs: [Int32] = []
  var fixedGain: Int64 = 0
  /// −1 for a pair that is no variable.
  private var variableOfPair: [Int32]
  private var isFixed: [Bool]
  private let rowOfPair: [Int32]
  private var activityVariable: [Int]

  init(_ problem: RuledProblem, core: ProblemCore) {
    self.problem = problem
    self.core = core
    variableOfPair = [Int32](repeating: -1, count: problem.pairCount)
    isFixed = [Bool](repeating: false, count: problem.pairCount)
    rowOfPair = problem.rowOfPair
    activityVariable = [Int](repeating: -1, count: problem.counts.count)
  }

  /// A variable for each pair, except the only pair of a row that must be matched: that one is chosen.
  mutating func addPairs() {
    var pairsOfRow = [Int](repeating: 0, count: problem.rowCount)
    for pair in core.pairs { pairsOfRow[Int(rowOfPair[Int(pair)])] += 1 }
    for pair in core.pairs.map(Int.init) {
      let row = Int(rowOfPair[pair])
      if core.isMatchedRow[row] && pairsOfRow[row] == 1 {
        isFixed[pair] = true
        fixedPairs.append(Int32(pair))
        fixedGain += problem.gainOfPair[pair]
        continue
      }
      variableOfPair[pair] = Int32(program.variables.count)
      pairOfVariable.append(Int32(pair))
      _ = program.addVariable(
        .init(
          name: "x[\(row),\(problem.columnOfPair[pair])]", isInteger: true,
          objective: Double(problem.gainOfPair[pair])))
    }
  }

  /// `mentee[i]` and `mentor[j]`.
  mutating func addPeople() {
    var termsOfColumn = [[IntegerProgram.Term]](repeating: [], count: problem.columnCount)
    var loadOfColumn = [Int](repeating: 0, count: problem.columnCount)
    for pair in fixedPairs { loadOfColumn[Int(problem.columnOfPair[Int(pair)])] += 1 }
    for row in 0..<problem.rowCount {
      var terms: [IntegerProgram.Term] = []
      var isDone = false
      for pair in problem.pairs(ofRow: row) {
        isDone = isDone || isFixed[pair]
        guard variableOfPair[pair] >= 0 else { continue }
        let term = IntegerProgram.Term(variable: Int(variableOfPair[pair]))
        terms.append(term)
        termsOfColumn[Int(problem.columnOfPair[pair])].append(term)
      }
      if isDone || (terms.isEmpty && !core.isMatchedRow[row]) { continue }
      program.constraints.append(
        .init(name: "mentee[\(row)]", terms: terms, lowerBound: core.isMatchedRow[row] ? 1 : -.infinity, upperBound: 1))
    }
    for (column, terms) in termsOfColumn.enumerated() {
      let places = problem.columnCapacity[column] - loadOfColumn[column]
      let minimum = core.columnMinimum[column] - loadOfColumn[column]
      if terms.count <= places && minimum <= 0 { continue }
      program.constraints.append(
        .init(
          name: "mentor[\(column)]", terms: terms, lowerBound: minimum > 0 ? Double(minimum) : -.infinity,
          upperBound: Double(places)))
    }
  }

  /// `count[c]`, for the counts that some rule uses.
  mutating func addCounts() {
    let used = Set(problem.rules.flatMap { $0.terms.map(\.count) })
    for (index, count) in problem.counts.enumerated() where used.contains(index) {
      var terms: [IntegerProgram.Term] = []
      var fixed: Int64 = 0
      for (pair, amount) in zip(count.pairs, count.amounts) where amount != 0 {
        if isFixed[Int(pair)] { fixed += Int64(amount) }
        if variableOfPair[Int(pair)] >= 0 {
          terms.append(.init(Double(amount), variable: Int(variableOfPair[Int(pair)])))
        }
      }
      let activity = program.addVariable(
        .init(name: "z[\(count.name)]", lowerBound: -.infinity, isInteger: true, objective: 0))
      activityVariable[index] = activity
      terms.append(.init(-1, variable: activity))
      program.constraints.append(
        .init(name: "count[\(count.name)]", terms: terms, lowerBound: Double(-fixed), upperBound: Double(-fixed)))
    }
  }

  /// `rule[r]`; soft rules with `short[r]` and `over[r]`.
  mutating func addRules() {
    for (index, rule) in problem.rules.enumerated() {
      var terms = rule.terms.map { IntegerProgram.Term(Double($0.weight), variable: activityVariable[$0.count]) }
      if let price = rule.price {
        if rule.lowerBound != nil {
          terms.append(.init(Double(rule.unit), variable: addViolation("short[\(rule.name)]", price)))
        }
        if rule.upperBound != nil {
          terms.append(.init(-Double(rule.unit), variable: addViolation("over[\(rule.name)]", price)))
        }
      }
      program.constraints.append(
        .init(
          name: "rule[\(rule.name)]", terms: terms, lowerBound: core.lowerBound[index].map(Double.init) ?? -.infinity,
          upperBound: core.upperBound[index].map(Double.init) ?? .infinity))
    }
  }

  private mutating func addViolation(_ name: String, _ price: Int64) -> Int {
    program.addVariable(.init(name: name, isInteger: true, objective: Double(-price)))
  }
}
