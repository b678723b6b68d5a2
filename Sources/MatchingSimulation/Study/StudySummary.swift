import MentorMatching

/// The figures of a study over its replicates: estimates with intervals, paired differences, bands over time.
public struct StudySummary: Sendable {
  public let study: Study
  /// The replicates summed up, ascending.
  public let replicates: [Int]
  /// `records[arm][k]` belongs to `replicates[k]`; nil where the arm was not played.
  private let records: [[ReplicateRecord?]]

  /// - Precondition: each replicate once, with the records of its arms.
  public init(study: Study, results: [ReplicateResult]) {
    let sorted = results.sorted { $0.replicate < $1.replicate }
    precondition(zip(sorted, sorted.dropFirst()).allSatisfy { $0.replicate < $1.replicate }, "each replicate once")
    self.study = study
    replicates = sorted.map(\.replicate)
    var records = [[ReplicateRecord?]](
      repeating: Array(repeating: nil, count: sorted.count), count: study.arms.count)
    for (position, result) in sorted.enumerated() {
      for (arm, record) in zip(study.armIndices(ofReplicate: result.replicate), result.records) {
        records[arm][position] = record
      }
    }
    self.records = records
  }

  /// The names of an arm's scopes: all antennas, then each.
  public func scopeNames(ofArm arm: Int) -> [String] {
    ["all"] + (study.arms[arm].isDetailed ? study.arms[arm].world.antennas.map(\.id.text) : [])
  }

  private func value(_ measure: Measure, arm: Int, scope: Int, position: Int) -> Double? {
    records[arm][position].flatMap { measure.value($0, scope: scope, world: study.arms[arm].world) }
  }

  /// The estimate of a figure; nil when no replicate has it.
  public func estimate(_ measure: Measure, arm: Int, scope: Int = 0) -> Estimate? {
    Estimate(replicates.indices.compactMap { value(measure, arm: arm, scope: scope, position: $0) })
  }

  /// The values of the replicates that have the figure.
  public func values(_ measure: Measure, arm: Int, scope: Int = 0) -> [Double] {
    replicates.indices.compactMap { value(measure, arm: arm, scope: scope, position: $0) }
  }

  /// The estimate of the difference of a figure between two arms, replicate by replicate: common luck cancels out.
  ///
  /// - Parameter scope: of `arm`; the other arm's scope of the same name is taken.
  /// - Returns: nil when no replicate has the figure in both, or the other arm has no such scope.
  public func difference(_ measure: Measure, arm: Int, minus other: Int, scope: Int = 0) -> Estimate? {
    let name = scopeNames(ofArm: arm)[scope]
    guard let otherScope = scopeNames(ofArm: other).firstIndex(of: name) else { return nil }
    return Estimate(
      replicates.indices.compactMap { position in
        guard let a = value(measure, arm: arm, scope: scope, position: position),
          let b = value(measure, arm: other, scope: otherScope, position: position)
        else { return nil }
        return a - b
      })
  }

  /// A period tally over time: one estimate for each four weeks.
  /// - Precondition: the arm is detailed.
  public func series(_ tally: PeriodTally, arm: Int, scope: Int = 0) -> [Estimate] {
    (0..<study.arms[arm].layout.periodCount).compactMap { period in
      Estimate(records[arm].compactMap { $0.map { Double($0[scope, period, tally]) } })
    }
  }

  /// Duos formed by weeks waited, summed over the replicates; see ``RecordLayout/waitBinCount``.
  public func waitHistogram(arm: Int, scope: Int = 0) -> [Int] {
    records[arm].reduce(into: Array(repeating: 0, count: RecordLayout.waitBinCount)) { sums, record in
      guard let record else { return }
      for (bin, count) in record.waitBins(scope: scope).enumerated() { sums[bin] += count }
    }
  }
}
