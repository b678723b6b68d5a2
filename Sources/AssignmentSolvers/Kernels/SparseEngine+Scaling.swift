/// The order of events: which scale, which ε, which side bids first, when to finish by paths.
extension SparseEngine {
  /// ε falls by this factor from phase to phase. Between 7 and 16 the number of bids hardly changes; 4 and 30 are worse.
  private static var scalingFactor: Int64 { 10 }

  /// Runs auctions of falling ε from the present prices, then refines to exact duals.
  ///
  /// - Parameter from: the first ε in units of cost. When nil it is the least where one side is scarce and rows are worth
  ///   about the same, because then hardly anybody has a rival (if that is wrong, the bids exceed their budget and ε
  ///   rises); else an eighth of the range of gains `w_i − c_ij`.
  /// - Returns: false when stopped; prices are then back in units of cost, still near their optimum.
  func solveByScaling(from firstEpsilon: Int64?) -> Bool {
    let range = gainRange()
    var bits = initialShift(costRange: range.gain)
    let bitLimit = greatestShift(magnitude: range.magnitude)
    bits = min(bits, bitLimit)
    if firstEpsilon == nil { for row in 0..<rowCount { rowLevel[row] = rowFloor[row] } }
    scaleUp(by: bits)
    let haveRivals = !isOneSideScarce || range.gain > 2 * range.cost
    var epsilon = max(1, (firstEpsilon ?? (haveRivals ? range.gain / 8 : 0)) &<< bits)
    isOpening = true
    while true {
      while true {
        let greatest = max(epsilon, (range.magnitude / 8) &<< bits)
        if !runPhase(epsilon: &epsilon, greatestEpsilon: greatest) { return stopScaling() }
        isOpening = false
        if epsilon == 1 { break }
        epsilon = max(1, epsilon / Self.scalingFactor)
      }
      switch refine() {
      case .stopped: return stopScaling()
      case .exact:
        scaleDown()
        return true
      case .unsettled:
        // The assignment may not be optimal: four more bits, until ε = 1 is below 1/(nodes + 1) of a unit.
        let more = min(4, bitLimit - bits)
        if more == 0 {
          scaleDown()
          return repair()
        }
        bits += more
        scaleUp(by: more)
        epsilon = 1 << (more - 1)
      }
    }
  }

  /// One auction at one ε.
  private func runPhase(epsilon: inout Int64, greatestEpsilon: Int64) -> Bool {
    releaseAll()
    if shouldStop() { return false }
    if placesBidFirst {
      // Every place bids anew: only the levels of the rows carry over.
      placeLevel.fill(with: .max >> 2)
      price.fill(with: .max >> 2)
      var queue: [Int32] = []
      for column in 0..<columnCount {
        for _ in places(ofColumn: column) { queue.append(Int32(column)) }
        if places(ofColumn: column).isEmpty { price[column] = 0 }
      }
      if !placesBid(queue: queue, epsilon: &epsilon, greatestEpsilon: greatestEpsilon) { return false }
      let queued = queueRows { rowLevel[$0] > rowFloor[$0] &<< shift }
      return rowsBid(queued: queued, epsilon: &epsilon, greatestEpsilon: greatestEpsilon)
    }
    levelPlaces()
    if !rowsBid(queued: queueRows { _ in true }, epsilon: &epsilon, greatestEpsilon: greatestEpsilon) { return false }
    let queue = emptyPlacesAboveZero()
    return queue.isEmpty || placesBid(queue: queue, epsilon: &epsilon, greatestEpsilon: greatestEpsilon)
  }

  private func queueRows(_ isWaiting: (Int) -> Bool) -> Int {
    var queuedCount = 0
    let queue = scratch.queue
    for row in 0..<rowCount where columnOfRow[row] < 0 && isWaiting(row) {
      queue[queuedCount] = Int32(truncatingIfNeeded: row)
      queuedCount += 1
    }
    return queuedCount
  }

  /// A column once for each of its places that is empty above level 0.
  private func emptyPlacesAboveZero() -> [Int32] {
    var queue: [Int32] = []
    for column in 0..<columnCount {
      for place in places(ofColumn: column) where rowAtPlace[place] < 0 && placeLevel[place] > 0 {
        queue.append(Int32(column))
      }
    }
    return queue
  }

  private func stopScaling() -> Bool {
    scaleDown()
    return false
  }

  // MARK: Scales

  /// The ranges of costs and of gains, and the greatest magnitude of a gain or a row value.
  private func gainRange() -> (cost: Int64, gain: Int64, magnitude: Int64) {
    var least = Int64.max
    var greatest = Int64.min
    var leastGain = Int64.max
    var greatestGain = Int64.min
    var magnitude: Int64 = 1
    for row in 0..<rowCount {
      // Floors are scaled for rows without pairs too.
      magnitude = max(magnitude, abs(rowFloor[row]))
      if arcs.start[row] == arcs.start[row + 1] { continue }
      let cheapest = PackedArcs.cost(arcs.words[arcs.start[row]])
      let dearest = PackedArcs.cost(arcs.words[arcs.start[row + 1] - 1])
      least = min(least, cheapest)
      greatest = max(greatest, dearest)
      let value = -rowFloor[row]
      leastGain = min(leastGain, value - dearest)
      greatestGain = max(greatestGain, value - cheapest)
      magnitude = max(magnitude, abs(value - cheapest), abs(value - dearest))
    }
    return least > greatest ? (0, 0, magnitude) : (greatest - least, greatestGain - leastGain, magnitude)
  }

  /// Enough bits that ε = 1 is about 10⁻⁷ of the range of costs.
  private func initialShift(costRange: Int64) -> Int64 {
    max(3, 23 - Int64(Int64.bitWidth - max(1, costRange).leadingZeroBitCount))
  }

  /// As many bits as an ε below 1/(nodes + 1) of a unit needs, if the head-room has them.
  private func greatestShift(magnitude: Int64) -> Int64 {
    let needed = Int64(Int64.bitWidth - (rowCount + columnCount + 2).leadingZeroBitCount)
    return max(0, min(needed, Int64(magnitude.leadingZeroBitCount) - 4))
  }

  private func scaleUp(by bits: Int64) {
    shift += bits
    for row in 0..<rowCount { rowLevel[row] = rowLevel[row] &<< bits }
    for column in 0..<columnCount {
      price[column] = price[column] &<< bits
    }
  }

  /// Gives all places of a column its price. Without it a place keeps the bid of a row that may go elsewhere now, however
  /// high, and coming down from there takes a price war.
  private func levelPlaces() {
    if isUnit { return }
    for column in 0..<columnCount { for place in places(ofColumn: column) { placeLevel[place] = price[column] } }
  }

  /// Back to units of cost. Rounding prices up and levels down keeps exact duals exact: where `λ + v + c = 0` the two round
  /// by the same fraction, and elsewhere a sum of at least 0 that is an integer cannot fall below 0.
  private func scaleDown() {
    let rounding = (Int64(1) &<< shift) - 1
    for row in 0..<rowCount { rowLevel[row] = rowLevel[row] &>> shift }
    for column in 0..<columnCount { price[column] = (price[column] &+ rounding) &>> shift }
    shift = 0
  }

  // MARK: Sides

  /// Whether places are so scarce that they bid first: then most bids end at a row without a rival.
  private var placesBidFirst: Bool { Int(placeStart[columnCount]) < rowCount }

  private var isOneSideScarce: Bool {
    let placeCount = Int(placeStart[columnCount])
    return 10 * min(placeCount, rowCount) < 9 * max(placeCount, rowCount)
  }
}
