import MatchingSimulation
import MentorMatching
import Testing

struct IntervalTests {
  @Test func aScenarioDoesNotDifferFromItself() throws {
    let world = try SimulationWorlds.small(dayCount: 364, mentees: 60, mentors: 20)
    let scenario = Scenario(name: "same", title: "", baseline: world)
    let study = Study(comparing: [scenario, scenario], seed: 5)
    var results: [ReplicateResult] = []
    StudyRunner(study, threadCount: 2).run(Array(0..<10)) { results += $0 }
    let summary = StudySummary(study: study, results: results)
    #expect((summary.estimate(.duosFormed, arm: 0)?.mean ?? 0) > 10)
    for measure in Measure.allCases {
      for scope in 0...1 {
        guard let difference = summary.difference(measure, arm: 1, minus: 0, scope: scope) else { continue }
        #expect(difference.mean == 0 && difference.halfWidth == 0, "\(measure)")
      }
    }
  }

  /// A thousand studies of twenty replicates: the interval holds the truth in 93 to 97 % of them. Three standard errors of
  /// a count of 1,000 at 95 % are 2.1 points.
  @Test func intervalsCoverTheTruthNineteenTimesInTwenty() throws {
    let world = try SimulationWorlds.small()
    let replicateCount = 20
    let measures: [Measure] = [.duosFormed, .menteesRegistered, .waitingAtEnd, .waitMean]
    func values(seed: UInt64, _ replicates: Range<Int>) -> [[Double]] {
      let study = Study(arms: [Study.Arm(.scenario, name: "small", world: world)], seed: seed)
      var results: [ReplicateResult] = []
      StudyRunner(study, threadCount: 2, batchSize: 1_000).run(Array(replicates)) { results += $0 }
      let summary = StudySummary(study: study, results: results)
      return measures.map { summary.values($0, arm: 0) }
    }
    let truth = values(seed: 1_000_003, 0..<40_000).map { $0.reduce(0, +) / Double($0.count) }
    // 4 people and a rate of 40 a year for 120 days, exactly.
    #expect(abs(truth[1] - (4 + 40.0 * 120 / 365)) < 0.1)

    let played = values(seed: 77, 0..<1_000 * replicateCount)
    for (index, measure) in measures.enumerated() where played[index].count == 1_000 * replicateCount {
      let covered = (0..<1_000).count { study in
        let sample = Array(played[index][study * replicateCount..<(study + 1) * replicateCount])
        guard let estimate = Estimate(sample) else { return false }
        return estimate.lower <= truth[index] && truth[index] <= estimate.upper
      }
      #expect((930...970).contains(covered), "\(measure): \(covered) of 1000")
    }
  }

  @Test func estimatesAreThoseOfTheTextbook() throws {
    // Mean 5, variance 20/3, n = 4; t of 3 degrees 3.1824.
    let estimate = try #require(Estimate([2, 4, 6, 8]))
    #expect(estimate.mean == 5 && estimate.count == 4)
    let half = 3.1824 * (20.0 / 3).squareRoot() / 2
    #expect(abs((estimate.halfWidth ?? 0) - half) < 1e-9)
    #expect(estimate.percentile5 == 2 && estimate.median == 4 && estimate.percentile95 == 8)
    #expect(Estimate([]) == nil)
    #expect(try #require(Estimate([7])).halfWidth == nil)
  }

  @Test func studentsQuantileBeyondTheTableIsRightToFiveDigits() throws {
    // 41 values: 40 degrees of freedom, 2.02108; 121 values: 1.97993 (tables of the t distribution).
    for (count, quantile) in [(41, 2.02108), (121, 1.97993)] {
      let values = (0..<count).map { Double($0 % 2) }
      let estimate = try #require(Estimate(values))
      let deviation = try #require(estimate.standardDeviation)
      #expect(abs((estimate.halfWidth ?? 0) / (deviation / Double(count).squareRoot()) - quantile) < 1e-4)
    }
  }
}
