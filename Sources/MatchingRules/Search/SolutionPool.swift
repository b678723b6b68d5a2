/// The matchings of the last evaluations of a relaxation. Each breaks the rules a little, in different directions; what
/// most of them agree on is seldom wrong, and where they differ lies a matching that keeps the rules.
struct SolutionPool {
  private let capacity: Int
  private(set) var matchings: [[Int32]] = []

  init(capacity: Int) { self.capacity = capacity }

  mutating func add(_ chosenPairs: [Int32]) {
    if matchings.count == capacity { matchings.removeFirst() }
    matchings.append(chosenPairs)
  }

  /// The core in which rows on which the last `count` matchings agree are fixed. Other rows keep the pairs that some
  /// matching chose, and those whose slack is at most `slack`.
  ///
  /// A guess: nothing is proved about what it leaves out.
  func core(of relaxation: LagrangianRelaxation, last count: Int, slack: Int64) -> ProblemCore {
    let problem = relaxation.problem
    let matchings = matchings.suffix(count)
    var core = ProblemCore(whole: problem)
    core.pairs.removeAll()
    for row in 0..<problem.rowCount {
      let choices = Set(matchings.map { $0[row] })
      if choices.count == 1 {
        guard let only = choices.first, only >= 0 else { continue }
        core.pairs.append(only)
        core.isMatchedRow[row] = true
      } else {
        for pair in problem.pairs(ofRow: row)
        where choices.contains(Int32(pair)) || relaxation.slack(ofPair: pair) <= slack {
          core.pairs.append(Int32(pair))
        }
      }
    }
    return core
  }
}
