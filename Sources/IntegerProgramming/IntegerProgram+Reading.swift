internal import CGLPK

extension IntegerProgram {
  public enum MPSFormat: Sendable {
    /// Fields at fixed columns, names of at most 8 characters.
    case fixed
    /// Fields separated by spaces.
    case free
  }

  /// Reads a program from a file in MPS format, with GLPK's reader.
  ///
  /// Names are kept; where the file has none, or twice the same, numbers take their place. The sense is minimise, as the
  /// format has none.
  ///
  /// - Parameter path: a regular file; a name that ends in `.gz` is decompressed.
  /// - Throws: ``IntegerProgramError/unreadable(message:)`` with GLPK's words when the file is missing or no such program,
  ///   ``IntegerProgramError/solverAborted(message:)`` where GLPK would have ended the process.
  public init(readingMPS path: String, format: MPSFormat = .free) throws(IntegerProgramError) {
    var model = unsafe cglpk_model()
    var message = [CChar](repeating: 0, count: 512)
    let status = unsafe cglpk_read_mps(path, format == .free, &model, &message, Int32(message.count))
    let text = String(
      decoding: message.prefix { $0 != 0 }.map(UInt8.init(bitPattern:)), as: UTF8.self
    ).split(separator: "\n").joined(separator: "; ")
    switch status {
    case .CGLPK_READ_DONE: break
    case .CGLPK_READ_REFUSED: throw .unreadable(message: text)
    case .CGLPK_READ_ABORTED: throw .solverAborted(message: text)
    case .CGLPK_READ_BUSY: throw .solverBusy
    case .CGLPK_READ_NO_MEMORY: throw .outOfMemory
    }
    defer { unsafe cglpk_free_model(&model) }
    self = unsafe GLPKModel.program(model)
  }
}

extension GLPKModel {
  /// - Precondition: the model was read successfully and not freed.
  fileprivate static func program(_ model: cglpk_model) -> IntegerProgram {
    let shape = unsafe model.shape
    var program = IntegerProgram(sense: shape.maximise ? .maximise : .minimise)
    // GLPK adds the right-hand side of the objective's row; other readers, and our writer, take it for minus the constant.
    program.objectiveConstant = 0 - shape.objective_constant
    let columnNames = unsafe names(model.column_names, count: Int(shape.column_count), prefix: "x")
    for index in 0..<Int(shape.column_count) {
      let column = unsafe model.columns[index]
      _ = program.addVariable(
        .init(
          name: columnNames[index], lowerBound: column.lower, upperBound: column.upper, isInteger: column.is_integer,
          objective: column.objective))
    }
    let rowNames = unsafe names(model.row_names, count: Int(shape.row_count), prefix: "r")
    for index in 0..<Int(shape.row_count) {
      let row = unsafe model.rows[index]
      program.constraints.append(
        .init(name: rowNames[index], terms: [], lowerBound: row.lower, upperBound: row.upper))
    }
    for entry in 1..<Int(shape.entry_count) + 1 {
      let row = unsafe Int(model.entry_row[entry]) - 1
      let term = unsafe IntegerProgram.Term(model.entry_value[entry], variable: Int(model.entry_column[entry]) - 1)
      program.constraints[row].terms.append(term)
    }
    return program
  }

  /// Names that follow one another, each ended by a zero byte; `prefix` and a number for those missing or taken.
  private static func names(_ bytes: UnsafeMutablePointer<CChar>, count: Int, prefix: String) -> [String] {
    var names: [String] = []
    var taken = Set<String>()
    var next = unsafe bytes
    for index in 0..<count {
      let name = unsafe String(cString: next)
      unsafe next += name.utf8.count + 1
      let unique = name.isEmpty || taken.contains(name) ? "\(prefix)\(index + 1)" : name
      taken.insert(unique)
      names.append(unique)
    }
    return names
  }
}
