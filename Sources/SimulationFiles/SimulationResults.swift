public import MatchingFiles
public import MatchingSimulation

/// The files of a finished simulation.
public enum SimulationResults {
  /// `results.csv`, `differences.csv`, `series.csv`, `results.json` and `simulation.html`.
  public static func files(of scenario: Scenario, _ summary: StudySummary) -> [OutputFile] {
    ResultTables(summary: summary).files + [
      ResultJSON(scenario: scenario, summary: summary).file, SimulationReport.file(of: scenario, summary),
    ]
  }
}
