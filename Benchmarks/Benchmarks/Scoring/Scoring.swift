import Benchmark
import MentorMatching
import ScoringPeople

/// Scoring rows of 16,384 mentors with every kernel of this machine; a row's scores must be those of the plain scorer.
let benchmarks: @Sendable () -> Void = {
  for (name, stretches) in [("a few evenings", 3...5), ("most of the week", 8...11)] {
    for kernel in ScoringKernel.allCases where kernel.isAvailable {
      Benchmark(
        "\(name), \(kernel.rawValue), 100 rows",
        configuration: .init(metrics: [.wallClock], warmupIterations: 1, maxDuration: .seconds(2), maxIterations: 50)
      ) { (benchmark: Benchmark, scorer: RowScorer) throws in
        var row = scorer.makeRow()
        benchmark.startMeasurement()
        for mentee in 0..<100 { scorer.score(mentee: mentee, into: &row) }
        benchmark.stopMeasurement()
      } setup: {
        let roster = try ScoringPeople(menteeCount: 100, mentorCount: 16_384, stretches: stretches, seed: 1).roster
        let scorer = RowScorer(roster: roster, policy: MatchingPolicy(), kernel: kernel)
        try check(scorer, roster)
        return scorer
      }
    }
  }
}

private struct WrongScore: Error {}

private func check(_ scorer: RowScorer, _ roster: Roster) throws {
  let plain = PairScorer(roster: roster, policy: MatchingPolicy())
  var row = scorer.makeRow()
  scorer.score(mentee: 7, into: &row)
  for mentor in roster.mentors.indices {
    let expected = plain.assess(mentee: 7, mentor: mentor).candidate.map { Int32($0.score) }
    guard row.scores[mentor] == expected ?? CandidateScores.notCandidate else { throw WrongScore() }
  }
}
