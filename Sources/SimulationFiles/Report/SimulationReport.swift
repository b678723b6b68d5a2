public import MatchingFiles
public import MatchingSimulation

/// `simulation.html`: what a simulation says, for a planner, on screen and on paper.
///
/// One page without scripts: what is to be expected, how sure that is, when it happens, who waits and why, what would
/// change it, and every assumption.
public enum SimulationReport {
  /// The page as UTF-8; the same bytes for the same replicates. Complexity: linear in figures and replicates.
  public static func file(of scenario: Scenario, _ summary: StudySummary) -> OutputFile {
    OutputFile(name: "simulation.html", bytes: page(of: scenario, summary))
  }

  static func page(of scenario: Scenario, _ summary: StudySummary) -> [UInt8] {
    guard let arm = summary.study.index(of: .scenario) else { return [] }
    let context = SimulationContext(
      scenario: scenario, summary: summary, arm: arm, baseline: summary.study.index(of: .baseline))
    let shell = PageShell(title: scenario.title, additions: SimulationStyle.sheet)
    var page = MarkupBuffer(reserving: 131_072)
    shell.open(&page)
    SimulationHead(context: context).write(&page)
    page.markup("<main>")
    TimeSeries(context: context).write(&page)
    WaitingSection(context: context).write(&page)
    ComparisonTables(context: context).write(&page)
    QuestionSection(context: context).write(&page)
    TornadoPlot(context: context).write(&page)
    AntennaFigures(context: context).write(&page)
    AssumptionTable(context: context).write(&page)
    page.markup("</main><footer><p>")
    page.text(
      "\(context.replicateCount) replicates, seed \(summary.study.seed). Every replicate is a different turn of luck in "
        + "the same world: other people come, at other days, and meet otherwise. Nobody in it exists.")
    page.markup("</p></footer>")
    shell.close(&page)
    return page.bytes
  }
}

/// What the parts of the report read.
struct SimulationContext {
  let scenario: Scenario
  let summary: StudySummary
  let arm: Int
  let baseline: Int?

  var replicateCount: Int { summary.replicates.count }
  var world: SimulatedWorld { scenario.world }

  func estimate(_ measure: Measure, scope: Int = 0) -> Estimate? {
    summary.estimate(measure, arm: arm, scope: scope)
  }

  /// `229 to 290`
  static func range(_ low: Double, _ high: Double, _ measure: Measure) -> String {
    "\(ReportNumbers.measure(low, measure)) to \(ReportNumbers.measure(high, measure))"
  }
}
