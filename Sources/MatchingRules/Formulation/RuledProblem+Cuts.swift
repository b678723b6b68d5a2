internal import IntegerProgramming

extension RuledProblem {
  /// The cuts that are worth their time on this problem's ``RuledProgram``.
  ///
  /// None without knapsacks: the relaxation is then nearly integral, and branching on counts does the rest. With
  /// knapsacks, covers and rounding.
  var helpfulCuts: GLPKSolver.Cuts {
    isKnapsack.contains(true) ? [.rounding, .cover] : []
  }
}
