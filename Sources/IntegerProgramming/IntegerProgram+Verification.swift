extension IntegerProgram {
  /// How far a value may be from an integer, and how far, relative to the size of its terms, a sum may leave its bounds.
  static let tolerance = 1e-6

  /// Rounds a solver's values where they must be integers, and checks every bound and constraint on the result.
  ///
  /// With integer coefficients all sums are exact. Otherwise a bound may be missed by ``tolerance`` times the sum of the
  /// magnitudes of the terms, or by ``tolerance`` where that sum is below 1.
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
      var magnitude = 1.0
      for term in constraint.terms {
        let value = term.coefficient * values[term.variable]
        sum += value
        magnitude += value.magnitude
      }
      let slack = Self.tolerance * magnitude
      guard sum >= constraint.lowerBound - slack, sum <= constraint.upperBound + slack else {
        throw .unreliableAnswer(.constraint(index))
      }
    }
    return IntegerProgramSolution(values: values, objective: objective(of: values))
  }
}
