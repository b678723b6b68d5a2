extension IntegerProgram {
  /// Refuses what GLPK would abort on, and what it would silently answer wrongly: with a coefficient that is not a
  /// number it may report "optimal".
  ///
  /// Complexity: O(variables + constraints + terms).
  public func validate() throws(IntegerProgramError) {
    try checkSize()
    try checkVariables()
    try checkConstraints()
  }

  private func checkSize() throws(IntegerProgramError) {
    let termCount = constraints.reduce(0) { $0 + $1.terms.count }
    // One below the maximum, because arrays that count from 1 have one element more.
    for count in [variables.count, constraints.count, termCount] where count >= Int(Int32.max) {
      throw .tooLarge(count: count)
    }
  }

  private func checkVariables() throws(IntegerProgramError) {
    var names = Set<String>()
    guard objectiveConstant.isFinite else { throw .objectiveBeyondExactness(magnitude: .infinity) }
    var largestObjective = objectiveConstant.magnitude
    for (index, variable) in variables.enumerated() {
      let part = Part.variable(index)
      try checkName(variable.name, of: part, taken: &names)
      try checkRange(variable.lowerBound, variable.upperBound, of: part)
      guard variable.objective.isFinite else { throw .notFinite(part) }
      let finiteBounds = [variable.lowerBound, variable.upperBound].filter(\.isFinite)
      if variable.isInteger {
        for bound in finiteBounds where bound != bound.rounded() { throw .fractionalBound(variable: index) }
      }
      // A variable without a bound counts as 1 here: what it can reach is known only to the constraints.
      let reach = finiteBounds.reduce(1) { max($0, $1.magnitude) }
      largestObjective += variable.objective.magnitude * reach
    }
    guard largestObjective < 0x1p53 else { throw .objectiveBeyondExactness(magnitude: largestObjective) }
  }

  private func checkConstraints() throws(IntegerProgramError) {
    var names = Set<String>()
    var lastConstraintOfVariable = [Int](repeating: -1, count: variables.count)
    for (index, constraint) in constraints.enumerated() {
      let part = Part.constraint(index)
      try checkName(constraint.name, of: part, taken: &names)
      try checkRange(constraint.lowerBound, constraint.upperBound, of: part)
      for term in constraint.terms {
        guard variables.indices.contains(term.variable) else {
          throw .unknownVariable(constraint: index, variable: term.variable)
        }
        guard term.coefficient.isFinite else { throw .notFinite(part) }
        guard lastConstraintOfVariable[term.variable] != index else {
          throw .repeatedTerm(constraint: index, variable: term.variable)
        }
        lastConstraintOfVariable[term.variable] = index
      }
    }
  }

  private func checkName(_ name: String, of part: Part, taken: inout Set<String>) throws(IntegerProgramError) {
    let bytes = name.utf8
    guard (1...255).contains(bytes.count), bytes.allSatisfy({ $0 >= 0x20 && $0 != 0x7F }) else { throw .badName(part) }
    guard taken.insert(name).inserted else { throw .repeatedName(part) }
  }

  private func checkRange(_ lower: Double, _ upper: Double, of part: Part) throws(IntegerProgramError) {
    guard lower <= upper, lower < .infinity, upper > -.infinity else { throw .emptyRange(part) }
  }
}
