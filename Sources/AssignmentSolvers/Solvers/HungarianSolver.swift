/// The Hungarian method as in the textbook: the plain, safe oracle that every faster solver is held against.
///
/// **Problem.** Problem P (see ``AssignmentProblem``): minimise `Σ (c_ij − w_i) x_ij` with opt-out and column capacities.
///
/// **Symbols.** `u` row duals, `v` column duals, `slack_ij = u_i + v_j + c_ij − w_i ≥ 0`; a pair is *tight* at slack 0.
///
/// **Method.** Rows enter one at a time. Before row *i* enters, the rows so far are matched optimally and
/// (1) matched pairs are tight, (2) an unmatched row has `u = 0`, (3) a column with a free place has `v = 0`.
/// The new row starts with the least `u_i` that covers its pairs and grows an alternating tree of tight pairs. Whenever
/// the tree is stuck, the duals move by the largest step δ that keeps all slacks and all `u` of the tree non-negative.
/// The step ends the search when a tight column has a free place, or when a row of the tree reaches `u = 0` and can
/// give up its column (or, for the root, stay unmatched) at no loss.
///
/// Complexity: O(rows · columns · (rows + columns)) time, O(rows + columns) memory besides the costs.
///
/// **Departures from the cited algorithm.** 1. Opt-out: `u ≥ 0` is part of the dual, so the step δ is also bounded by
/// the smallest `u` of the tree. 2. A column of capacity *k* holds up to *k* rows, all of which enter the tree with it.
///
/// Reference: H. W. Kuhn, *The Hungarian method for the assignment problem*, Naval Research Logistics Quarterly 2 (1955)
/// 83–97, doi:10.1002/nav.3800020109.
public struct HungarianSolver: AssignmentSolver {
  public init() {}

  /// - Precondition: the problem is plain (``AssignmentProblem/isPlain``).
  public func solve(
    _ problem: AssignmentProblem, control: SolveControl
  ) throws(AssignmentError) -> AssignmentOutcome {
    precondition(problem.isPlain, "row capacities and lower bounds need another solver")
    try problem.checkHeadRoom()
    var search = HungarianSearch(problem)
    for row in 0..<problem.rowCount {
      if control.isCancelled() || row >= control.searchLimit { return .stopped(search.stopped(before: row)) }
      search.enter(row)
    }
    var statistics = SolveStatistics()
    statistics.searchCount = problem.rowCount
    let solution = CanonicalOptimum.solution(
      of: problem,
      given: OptimalBasis(columnOfRow: search.columnOfRow, rowDual: search.rowDual, columnDual: search.columnDual))
    return .optimal(solution, statistics)
  }
}

private struct HungarianSearch {
  let problem: AssignmentProblem
  var columnOfRow: [Int?]
  var rowsOfColumn: [[Int]]
  var rowDual: [Int64]
  var columnDual: [Int64]

  init(_ problem: AssignmentProblem) {
    self.problem = problem
    columnOfRow = Array(repeating: nil, count: problem.rowCount)
    rowsOfColumn = Array(repeating: [], count: problem.columnCount)
    rowDual = Array(repeating: 0, count: problem.rowCount)
    columnDual = Array(repeating: 0, count: problem.columnCount)
  }

  private func slack(_ row: Int, _ column: Int) -> Int64? {
    guard problem.columnCapacity[column] > 0 else { return nil }
    return problem.gain(row: row, column: column).map { rowDual[row] + columnDual[column] - $0 }
  }

  /// What is known when only the rows before `row` have entered: their optimal assignment, and as a bound the dual
  /// objective with every other row's dual raised to cover its pairs.
  func stopped(before row: Int) -> StoppedSolve {
    var bound = (0..<row).reduce(0) { $0 + rowDual[$1] }
    for later in row..<problem.rowCount {
      bound += (0..<problem.columnCount).reduce(0) { max($0, -(slack(later, $1) ?? 0)) }
    }
    for column in 0..<problem.columnCount where columnDual[column] > 0 {
      bound += columnDual[column] * Int64(problem.columnCapacity[column])
    }
    let best = Assignment(columnOfRow: columnOfRow)
    return StoppedSolve(best: best, objective: problem.objective(of: best), bound: bound)
  }

  private func hasFreePlace(_ column: Int) -> Bool {
    rowsOfColumn[column].count < problem.columnCapacity[column]
  }

  mutating func enter(_ root: Int) {
    rowDual[root] = 0
    for column in 0..<problem.columnCount {
      if let slack = slack(root, column) { rowDual[root] = max(rowDual[root], -slack + rowDual[root]) }
    }

    var treeRows: [Int] = []
    var treeColumns: [Int] = []
    var isTreeColumn = [Bool](repeating: false, count: problem.columnCount)
    var leastSlack = [Int64?](repeating: nil, count: problem.columnCount)
    var parentRow = [Int](repeating: root, count: problem.columnCount)

    func join(_ row: Int) {
      treeRows.append(row)
      for column in 0..<problem.columnCount where !isTreeColumn[column] {
        guard let slack = slack(row, column) else { continue }
        if leastSlack[column].map({ slack < $0 }) ?? true {
          leastSlack[column] = slack
          parentRow[column] = row
        }
      }
    }

    join(root)
    while true {
      // δ: how far the duals can move before a pair of the tree gets tight or a row of the tree reaches u = 0.
      var step = treeRows.map { rowDual[$0] }.min() ?? 0
      var next: Int?
      for column in 0..<problem.columnCount where !isTreeColumn[column] {
        if let slack = leastSlack[column], slack < step || (slack == step && next == nil) {
          step = slack
          next = column
        }
      }
      for row in treeRows { rowDual[row] -= step }
      for column in treeColumns { columnDual[column] += step }
      for column in 0..<problem.columnCount where !isTreeColumn[column] {
        if let slack = leastSlack[column] { leastSlack[column] = slack - step }
      }

      guard let column = next else {
        // No pair got tight, so a row reached u = 0: it gives up its column, which the path then refills.
        guard let leaver = treeRows.first(where: { rowDual[$0] == 0 }) else {
          preconditionFailure("the step is bounded by a row dual or by a slack")
        }
        if let freed = columnOfRow[leaver] {
          rowsOfColumn[freed].removeAll { $0 == leaver }
          columnOfRow[leaver] = nil
          assignAlongTree(endingAt: freed, parentRow: parentRow)
        }
        return
      }
      if hasFreePlace(column) {
        assignAlongTree(endingAt: column, parentRow: parentRow)
        return
      }
      isTreeColumn[column] = true
      treeColumns.append(column)
      for row in rowsOfColumn[column] { join(row) }
    }
  }

  /// Gives `column` to its parent in the tree, the parent's former column to *its* parent, and so on up to the root.
  private mutating func assignAlongTree(endingAt column: Int, parentRow: [Int]) {
    var column = column
    while true {
      let row = parentRow[column]
      let former = columnOfRow[row]
      columnOfRow[row] = column
      rowsOfColumn[column].append(row)
      guard let former else { return }
      rowsOfColumn[former].removeAll { $0 == row }
      column = former
    }
  }
}
