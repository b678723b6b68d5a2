/// The part of a ``RuledProblem`` that a solution of at least a certain value must lie in: pairs that may be chosen, and
/// bounds that such a solution keeps although nobody asked for them.
struct ProblemCore: Sendable {
  /// Ascending.
  var pairs: [Int32]
  /// Rows that must be matched.
  var isMatchedRow: [Bool]
  var columnMinimum: [Int]
  /// One for each rule; hard rules only differ from the rule's own.
  var lowerBound: [Int64?]
  var upperBound: [Int64?]

  /// The whole problem.
  init(whole problem: RuledProblem) {
    pairs = problem.columnOfPair.indices.map(Int32.init)
    isMatchedRow = [Bool](repeating: false, count: problem.rowCount)
    columnMinimum = problem.columnMinimum
    lowerBound = problem.rules.map(\.lowerBound)
    upperBound = problem.rules.map(\.upperBound)
  }
}

extension ProblemCore {
  /// What a solution can contain that is at most `distance` below the bound of a relaxation (reduced-cost fixing).
  ///
  /// The value of any solution is `L(λ)` less the slack of each chosen pair, less `u_i` for each row left over, less
  /// `v_j` for each free place (`−v_j` for each row above the minimum), less `|λ_r|` for each unit by which a rule stays
  /// inside its bound. No part of that can exceed the distance. All in integers, so nothing is excluded by rounding.
  ///
  /// - Parameter distance: in units of 1/refinement, not negative.
  init(_ relaxation: LagrangianRelaxation, multipliers: [Int64], within distance: Int64) {
    let problem = relaxation.problem
    let matching = relaxation.matching
    self.init(whole: problem)
    pairs.removeAll { relaxation.slack(ofPair: Int($0)) > distance }
    isMatchedRow = matching.rowDual.map { $0 > distance }
    for column in columnMinimum.indices where matching.price[column] > 0 {
      let places = Int(matching.limit(column))
      columnMinimum[column] = max(columnMinimum[column], places - Int(clamping: distance / matching.price[column]))
    }
    for (rule, multiplier) in multipliers.enumerated() where problem.rules[rule].price == nil {
      if multiplier > 0, let upper = problem.rules[rule].upperBound {
        lowerBound[rule] = max(problem.rules[rule].lowerBound ?? .min, upper - distance / multiplier)
      }
      if multiplier < 0, let lower = problem.rules[rule].lowerBound {
        upperBound[rule] = min(problem.rules[rule].upperBound ?? .max, lower + distance / -multiplier)
      }
    }
  }
}
