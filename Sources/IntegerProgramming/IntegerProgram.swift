/// A mixed-integer linear program:
///
///     minimise or maximise  c_0 + Σ c_v x_v
///     subject to            L_r ≤ Σ a_rv x_v ≤ U_r  for each constraint r,
///                           l_v ≤ x_v ≤ u_v         for each variable v,  x_v integer where marked.
///
/// A value only: nothing is checked while it is built. ``validate()`` says what a solver would refuse. An absent bound is
/// an infinite one; equal bounds fix a value. Variables are named by the index ``addVariable(_:)`` returns; names serve
/// people and exported files.
public struct IntegerProgram: Sendable, Equatable {
  public enum Sense: Sendable { case minimise, maximise }

  public struct Variable: Sendable, Equatable {
    public var name: String
    public var lowerBound: Double
    public var upperBound: Double
    public var isInteger: Bool
    /// `c_v`, the coefficient in the objective.
    public var objective: Double

    /// Without bounds given: `x ≥ 0`.
    public init(
      name: String, lowerBound: Double = 0, upperBound: Double = .infinity, isInteger: Bool, objective: Double
    ) {
      self.name = name
      self.lowerBound = lowerBound
      self.upperBound = upperBound
      self.isInteger = isInteger
      self.objective = objective
    }
  }

  /// `coefficient · x_variable`.
  public struct Term: Sendable, Equatable {
    public var variable: Int
    public var coefficient: Double

    public init(_ coefficient: Double = 1, variable: Int) {
      self.variable = variable
      self.coefficient = coefficient
    }
  }

  public struct Constraint: Sendable, Equatable {
    public var name: String
    /// At most one term for each variable, in any order.
    public var terms: [Term]
    public var lowerBound: Double
    public var upperBound: Double

    public init(name: String, terms: [Term], lowerBound: Double = -.infinity, upperBound: Double = .infinity) {
      self.name = name
      self.terms = terms
      self.lowerBound = lowerBound
      self.upperBound = upperBound
    }
  }

  /// Where in a program something is wrong.
  public enum Part: Sendable, Equatable {
    case variable(Int)
    case constraint(Int)
  }

  public var sense: Sense
  /// `c_0`
  public var objectiveConstant = 0.0
  public var variables: [Variable] = []
  public var constraints: [Constraint] = []

  public init(sense: Sense) {
    self.sense = sense
  }

  /// - Returns: the index by which terms refer to the variable.
  public mutating func addVariable(_ variable: Variable) -> Int {
    variables.append(variable)
    return variables.count - 1
  }

  /// `c_0 + Σ c_v x_v`.
  /// - Precondition: one value for each variable.
  public func objective(of values: [Double]) -> Double {
    precondition(values.count == variables.count, "one value for each variable")
    return zip(variables, values).reduce(objectiveConstant) { $0 + $1.0.objective * $1.1 }
  }
}
