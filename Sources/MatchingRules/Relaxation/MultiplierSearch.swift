internal import IntegerProgramming

/// Lowers the bound of a ``LagrangianRelaxation`` by moving its multipliers.
///
/// `L` is convex and piecewise linear; each evaluation gives a plane below it. The next multipliers minimise the largest
/// of these planes within a box around the best so far (a small linear program, by GLPK). The box grows after a step that
/// keeps what the planes promised and shrinks after one that does not. What the planes promise is measured in floating
/// point and only guides the search; every bound it finds is an integer proof by itself.
///
/// Reference: R. E. Marsten, W. W. Hogan, J. W. Blankenship, *The boxstep method for large-scale optimization*,
/// Operations Research 23 (1975) 389–405, doi:10.1287/opre.23.3.389.
struct MultiplierSearch {
  private(set) var best: LagrangianRelaxation.Evaluation
  private var planes: [LagrangianRelaxation.Evaluation]
  /// The half width of the box, in gain per unit of the largest coefficient.
  private var radius: Double
  private let largestCoefficient: [Double]
  private let ranges: [ClosedRange<Int64>]
  /// What the last planes promise beyond the best bound, in units of gain; nil before the first step.
  private(set) var promise: Double?

  init(start: LagrangianRelaxation.Evaluation, problem: RuledProblem) {
    best = start
    planes = [start]
    ranges = problem.multiplierRanges
    let largestAmount = problem.counts.map { $0.amounts.reduce(1) { max($0, $1.magnitude) } }
    largestCoefficient = problem.rules.map { rule in
      rule.terms.reduce(1) { max($0, Double($1.weight.magnitude) * Double(largestAmount[$1.count])) }
    }
    let largestGain = problem.gainOfPair.reduce(0) { max($0, $1.magnitude) }
    // Where nothing but violations counts, their price is what multipliers are measured by.
    let scale = largestGain > 0 ? Double(largestGain) : Double(problem.rules.compactMap(\.price).max() ?? 0)
    radius = max(1, scale / 8)
  }

  /// The multipliers to evaluate next; nil when cancelled, and when the linear program gave no answer. (The bound found so
  /// far holds all the same.)
  mutating func next(isCancelled: @escaping @Sendable () -> Bool) -> [Int64]? {
    let unit = Double(LagrangianRelaxation.refinement)
    var program = IntegerProgram(sense: .minimise)
    for rule in ranges.indices {
      let centre = Double(best.multipliers[rule]) / unit
      let width = radius / largestCoefficient[rule]
      let low = max(Double(ranges[rule].lowerBound) / unit - centre, -width) * largestCoefficient[rule]
      let high = min(Double(ranges[rule].upperBound) / unit - centre, width) * largestCoefficient[rule]
      _ = program.addVariable(
        .init(name: "m\(rule)", lowerBound: low, upperBound: high, isInteger: false, objective: 0))
    }
    let level = program.addVariable(.init(name: "level", lowerBound: -.infinity, isInteger: false, objective: 1))
    for (number, plane) in planes.enumerated() {
      var height = Double(plane.value - best.value) / unit
      var terms = [IntegerProgram.Term(variable: level)]
      for rule in ranges.indices where plane.slope[rule] != 0 {
        height -= Double(plane.slope[rule]) * Double(plane.multipliers[rule] - best.multipliers[rule]) / unit
        terms.append(.init(-Double(plane.slope[rule]) / largestCoefficient[rule], variable: rule))
      }
      program.constraints.append(.init(name: "p\(number)", terms: terms, lowerBound: height))
    }
    guard case .optimal(let solution)? = try? GLPKSolver(isCancelled: isCancelled).solve(program) else { return nil }
    promise = -solution.objective
    return ranges.indices.map { rule in
      let step = (solution.values[rule] / largestCoefficient[rule] * unit).rounded()
      return min(max(best.multipliers[rule] + Int64(step), ranges[rule].lowerBound), ranges[rule].upperBound)
    }
  }

  /// Whether the planes promise less than one unit of gain.
  var isExhausted: Bool { promise.map { $0 < 1 } ?? false }

  mutating func learn(_ evaluation: LagrangianRelaxation.Evaluation) {
    let gained = Double(best.value - evaluation.value) / Double(LagrangianRelaxation.refinement)
    planes.append(evaluation)
    if gained > 0 { best = evaluation }
    if gained > 0.5 * (promise ?? 0) { radius *= 2 } else if gained <= 0.1 * (promise ?? 0) { radius *= 0.4 }
  }
}
