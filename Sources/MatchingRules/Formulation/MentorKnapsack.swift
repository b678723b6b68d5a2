/// The hours of one mentor: at most `U` in all, and at most *k* duos.
///
/// What follows from that for whole duos, but not for fractions of them:
///
///     fit-m   Σ_{e : (m + 1) a_e > U} x_e ≤ m                      no m + 1 of the larger ones fit together
///     alone   Σ_e x_e + (k − 1) Σ_{e : a_e + a_min > U} x_e ≤ k    the largest fit with nobody else
///
/// With these, branch and bound closes rules such as "at most 3 hours, of duos that need 1, 2 or 3" nearly at the root.
/// They are for mentors of few duos; where dozens fit (generalised assignment), the solver's own covers do better.
struct MentorKnapsack {
  struct Implied: Equatable {
    /// Of the constraint: `fit-m` or `alone`.
    let label: String
    /// One per pair.
    let coefficients: [Int32]
    let limit: Int
  }

  static let largestDuoCount = 4

  /// Of the mentor that count; others of the mentor have amount 0.
  let pairs: [Int32]
  let implied: [Implied]

  /// - Returns: nil when the count is not about a single mentor of few duos.
  init?(_ count: DuoCount, in problem: RuledProblem, limit: Int64) {
    guard let first = count.pairs.first, limit >= 0 else { return nil }
    let column = problem.columnOfPair[Int(first)]
    guard count.pairs.allSatisfy({ problem.columnOfPair[Int($0)] == column }),
      count.amounts.allSatisfy({ $0 > 0 })
    else { return nil }
    let places = problem.columnCapacity[Int(column)]
    var fitting = 0
    var sum: Int64 = 0
    for amount in count.amounts.sorted() where sum + Int64(amount) <= limit {
      sum += Int64(amount)
      fitting += 1
    }
    let most = min(places, fitting)
    guard (1...Self.largestDuoCount).contains(most) else { return nil }
    pairs = count.pairs
    var implied: [Implied] = []
    for number in 1..<max(2, most) {
      let isLarge = count.amounts.map { Int64($0) * Int64(number + 1) > limit }
      if isLarge.count(where: { $0 }) > number {
        implied.append(Implied(label: "fit-\(number)", coefficients: isLarge.map { $0 ? 1 : 0 }, limit: number))
      }
    }
    let least = Int64(count.amounts.min() ?? 0)
    implied.append(
      Implied(
        label: "alone", coefficients: count.amounts.map { Int64($0) + least > limit ? Int32(most) : 1 }, limit: most))
    self.implied = implied
  }
}
