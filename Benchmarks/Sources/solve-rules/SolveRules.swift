import IntegerProgramming
import MatchingRules
import ProcessMeter

#if canImport(FoundationEssentials)
  import FoundationEssentials
#else
  import Foundation
#endif

/// `solve-rules [--whole] [--limit SECONDS] [--gap G] [--mps FILE] INSTANCE...` solves instances one after the other and
/// prints one JSON line for each: what was found and proved, the seconds of the solve alone (steady clock and processor),
/// and the most memory the process held so far. `--whole` takes route 1, the whole model to GLPK; `--mps` also writes our
/// formulation, to be minimised, for other solvers (several instances: into a folder). An instance that ends in `.mps` is a
/// program in fixed MPS format and goes to GLPK as it is, with cuts.
@main
struct SolveRules {
  static func main() throws {
    var arguments = CommandLine.arguments.dropFirst()
    var limits = SolveLimits()
    var takesWholeModel = false
    var modelPath: String?
    var paths: [String] = []
    while let argument = arguments.popFirst() {
      switch argument {
      case "--whole": takesWholeModel = true
      case "--limit": limits.timeLimit = .milliseconds(Int((Double(arguments.popFirst() ?? "") ?? 0) * 1000))
      case "--gap": limits.relativeGap = Double(arguments.popFirst() ?? "") ?? 0
      case "--mps": modelPath = arguments.popFirst()
      default: paths.append(argument)
      }
    }
    for path in paths {
      if path.hasSuffix(".mps") {
        try solveProgram(path, limits)
        continue
      }
      let problem = try RuledInstance(path).problem
      if let modelPath {
        let name = path.split(separator: "/").last ?? "model"
        let target = paths.count > 1 ? "\(modelPath)/\(name).mps" : modelPath
        try Data(RuledProgram(problem).program.minimising.mps()).write(to: URL(fileURLWithPath: target))
      }
      let processor = ProcessMeter.cpuSeconds
      let clock = ContinuousClock.now
      let outcome =
        try takesWholeModel
        ? WholeModelSolver(limits: limits).solve(problem) : LagrangianSolver(limits: limits).solve(problem)
      let elapsed = ContinuousClock.now - clock
      let seconds = Double(elapsed.components.seconds) + 1e-18 * Double(elapsed.components.attoseconds)
      var members = [("instance", "\"\(path)\""), ("status", "\"\(status(outcome))\"")]
      if let solution = outcome.solution {
        members += [
          ("value", "\(solution.value)"), ("bound", "\(solution.bound)"), ("gap", "\(solution.relativeGap)"),
          ("excludedPairs", "\(solution.excludedPairCount)"),
        ]
      }
      members += [
        ("pairs", "\(problem.pairCount)"), ("seconds", "\(seconds)"),
        ("cpuSeconds", "\(ProcessMeter.cpuSeconds - processor)"), ("peakBytes", "\(ProcessMeter.peakBytes)"),
      ]
      print("{" + members.map { "\"\($0)\": \($1)" }.joined(separator: ", ") + "}")
    }
  }

  private static func solveProgram(_ path: String, _ limits: SolveLimits) throws {
    var options = GLPKSolver.Options()
    options.timeLimit = limits.timeLimit
    options.cuts = .all
    let clock = ContinuousClock.now
    let outcome = try GLPKSolver(options: options).solve(IntegerProgram(readingMPS: path, format: .fixed))
    let told: (status: String, value: Double?, bound: Double?) =
      switch outcome {
      case .optimal(let solution): ("optimal", solution.objective, solution.objective)
      case .feasible(let solution, let bound, _): ("feasible", solution.objective, bound)
      case .infeasible: ("infeasible", nil, nil)
      case .unbounded: ("unbounded", nil, nil)
      case .stopped(_, let bound): ("stopped", nil, bound)
      }
    let elapsed = ContinuousClock.now - clock
    let seconds = Double(elapsed.components.seconds) + 1e-18 * Double(elapsed.components.attoseconds)
    func number(_ value: Double?) -> String { value.map { "\($0)" } ?? "null" }
    print(
      "{\"instance\": \"\(path)\", \"status\": \"\(told.status)\", \"value\": \(number(told.value)), "
        + "\"bound\": \(number(told.bound)), \"seconds\": \(seconds)}")
  }

  private static func status(_ outcome: RuledOutcome) -> String {
    switch outcome {
    case .optimal: "optimal"
    case .feasible: "feasible"
    case .infeasible: "infeasible"
    case .stopped: "stopped"
    }
  }
}
