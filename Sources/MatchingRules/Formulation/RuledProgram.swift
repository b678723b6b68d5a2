public import IntegerProgramming

/// A ``RuledProblem`` as an integer program; see the article *Formulation*.
///
///     maximise   Σ g_e x_e − Σ p_r (short[r] + over[r])
///     subject to mentee[i]   Σ_{e of i} x_e ≤ 1                                    each row with a pair
///                mentor[j]   l_j ≤ Σ_{e of j} x_e ≤ k_j                            each column with a pair or minimum
///                count[c]    Σ a_ce x_e − z[c] = 0                                 each count some rule uses
///                rule[r]     L_r ≤ Σ w_rc z[c] + q_r (short[r] − over[r]) ≤ U_r         each rule
///                rule[r]     L_r ≤ w_r Σ a_ce x_e + … ≤ U_r, x_e ≤ 1               instead, for a knapsack
///                x_e ∈ {0, 1}, z[c] integer, short[r], over[r] ≥ 0 integer         (the last two for soft rules only)
///
/// The names are those of the rows in GLPK and of the columns (`x[i,j]`). The counts `z` are what makes such programs
/// easy: branching on "at most 39 laptops or at least 40" moves the bound where branching on a single pair does not.
/// A rule that adds up different amounts (hours) is a knapsack: there, branching on the sum says little, and the solver's
/// rounding cuts, which do help, need a plain row of binary variables. So such a sum has no variable.
public struct RuledProgram: Sendable {
  public let program: IntegerProgram
  /// The pair that each of the first variables stands for.
  let pairOfVariable: [Int32]
  /// The count that each of the variables after those stands for.
  let countOfVariable: [Int]
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
    countOfVariable = builder.countOfVariable
    fixedPairs = builder.fixedPairs
    fixedGain = builder.fixedGain
  }

  /// The values that stand for a choice of pairs, so that a solver can start from it; nil when the core excludes it, and
  /// for soft rules (their violations are variables too).
  func values(ofChosenPairs chosenPairs: [Int32], in problem: RuledProblem) -> [Double]? {
    guard problem.rules.allSatisfy({ $0.price == nil }) else { return nil }
    let fixed = Set(fixedPairs)
    let wanted = Set(chosenPairs.filter { $0 >= 0 })
    let variables = pairOfVariable.map { wanted.contains($0) ? 1.0 : 0 }
    let reached = variables.count { $0 == 1 } + fixed.count
    guard fixed.isSubset(of: wanted), reached == wanted.count else { return nil }
    let counted = problem.counts(ofChosenPairs: chosenPairs)
    return variables + countOfVariable.map { Double(counted[$0]) }
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
  var countOfVariable: [Int] = []
  var fixedPairs: [Int32] = []
  var fixedGain: Int64 = 0
  /// −1 for a pair that is no variable.
  private var variableOfPair: [Int32]
  private var isFixed: [Bool]
  /// Pairs with a bound `x ≤ 1` of their own.
  private var isBinary: [Bool]
  private let rowOfPair: [Int32]
  private var activityVariable: [Int]
  /// Counts that are stated within their only rule.
  private let isKnapsack: [Bool]

  init(_ problem: RuledProblem, core: ProblemCore) {
    self.problem = problem
    self.core = core
    variableOfPair = [Int32](repeating: -1, count: problem.pairCount)
    isFixed = [Bool](repeating: false, count: problem.pairCount)
    rowOfPair = problem.rowOfPair
    activityVariable = [Int](repeating: -1, count: problem.counts.count)
    isKnapsack = problem.isKnapsack
    isBinary = [Bool](repeating: false, count: problem.pairCount)
    for (count, isKnapsack) in zip(problem.counts, isKnapsack) where isKnapsack {
      for pair in count.pairs { isBinary[Int(pair)] = true }
    }
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
          name: "x[\(row),\(problem.columnOfPair[pair])]", upperBound: isBinary[pair] ? 1 : .infinity, isInteger: true,
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
    for (index, count) in problem.counts.enumerated() where used.contains(index) && !isKnapsack[index] {
      var (terms, fixed) = sum(of: count)
      let activity = program.addVariable(
        .init(name: "z[\(count.name)]", lowerBound: -.infinity, isInteger: true, objective: 0))
      activityVariable[index] = activity
      countOfVariable.append(index)
      terms.append(.init(-1, variable: activity))
      program.constraints.append(
        .init(name: "count[\(count.name)]", terms: terms, lowerBound: Double(-fixed), upperBound: Double(-fixed)))
    }
  }

  /// `Σ a_e x_e` over the variables, and what the fixed pairs add to it.
  private func sum(of count: DuoCount, weight: Int64 = 1) -> (terms: [IntegerProgram.Term], fixed: Int64) {
    var terms: [IntegerProgram.Term] = []
    var fixed: Int64 = 0
    for (pair, amount) in zip(count.pairs, count.amounts) where amount != 0 {
      let coefficient = weight * Int64(amount)
      if isFixed[Int(pair)] { fixed += coefficient }
      if variableOfPair[Int(pair)] >= 0 {
        terms.append(.init(Double(coefficient), variable: Int(variableOfPair[Int(pair)])))
      }
    }
    return (terms, fixed)
  }

  /// `rule[r]`; soft rules with `short[r]` and `over[r]`.
  mutating func addRules() {
    for (index, rule) in problem.rules.enumerated() {
      var terms: [IntegerProgram.Term] = []
      var fixed: Int64 = 0
      if let only = rule.terms.first, isKnapsack[only.count] {
        (terms, fixed) = sum(of: problem.counts[only.count], weight: only.weight)
        addFits(rule, only)
      } else {
        terms = rule.terms.map { IntegerProgram.Term(Double($0.weight), variable: activityVariable[$0.count]) }
      }
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
          name: "rule[\(rule.name)]", terms: terms,
          lowerBound: core.lowerBound[index].map { Double($0 - fixed) } ?? -.infinity,
          upperBound: core.upperBound[index].map { Double($0 - fixed) } ?? .infinity))
    }
  }

  /// `fit[r,m]` and `alone[r]`: what a knapsack of one mentor implies for whole duos, and its relaxation does not.
  private mutating func addFits(_ rule: LinearRule, _ term: LinearRule.Term) {
    guard rule.price == nil, term.weight == 1, let limit = rule.upperBound,
      let knapsack = MentorKnapsack(problem.counts[term.count], in: problem, limit: limit)
    else { return }
    for implied in knapsack.implied {
      let count = DuoCount(name: implied.label, pairs: knapsack.pairs, amounts: implied.coefficients)
      let (terms, fixed) = sum(of: count)
      if terms.isEmpty { continue }
      program.constraints.append(
        .init(
          name: "\(implied.label)[\(rule.name)]", terms: terms, upperBound: Double(Int64(implied.limit) - fixed)))
    }
  }

  private mutating func addViolation(_ name: String, _ price: Int64) -> Int {
    program.addVariable(.init(name: name, isInteger: true, objective: Double(-price)))
  }
}

extension RuledProblem {
  /// Which counts add up different amounts and serve a single rule, alone.
  var isKnapsack: [Bool] {
    var uses = [Int](repeating: 0, count: counts.count)
    for rule in rules { for term in rule.terms { uses[term.count] += rule.terms.count == 1 ? 1 : 2 } }
    return zip(counts, uses).map { count, uses in
      uses == 1 && count.amounts.contains { $0 != count.amounts.first && $0 != 0 }
    }
  }
}
