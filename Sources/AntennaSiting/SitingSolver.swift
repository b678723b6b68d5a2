public import IntegerProgramming

/// Chooses sites exactly, the best and the next best, by integer programming.
///
/// **Problem.** `y_s ∈ {0,1}`: site *s* is open; `x_ds ≥ 0`: the part of demand *d* that goes to *s*. Names in brackets
/// are the rows of the model.
///
///     travel     minimise Σ w_d m_ds x_ds   Σ_s x_ds = 1 (serve_d)    x_ds ≤ y_s (only_open_d_s)
///     coverage   maximise Σ w_d z_d         z_d ≤ Σ_{s within reach} y_s (reach_d),  0 ≤ z_d ≤ 1
///     both       Σ y_s = k (open_count)     y_a + y_b ≤ 1 for sites too near each other (apart_a_b)
///
/// For binary *y* the rest is integral by itself. **Runner-ups**: each plan found is forbidden by
/// `Σ_{s in plan} y_s ≤ k − 1` (not_again_n) and the model is solved again.
///
/// Values are recomputed in integers from the open sites alone and must equal the solver's objective; rounding cannot
/// pass unnoticed. Among plans of equal value the solver's order stands.
///
/// Reference: C. S. ReVelle, R. W. Swain, *Central facilities location*, Geographical Analysis 2 (1970) 30–42,
/// doi:10.1111/j.1538-4632.1970.tb00142.x; R. Church, C. ReVelle, *The maximal covering location problem*, Papers of the
/// Regional Science Association 32 (1974) 101–118, doi:10.1007/BF01942293.
public struct SitingSolver: Sendable {
  private let solver: GLPKSolver

  public init(solver: GLPKSolver = GLPKSolver()) { self.solver = solver }

  /// The best plans, best first; fewer when there are no more, none when the rules allow none.
  ///
  /// - Parameter count: 1 for the optimum alone.
  /// - Throws: ``IntegerProgramError``, and ``SitingError`` when the solver was stopped or its answer does not add up.
  public func plans(of problem: SitingProblem, count: Int = 1) throws -> [SitingPlan] {
    var model = SitingModel(problem)
    var plans: [SitingPlan] = []
    while plans.count < count {
      let open: [Int]
      let objective: Double
      switch try solver.solve(model.program) {
      case .optimal(let solution):
        open = model.openSites(solution)
        objective = solution.objective.rounded()
      case .infeasible: return plans
      case .feasible, .stopped, .unbounded: throw SitingError.stopped
      }
      let plan = problem.plan(opening: open)
      guard problem.allows(open), Double(model.value(of: plan)) == objective else {
        throw SitingError.unreliableAnswer
      }
      plans.append(plan)
      model.forbid(open, number: plans.count)
    }
    return plans
  }
}

public enum SitingError: Error, Equatable, Sendable {
  /// A time limit or cancellation of the solver's options ended the search.
  case stopped
  /// The solver's objective is not that of its own sites.
  case unreliableAnswer
}

/// The model of a siting problem.
private struct SitingModel {
  private let problem: SitingProblem
  private(set) var program: IntegerProgram
  private var openVariables: [Int] = []

  init(_ problem: SitingProblem) {
    self.problem = problem
    switch problem.objective {
    case .travel: program = IntegerProgram(sense: .minimise)
    case .coverage: program = IntegerProgram(sense: .maximise)
    }
    for site in problem.sites.indices {
      openVariables.append(
        program.addVariable(
          .init(
            name: "open_\(site)", lowerBound: problem.rules.open.contains(site) ? 1 : 0,
            upperBound: problem.rules.closed.contains(site) ? 0 : 1, isInteger: true, objective: 0)))
    }
    let count = Double(problem.openCount)
    program.constraints.append(
      .init(name: "open_count", terms: openVariables.map { .init(variable: $0) }, lowerBound: count, upperBound: count))
    addDistances()
    switch problem.objective {
    case .travel: addTravel()
    case .coverage(let metres): addCoverage(metres)
    }
  }

  private mutating func addDistances() {
    guard problem.rules.leastMetresApart > 0 else { return }
    for a in problem.sites.indices {
      for b in problem.sites.indices where a < b && problem.areTooNear(a, b) {
        program.constraints.append(
          .init(
            name: "apart_\(a)_\(b)", terms: [.init(variable: openVariables[a]), .init(variable: openVariables[b])],
            upperBound: 1))
      }
    }
  }

  private mutating func addTravel() {
    for (demand, people) in problem.demands.enumerated() where people.weight > 0 {
      var served: [IntegerProgram.Term] = []
      for site in problem.sites.indices {
        let goes = program.addVariable(
          .init(
            name: "goes_\(demand)_\(site)", isInteger: false,
            objective: Double(people.weight * problem.metres(demand: demand, site: site))))
        served.append(.init(variable: goes))
        program.constraints.append(
          .init(
            name: "only_open_\(demand)_\(site)",
            terms: [.init(variable: goes), .init(-1, variable: openVariables[site])], upperBound: 0))
      }
      program.constraints.append(.init(name: "serve_\(demand)", terms: served, lowerBound: 1, upperBound: 1))
    }
  }

  private mutating func addCoverage(_ metres: Int) {
    for (demand, people) in problem.demands.enumerated() where people.weight > 0 {
      let reached = program.addVariable(
        .init(name: "reached_\(demand)", upperBound: 1, isInteger: false, objective: Double(people.weight)))
      let near = problem.sites.indices.filter { problem.metres(demand: demand, site: $0) <= metres }
      program.constraints.append(
        .init(
          name: "reach_\(demand)",
          terms: [.init(variable: reached)] + near.map { .init(-1, variable: openVariables[$0]) }, upperBound: 0))
    }
  }

  mutating func forbid(_ open: [Int], number: Int) {
    program.constraints.append(
      .init(
        name: "not_again_\(number)", terms: open.map { .init(variable: openVariables[$0]) },
        upperBound: Double(open.count - 1)))
  }

  func openSites(_ solution: IntegerProgramSolution) -> [Int] {
    openVariables.indices.filter { solution.values[openVariables[$0]] == 1 }
  }

  func value(of plan: SitingPlan) -> Int {
    switch problem.objective {
    case .travel: plan.travelMetres
    case .coverage: plan.coveredWeight
    }
  }
}
