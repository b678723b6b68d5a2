import Synchronization

/// Says no a given number of times, then yes: cancels a solve at every point there is.
final class Countdown: Sendable {
  private let left: Atomic<Int>

  init(_ count: Int) { left = Atomic(count) }

  func isOver() -> Bool { left.subtract(1, ordering: .relaxed).newValue < 0 }
}
