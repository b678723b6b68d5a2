import AssignmentInstances
import AssignmentSolvers
import Benchmark

/// Full tables of every family at 200 and 1,000 rows.
///
/// Each run checks its own answer outside the measured stretch: the certificate proves the optimum from the costs alone,
/// and on the Machol–Wien family the optimum is known in closed form.
let benchmarks: @Sendable () -> Void = {
  for size in [200, 1_000] {
    for family in DenseFamily.allCases {
      for measured in MeasuredSolver.all(for: .dense) where size <= measured.largestSize(family) {
        Benchmark(
          "\(family.rawValue) \(size) x \(size), \(measured.name)",
          configuration: .init(
            metrics: [.wallClock, .peakMemoryResident], warmupIterations: 1, maxDuration: .seconds(2),
            maxIterations: 50)
        ) { (benchmark: Benchmark, problem: AssignmentProblem) throws in
          benchmark.startMeasurement()
          let solution = try measured.solver.solve(problem)
          benchmark.stopMeasurement()
          try check(solution, of: problem, family: family, size: size)
        } setup: {
          let costs = family.costs(rowCount: size, columnCount: size)
          // Matching a row is worth more than any pair costs, so every row is matched.
          let value = Int64(costs.values.max() ?? 0) + 1
          return AssignmentProblem(costs: costs, rowValue: Array(repeating: value, count: size))
        }
      }
    }
  }
}

private struct WrongOptimum: Error {}

private func check(_ solution: AssignmentSolution, of problem: AssignmentProblem, family: DenseFamily, size: Int) throws
{
  _ = try CertificateChecker.check(solution, of: problem)
  guard solution.assignment.pairCount == size else { throw WrongOptimum() }
  if family == .mw {
    // The least total of i · π(i) pairs the largest with the smallest: n (n + 1) (n + 2) / 6.
    let cost = Int64(size) * (problem.rowValue.first ?? 0) - solution.objective
    guard cost == Int64(size * (size + 1) * (size + 2) / 6) else { throw WrongOptimum() }
  }
}
