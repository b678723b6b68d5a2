import AssignmentSolvers
import Testing

/// The sparse solver where it differs from the others: large problems, cores, price wars, early stops. That it gives the
/// same answers on small problems is the business of the common suites.
@Suite("The sparse solver")
struct SparseSolverTests {
  private func randomProblem(
    rows: Int, columns: Int, pairsPerRow: Int, costs: ClosedRange<Int32>, rowValue: Int64, seed: UInt64,
    columnCapacity: [Int]? = nil
  ) -> AssignmentProblem {
    var random = SplitMix64(seed: seed)
    var pairs: [(row: Int, column: Int, cost: Int32)] = []
    for row in 0..<rows {
      var chosen: Set<Int> = []
      while chosen.count < min(pairsPerRow, columns) { chosen.insert(Int.random(in: 0..<columns, using: &random)) }
      for column in chosen.sorted() { pairs.append((row, column, Int32.random(in: costs, using: &random))) }
    }
    return AssignmentProblem(
      costs: SparseCosts(rowCount: rows, columnCount: columns, pairs: pairs),
      rowValue: Array(repeating: rowValue, count: rows), columnCapacity: columnCapacity)
  }

  @Test("100,000 × 100,000 with 8 pairs per row: the certificate holds", arguments: [Int64(1_000_000), 1 << 40])
  func large(rowValue: Int64) throws {
    let problem = randomProblem(
      rows: 100_000, columns: 100_000, pairsPerRow: 8, costs: 1...1_000_000, rowValue: rowValue, seed: 1)
    let solution = try SparseSolver().solve(problem)
    let proof = try CertificateChecker.check(solution, of: problem)
    #expect(proof.objective == solution.objective)
    #expect(proof.allowedPairCount == 800_000)
    #expect(solution.assignment.pairCount > 95_000)
  }

  @Test("scarce columns: the core and the pairs left out give one proven optimum", arguments: [UInt64(1), 2, 3])
  func scarceColumns(seed: UInt64) throws {
    // 1,500 rows for 300 columns, 100 pairs per column: beyond the solver's limits for a core.
    let problem = randomProblem(
      rows: 1500, columns: 300, pairsPerRow: 20, costs: 0...50, rowValue: 40, seed: seed)
    let solution = try SparseSolver().solve(problem)
    let proof = try CertificateChecker.check(solution, of: problem)
    #expect(proof.objective == solution.objective)
    let reference: AssignmentSolution = try ShortestPathSolver().solve(problem)
    #expect(solution == reference)
  }

  @Test("stopped at any point, a solve on a core has a bound that holds for the pairs left out too")
  func stoppedCore() throws {
    let problem = randomProblem(rows: 1500, columns: 300, pairsPerRow: 20, costs: 0...50, rowValue: 40, seed: 4)
    let optimum = try SparseSolver().solve(problem).objective
    var stoppedCount = 0
    for polls in stride(from: 0, to: 60, by: 1) {
      let countdown = Countdown(polls)
      let outcome = try SparseSolver().solve(problem, control: SolveControl { countdown.isOver() })
      guard case .stopped(let known) = outcome else { continue }
      stoppedCount += 1
      #expect(known.bound >= optimum)
      #expect((known.objective ?? .max) <= optimum)
    }
    #expect(stoppedCount > 10)
  }

  @Test("a core that misses what is needed is completed")
  func misleadingCore() throws {
    // The sample that chooses the core sees every fourth row; those are dear everywhere, and the cheapest rows of each
    // column are the same few for all, so that the core has to grow.
    var pairs: [(row: Int, column: Int, cost: Int32)] = []
    for row in 0..<600 {
      for column in 0..<60 {
        let cost = row % 4 == 0 ? 1000 + row : (row < 40 ? row : 2000 + (row * 7 + column * 13) % 500)
        pairs.append((row, column, Int32(cost)))
      }
    }
    let problem = AssignmentProblem(
      costs: SparseCosts(rowCount: 600, columnCount: 60, pairs: pairs), rowValue: Array(repeating: 5000, count: 600))
    let outcome = try SparseSolver().solve(problem, control: SolveControl())
    guard case .optimal(let solution, let statistics) = outcome else {
      Issue.record("not optimal: \(outcome)")
      return
    }
    #expect(statistics.pricingPassCount >= 1)
    let reference: AssignmentSolution = try ShortestPathSolver().solve(problem)
    #expect(solution == reference)
  }

  @Test("more rows than places in some places, and matching worth far more than any cost")
  func priceWar() throws {
    // Two hundred groups of five rows that all want the same four columns.
    var random = SplitMix64(seed: 7)
    var pairs: [(row: Int, column: Int, cost: Int32)] = []
    for row in 0..<1000 {
      let group = row / 5
      for column in 4 * group..<4 * group + 4 {
        pairs.append((row, column, Int32.random(in: 0...1000, using: &random)))
      }
    }
    let problem = AssignmentProblem(
      costs: SparseCosts(rowCount: 1000, columnCount: 1000, pairs: pairs),
      rowValue: Array(repeating: 1 << 48, count: 1000))
    let outcome = try SparseSolver().solve(problem, control: SolveControl())
    guard case .optimal(let solution, let statistics) = outcome else {
      Issue.record("not optimal: \(outcome)")
      return
    }
    #expect(solution.assignment.pairCount == 800)
    let reference: AssignmentSolution = try ShortestPathSolver().solve(problem)
    #expect(solution == reference)
    // One bid at a time the war would take 2⁴⁸/1000 bids.
    #expect(statistics.searchCount < 2_000_000)
  }

  @Test("places with capacities, scarce and plentiful", arguments: [0...1, 0...2, 1...3, 0...12])
  func capacities(range: ClosedRange<Int>) throws {
    var random = SplitMix64(seed: 11)
    for seed in 0..<20 {
      let capacity = (0..<40).map { _ in Int.random(in: range, using: &random) }
      let problem = randomProblem(
        rows: 60, columns: 40, pairsPerRow: 6, costs: -20...20, rowValue: [3, 10_000][seed % 2], seed: UInt64(seed),
        columnCapacity: capacity)
      let solution = try SparseSolver().solve(problem)
      let proof = try CertificateChecker.check(solution, of: problem)
      #expect(proof.objective == solution.objective)
      let reference: AssignmentSolution = try HungarianSolver().solve(problem)
      #expect(solution == reference)
    }
  }

  @Test("stopped at any point: the assignment keeps the capacities and the bound is above the optimum")
  func stopped() throws {
    let problem = randomProblem(
      rows: 2000, columns: 2000, pairsPerRow: 6, costs: 1...1000, rowValue: 800, seed: 5)
    let optimum = try SparseSolver().solve(problem).objective
    var stoppedCount = 0
    for limit in [0, 1, 4096, 8192, 20_000, 40_000] {
      guard
        case .stopped(let known) = try SparseSolver().solve(problem, control: SolveControl(searchLimit: limit))
      else { continue }
      stoppedCount += 1
      #expect(known.bound >= optimum)
      let best = try #require(known.best)
      let objective = try #require(known.objective)
      #expect(objective == problem.objective(of: best) && objective <= optimum)
      #expect(best.rowsOfColumn(columnCount: 2000).allSatisfy { $0.count <= 1 })
    }
    #expect(stoppedCount >= 3)
  }
}
