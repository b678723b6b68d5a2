public import ArgumentParser
import AssignmentSolvers
public import MatchingFiles

struct AssignCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "assign",
    abstract: "Solve any assignment problem from a file, with proof.",
    discussion: """
      Reads CSV, TSV, NumPy arrays (.npy), OR-Library (assign*, assignp*), DIMACS (.asn, and .min where it is an \
      assignment problem) and similarity tables (.in). Decimals are exact; a floating-point number counts as the \
      shortest decimal that reads back as it. Rows and columns are counted from 1; DIMACS files keep their node numbers.

      Without lower bounds the scarce side is matched in full at the least total. --row-lower 0 lets rows stay unmatched.
      Ends with code 11, and the reason, when the bounds cannot be met.
      """)

  @Argument(help: "The file with the values of the pairs.")
  var file: String

  @Option(
    help: "\(AssignmentFileFormat.allCases.map(\.rawValue).joined(separator: ", ")); told by the name if left out.")
  var inputFormat: AssignmentFileFormat?

  @Flag(name: [.customLong("maximise"), .customLong("maximize")], help: "The greatest total instead of the least.")
  var maximise = false

  @Option(help: "How many pairs a row can have: one number, or one for each row (2,1,3).")
  var rowCapacity: AssignmentTask.Bounds?

  @Option(help: "How many pairs a column can have.")
  var columnCapacity: AssignmentTask.Bounds?

  @Option(help: "How many pairs a row must have.")
  var rowLower: AssignmentTask.Bounds?

  @Option(help: "How many pairs a column must have.")
  var columnLower: AssignmentTask.Bounds?

  @Option(parsing: .unconditional, help: "The value of pairs that are not allowed: a number, blank, nan or inf.")
  var forbidValue: ForbiddenMark?

  @Option(help: "Round all values to so many decimals (0 to 9); exact if left out.")
  var decimals: Int?

  @Option(help: "The file to write the pairs to.")
  var out: String?

  @Option(help: "csv or json.")
  var format: AssignmentAnswerFiles.Format = .csv

  @Option(help: "The file to write the proof to, as JSON.")
  var certificate: String?

  @Flag(help: "Replace files of an earlier run.")
  var force = false

  func validate() throws {
    if let decimals, !(0...9).contains(decimals) { throw ValidationError("--decimals is 0 to 9") }
  }

  func run() throws {
    try Console.run {
      let input = try AssignmentFileReader.read(
        file, reading: AssignmentReading(format: inputFormat, forbiddenMark: forbidValue, decimals: decimals))
      Console.warn(input.warnings)
      let task = try task(of: input)
      switch try task.outcome() {
      case .optimal(let solution, _): try write(AssignmentAnswerFiles(task: task, solution: solution), of: task)
      case .infeasible(let set):
        try Console.print(task.text(of: set))
        throw ArgumentParser.ExitCode(11)
      case .stopped: preconditionFailure("nobody stops the solver")
      }
    }
  }

  private func task(of input: AssignmentFile) throws -> AssignmentTask {
    do throws(AssignmentTask.Mismatch) {
      return try AssignmentTask(
        file: input,
        options: AssignmentTask.Options(
          goal: maximise ? .maximise : .minimise, rowCapacity: rowCapacity, columnCapacity: columnCapacity,
          rowLowerBound: rowLower, columnLowerBound: columnLower))
    } catch {
      throw ValidationError(error.text)
    }
  }

  private func write(_ answer: AssignmentAnswerFiles, of task: AssignmentTask) throws {
    // An answer whose proof does not hold is never shown, let alone written.
    _ = try CertificateChecker.check(answer.solution, of: task.problem)
    let inputs = [task.file.input.identity]
    if let out { try OutputDirectory.write(answer.assignment(as: format), to: out, replacing: force, inputs: inputs) }
    if let certificate {
      try OutputDirectory.write(answer.certificate(), to: certificate, replacing: force, inputs: inputs)
    }
    try Console.print(answer.summary)
  }
}

extension AssignmentFileFormat: ExpressibleByArgument {}
extension AssignmentAnswerFiles.Format: ExpressibleByArgument {}

extension AssignmentTask.Bounds: ExpressibleByArgument {
  public init?(argument: String) { self.init(argument) }
}

extension ForbiddenMark: ExpressibleByArgument {
  public init?(argument: String) { self.init(argument) }
}
