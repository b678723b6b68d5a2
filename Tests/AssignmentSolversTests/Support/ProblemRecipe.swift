import AssignmentSolvers

/// How to draw random problems: every shape the solvers must agree on comes from one of these.
struct ProblemRecipe {
  /// What a matched row is worth, compared with its costs.
  enum RowValues {
    /// About as much as a pair costs, so that some rows are better left unmatched.
    case small
    /// More than all costs together, so that as many rows as possible are matched first.
    case lexicographic
  }

  var rowCount: ClosedRange<Int> = 0...7
  var columnCount: ClosedRange<Int> = 0...7
  var capacity: ClosedRange<Int> = 0...3
  var cost: ClosedRange<Int32> = -3...6
  var forbiddenPercent = 20
  var rowValues = RowValues.small

  func draw(using random: inout SplitMix64) -> AssignmentProblem {
    let rowCount = Int.random(in: rowCount, using: &random)
    let columnCount = Int.random(in: columnCount, using: &random)
    let values = (0..<rowCount * columnCount).map { _ in
      random.chance(percent: forbiddenPercent) ? DenseCosts.forbidden : Int32.random(in: cost, using: &random)
    }
    let span = Int64(cost.upperBound) - Int64(cost.lowerBound)
    let rowValue = (0..<rowCount).map { _ in
      switch rowValues {
      case .small: Int64.random(in: Int64(cost.lowerBound) - 1...Int64(cost.upperBound) + 1, using: &random)
      case .lexicographic: Int64(rowCount + columnCount + 1) * (span + 3) + Int64.random(in: 0...2, using: &random)
      }
    }
    return AssignmentProblem(
      costs: DenseCosts(rowCount: rowCount, columnCount: columnCount, values: values), rowValue: rowValue,
      columnCapacity: (0..<columnCount).map { _ in Int.random(in: capacity, using: &random) })
  }

  /// One recipe out of the whole range: few or many ties, sparse or full, opt-out or not.
  static func any(using random: inout SplitMix64) -> ProblemRecipe {
    var recipe = ProblemRecipe()
    recipe.cost = [-1...1, -3...6, 0...0, -1000...1000, 0...1_000_000].randomElement(using: &random) ?? 0...1
    recipe.forbiddenPercent = [0, 0, 20, 50, 80].randomElement(using: &random) ?? 0
    recipe.rowValues = random.chance(percent: 50) ? .small : .lexicographic
    return recipe
  }

  func sized(rows: ClosedRange<Int>, columns: ClosedRange<Int>) -> ProblemRecipe {
    var sized = self
    sized.rowCount = rows
    sized.columnCount = columns
    return sized
  }
}
