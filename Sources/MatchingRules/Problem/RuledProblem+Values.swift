extension RuledProblem {
  /// What each count counts in a choice of pairs.
  /// - Parameter chosenPairs: one per row, −1 without one.
  /// - Complexity: O(pairs of all counts).
  func counts(ofChosenPairs chosenPairs: [Int32]) -> [Int64] {
    var isChosen = [Bool](repeating: false, count: pairCount)
    for pair in chosenPairs where pair >= 0 { isChosen[Int(pair)] = true }
    return counts.map { count in
      var sum: Int64 = 0
      for index in count.pairs.indices where isChosen[Int(count.pairs[index])] { sum += Int64(count.amounts[index]) }
      return sum
    }
  }

  /// Checks a choice of pairs against every condition, from the definition alone, and values it.
  ///
  /// - Parameter chosenPairs: one per row, −1 without one.
  /// - Returns: the total of gains less the cost of broken soft rules; nil when a condition that must hold does not.
  public func verifiedValue(ofChosenPairs chosenPairs: [Int32]) -> Int64? {
    guard chosenPairs.count == rowCount else { return nil }
    var load = [Int](repeating: 0, count: columnCount)
    var value: Int64 = 0
    for (row, pair) in chosenPairs.enumerated() where pair >= 0 {
      guard pairs(ofRow: row).contains(Int(pair)) else { return nil }
      load[Int(columnOfPair[Int(pair)])] += 1
      value += gainOfPair[Int(pair)]
    }
    for column in 0..<columnCount {
      guard load[column] >= columnMinimum[column], load[column] <= columnCapacity[column] else { return nil }
    }
    let counted = counts(ofChosenPairs: chosenPairs)
    for rule in rules {
      let violation = rule.violation(of: rule.activity(ofCounts: counted))
      if violation == 0 { continue }
      guard let price = rule.price else { return nil }
      value -= price * violation
    }
    return value
  }
}
