/// What bidders and items bring besides their costs: the two sides of problem P without their names.
///
/// Bidder *p* pays `c_pq + offset_q` for item *q*, and rather stands idle than pay more than its *limit*. Items begin at
/// their *rest offset*, which is where an item with a free place must be in the end.
///
/// | | rows bid | columns bid |
/// |---|---|---|
/// | limit | `w_i` | 0 |
/// | rest offset | 0 | `−w_i` |
/// | offset at the end | `v_j` | `u_i − w_i` |
/// | least payment at the end | `w_i − u_i` | `−v_j` |
struct BiddingTerms {
  var limit: [Int64]
  var restOffset: [Int64]
  /// How many items each bidder can hold.
  var units: [Int]
  /// How many bidders each item can take. Where any bidder has several units, every item has one place at most.
  var places: [Int]

  static func of(_ problem: AssignmentProblem, rowsBid: Bool) -> BiddingTerms {
    let rowUnits = problem.rowValue.map { _ in 1 }
    let columnUnits = problem.columnCapacity.map { min($0, problem.rowCount) }
    let zeros = problem.columnCapacity.map { _ in Int64(0) }
    return rowsBid
      ? BiddingTerms(limit: problem.rowValue, restOffset: zeros, units: rowUnits, places: columnUnits)
      : BiddingTerms(limit: zeros, restOffset: problem.rowValue.map { -$0 }, units: columnUnits, places: rowUnits)
  }

  /// The same market seen from the other side.
  var mirrored: BiddingTerms {
    BiddingTerms(limit: restOffset.map { -$0 }, restOffset: limit.map { -$0 }, units: places, places: units)
  }

  /// The terms of some bidders and some items.
  func part(bidders: [Int], items: [Int]) -> BiddingTerms {
    BiddingTerms(
      limit: bidders.map { limit[$0] }, restOffset: items.map { restOffset[$0] }, units: bidders.map { units[$0] },
      places: items.map { places[$0] })
  }

  /// Whether nobody can hold, and nothing can take, more than one.
  var areAllSingle: Bool { units.allSatisfy { $0 <= 1 } && places.allSatisfy { $0 <= 1 } }
}
