public import IntegerProgramming

/// Why a matching could not be found as an integer program. Errors of the integer-programming solver itself are
/// `IntegerProgramError`.
public enum MatchingProgramError: Error, Equatable, Sendable {
  /// The gain of a pair is beyond ``MatchingProgram/largestCoefficient``, and not because of a value that all rows share.
  /// Remedy: a coarser unit, or one of the solvers of `AssignmentSolvers`.
  case coefficientTooLarge(row: Int, column: Int)
  /// A row value is beyond 2⁶¹ in magnitude.
  case rowValueTooLarge(row: Int)
  /// The program ended without the solution that every problem P has.
  case noSolution(IntegerProgramOutcome)
  /// The integer check refused the assignment that floating point took for optimal. Remedy: smaller row values or costs.
  case notProven
}

extension MatchingProgramError: CustomStringConvertible {
  public var description: String {
    switch self {
    case .coefficientTooLarge(let row, let column):
      """
      the gain of row \(row) with column \(column) is beyond \(MatchingProgram.largestCoefficient) in magnitude; \
      use a coarser unit or another solver
      """
    case .rowValueTooLarge(let row): "the value of row \(row) is beyond 2^61; use a coarser unit"
    case .noSolution(let outcome): "the integer program ended without a solution: \(outcome)"
    case .notProven: "the integer program's solution is not optimal in integers; use a coarser unit or another solver"
    }
  }
}
