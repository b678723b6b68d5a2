import AssignmentInstances
import AssignmentSolvers
import ProcessMeter

/// `solve-instance SOLVER INSTANCE` solves one instance and prints one JSON line: the seconds of the solve alone (steady
/// clock), the answer, and the most memory the process held. `solve-instance --list` prints the solvers.
///
/// Short solves are repeated and their median is told, as the other codes' runner does it. The proof is checked after the
/// measurement; a proof that does not hold is an error.
@main
struct SolveInstance {
  static func main() throws {
    let arguments = Array(CommandLine.arguments.dropFirst())
    if arguments == ["--list"] {
      for named in MeasuredSolver.all {
        print(
          json([
            ("name", quoted(named.name)), ("layouts", quoted(named.layouts.map(\.rawValue).joined(separator: " "))),
            ("isDefault", "\(named.isDefault)"),
          ]))
      }
      return
    }
    guard arguments.count == 2, let named = MeasuredSolver.all.first(where: { $0.name == arguments[0] }) else {
      throw InstanceError(description: "usage: solve-instance SOLVER INSTANCE, or --list")
    }
    let baseBytes = ProcessMeter.peakBytes
    try measure(named, on: Instance(arguments[1]), baseBytes: baseBytes)
  }

  /// Repetitions end when either is reached.
  private static let repeatSeconds = 0.2
  private static let repeatCount = 9

  private static func measure(_ named: MeasuredSolver, on instance: Instance, baseBytes: Int) throws {
    let clock = ContinuousClock()
    var seconds: [Double] = []
    var cpuSeconds: [Double] = []
    var peakBytes = 0
    var last: AssignmentOutcome?
    repeat {
      last = nil
      let cpuBefore = ProcessMeter.cpuSeconds
      let start = clock.now
      let outcome = try named.solver.solve(instance.problem, control: SolveControl())
      seconds.append((clock.now - start) / .seconds(1))
      cpuSeconds.append(ProcessMeter.cpuSeconds - cpuBefore)
      if peakBytes == 0 { peakBytes = ProcessMeter.peakBytes }
      last = outcome
    } while seconds.reduce(0, +) < repeatSeconds && seconds.count < repeatCount

    guard case .optimal(let solution, let statistics)? = last else {
      throw InstanceError(description: "no optimum was found")
    }
    _ = try CertificateChecker.check(solution, of: instance.problem)
    print(
      json([
        ("seconds", "\(median(seconds))"), ("cpuSeconds", "\(median(cpuSeconds))"),
        ("value", "\(try instance.value(of: solution))"), ("pairs", "\(solution.assignment.pairCount)"),
        ("peakBytes", "\(peakBytes)"), ("baseBytes", "\(baseBytes)"),
        ("searches", "\(statistics.searchCount)"), ("scannedPairs", "\(statistics.scannedPairCount)"),
        ("pricingPasses", "\(statistics.pricingPassCount)"),
      ]))
  }

  private static func median(_ values: [Double]) -> Double {
    let sorted = values.sorted()
    return (sorted[(sorted.count - 1) / 2] + sorted[sorted.count / 2]) / 2
  }

  private static func json(_ members: [(String, String)]) -> String {
    "{" + members.map { "\(quoted($0.0)): \($0.1)" }.joined(separator: ", ") + "}"
  }

  /// - Precondition: plain letters, as all names here are.
  private static func quoted(_ text: String) -> String { "\"\(text)\"" }
}
