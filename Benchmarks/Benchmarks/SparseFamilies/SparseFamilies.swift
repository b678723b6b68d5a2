import AssignmentInstances
import AssignmentSolvers
import Benchmark

/// Candidate lists of every family, 2,000 × 2,000 and 2,000 × 1,200, twenty candidates a row; rows may stay unmatched.
///
/// Each run checks its own answer outside the measured stretch: the certificate proves the optimum from the costs alone,
/// and it must be the optimum that the plain shortest-path solver found on the same costs as a full table.
let benchmarks: @Sendable () -> Void = {
  for columnCount in [2_000, 1_200] {
    for family in SparseFamily.allCases {
      for (name, solver) in solvers {
        Benchmark(
          "\(family.rawValue) 2000 x \(columnCount), \(name)",
          configuration: .init(
            metrics: [.wallClock, .peakMemoryResident], warmupIterations: 1, maxDuration: .seconds(2),
            maxIterations: 50)
        ) { (benchmark: Benchmark, instance: Instance) throws in
          benchmark.startMeasurement()
          let solution = try solver.solve(instance.problem)
          benchmark.stopMeasurement()
          _ = try CertificateChecker.check(solution, of: instance.problem)
          guard solution.objective == instance.optimum else { throw WrongOptimum() }
        } setup: {
          try Instance(family, columnCount: columnCount)
        }
      }
    }
  }
}

/// The sparse solvers, and for comparison the plain one, which fills in a full table.
private let solvers: [(name: String, solver: any AssignmentSolver)] =
  MeasuredSolver.all(for: .sparse).map { ($0.name, $0.solver) } + [("full table", ShortestPathSolver())]

private struct WrongOptimum: Error {}

/// A problem with its optimum, found once before the measurement.
private struct Instance {
  let problem: AssignmentProblem
  let optimum: Int64

  init(_ family: SparseFamily, columnCount: Int) throws {
    let costs = family.costs(rowCount: 2_000, columnCount: columnCount, length: 20)
    problem = AssignmentProblem(costs: costs, rowValue: Array(repeating: SparseFamily.rowValue, count: 2_000))
    optimum = try ShortestPathSolver().solve(problem).objective
  }
}
