extension IntegerProgram {
  /// CPLEX LP. Its names may not hold brackets, operators or spaces, nor start like a number, so that every other byte than
  /// an ASCII letter or digit becomes `_`, a letter is put in front where one is missing, and a number is added where two
  /// names would become one.
  ///
  /// - Throws: what ``validate()`` throws.
  public func lpFormat() throws(IntegerProgramError) -> [UInt8] {
    try validate()
    let names = Self.plainNames(variables.map(\.name), prefix: "x")
    let rows = Self.plainNames(constraints.map(\.name), prefix: "r")
    var text = sense == .maximise ? "Maximize\n" : "Minimize\n"
    var objective = variables.indices.filter { variables[$0].objective != 0 }
      .map { Term(variables[$0].objective, variable: $0) }
    if objective.isEmpty, !variables.isEmpty { objective = [Term(0, variable: 0)] }
    text += " obj: \(Self.sum(objective, names))"
    if objectiveConstant != 0 { text += " + \(Self.number(objectiveConstant)) constant_one" }
    text += "\nSubject To\n"
    for (constraint, row) in zip(constraints, rows) {
      var terms = constraint.terms.filter { $0.coefficient != 0 }
      // The format has no empty sum.
      if terms.isEmpty, !variables.isEmpty { terms = [Term(0, variable: 0)] }
      guard !terms.isEmpty else { continue }
      let sum = Self.sum(terms, names)
      if constraint.lowerBound == constraint.upperBound {
        text += " \(row): \(sum) = \(Self.number(constraint.lowerBound))\n"
        continue
      }
      if constraint.upperBound.isFinite { text += " \(row): \(sum) <= \(Self.number(constraint.upperBound))\n" }
      if constraint.lowerBound.isFinite {
        let label = constraint.upperBound.isFinite ? "\(row)_lower" : row
        text += " \(label): \(sum) >= \(Self.number(constraint.lowerBound))\n"
      }
    }
    text += "Bounds\n"
    if objectiveConstant != 0 { text += " constant_one = 1\n" }
    for (variable, name) in zip(variables, names) {
      let (low, high) = (variable.lowerBound, variable.upperBound)
      if low == 0 && !high.isFinite { continue }
      if !low.isFinite && !high.isFinite {
        text += " \(name) free\n"
      } else {
        let lower = low.isFinite ? Self.number(low) : "-inf"
        text += high.isFinite ? " \(lower) <= \(name) <= \(Self.number(high))\n" : " \(name) >= \(lower)\n"
      }
    }
    let integers = variables.indices.filter { variables[$0].isInteger }
    if !integers.isEmpty {
      text += "General\n"
      for index in integers { text += " \(names[index])\n" }
    }
    text += "End\n"
    return Array(text.utf8)
  }

  /// Lines are broken between terms: readers have limits.
  private static func sum(_ terms: [Term], _ names: [String]) -> String {
    var text = ""
    for (index, term) in terms.enumerated() {
      if index > 0 { text += index.isMultiple(of: 8) ? "\n  " : " " }
      text += "\(term.coefficient < 0 ? "-" : "+") \(number(term.coefficient.magnitude)) \(names[term.variable])"
    }
    return text
  }

  private static func plainNames(_ names: [String], prefix: String) -> [String] {
    var taken: Set<String> = ["constant_one"]
    return names.enumerated().map { index, name in
      var plain = ""
      for byte in name.utf8 {
        let isPlain = (0x30...0x39).contains(byte) || (0x41...0x5A).contains(byte) || (0x61...0x7A).contains(byte)
        plain.unicodeScalars.append(isPlain ? Unicode.Scalar(byte) : "_")
      }
      // "e5" and the like read as numbers, "free" and "end" as words of the format.
      plain = "\(prefix)_\(plain)"
      if !taken.insert(plain).inserted {
        plain += "_\(index)"
        taken.insert(plain)
      }
      return plain
    }
  }
}
