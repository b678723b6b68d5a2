/// Shares with the number of duos settled.
///
/// "At most 35 % of all duos" is a slope: where 531 duos are possible, 185.85 of them may be of that group. With the number
/// of duos fixed it is the whole number 185, and what that excludes needs no branching.
extension RuledProblem {
  /// The count of all duos that shares are taken of; nil without a share or with shares of different things.
  var countOfAllDuos: Int? {
    let shares = rules.filter { $0.unit > 1 }
    guard let all = shares.first?.terms.last?.count,
      shares.allSatisfy({ $0.terms.last?.count == all }),
      counts[all].pairs.count == pairCount, counts[all].amounts.allSatisfy({ $0 == 1 })
    else { return nil }
    return all
  }

  /// The same problem with exactly so many duos, its shares as whole numbers. Rules with a price stay as they are.
  /// - Parameter all: ``countOfAllDuos``.
  func settingDuos(_ all: Int, to duoCount: Int) -> RuledProblem {
    var problem = self
    for (index, rule) in rules.enumerated() where rule.unit > 1 && rule.price == nil && rule.terms.count == 2 {
      let (counted, share) = (rule.terms[0], rule.terms[1])
      // w z + v D ≥ L, so z is at least (L − v D) / w, rounded up; w is positive.
      guard share.count == all, counted.weight > 0 else { continue }
      let taken = share.weight * Int64(duoCount)
      problem.rules[index] = LinearRule(
        name: rule.name, terms: [LinearRule.Term(count: counted.count)],
        lowerBound: rule.lowerBound.map { -(taken - $0).flooredQuotient(by: counted.weight) },
        upperBound: rule.upperBound.map { ($0 - taken).flooredQuotient(by: counted.weight) })
    }
    problem.rules.append(
      LinearRule(
        name: "duos:settled", terms: [.init(count: all)], lowerBound: Int64(duoCount), upperBound: Int64(duoCount)))
    return problem
  }
}
