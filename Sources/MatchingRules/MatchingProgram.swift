public import AssignmentSolvers
public import IntegerProgramming

/// The plain matching, problem P of `AssignmentProblem`, as an integer program.
///
///     maximise   Σ (w_i − c_ij) x_ij
///     subject to mentee[i]   Σ_j x_ij ≤ 1       for each row i with an allowed pair
///                mentor[j]   Σ_i x_ij ≤ k_j     for each column j with an allowed pair
///                x_ij ≥ 0 integer               for each allowed pair (i, j), named x[i,j]
///
/// `mentee[i]` and `mentor[j]` are the names of the constraints in the program, and so of GLPK's rows; i and j count
/// from 0 as in the problem. There is no bound `x_ij ≤ 1`: `mentee[i]` implies it, and as a bound of its own it would
/// take up dual value that belongs to the constraints.
///
/// **"Most duos first" in two programs.** When all `w_i` share a part so large that one more duo outweighs everything
/// else, floating point cannot carry both that part and the single points beside it. The goal is then split:
///
///     stage 1    maximise  Σ x_ij                             →  K, the largest number of duos
///     stage 2    maximise  Σ (w_i − b − c_ij) x_ij   with also   duos   Σ x_ij ≥ K
///
/// with *b* the smallest `w_i` of a row that has an allowed pair. For an assignment of n duos the objective of P is
/// `n·b + R` with *R* the objective of stage 2. Let *D* be no less than the number of duos any assignment has, and
/// r⁻ ≤ 0 ≤ r⁺ enclose all coefficients of stage 2; then *R* lies in `D·r⁻ … D·r⁺`. So if
///
///     b > D · (r⁺ − r⁻)
///
/// a matching with more duos always has the greater objective in P, and the two stages find the optimum of P exactly.
public struct MatchingProgram: Sendable {
  public struct Pair: Sendable, Hashable {
    public let row: Int
    public let column: Int
  }

  /// The pair that each variable stands for, row by row.
  public let pairOfVariable: [Pair]
  public let program: IntegerProgram

  /// The rows and columns of the problem, and `coefficient` as the objective of each allowed pair.
  ///
  /// - Parameter duoCount: when given, the constraint `duos` asks for at least so many.
  init(
    _ problem: AssignmentProblem, duoCount: Int? = nil,
    coefficient: (_ row: Int, _ cost: Int32) -> Int64
  ) throws(MatchingProgramError) {
    for (row, value) in problem.rowValue.enumerated() where value.magnitude > Self.largestRowValue {
      throw .rowValueTooLarge(row: row)
    }
    var program = IntegerProgram(sense: .maximise)
    var pairs: [Pair] = []
    var termsOfColumn = [[IntegerProgram.Term]](repeating: [], count: problem.columnCount)
    for row in 0..<problem.rowCount {
      var terms: [IntegerProgram.Term] = []
      for column in 0..<problem.columnCount {
        guard let cost = problem.costs[row, column] else { continue }
        let value = coefficient(row, cost)
        guard value.magnitude <= Self.largestCoefficient else {
          throw .coefficientTooLarge(row: row, column: column)
        }
        let variable = program.addVariable(
          IntegerProgram.Variable(name: "x[\(row),\(column)]", isInteger: true, objective: Double(value)))
        pairs.append(Pair(row: row, column: column))
        terms.append(IntegerProgram.Term(variable: variable))
        termsOfColumn[column].append(IntegerProgram.Term(variable: variable))
      }
      if !terms.isEmpty {
        program.constraints.append(IntegerProgram.Constraint(name: "mentee[\(row)]", terms: terms, upperBound: 1))
      }
    }
    for (column, terms) in termsOfColumn.enumerated() where !terms.isEmpty {
      program.constraints.append(
        IntegerProgram.Constraint(
          name: "mentor[\(column)]", terms: terms, upperBound: Double(problem.columnCapacity[column])))
    }
    if let duoCount {
      let terms = pairs.indices.map { IntegerProgram.Term(variable: $0) }
      program.constraints.append(
        IntegerProgram.Constraint(name: "duos", terms: terms, lowerBound: Double(duoCount)))
    }
    self.program = program
    pairOfVariable = pairs
  }

  /// The largest coefficient GLPK is trusted with: beyond it, its relative tolerance of 10⁻⁷ on reduced costs could
  /// hide a difference of 1.
  public static let largestCoefficient: UInt64 = 1_000_000_000

  /// Below this, differences of row values and costs fit 64 bits.
  static let largestRowValue: UInt64 = 1 << 61

  /// The assignment that the values of a solution stand for.
  /// - Precondition: the solution is one of ``program``.
  public func assignment(of solution: IntegerProgramSolution, rowCount: Int) -> Assignment {
    precondition(solution.values.count == pairOfVariable.count, "one value for each pair")
    var columnOfRow = [Int?](repeating: nil, count: rowCount)
    for (pair, value) in zip(pairOfVariable, solution.values) where value == 1 { columnOfRow[pair.row] = pair.column }
    return Assignment(columnOfRow: columnOfRow)
  }
}
