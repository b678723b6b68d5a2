internal import MentorMatching

/// The relaxation of a ``RuledProblem`` in which the rules are not kept but paid for.
///
/// With a multiplier `λ_r` for each rule,
///
///     L(λ) = max_x Σ (g_e − Σ_r λ_r Σ_c w_rc a_ce) x_e  +  Σ_r max over allowed y_r of λ_r y_r
///
/// is an upper bound on every matching that keeps the rules: the first maximum is problem P, the second takes `U_r` where
/// `λ_r > 0` and `L_r` where `λ_r < 0`. (A soft rule with price p allows every y_r at p per unit outside; that bounds
/// `|λ_r|` by p and changes nothing else.)
///
/// Everything is an integer: multipliers are multiples of 1/``refinement``, and all values here are in units of
/// 1/``refinement`` of a gain. So a bound is a proof, not an estimate.
struct LagrangianRelaxation {
  static let refinement = RelaxationProof.refinement

  /// `L(λ)` and what it says about other multipliers: `L(μ) ≥ value + Σ slope_r (μ_r − λ_r)`.
  struct Evaluation {
    /// In units of 1/refinement.
    let multipliers: [Int64]
    let value: Int64
    /// `y_r − activity_r`.
    let slope: [Int64]
    /// What each rule counts in the matching.
    let activity: [Int64]
  }

  let problem: RuledProblem
  private(set) var matching: PricedMatching
  /// `L` where it was last evaluated, in units of 1/refinement.
  private(set) var value: Int64 = .max
  private var gains: [Int64]
  private let isCancelled: @Sendable () -> Bool
  /// Whether the last evaluation gave no answer because it was cancelled.
  private(set) var wasCancelled = false

  init(_ problem: RuledProblem, isCancelled: @escaping @Sendable () -> Bool = { false }) {
    self.problem = problem
    self.isCancelled = isCancelled
    matching = PricedMatching(problem)
    gains = problem.gainOfPair
  }

  /// - Returns: nil when the columns cannot reach their minima, or when ``wasCancelled``.
  mutating func evaluate(_ multipliers: [Int64]) -> Evaluation? {
    let refinement = Self.refinement
    for pair in gains.indices { gains[pair] = problem.gainOfPair[pair] &* refinement }
    var priceOfCount = [Int64](repeating: 0, count: problem.counts.count)
    for (rule, multiplier) in zip(problem.rules, multipliers) {
      for term in rule.terms { priceOfCount[term.count] += multiplier * term.weight }
    }
    for (count, price) in zip(problem.counts, priceOfCount) where price != 0 {
      for index in count.pairs.indices { gains[Int(count.pairs[index])] &-= price &* Int64(count.amounts[index]) }
    }
    let ending = matching.solve(gains: gains, isCancelled: isCancelled)
    wasCancelled = ending == .cancelled
    guard ending == .optimal else { return nil }
    var value = matching.bound
    var slope: [Int64] = []
    var activities: [Int64] = []
    let counted = problem.counts(ofChosenPairs: matching.chosenPair)
    for (rule, multiplier) in zip(problem.rules, multipliers) {
      let activity = rule.activity(ofCounts: counted)
      let level: Int64
      if multiplier > 0, let upper = rule.upperBound {
        level = upper
      } else if multiplier < 0, let lower = rule.lowerBound {
        level = lower
      } else {
        level = min(max(activity, rule.lowerBound ?? .min), rule.upperBound ?? .max)
      }
      value += multiplier * level
      slope.append(level - activity)
      activities.append(activity)
    }
    self.value = value
    return Evaluation(multipliers: multipliers, value: value, slope: slope, activity: activities)
  }

  /// How much the bound falls if a pair is chosen, per pair: `u_i + v_j − g_e`.
  func slack(ofPair pair: Int) -> Int64 {
    matching.rowDual[Int(matching.rowOfPair[pair])] + matching.price[Int(matching.columnOfPair[pair])]
      - matching.gain[pair]
  }

  /// The largest power of two such that at most so many pairs have no greater slack; at least 1.
  func distance(keepingPairs limit: Int) -> Int64 {
    var countOfWidth = [Int](repeating: 0, count: 65)
    for pair in gains.indices { countOfWidth[64 - slack(ofPair: pair).leadingZeroBitCount] += 1 }
    var width = 0
    var count = countOfWidth[0] + countOfWidth[1]
    while width < 56, count + countOfWidth[width + 2] <= limit {
      count += countOfWidth[width + 2]
      width += 1
    }
    return 1 << Int64(width)
  }
}
