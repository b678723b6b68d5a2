/// Programs as text, for other solvers: free MPS and CPLEX LP. Both hold the same program; numbers are written so that they
/// read back exactly.
extension IntegerProgram {
  /// Free MPS. The format has no direction; the section `OBJSENSE`, which most readers know, names it. A reader that
  /// only minimises (GLPK's) needs a program stated to minimise: see ``minimising``.
  ///
  /// - Throws: what ``validate()`` throws, and ``IntegerProgramError/badName(_:)`` for a name with a space.
  public func mps(name: String = "program") throws(IntegerProgramError) -> [UInt8] {
    try validate()
    try refuseSpaces()
    var text = "NAME \(name)\n"
    if sense == .maximise { text += "OBJSENSE\n    MAX\n" }
    text += "ROWS\n N \(Self.objectiveName)\n"
    for constraint in constraints { text += " \(Self.rowType(constraint)) \(constraint.name)\n" }
    text += "COLUMNS\n"
    var entries = [[(constraint: Int, value: Double)]](repeating: [], count: variables.count)
    for (index, constraint) in constraints.enumerated() {
      for term in constraint.terms where term.coefficient != 0 {
        entries[term.variable].append((index, term.coefficient))
      }
    }
    var isInteger = false
    var markerCount = 0
    func mark(_ integer: Bool) {
      guard integer != isInteger else { return }
      isInteger = integer
      text += " M\(markerCount) 'MARKER' '\(integer ? "INTORG" : "INTEND")'\n"
      markerCount += 1
    }
    for (index, variable) in variables.enumerated() {
      mark(variable.isInteger)
      // A column without an entry would not exist.
      if variable.objective != 0 || entries[index].isEmpty {
        text += " \(variable.name) \(Self.objectiveName) \(Self.number(variable.objective))\n"
      }
      for (constraint, value) in entries[index] {
        text += " \(variable.name) \(constraints[constraint].name) \(Self.number(value))\n"
      }
    }
    mark(false)
    text += "RHS\n"
    if objectiveConstant != 0 { text += " R \(Self.objectiveName) \(Self.number(-objectiveConstant))\n" }
    for constraint in constraints {
      let side = constraint.upperBound.isFinite ? constraint.upperBound : constraint.lowerBound
      if side.isFinite && side != 0 { text += " R \(constraint.name) \(Self.number(side))\n" }
    }
    text += "RANGES\n"
    for constraint in constraints
    where constraint.lowerBound.isFinite && constraint.upperBound.isFinite
      && constraint.lowerBound != constraint.upperBound
    {
      text += " R \(constraint.name) \(Self.number(constraint.upperBound - constraint.lowerBound))\n"
    }
    text += "BOUNDS\n"
    for variable in variables { text += Self.bounds(variable) }
    text += "ENDATA\n"
    return Array(text.utf8)
  }

  /// The same program with the objective negated where it is to be maximised.
  public var minimising: IntegerProgram {
    guard sense == .maximise else { return self }
    var program = self
    program.sense = .minimise
    program.objectiveConstant = -objectiveConstant
    for index in variables.indices { program.variables[index].objective = -variables[index].objective }
    return program
  }

  static let objectiveName = "objective"

  private func refuseSpaces() throws(IntegerProgramError) {
    for (index, variable) in variables.enumerated() where variable.name.utf8.contains(0x20) {
      throw .badName(.variable(index))
    }
    for (index, constraint) in constraints.enumerated()
    where constraint.name.utf8.contains(0x20) || constraint.name == Self.objectiveName {
      throw .badName(.constraint(index))
    }
  }

  private static func rowType(_ constraint: Constraint) -> String {
    if constraint.lowerBound == constraint.upperBound { return "E" }
    if constraint.upperBound.isFinite { return "L" }
    return constraint.lowerBound.isFinite ? "G" : "N"
  }

  private static func bounds(_ variable: Variable) -> String {
    let (low, high) = (variable.lowerBound, variable.upperBound)
    func line(_ type: String, _ value: Double?) -> String {
      " \(type) B \(variable.name)" + (value.map { " \(number($0))" } ?? "") + "\n"
    }
    if low == high { return line("FX", low) }
    if !low.isFinite && !high.isFinite { return line("FR", nil) }
    var text = ""
    if !low.isFinite { text += line("MI", nil) } else if low != 0 || variable.isInteger { text += line("LO", low) }
    // Without a bound some readers take an integer column for a binary one.
    if high.isFinite { text += line("UP", high) } else if variable.isInteger { text += line("PL", nil) }
    return text
  }

  /// The shortest digits that read back as the same number; whole numbers without a fraction.
  static func number(_ value: Double) -> String {
    let text = value.description
    return text.hasSuffix(".0") ? String(text.dropLast(2)) : text
  }
}
