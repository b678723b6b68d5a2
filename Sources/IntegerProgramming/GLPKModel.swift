internal import CGLPK

/// A validated program in the arrays that the C shim reads, and the one call to it.
struct GLPKModel {
  private let shape: cglpk_shape
  private let columns: [cglpk_column]
  private let columnNames: [CChar]
  private let rows: [cglpk_row]
  private let rowNames: [CChar]
  private let entryRow: [Int32]
  private let entryColumn: [Int32]
  private let entryValue: [Double]

  /// - Precondition: the program passes ``IntegerProgram/validate()``.
  init(_ program: IntegerProgram) {
    columns = program.variables.map {
      cglpk_column(lower: $0.lowerBound, upper: $0.upperBound, objective: $0.objective, is_integer: $0.isInteger)
    }
    columnNames = Self.joined(program.variables.lazy.map(\.name))
    rows = program.constraints.map { cglpk_row(lower: $0.lowerBound, upper: $0.upperBound) }
    rowNames = Self.joined(program.constraints.lazy.map(\.name))
    // GLPK counts from 1: element 0 of the entries is unused.
    var entryRow: [Int32] = [0]
    var entryColumn: [Int32] = [0]
    var entryValue: [Double] = [0]
    for (row, constraint) in program.constraints.enumerated() {
      for term in constraint.terms where term.coefficient != 0 {
        entryRow.append(Int32(row + 1))
        entryColumn.append(Int32(term.variable + 1))
        entryValue.append(term.coefficient)
      }
    }
    (self.entryRow, self.entryColumn, self.entryValue) = (entryRow, entryColumn, entryValue)
    shape = cglpk_shape(
      maximise: program.sense == .maximise, column_count: Int32(columns.count), row_count: Int32(rows.count),
      entry_count: Int32(entryRow.count - 1), objective_constant: program.objectiveConstant)
  }

  /// The names one after the other, each ended by a zero byte.
  private static func joined(_ names: some Sequence<String>) -> [CChar] {
    names.flatMap { $0.utf8.map(CChar.init(bitPattern:)) + [0] }
  }

  func solve(
    options: GLPKSolver.Options, start: [Double]?, isCancelled: @escaping @Sendable () -> Bool
  ) -> GLPKAnswer {
    var values = [Double](repeating: 0, count: columns.count)
    var message = [CChar](repeating: 0, count: 512)
    let question = StopQuestion(isCancelled: isCancelled)
    // The shim keeps no pointer beyond the call, and the question outlives it.
    let result = withExtendedLifetime(question) {
      let limits = unsafe cglpk_options(
        time_limit_ms: options.timeLimitMilliseconds,
        memory_limit_mb: Int32(options.memoryLimitMegabytes ?? 0),
        node_limit: Int64(options.nodeLimit ?? 0),
        relative_gap: options.relativeGap, presolve: options.usesPresolver, cuts: options.cuts.rawValue,
        has_start: start != nil && !options.usesPresolver,
        should_stop: { context in
          guard let context = unsafe context else { return false }
          return unsafe Unmanaged<StopQuestion>.fromOpaque(context).takeUnretainedValue().isCancelled()
        },
        context: Unmanaged.passUnretained(question).toOpaque())
      return unsafe cglpk_solve(
        shape, columns, columnNames, rows, rowNames, entryRow, entryColumn, entryValue, limits, start ?? [], &values,
        &message,
        Int32(message.count))
    }
    let text = message.prefix { $0 != 0 }.map(UInt8.init(bitPattern:))
    return GLPKAnswer(result: result, values: values, message: String(decoding: text, as: UTF8.self))
  }
}

/// Carries the caller's closure through C.
private final class StopQuestion: Sendable {
  let isCancelled: @Sendable () -> Bool

  init(isCancelled: @escaping @Sendable () -> Bool) {
    self.isCancelled = isCancelled
  }
}
