/// Why a program was refused, or why the solver gave no answer. None of these is a wrong answer in disguise; that a
/// program is infeasible or took too long is an ``IntegerProgramOutcome``, not an error.
public enum IntegerProgramError: Error, Equatable, Sendable {
  // MARK: The program is refused before a solver sees it

  /// More variables, constraints or terms than a 32-bit index can count.
  case tooLarge(count: Int)
  /// A name is empty, longer than 255 bytes of UTF-8, or holds a control character.
  case badName(IntegerProgram.Part)
  /// Two variables, or two constraints, bear one name: an exported file would be ambiguous.
  case repeatedName(IntegerProgram.Part)
  /// A coefficient is infinite or not a number.
  case notFinite(IntegerProgram.Part)
  /// No number lies between the bounds: the lower is above the upper, one is not a number, or both are the same infinity.
  case emptyRange(IntegerProgram.Part)
  /// An integer variable has a bound that is no integer.
  case fractionalBound(variable: Int)
  /// A term names a variable that does not exist.
  case unknownVariable(constraint: Int, variable: Int)
  /// A constraint has two terms for one variable.
  case repeatedTerm(constraint: Int, variable: Int)
  /// Objectives could reach `magnitude` ≥ 2⁵³, where doubles no longer hold every integer.
  case objectiveBeyondExactness(magnitude: Double)
  /// An option of the solver is outside its range.
  case badOption(String)

  /// A file cannot be read as a program. The message is GLPK's.
  case unreadable(message: String)

  // MARK: The solver gave no answer

  /// GLPK is already in use on this thread, by a solve that asked its caller or by other code. Remedy: another thread.
  case solverBusy
  case outOfMemory
  /// GLPK would have ended the process, for example at its memory limit. The message is GLPK's.
  case solverAborted(message: String)
  /// GLPK gave up, for numerical reasons as a rule. The code is one of its `GLP_E…` numbers.
  case solverFailed(code: Int)
  /// GLPK's answer does not satisfy this part of the program when checked. Remedy: smaller coefficients.
  case unreliableAnswer(IntegerProgram.Part)
}

extension IntegerProgramError: CustomStringConvertible {
  public var description: String {
    switch self {
    case .tooLarge(let count): "the program is too large: \(count) entries, at most \(Int32.max - 1)"
    case .badName(let part): "\(part): the name is empty, longer than 255 bytes or has a control character"
    case .repeatedName(let part): "\(part): the name is taken"
    case .notFinite(let part): "\(part): a coefficient is infinite or not a number"
    case .emptyRange(let part): "\(part): no number lies between the bounds"
    case .fractionalBound(let variable): "variable \(variable) is integer but a bound is not; round the bound inwards"
    case .unknownVariable(let constraint, let variable): "constraint \(constraint): there is no variable \(variable)"
    case .repeatedTerm(let constraint, let variable): "constraint \(constraint): two terms for variable \(variable)"
    case .objectiveBeyondExactness(let magnitude):
      "the objective could reach \(magnitude), beyond 2^53; use a coarser unit"
    case .badOption(let reason): "\(reason)"
    case .unreadable(let message): "the file is no program: \(message)"
    case .solverBusy: "GLPK is already in use on this thread; solve on another one"
    case .outOfMemory: "no memory for GLPK"
    case .solverAborted(let message): "GLPK aborted: \(message)"
    case .solverFailed(let code): "GLPK gave up (code \(code))"
    case .unreliableAnswer(let part): "GLPK's answer does not satisfy \(part); use smaller coefficients"
    }
  }
}

extension IntegerProgram.Part: CustomStringConvertible {
  public var description: String {
    switch self {
    case .variable(let index): "variable \(index)"
    case .constraint(let index): "constraint \(index)"
    }
  }
}
