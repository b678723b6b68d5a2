import AssignmentSolvers

/// How to draw problems with capacities and lower bounds on both sides, in a table or as lists.
struct BoundedRecipe {
  var rowCount = 0...4
  var columnCount = 0...4
  var capacity = 0...3
  var cost: ClosedRange<Int32> = -3...6
  var forbiddenPercent = 20
  var boundedPercent = 30
  var isSparse = false

  static func any(using random: inout SplitMix64) -> BoundedRecipe {
    var recipe = BoundedRecipe()
    recipe.cost = [-1...1, -3...6, 0...0, -1000...1000].randomElement(using: &random) ?? 0...1
    recipe.forbiddenPercent = [0, 20, 50].randomElement(using: &random) ?? 0
    recipe.boundedPercent = [0, 0, 30, 60].randomElement(using: &random) ?? 0
    recipe.capacity = [0...1, 1...1, 0...3].randomElement(using: &random) ?? 1...1
    recipe.isSparse = random.chance(percent: 50)
    return recipe
  }

  /// Plain problems: what the Hungarian method takes.
  static func anyPlain(using random: inout SplitMix64) -> BoundedRecipe {
    var recipe = any(using: &random)
    recipe.boundedPercent = 0
    return recipe
  }

  func drawCost(using random: inout SplitMix64) -> Int32? {
    random.chance(percent: forbiddenPercent) ? nil : Int32.random(in: cost, using: &random)
  }

  func drawValue(using random: inout SplitMix64) -> Int64 {
    Int64.random(in: Int64(cost.lowerBound) - 1...Int64(cost.upperBound) + 1, using: &random)
  }

  func drawBounds(using random: inout SplitMix64) -> (lower: Int, capacity: Int) {
    let capacity = Int.random(in: capacity, using: &random)
    return (random.chance(percent: boundedPercent) ? Int.random(in: 0...capacity, using: &random) : 0, capacity)
  }

  func draw(using random: inout SplitMix64) -> AssignmentProblem {
    let rows = Int.random(in: rowCount, using: &random)
    let columns = Int.random(in: columnCount, using: &random)
    let costs = (0..<rows).map { _ in (0..<columns).map { _ in drawCost(using: &random) } }
    let rowBounds = (0..<rows).map { _ in drawBounds(using: &random) }
    let columnBounds = (0..<columns).map { _ in drawBounds(using: &random) }
    return Self.problem(
      costs, columnCount: columns, rowValue: (0..<rows).map { _ in drawValue(using: &random) }, rowBounds: rowBounds,
      columnBounds: columnBounds, isSparse: isSparse)
  }

  static func problem(
    _ costs: [[Int32?]], columnCount: Int, rowValue: [Int64], rowBounds: [(lower: Int, capacity: Int)],
    columnBounds: [(lower: Int, capacity: Int)], isSparse: Bool
  ) -> AssignmentProblem {
    let table = PairCosts.dense(
      DenseCosts(
        rowCount: costs.count, columnCount: columnCount,
        values: costs.flatMap { $0.map { $0 ?? DenseCosts.forbidden } }))
    return AssignmentProblem(
      costs: isSparse ? .sparse(table.asSparse) : table, rowValue: rowValue, rowCapacity: rowBounds.map(\.capacity),
      columnCapacity: columnBounds.map(\.capacity), rowLowerBound: rowBounds.map(\.lower),
      columnLowerBound: columnBounds.map(\.lower))
  }
}
