import AntennaSiting

/// The table that `site` prints.
enum SitingText {
  static func table(_ problem: SitingProblem, _ plans: [SitingPlan]) -> String {
    if plans.isEmpty { return "no choice of \(problem.openCount) districts keeps the rules" }
    let people = problem.demands.reduce(0) { $0 + $1.weight }
    return plans.enumerated().map { rank, plan in
      let names = plan.open.map { problem.sites[$0].name }.joined(separator: ", ")
      let metres = people == 0 ? 0 : (plan.travelMetres + people / 2) / people
      var line = "\(rank + 1)  \(kilometres(metres)) to the nearest office on average"
      if case .coverage(let limit) = problem.objective {
        line += "; \(people == 0 ? 0 : 100 * plan.coveredWeight / people) % within \(kilometres(limit))"
      }
      return line + ": " + names
    }.joined(separator: "\n")
  }

  private static func kilometres(_ metres: Int) -> String {
    "\(metres / 1_000).\((metres % 1_000) / 100)\((metres % 100) / 10) km"
  }
}
