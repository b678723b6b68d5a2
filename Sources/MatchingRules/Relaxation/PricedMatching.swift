/// Problem P over candidate lists, re-solved again and again while gains change: the assignment solver inside
/// ``LagrangianSolver``.
///
/// **Problem.** `maximise Σ g_e x_e` with rows at most once and `l_j ≤ load_j ≤ k_j` for columns; duals `u_i ≥ 0` and
/// `v_j`, `u_i + v_j ≥ g_e` on every pair; bound `Σ u_i + Σ (k_j v_j⁺ − l_j v_j⁻)`.
///
/// **Method.** Seen as a flow that circulates source → row → column → source, with the source's potential 0. Old prices
/// `v` stay feasible for any gains once `u_i = max(0, max_e g_e − v_j)`. Pairs of the old matching that are no longer
/// tight are dropped. What is then out of kilter is repaired one unit at a time by shortest paths in reduced costs, which
/// keep `u`, `v` feasible and chosen pairs tight:
///
/// 1. a row with `u_i > 0` that is unmatched: a search from the row, over pairs, to the nearest free place or to a row
///    that would rather stay unmatched (``repairRow(_:)``);
/// 2. a column below its minimum, or with a free place although `v_j > 0`: a search from the column, backwards, to the
///    nearest unmatched row, to a column that can give up a place, or until its price is 0 (``repairColumn(_:)``).
///
/// After 1 and 2 complementary slackness holds, so the matching is optimal and the bound equals its value.
///
/// Why not `SparseSolver`: it starts anew and keeps 32-bit costs. Here every gain changes a little from one evaluation to the
/// next and carries the refined multipliers of 64 bits, so that starting from the old prices decides the time.
///
/// Complexity: one search per unit out of kilter, each O(m log n) for the m pairs it looks at; few after a small change.
/// Ties: broken by the order of the heap, the same on every machine.
///
/// References: J. Edmonds, R. M. Karp, *Theoretical improvements in algorithmic efficiency for network flow problems*,
/// Journal of the ACM 19 (1972) 248–264, doi:10.1145/321694.321699 (shortest paths in reduced costs); R. Jonker,
/// A. Volgenant, Computing 38 (1987) 325–340, doi:10.1007/BF02278710.
struct PricedMatching {
  let rowStart: [Int]
  let columnOfPair: [Int32]
  let rowOfPair: [Int32]
  /// The pairs of column *j* are `pairsByColumn[columnStart[j] ..< columnStart[j + 1]]`.
  let columnStart: [Int]
  let pairsByColumn: [Int32]
  let capacity: [Int32]
  let minimum: [Int32]

  var gain: [Int64]
  /// `u`
  var rowDual: [Int64]
  /// `v`
  var price: [Int64]
  /// The chosen pair of each row, −1 without one.
  var chosenPair: [Int32]
  var load: [Int32]
  /// The rows of column *j* are `holders[holderStart[j] ..< holderStart[j] + load[j]]`.
  var holders: [Int32]
  let holderStart: [Int]

  /// Per column, during a search.
  var distance: [Int64]
  var isSettled: [Bool]
  /// The pair by which a column was reached.
  var reachedBy: [Int32]
  var touched: [Int32] = []
  var settled: [Int32] = []
  var heap = DistanceHeap()

