import IntegerProgramming
import Synchronization
import Testing

@Suite(.serialized) struct StoppingTests {
  /// Answers true from the given question on, and counts the questions.
  private final class Countdown: Sendable {
    private let asked = Atomic(0)
    private let last: Int

    init(_ last: Int) { self.last = last }

    var questionCount: Int { asked.load(ordering: .relaxed) }
    @Sendable func isOver() -> Bool { asked.add(1, ordering: .relaxed).newValue >= last }
  }

  @Test func cancelledBeforeTheStart() throws {
    let solver = GLPKSolver(isCancelled: { true })
    #expect(try solver.solve(Programs.textbook) == .stopped(reason: .cancelled, bound: nil))
  }

  @Test func cancelledDuringTheRelaxation() throws {
    let countdown = Countdown(2)
    let outcome = try GLPKSolver(isCancelled: countdown.isOver).solve(Programs.assignment(size: 250))
    #expect(outcome == .stopped(reason: .cancelled, bound: nil))
    #expect(countdown.questionCount == 2)
  }

  @Test func cancelledInBranchAndBoundWithoutASolution() throws {
    let countdown = Countdown(500)
    let outcome = try GLPKSolver(isCancelled: countdown.isOver).solve(
      Programs.parity(count: 60, lower: 61, upper: 61))
    guard case .stopped(reason: .cancelled, let bound?) = outcome else {
      Issue.record("\(outcome)")
      return
    }
    #expect((bound - 76.25).magnitude < 1e-6)
    #expect(countdown.questionCount == 500)
  }

  @Test func cancelledInBranchAndBoundWithASolution() throws {
    let countdown = Countdown(2_000)
    let outcome = try GLPKSolver(isCancelled: countdown.isOver).solve(Programs.parity(count: 60, upper: 61))
    guard case .feasible(let solution, let bound, reason: .cancelled) = outcome else {
      Issue.record("\(outcome)")
      return
    }
    #expect(solution.objective == 75)
    #expect((bound - 76.25).magnitude < 1e-6)
  }

  @Test func stopsWithinTheTimeLimit() throws {
    var options = GLPKSolver.Options()
    options.timeLimit = .milliseconds(150)
    let start = ContinuousClock.now
    let outcome = try GLPKSolver(options: options).solve(Programs.parity(count: 60, upper: 61))
    let elapsed = ContinuousClock.now - start
    guard case .feasible(_, _, reason: .timeLimit) = outcome else {
      Issue.record("\(outcome)")
      return
    }
    // Generous, for a busy machine: measured 150 to 160 ms.
    #expect(elapsed >= .milliseconds(140) && elapsed < .seconds(2))
  }

  @Test func stopsAtTheNodeLimitAtTheSamePlaceEveryTime() throws {
    var options = GLPKSolver.Options()
    options.nodeLimit = 500
    let outcomes = try (0..<3).map { _ in
      try GLPKSolver(options: options).solve(Programs.parity(count: 60, upper: 61))
    }
    guard case .feasible(let solution, let bound, reason: .nodeLimit) = outcomes[0] else {
      Issue.record("\(outcomes[0])")
      return
    }
    #expect(bound >= solution.objective && outcomes.allSatisfy { $0 == outcomes[0] })
  }

  @Test func noTimeAtAll() throws {
    var options = GLPKSolver.Options()
    options.timeLimit = .zero
    #expect(
      try GLPKSolver(options: options).solve(Programs.textbook) == .stopped(reason: .timeLimit, bound: nil))
  }

  @Test func stopsAtTheGap() throws {
    var options = GLPKSolver.Options()
    options.relativeGap = 0.05
    let outcome = try GLPKSolver(options: options).solve(Programs.parity(count: 60, upper: 61))
    guard case .feasible(let solution, let bound, reason: .gapReached) = outcome else {
      Issue.record("\(outcome)")
      return
    }
    #expect(solution.relativeGap(to: bound) <= 0.05)
  }

  /// The request comes 60 ms after the first question, in the middle of the relaxation.
  @Test func aRequestToStopIsHeardWithinAFewSlices() throws {
    let firstQuestion = Mutex<ContinuousClock.Instant?>(nil)
    let solver = GLPKSolver(isCancelled: {
      let now = ContinuousClock.now
      let first = firstQuestion.withLock { first in
        if first == nil { first = now }
        return first ?? now
      }
      return now - first >= .milliseconds(60)
    })
    let outcome = try solver.solve(Programs.assignment(size: 250))
    let first = try #require(firstQuestion.withLock { $0 })
    #expect(outcome == .stopped(reason: .cancelled, bound: nil))
    // Generous, for a busy machine.
    #expect(ContinuousClock.now - first < .seconds(1))
  }
}
