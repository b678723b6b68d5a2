/// The cheapest alternatives of many rows of one solved problem, each with its exact price: what
/// ``AssignmentSession/alternatives(ofRow:)`` says, made for asking about every row.
///
/// **Problem.** A plain problem on a full table with optimal (x, u, v). For a row *i* and an allowed column *j* that it does
/// not have: by how much does the objective fall in the best assignment that contains (i, j)?
///
/// **Symbols.** `slack_ij = u_i + v_j − (w_i − c_ij)`; `D(j → t)` shortest way in the residual graph, whose nodes are the
/// columns and one node *outside*, for everything unmatched or empty. All lengths are ≥ 0:
///
///     j → j'        slack_rj'             a row r of j moves to j'
///     j → outside   u_r, or 0             a row of j ends unmatched, or j has a free place
///     outside → j'  min(v_j', slack_rj')  the place at j' stays empty, or an unmatched row r takes it
///
/// **Method.** The price is `slack_ij + D(j → t)`: room is made at *j* in the cheapest way that ends where row *i* leaves a
/// place, *t* its column, or outside when *i* is unmatched.
///
/// Ways to and from the outside are shared by all rows: one search each gives `E_j = D(j → outside)` and `F_t = D(outside →
/// t)`. For an unmatched row that is the answer. For a matched one `E_j + F_t` bounds all prices, and a search
/// backwards from *t* looks for ways that avoid the outside, with two limits: it leaves out a column *k* reached no
/// nearer than `E_k + F_t`, since whatever comes by way of it is no nearer either (`E_j ≤ D(j → k) + E_k`), and it ends
/// where the distance plus the row's least slack exceeds the worst price kept. What is left to search is small.
///
/// A column's arcs lie sorted by the number of bits of their length, so that a search passes over those beyond its
/// limit without looking at them; sorting by bits is two passes.
///
/// Complexity: O(pairs + columns²) to prepare; a row costs one look at its pairs and a small search. Memory: 24 bytes for
/// each allowed pair.
///
/// **Ties.** Equal prices go to the smaller column.
public struct AlternativePrices: Sendable {
  private let columnCapacity: [Int]
  private let columnOfRow: [Int?]
  private let pairs: PairSlacks
  private let arcs: ResidualArcs
  /// `E`, by column.
  private let toOutside: [Int64]
  /// `F`, by column.
  private let fromOutside: [Int64]

  /// - Precondition: the problem is plain (``AssignmentProblem/isPlain``) with at most 2³¹ pairs; the solution is an optimum
  ///   of it with optimal duals.
  public init(_ problem: AssignmentProblem, solution: AssignmentSolution) {
    precondition(problem.isPlain, "one column for each row, and nobody must be matched")
    let costs = problem.costs.asDense
    precondition(costs.values.count <= Int(Int32.max), "at most 2³¹ pairs")
    columnCapacity = problem.columnCapacity
    columnOfRow = solution.assignment.columnOfRow
    let pairs = PairSlacks(costs, rowValue: problem.rowValue, duals: solution.duals)
    self.pairs = pairs
    let holders = Holders(of: solution.assignment, columnCount: problem.columnCount)
    let arcs = ResidualArcs(pairs, columnOfRow: columnOfRow, columnCount: problem.columnCount)
    self.arcs = arcs

    // Where no row is, room costs nothing; a column without places gets none.
    let leastRowDual = (0..<problem.columnCount).map { column -> Int64 in
      if problem.columnCapacity[column] > holders.count(ofColumn: column) { return 0 }
      return holders.rows(ofColumn: column).map { solution.duals.row[$0] }.min() ?? AssignmentProblem.headRoom
    }
    toOutside = arcs.distances(startingFrom: leastRowDual)
    fromOutside = Self.distancesFromOutside(pairs, solution: solution, holders: holders)
  }

