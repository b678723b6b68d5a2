internal import IntegerProgramming

extension RuledProblem {
  /// The cuts that are worth their time on this problem's ``RuledProgram``.
  ///
  /// None without knapsacks: the relaxation is then nearly integral, and branching on counts does the rest. With
  /// knapsacks, rounding. Covers gain little beside it, and GLPK 5.0 can go on adding them at one node for ever (seen on one
  /// of 1,000 random rule sets, with 39 pairs left).
  var helpfulCuts: GLPKSolver.Cuts {
    isKnapsack.contains(true) ? [.rounding] : []
  }
}
