import AssignmentSolvers
import Foundation
import Testing

/// How long a change takes, against solving from nothing. Not part of an ordinary test run: set `MEASURE_WARM_START` to 1,
/// and run it alone on an optimised build.
@Suite(
  "Warm start, measured", .serialized,
  .enabled(if: ProcessInfo.processInfo.environment["MEASURE_WARM_START"] == "1"))
struct WarmStartMeasurement {
  private func milliseconds(_ duration: Duration) -> Double {
    Double(duration.components.seconds) * 1e3 + Double(duration.components.attoseconds) / 1e15
  }

  /// Makes changes one by one and prints the medians of their times; then the same again with everything checked. Apart,
  /// because a check leaves none of the session's memory in the caches.
  ///
  /// - Parameters:
  ///   - checkInterval: the certificate is checked after each so many changes.
  ///   - solveInterval: the canonical solution is compared with a solve from nothing after each so many.
  private func measure(
    _ name: String, _ problem: AssignmentProblem, stream: ChangeStream, changeCount: Int, checkInterval: Int,
    solveInterval: Int, random: inout SplitMix64
  ) throws {
    let clock = ContinuousClock()
    var solution: AssignmentSolution?
    var coldTimes: [Double] = []
    for _ in 0..<5 {
      coldTimes.append(milliseconds(try clock.measure { solution = try AutomaticSolver().solve(problem) }))
    }
    var times: [Double] = []
    var timesOfKind: [String: [Double]] = [:]
    var conflictCount = 0
    let start = random
    try makeChanges(changeCount, of: problem, startingFrom: solution, stream, &random) { session, kind, change in
      let time = milliseconds(try clock.measure { try session.apply(change) })
      times.append(time)
      timesOfKind[kind, default: []].append(time)
      if session.conflict != nil { conflictCount += 1 }
    }

    var (number, checkedCount, solvedCount) = (0, 0, 0)
    random = start
    try makeChanges(changeCount, of: problem, startingFrom: solution, stream, &random) { session, _, change in
      try session.apply(change)
      number += 1
      let isSolved = number % solveInterval == 0
      guard number % checkInterval == 0 || isSolved else { return }
      let standing = session.problem
      guard let solution = session.solution else {
        #expect(session.conflict != nil)
        return
      }
      #expect(throws: Never.self) { try CertificateChecker.check(solution, of: standing) }
      checkedCount += 1
      if isSolved {
        let checker: any AssignmentSolver = problem.storesLists ? AutomaticSolver() : CapacitatedSolver()
        let solved = try checker.solve(standing)
        #expect(session.canonicalSolution() == solved)
        solvedCount += 1
      }
    }

    func median(_ times: [Double]) -> Double { times.sorted()[times.count / 2] }
    let coldTime = median(coldTimes)
    print(
      "\(name): cold \(coldTime) ms ; \(changeCount) changes, \(checkedCount) certificates, \(solvedCount) cold solves,",
      "\(conflictCount) in conflict")
    print(
      "  median \(median(times) * 1e3) µs = cold / \(coldTime / median(times));",
      "mean \(times.reduce(0, +) / Double(times.count) * 1e3) µs, longest \(times.max() ?? 0) ms")
    for (kind, times) in timesOfKind.sorted(by: { $0.key < $1.key }) {
      print("  \(kind): median \(median(times) * 1e3) µs of \(times.count)")
    }
    #expect(5 * conflictCount < changeCount)
  }

  /// A change that asks for too much is taken back by the next one: most of the run is about optima.
  private func makeChanges(
    _ count: Int, of problem: AssignmentProblem, startingFrom solution: AssignmentSolution?, _ stream: ChangeStream,
    _ random: inout SplitMix64, _ apply: (inout AssignmentSession, String, AssignmentChange) throws -> Void
  ) throws {
    var stream = stream
    var session = try AssignmentSession(problem, startingFrom: solution)
    for _ in 0..<count {
      let (kind, change) = (session.conflict != nil ? stream.takeBack() : nil) ?? stream.next(using: &random)
      try apply(&session, kind, change)
    }
  }

