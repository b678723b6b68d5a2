extension IntegerProgram {
  /// How far a value may be from an integer, and a value or sum of continuous variables from its bounds; the latter
  /// relative to the size of the sum's terms where that exceeds 1.
  static let tolerance = 1e-6

  /// Rounds a solver's values where they must be integers, and checks every bound and constraint on the result.
  ///
  /// Where all coefficients and variables of a constraint are integers, the sum is exact and nothing is tolerated.
  func verified(_ values: [Double]) throws(IntegerProgramError) -> IntegerProgramSolution {
    var values = values
    for (index, variable) in variables.enumerated() {
      if variable.isInteger {
        let rounded = values[index].rounded()
        guard (values[index] - rounded).magnitude <= Self.tolerance else { throw .unreliableAnswer(.variable(index)) }
        values[index] = rounded
      }
      let slack = variable.isInteger ? 0 : Self.tolerance * max(1, values[index].magnitude)
      guard values[index] >= variable.lowerBound - slack, values[index] <= variable.upperBound + slack else {
        throw .unreliableAnswer(.variable(index))
      }
    }
    for (index, constraint) in constraints.enumerated() {
      var sum = 0.0
      var magnitude = 0.0
      var isExact = true
      for term in constraint.terms {
        let value = term.coefficient * values[term.variable]
        sum += value
        magnitude += value.magnitude
        isExact = isExact && variables[term.variable].isInteger && term.coefficient == term.coefficient.rounded()
      }
      let slack = isExact && magnitude < 0x1p53 ? 0 : Self.tolerance * max(1, magnitude)
      guard sum >= constraint.lowerBound - slack, sum <= constraint.upperBound + slack else {
        throw .unreliableAnswer(.constraint(index))
      }
    }
    return IntegerProgramSolution(values: values, objective: objective(of: values))
  }

  /// Whether values keep every bound and constraint, exactly where everything is an integer.
  public func isSatisfied(by values: [Double]) -> Bool {
    values.count == variables.count && (try? verified(values)) != nil
  }

  func checkStart(_ values: [Double]) throws(IntegerProgramError) {
    guard values.count == variables.count else { throw .badOption("the start has not one value for each variable") }
    do {
      _ = try verified(values)
    } catch {
      throw .badOption("the start breaks a bound or constraint")
    }
  }
}
