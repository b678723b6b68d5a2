/// The optimal duals with the least column prices, by one shortest-path tree.
///
/// How far can the price `v_j` fall? Lowering it by `d_j` (and raising row duals by `d_i`) must keep every reduced cost of
/// the residual graph non-negative, so `d` is bounded by shortest paths that start outside, at everything unmatched or
/// empty:
///
///     d_i ≤ −u_i          for a row that could take more (its dual must not become positive)
///     d_j ≤ v_j           for a column that is above its lower bound or has none (its price must not become negative)
///     d_j ≤ d_i + slack_ij for an open pair,   d_i ≤ d_j + z_ij for a chosen one.
///
/// One Dijkstra run gives the largest `d`. In plain problems `v_j − d_j` is the gain of one more place: the new place is
/// used by moving rows along an alternating path that ends at an unmatched row or in a place left empty.
/// Complexity: O(pairs + improvements · log); each row is scanned once.
struct LeastPrices {
  private let problem: AssignmentProblem
  private let assignment: Assignment
  private var rowDual: [Int64]
  private let columnDual: [Int64]
  /// `v_j − d_j`: rises as rows are found that have a use for the column. So a column without places, whose dual the
  /// solvers leave open, gets the least price that covers its pairs.
  private var price: [Int64]
  private var isRowReached: [Bool]
  private var isColumnDone: [Bool]
  private var heap = MinimumHeap()
  /// Whether some price starts below its floor, and so at a negative distance.
  private var hasNegativeDistances = false
  /// Rows of each column, for columns that hold any.
  private let holders: Holders

  static func duals(of problem: AssignmentProblem, given basis: OptimalBasis) -> AssignmentDuals {
    guard let duals = duals(of: problem, given: basis, isCancelled: { false }) else {
      preconditionFailure("nobody cancelled")
    }
    return duals
  }

  /// The same, or nil when the caller cancels a pass over a full table.
  static func duals(
    of problem: AssignmentProblem, given basis: OptimalBasis, isCancelled: () -> Bool
  ) -> AssignmentDuals? {
    if problem.isPlain, !problem.costs.isSparse {
      return dualsOfFullTable(problem, given: basis, isCancelled: isCancelled)
    }
    var search = LeastPrices(problem, basis)
    search.run()
    for row in 0..<problem.rowCount where problem.rowCapacity[row] == 0 { search.cover(row) }
    return AssignmentDuals(row: search.rowDual, column: search.price)
  }

  private init(_ problem: AssignmentProblem, _ basis: OptimalBasis) {
    self.problem = problem
    assignment = basis.assignment
    rowDual = basis.rowDual
    columnDual = basis.columnDual
    holders = Holders(of: basis.assignment, columnCount: problem.columnCount)
    isRowReached = Array(repeating: false, count: problem.rowCount)
    isColumnDone = Array(repeating: false, count: problem.columnCount)
    let needsFloor = problem.columnLowerBound.contains { $0 > 0 }
    let floor = needsFloor ? -problem.lowerBoundBonus : 0
    price = Array(repeating: 0, count: problem.columnCount)
    if needsFloor {
      for column in price.indices {
        let bound = problem.columnLowerBound[column]
        if bound > 0, holders.count(ofColumn: column) == bound {
          price[column] = floor
          hasNegativeDistances = hasNegativeDistances || columnDual[column] < floor
        }
      }
    }
  }

  private mutating func run() {
    // Nodes of the heap: columns first, then rows.
    let rows = problem.columnCount
    for row in 0..<problem.rowCount where assignment.columns(ofRow: row).count < problem.rowCapacity[row] {
      // Distance 0 comes first, unless there are negative ones.
      if rowDual[row] == 0, !hasNegativeDistances {
        relax(row, at: 0)
      } else {
        heap.push(rows + row, at: -rowDual[row])
      }
    }
    for column in 0..<problem.columnCount where holders.count(ofColumn: column) > 0 {
      heap.push(column, at: columnDual[column] - price[column])
    }
    while let (distance, node) = heap.popMinimum().map({ ($0.key, $0.node) }) {
      if node >= rows {
        relax(node - rows, at: distance)
        continue
      }
      if isColumnDone[node] || distance != columnDual[node] - price[node] { continue }
      isColumnDone[node] = true
      for row in holders.rows(ofColumn: node) where !isRowReached[row] {
        let excess = excess(row, node)
        if excess == 0 { relax(row, at: distance) } else { heap.push(rows + row, at: distance + excess) }
      }
    }
  }

  /// A row without places has no part in the search, and its dual weighs nothing: it just covers the row's pairs.
  private mutating func cover(_ row: Int) {
    var dual: Int64 = 0
    problem.costs.forEachPair(ofRow: row) { column, cost in
      dual = max(dual, problem.rowValue[row] - Int64(cost) - price[column])
    }
    rowDual[row] = dual
  }

  /// `z_ij` of a chosen pair: 0 unless both its row and its column can take more than one.
  private func excess(_ row: Int, _ column: Int) -> Int64 {
    if problem.rowCapacity[row] == 1 || problem.columnCapacity[column] == 1 { return 0 }
    guard let gain = problem.gain(row: row, column: column) else { return 0 }
    // The row's dual is still the solver's: it moves only when the row is reached.
    return max(0, gain - rowDual[row] - columnDual[column])
  }

  private mutating func relax(_ row: Int, at distance: Int64) {
    if isRowReached[row] { return }
    isRowReached[row] = true
    let limit = problem.rowValue[row] - rowDual[row] - distance
    rowDual[row] += distance
    let chosen = assignment.columns(ofRow: row)
    let end = problem.costs.positions(ofRow: row).upperBound
    var position = problem.costs.positions(ofRow: row).lowerBound
    while true {
      position = problem.costs.firstPosition(ofRow: row, from: position, where: price, isBelow: limit)
      guard position < end else { return }
      let column = problem.costs.column(at: position, ofRow: row)
      // A chosen pair is no way from its row to its column where "at most once" has a dual of its own; elsewhere it
      // stays tight.
      let staysTight = problem.rowCapacity[row] == 1 || problem.columnCapacity[column] == 1
      if staysTight || !chosen.contains(column) {
        price[column] = limit - Int64(problem.costs.cost(at: position))
        if holders.count(ofColumn: column) > 0, !isColumnDone[column] {
          heap.push(column, at: columnDual[column] - price[column])
        }
      }
      position += 1
    }
  }
}

/// The rows of each column, in one array.
struct Holders {
  private var start: [Int]
  private var row: [Int]

  init(of assignment: Assignment, columnCount: Int) {
    start = Array(repeating: 0, count: columnCount + 1)
    for row in 0..<assignment.rowCount {
      for column in assignment.columns(ofRow: row) { start[column + 1] += 1 }
    }
    for column in 0..<columnCount { start[column + 1] += start[column] }
    row = Array(repeating: 0, count: start[columnCount])
    var next = start
    for holder in 0..<assignment.rowCount {
      for column in assignment.columns(ofRow: holder) {
        row[next[column]] = holder
        next[column] += 1
      }
    }
  }

  func count(ofColumn column: Int) -> Int { start[column + 1] - start[column] }
  func rows(ofColumn column: Int) -> ArraySlice<Int> { row[start[column]..<start[column + 1]] }
}