  /// One search forwards, over the pairs of whoever holds a column.
  private static func distancesFromOutside(
    _ pairs: PairSlacks, solution: AssignmentSolution, holders: Holders
  ) -> [Int64] {
    var distance = solution.duals.column
    for (row, column) in solution.assignment.columnOfRow.enumerated() where column == nil {
      pairs.forEach(ofRow: row) { distance[$0] = min(distance[$0], $1) }
    }
    var heap = MinimumHeap()
    for column in distance.indices { heap.push(column, at: distance[column]) }
    while let entry = heap.popMinimum() {
      if entry.key != distance[entry.node] { continue }
      for row in holders.rows(ofColumn: entry.node) {
        pairs.forEach(ofRow: row) { column, slack in
          let through = entry.key + slack
          if through < distance[column] {
            distance[column] = through
            heap.push(column, at: through)
          }
        }
      }
    }
    return distance
  }

  /// What searches need, kept from one to the next. Not shared between threads.
  public struct Memory: Sendable {
    fileprivate var distance: [Int64]
    fileprivate var reached: [Int] = []
    fileprivate var heap = MinimumHeap()

    fileprivate mutating func reach(_ column: Int, at distance: Int64) {
      if self.distance[column] == .max { reached.append(column) }
      self.distance[column] = distance
      heap.push(column, at: distance)
    }

    fileprivate mutating func forget() {
      for column in reached { distance[column] = .max }
      reached.removeAll(keepingCapacity: true)
      heap.removeAll()
    }
  }

  public func makeMemory() -> Memory { Memory(distance: Array(repeating: .max, count: columnCapacity.count)) }

  /// The cheapest columns that a row could have instead of its own, the least loss first, then the smallest column; fewer
  /// than `limit` where no more are allowed.
  ///
  /// - Parameter memory: from ``makeMemory()``.
  /// - Precondition: the row exists; `limit ≥ 1`.
  public func alternatives(ofRow row: Int, limit: Int, memory: inout Memory) -> [RowAlternative] {
    precondition(limit >= 1, "something is asked for")
    let own = columnOfRow[row]
    let detour = own.map { fromOutside[$0] } ?? 0
    if let own {
      var cheapest = CheapestColumns(limit: limit)
      var leastSlack = Int64.max
      pairs.forEach(ofRow: row) { column, slack in
        if column == own || columnCapacity[column] == 0 { return }
        leastSlack = min(leastSlack, slack)
        cheapest.add(column, loss: slack + toOutside[column] + detour)
      }
      if cheapest.kept.isEmpty { return [] }
      search(from: own, detour: detour, bound: cheapest.bound == .max ? .max : cheapest.bound - leastSlack, &memory)
    }
    var cheapest = CheapestColumns(limit: limit)
    pairs.forEach(ofRow: row) { column, slack in
      if column == own || columnCapacity[column] == 0 { return }
      cheapest.add(column, loss: slack + min(memory.distance[column], toOutside[column] + detour))
    }
    memory.forget()
    return cheapest.kept
  }

  /// Finds the ways to a column that avoid the outside and are shorter than through it.
  private func search(from target: Int, detour: Int64, bound: Int64, _ memory: inout Memory) {
    memory.reach(target, at: 0)
    while let entry = memory.heap.popMinimum() {
      if entry.key != memory.distance[entry.node] { continue }
      if entry.key > bound { return }
      arcs.forEachArc(into: entry.node, upTo: bound == .max ? .max : bound - entry.key) { source, length in
        let through = entry.key + length
        if through < memory.distance[source], through < toOutside[source] + detour {
          memory.reach(source, at: through)
        }
      }
    }
  }
}

/// The few cheapest columns met, in order.
private struct CheapestColumns {
  let limit: Int
  private(set) var kept: [RowAlternative] = []
  /// The worst loss kept once there are enough.
  private(set) var bound = Int64.max

  init(limit: Int) { self.limit = limit }

  /// Columns come in ascending order, so that an equal loss comes after.
  mutating func add(_ column: Int, loss: Int64) {
    if loss >= bound { return }
    if kept.count == limit { kept.removeLast() }
    let place = kept.firstIndex { loss < $0.loss } ?? kept.count
    kept.insert(RowAlternative(column: column, loss: loss, isChosen: false), at: place)
    if kept.count == limit { bound = kept[limit - 1].loss }
  }
}
