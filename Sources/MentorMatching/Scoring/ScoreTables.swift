/// A policy as tables of weighted points, by the small codes that a pair is reduced to.
///
/// Sums of table entries are scores: every entry is weight × points of one criterion (or of a part of one).
struct ScoreTables: Sendable {
  /// By level of the best shared language, 0…7.
  let level: [Int32]
  /// By number of separate blocks, up to ``blockLimit``.
  let blocks: [Int32]
  let blockLimit: Int
  /// By common half hours, up to `halfHourLimit`.
  let halfHours: [Int32]
  /// By mentee's skill − 1, then mentor's skill − 1, for a duo that meets in person.
  let inPerson: [[Int32]]
  /// The same for an online duo, its distance points included; without and with a lent laptop.
  let online: [[Int32]]
  let onlineWithLaptop: [[Int32]]
  let curve: DistanceCurve
  let meetingHalfHours: Int
  let minimumBlocks: Int
  /// Whether all half hours that ``halfHours`` cannot tell apart are worth the same.
  let isSaturated: Bool

  /// Kernels tell up to 15 blocks, 63 half hours and 63 sector values apart.
  static let codeLimit = 63
  static let blockCodeLimit = 15

  /// - Returns: nil when the policy tells more apart than the kernels can.
  init?(roster: Roster, policy: MatchingPolicy, scale: PlaceScale) {
    let plain = PairScorer(roster: roster, policy: policy)
    let weights = policy.weights
    blockLimit = max(policy.availability.pointsByBlocks.count - 1, policy.availability.minimumBlocks, 1)
    guard blockLimit <= Self.blockCodeLimit, let curve = DistanceCurve(policy, scale: scale) else { return nil }
    self.curve = curve
    meetingHalfHours = policy.availability.meetingHalfHours
    minimumBlocks = policy.availability.minimumBlocks
    isSaturated = policy.availability.saturationHalfHours <= Self.codeLimit
    level = [0] + policy.language.pointsByLevel.map { Int32(weights.language * $0) }
    let none = plain.availabilityPoints(halfHourCount: 0, blockCount: 0)
    blocks = (0...Self.blockCodeLimit).map {
      Int32(weights.availability * plain.availabilityPoints(halfHourCount: 0, blockCount: $0))
    }
    halfHours = (0...Self.codeLimit).map {
      Int32(weights.availability * (plain.availabilityPoints(halfHourCount: $0, blockCount: 0) - none))
    }
    func digital(needsLaptop: Bool, plus more: Int) -> [[Int32]] {
      (1...8).map { mentee in
        (1...8).map { mentor in
          Int32(
            weights.digital * plain.digitalPoints(mentee: mentee, mentor: mentor, needsLaptop: needsLaptop) + more)
        }
      }
    }
    let onlineDistance = weights.distance * policy.distance.onlinePoints
    inPerson = digital(needsLaptop: false, plus: 0)
    online = digital(needsLaptop: false, plus: onlineDistance)
    onlineWithLaptop = digital(needsLaptop: true, plus: onlineDistance)
  }
}

/// The policy's curve from metres to points, for 32-bit floating-point arithmetic with a known error.
///
/// The curve is cut into cells of equal width with every knot at a bound, so that a multiplication finds the stretch; the
/// last cell goes on for ever. In each stretch points are `⌊c − s·m⌋` for whole metres *m*. The exact value is a multiple
/// of `1/w`, *w* the stretch's width in metres over the greatest common divisor of width and fall. Half of `1/w` is added
/// to *c*, so that an error below it changes nothing; where *w* is too large for that, values close to a whole number are
/// computed exactly (`isDelicate`). At a knot both stretches agree, so it does not matter on which side a rounding puts it.
struct DistanceCurve: Sendable {
  let weight: Int32
  /// Metres, and points there.
  let exactAt: [Int32]
  let exactPoints: [Int32]
  let cellMetres: Int
  /// By cell.
  let slope: [Float]
  let intercept: [Float]
  let isDelicate: Bool

  static let cellLimit = 32
  private static let closeness = 0.01

  /// - Returns: nil when the knots need more cells than there are, or are too steep.
  init?(_ policy: MatchingPolicy, scale: PlaceScale) {
    weight = Int32(policy.weights.distance)
    let knots = policy.distance.pointsByKilometres
    let width = max(1, knots.reduce(0) { Self.greatestCommonDivisor($0, $1.at) })
    let lastKnot = knots[knots.count - 1].at
    guard lastKnot / width < Self.cellLimit else { return nil }
    exactAt = knots.map { Int32($0.at * 1_000) }
    exactPoints = knots.map { Int32($0.points) }
    cellMetres = width * 1_000

    var slope: [Float] = []
    var intercept: [Float] = []
    var isDelicate = false
    for cell in 0...lastKnot / width {
      guard let next = knots.firstIndex(where: { $0.at > cell * width }), next > 0 else {
        let points = cell * width < knots[0].at ? knots[0].points : knots[knots.count - 1].points
        slope.append(0)
        intercept.append(Float(points) + 0.5)
        continue
      }
      let (low, high) = (knots[next - 1], knots[next])
      let metres = (high.at - low.at) * 1_000
      let fall = low.points - high.points
      let denominator = metres / Self.greatestCommonDivisor(metres, fall)
      let exactSlope = Double(fall) / Double(metres)
      let exactIntercept = Double(high.points) + exactSlope * Double(high.at * 1_000)
      // Rounding of c, of s, of s times metres, and of the difference.
      let error = 4 * exactIntercept * 0x1p-24
      guard error < Self.closeness else { return nil }
      let isSafe = error < 0.45 / Double(denominator)
      slope.append(Float(exactSlope))
      intercept.append(Float(exactIntercept + (isSafe ? 0.5 / Double(denominator) : 0)))
      if !isSafe { isDelicate = true }
    }
    self.slope = slope
    self.intercept = intercept
    self.isDelicate = isDelicate
  }

  private static func greatestCommonDivisor(_ a: Int, _ b: Int) -> Int { b == 0 ? a : greatestCommonDivisor(b, a % b) }
}
