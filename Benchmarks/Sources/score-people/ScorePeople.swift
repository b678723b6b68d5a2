import Dispatch
import Foundation
import MentorMatching
import ScoringPeople

/// Scores invented people with every kernel of this machine, and leaves people and scores as files for others to score.
///
///     score-people FOLDER MENTEES MENTORS FEWEST-STRETCHES MOST-STRETCHES SEED
///
/// Prints one JSON line: million pairs a second, by kernel on one core, and of the best kernel on one and two threads.
/// Making the columns comes before; preparing each mentee's row is part of the time. All kernels must give equal scores.
@main
struct ScorePeople {
  static func main() throws {
    let arguments = CommandLine.arguments
    let numbers = arguments.dropFirst(2).compactMap { Int($0) }
    guard arguments.count == 7, numbers.count == 5, numbers[2] <= numbers[3] else {
      throw Refusal(text: "usage: score-people FOLDER MENTEES MENTORS FEWEST-STRETCHES MOST-STRETCHES SEED")
    }
    let roster = try ScoringPeople(
      menteeCount: numbers[0], mentorCount: numbers[1], stretches: numbers[2]...numbers[3], seed: UInt64(numbers[4])
    ).roster
    let pairCount = Double(roster.mentees.count * roster.mentors.count)
    let millions = pairCount * Double(passCount) / 1e6
    var rates: [String: Double] = [:]
    var expected: [Int32] = []
    for kernel in ScoringKernel.allCases where kernel.isAvailable {
      let scorer = RowScorer(roster: roster, policy: MatchingPolicy(), kernel: kernel)
      let scores = allScores(scorer, roster)
      if expected.isEmpty { expected = scores }
      guard scores == expected else { throw Refusal(text: "\(kernel.rawValue) gives other scores") }
      rates[kernel.rawValue] = millions / best { passOver(roster.mentees.indices, scorer) }
    }
    let scorer = RowScorer(roster: roster, policy: MatchingPolicy())
    // In turns and more often: two processors are disturbed more easily than one.
    var (alone, together) = (Double.infinity, Double.infinity)
    for _ in 0..<25 {
      alone = min(alone, seconds { passOver(roster.mentees.indices, scorer) })
      together = min(together, seconds { inTwoThreads(roster.mentees.count, scorer) })
    }
    rates["one thread"] = millions / alone
    rates["two threads"] = millions / together
    rates["candidates"] = Double(expected.count { $0 >= 0 }) / pairCount
    try PeopleFiles(folder: URL(filePath: arguments[1])).write(roster, scores: expected)
    let encoder = JSONEncoder()
    encoder.outputFormatting = .sortedKeys
    print(String(decoding: try encoder.encode(rates), as: UTF8.self))
  }

  private struct Refusal: Error {
    let text: String
  }

  private static func allScores(_ scorer: RowScorer, _ roster: Roster) -> [Int32] {
    var row = scorer.makeRow()
    var scores: [Int32] = []
    for mentee in roster.mentees.indices {
      scorer.score(mentee: mentee, into: &row)
      scores += row.scores[..<roster.mentors.count]
    }
    return scores
  }

  /// One pass takes a few milliseconds: so many that starting a thread, a tenth of one, does not count.
  private static let passCount = 10

  private static func passOver(_ mentees: Range<Int>, _ scorer: RowScorer) {
    var row = scorer.makeRow()
    for _ in 0..<passCount {
      for mentee in mentees { scorer.score(mentee: mentee, into: &row) }
    }
  }

  private static func inTwoThreads(_ menteeCount: Int, _ scorer: RowScorer) {
    DispatchQueue.concurrentPerform(iterations: 2) { half in
      passOver(half * menteeCount / 2..<(half + 1) * menteeCount / 2, scorer)
    }
  }

  /// The least seconds of several runs.
  private static func best(_ body: () -> Void) -> Double {
    (0..<7).map { _ in seconds(body) }.min() ?? .infinity
  }

  private static func seconds(_ body: () -> Void) -> Double {
    let elapsed = ContinuousClock().measure(body)
    return Double(elapsed.components.seconds) + 1e-18 * Double(elapsed.components.attoseconds)
  }
}