  init(_ problem: RuledProblem) {
    rowStart = problem.rowStart
    columnOfPair = problem.columnOfPair
    rowOfPair = problem.rowOfPair
    capacity = problem.columnCapacity.map { Int32(min($0, problem.rowCount)) }
    minimum = problem.columnMinimum.map { Int32(min($0, Int(Int32.max))) }
    let columnCount = problem.columnCount
    var start = [Int](repeating: 0, count: columnCount + 1)
    for column in problem.columnOfPair { start[Int(column) + 1] += 1 }
    for column in 0..<columnCount { start[column + 1] += start[column] }
    var next = start
    var byColumn = [Int32](repeating: 0, count: problem.pairCount)
    for (pair, column) in problem.columnOfPair.enumerated() {
      byColumn[next[Int(column)]] = Int32(pair)
      next[Int(column)] += 1
    }
    columnStart = start
    pairsByColumn = byColumn
    gain = problem.gainOfPair
    rowDual = [Int64](repeating: 0, count: problem.rowCount)
    price = [Int64](repeating: 0, count: columnCount)
    chosenPair = [Int32](repeating: -1, count: problem.rowCount)
    load = [Int32](repeating: 0, count: columnCount)
    var holderStart = [0]
    for column in 0..<columnCount {
      holderStart.append(holderStart[column] + min(Int(capacity[column]), start[column + 1] - start[column]))
    }
    self.holderStart = holderStart
    holders = [Int32](repeating: -1, count: holderStart[columnCount])
    distance = [Int64](repeating: .max, count: columnCount)
    isSettled = [Bool](repeating: false, count: columnCount)
    reachedBy = [Int32](repeating: -1, count: columnCount)
  }

  enum Ending {
    case optimal
    /// Some column cannot reach its minimum: proved. The matching is not complete.
    case unreachableMinimum
    /// The matching is not complete; the next solve goes on from it.
    case cancelled
  }

  /// Re-optimises for new gains.
  /// - Parameter isCancelled: asked about every millisecond.
  mutating func solve(gains: [Int64], isCancelled: () -> Bool) -> Ending {
    gain = gains
    adoptGains()
    var repairCount = 0
    func isTimeToStop() -> Bool {
      repairCount += 1
      return repairCount.isMultiple(of: 64) && isCancelled()
    }
    for row in rowDual.indices where chosenPair[row] < 0 && rowDual[row] > 0 {
      if isTimeToStop() { return .cancelled }
      repairRow(row)
    }
    for column in price.indices {
      while load[column] < minimum[column] || (price[column] > 0 && load[column] < limit(column)) {
        if isTimeToStop() { return .cancelled }
        if !repairColumn(column) { return .unreachableMinimum }
      }
    }
    return .optimal
  }

  /// `Σ u_i + Σ (k_j v_j⁺ − l_j v_j⁻)`: the value of the matching once solved.
  var bound: Int64 {
    var sum = rowDual.reduce(0, +)
    for column in price.indices {
      sum += price[column] * Int64(price[column] > 0 ? limit(column) : minimum[column])
    }
    return sum
  }

  /// Places that some pair can use.
  func limit(_ column: Int) -> Int32 { Int32(holderStart[column + 1] - holderStart[column]) }

  /// Fits row duals to the new gains under the old prices, and drops chosen pairs that are not tight any more.
  private mutating func adoptGains() {
    for row in rowDual.indices {
      var best: Int64 = 0
      for pair in rowStart[row]..<rowStart[row + 1] {
        let surplus = gain[pair] &- price[Int(columnOfPair[pair])]
        if surplus > best { best = surplus }
      }
      rowDual[row] = best
      let chosen = Int(chosenPair[row])
      if chosen >= 0, gain[chosen] - price[Int(columnOfPair[chosen])] != best { release(row) }
    }
  }

  mutating func release(_ row: Int) {
    let column = Int(columnOfPair[Int(chosenPair[row])])
    let last = holderStart[column] + Int(load[column]) - 1
    var slot = holderStart[column]
    while Int(holders[slot]) != row { slot += 1 }
    holders[slot] = holders[last]
    load[column] -= 1
    chosenPair[row] = -1
  }

  mutating func assign(_ pair: Int) {
    let row = Int(rowOfPair[pair])
    let column = Int(columnOfPair[pair])
    holders[holderStart[column] + Int(load[column])] = Int32(row)
    load[column] += 1
    chosenPair[row] = Int32(pair)
  }

  /// Forgets a search.
  mutating func clear() {
    for column in touched {
      distance[Int(column)] = .max
      isSettled[Int(column)] = false
    }
    touched.removeAll(keepingCapacity: true)
    settled.removeAll(keepingCapacity: true)
    heap.removeAll()
  }
}