  @Test("1,000 × 600 in a table, 10,000 changes", arguments: [Int32(100), 1_000_000])
  func table(span: Int32) throws {
    var random = SplitMix64(seed: 50)
    let costs = (0..<600_000).map { _ in Int32.random(in: 0...span, using: &random) }
    let value = 600 * Int64(span + 1)
    let problem = AssignmentProblem(
      costs: DenseCosts(rowCount: 1_000, columnCount: 600, values: costs),
      rowValue: Array(repeating: value, count: 1_000)
    )
    let stream = ChangeStream(problem, costs: 0...span, value: value, listLength: nil)
    try measure(
      "1,000 × 600, costs to \(span)", problem, stream: stream, changeCount: 10_000, checkInterval: 1,
      solveInterval: 100, random: &random)
  }

  private func listedProblem(rowsWorth value: Int64, using random: inout SplitMix64) -> AssignmentProblem {
    var pairs: [(row: Int, column: Int, cost: Int32)] = []
    for row in 0..<100_000 {
      var columns = Set<Int>()
      while columns.count < 20 { columns.insert(Int.random(in: 0..<100_000, using: &random)) }
      for column in columns { pairs.append((row, column, Int32.random(in: 0...1_000_000, using: &random))) }
    }
    return AssignmentProblem(
      costs: SparseCosts(rowCount: 100_000, columnCount: 100_000, pairs: pairs),
      rowValue: Array(repeating: value, count: 100_000))
  }

  @Test("100,000 × 100,000 with 20 pairs per row", arguments: [Int64(1_000_000), 100_000_000_000])
  func lists(value: Int64) throws {
    var random = SplitMix64(seed: 51)
    let problem = listedProblem(rowsWorth: value, using: &random)
    let stream = ChangeStream(problem, costs: 0...1_000_000, value: value, listLength: 20)
    try measure(
      "100,000 × 100,000 × 20, rows worth \(value)", problem, stream: stream, changeCount: 600, checkInterval: 50,
      solveInterval: .max, random: &random)
  }

  /// Making the problem of two million pairs and checking it takes longer than some hundred changes: after every tenth.
  @Test("100,000 × 100,000 with 20 pairs per row, 10,000 changes in a row")
  func longRun() throws {
    var random = SplitMix64(seed: 53)
    let value: Int64 = 1_000_000
    let problem = listedProblem(rowsWorth: value, using: &random)
    let stream = ChangeStream(problem, costs: 0...1_000_000, value: value, listLength: 20)
    try measure(
      "100,000 × 100,000 × 20, a long run", problem, stream: stream, changeCount: 10_000, checkInterval: 10,
      solveInterval: 100, random: &random)
  }

  @Test("10,000 solves and 100,000 changes do not grow the process")
  func memory() throws {
    func residentPages() throws -> Int {
      let fields = try String(contentsOfFile: "/proc/self/statm", encoding: .utf8).split(separator: " ")
      return Int(fields[1]) ?? 0
    }
    var random = SplitMix64(seed: 52)
    let problem = ProblemRecipe().sized(rows: 60...60, columns: 40...40).draw(using: &random)
    var session = try AssignmentSession(problem)
    func work(solveCount: Int) throws {
      for _ in 0..<solveCount {
        _ = try CapacitatedSolver().solve(problem)
        for _ in 0..<10 {
          let cost = Int32.random(in: 0...9, using: &random)
          try session.apply(
            .pairCost(
              row: Int.random(in: 0..<60, using: &random), column: Int.random(in: 0..<40, using: &random), cost: cost))
        }
        _ = try session.effect(of: .removeRow(Int.random(in: 0..<60, using: &random)))
        _ = try session.ranking().prefix(2).map(\.objective)
      }
    }
    try work(solveCount: 500)
    let before = try residentPages()
    try work(solveCount: 10_000)
    let after = try residentPages()
    print("resident pages: \(before) before, \(after) after 10,000 solves")
    #expect(after <= before + 256)
  }
}

extension AssignmentProblem {
  /// Whether the pairs are listed rather than tabled.
  fileprivate var storesLists: Bool {
    if case .sparse = costs { return true }
    return false
  }
}
