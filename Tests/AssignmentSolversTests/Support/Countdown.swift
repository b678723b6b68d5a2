import Synchronization

/// Says no a given number of times, then yes: cancels a solve at every point there is.
final class Countdown: Sendable {
  private let left: Atomic<Int>

  init(_ count: Int) { left = Atomic(count) }

  func isOver() -> Bool { left.subtract(1, ordering: .relaxed).newValue < 0 }
}

/// Cancels a solve from a certain point on.
final class Flag: Sendable {
  private let raised = Atomic(false)

  var isRaised: Bool { raised.load(ordering: .relaxed) }

  func raise() { raised.store(true, ordering: .relaxed) }
}
