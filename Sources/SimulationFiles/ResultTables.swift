import MatchingFiles
import MatchingSimulation

/// The tables of a study: `results.csv` with every figure of every arm and antenna, `differences.csv` with the paired
/// differences, `series.csv` with the figures over time.
struct ResultTables {
  let summary: StudySummary

  var files: [OutputFile] { [results, differences, series] }

  private var results: OutputFile {
    var table = CSVWriter(columns: [
      "arm", "antenna", "figure", "unit", "replicates", "mean", "lower95", "upper95", "percentile5", "median",
      "percentile95",
    ])
    for arm in summary.study.arms.indices {
      for (scope, antenna) in summary.scopeNames(ofArm: arm).enumerated() {
        for measure in Measure.allCases {
          guard let estimate = summary.estimate(measure, arm: arm, scope: scope) else { continue }
          table.append(
            names(arm, antenna) + [.exact(measure.rawValue), .exact(measure.unit.rawValue)] + interval(estimate)
              + [estimate.percentile5, estimate.median, estimate.percentile95].map { .exact(Decimals.text($0)) })
        }
      }
    }
    return OutputFile(name: "results.csv", bytes: table.bytes)
  }

  private var differences: OutputFile {
    var table = CSVWriter(columns: [
      "arm", "antenna", "minus", "figure", "unit", "replicates", "difference", "lower95", "upper95",
    ])
    for arm in summary.study.arms.indices {
      guard let other = summary.reference(ofArm: arm) else { continue }
      for (scope, antenna) in summary.scopeNames(ofArm: arm).enumerated() {
        for measure in Measure.allCases {
          guard let estimate = summary.difference(measure, arm: arm, minus: other, scope: scope) else { continue }
          table.append(
            names(arm, antenna) + [.text(summary.study.arms[other].name), .exact(measure.rawValue)]
              + [.exact(measure.unit.rawValue)] + interval(estimate))
        }
      }
    }
    return OutputFile(name: "differences.csv", bytes: table.bytes)
  }

  private var series: OutputFile {
    var table = CSVWriter(columns: [
      "arm", "antenna", "firstDay", "figure", "replicates", "mean", "lower95", "upper95", "percentile5", "median",
      "percentile95",
    ])
    for arm in summary.study.arms.indices where summary.study.arms[arm].isDetailed {
      for (scope, antenna) in summary.scopeNames(ofArm: arm).enumerated() {
        for tally in PeriodTally.allCases {
          for (period, estimate) in summary.series(tally, arm: arm, scope: scope).enumerated() {
            table.append(
              names(arm, antenna) + [.integer(period * RecordLayout.periodDays), .exact("\(tally)")]
                + interval(estimate)
                + [estimate.percentile5, estimate.median, estimate.percentile95].map { .exact(Decimals.text($0)) })
          }
        }
      }
    }
    return OutputFile(name: "series.csv", bytes: table.bytes)
  }

  private func names(_ arm: Int, _ antenna: String) -> [CSVWriter.Cell] {
    [.text(summary.study.arms[arm].name), .exact(antenna)]
  }

  /// Number of replicates, mean and the ends of the interval; no ends below two replicates.
  private func interval(_ estimate: Estimate) -> [CSVWriter.Cell] {
    let isKnown = estimate.halfWidth != nil
    return [
      .integer(estimate.count), .exact(Decimals.text(estimate.mean)),
      isKnown ? .exact(Decimals.text(estimate.lower)) : .blank,
      isKnown ? .exact(Decimals.text(estimate.upper)) : .blank,
    ]
  }
}

extension StudySummary {
  /// What an arm is compared with: the scenario with its baseline, everything else with the scenario.
  func reference(ofArm arm: Int) -> Int? {
    switch study.arms[arm].role {
    case .scenario: study.index(of: .baseline)
    case .baseline: nil
    case .sensitivity, .variant, .alternative: study.index(of: .scenario)
    }
  }
}

/// Decimal numbers as text.
enum Decimals {
  /// Rounded to four decimals, without trailing zeros; the same on every machine.
  static func text(_ value: Double) -> String {
    let scaled = (value * 10_000).rounded()
    guard scaled.magnitude < 1e15 else { return value.description }
    let whole = Int(scaled)
    let fraction = Int(whole.magnitude % 10_000)
    var text = (whole < 0 ? "-" : "") + String(whole.magnitude / 10_000)
    if fraction > 0 {
      var digits = String(fraction)
      digits = String(repeating: "0", count: 4 - digits.utf8.count) + digits
      while digits.hasSuffix("0") { digits.removeLast() }
      text += "." + digits
    }
    return text
  }
}
