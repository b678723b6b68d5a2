extension LagrangianSearch {
  /// Step 1: lowers the bound until it moves no more.
  ///
  /// - Returns: the best multipliers, with ``relaxation`` evaluated there unless there is a ``stopReason``; nil when the
  ///   rules are proved contradictory.
  mutating func findMultipliers() -> [Int64]? {
    let none = [Int64](repeating: 0, count: problem.rules.count)
    guard let start = evaluate(none) else { return relaxation.wasCancelled ? none : nil }
    var search = MultiplierSearch(start: start, problem: problem)
    var idleSteps = 0
    while !problem.rules.isEmpty, stopReason == nil, value < bound {
      let previous = search.best.value
      let clock = clock
      guard let multipliers = search.next(isCancelled: { clock.stopReason != nil }) else { break }
      guard let evaluation = evaluate(multipliers) else {
        return relaxation.wasCancelled ? search.best.multipliers : nil
      }
      search.learn(evaluation)
      if bound < leastValue {
        contradiction = multipliers
        return nil
      }
      // A step below a millionth is slow progress; several in a row, the end.
      let gained = previous - search.best.value
      idleSteps = gained * 1_000_000 > previous.magnitude ? 0 : idleSteps + 1
      if search.isExhausted || idleSteps >= 25 { break }
    }
    // Where the bound is best, not where the search last looked.
    guard evaluate(search.best.multipliers) != nil || relaxation.wasCancelled else { return nil }
    return search.best.multipliers
  }

  private mutating func evaluate(_ multipliers: [Int64]) -> LagrangianRelaxation.Evaluation? {
    guard let evaluation = relaxation.evaluate(multipliers) else { return nil }
    bound = min(bound, evaluation.value.flooredQuotient(by: LagrangianRelaxation.refinement))
    pool.add(relaxation.matching.chosenPair)
    offer(relaxation.matching.chosenPair)
    return evaluation
  }
}

extension Int64 {
  /// The quotient rounded down, for a positive divisor.
  func flooredQuotient(by divisor: Int64) -> Int64 {
    let (quotient, remainder) = quotientAndRemainder(dividingBy: divisor)
    return remainder < 0 ? quotient - 1 : quotient
  }
}
