import AssignmentSolvers

/// SplitMix64: the same problems on every machine.
struct SeededGenerator: RandomNumberGenerator {
  private var state: UInt64

  init(seed: UInt64) { state = seed }

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var z = state
    z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
    z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
    return z ^ (z >> 31)
  }
}

/// What a random problem is drawn from.
struct ProblemProfile: Sendable {
  var rowCount: ClosedRange<Int> = 0...30
  var columnCount: ClosedRange<Int> = 0...20
  var capacity: ClosedRange<Int> = 0...3
  var cost: ClosedRange<Int32>
  /// Added to each row value.
  var sharedValue: Int64 = 0
  var rowValue: ClosedRange<Int64>
  /// The percentage of forbidden pairs is drawn from here.
  var forbiddenPercent: ClosedRange<Int> = 0...90

  func problem(seed: UInt64) -> AssignmentProblem {
    var generator = SeededGenerator(seed: seed)
    let rows = Int.random(in: rowCount, using: &generator)
    let columns = Int.random(in: columnCount, using: &generator)
    let percent = Int.random(in: forbiddenPercent, using: &generator)
    let costs = (0..<rows * columns).map { _ in
      Int.random(in: 0..<100, using: &generator) < percent
        ? DenseCosts.forbidden : Int32.random(in: cost, using: &generator)
    }
    return AssignmentProblem(
      costs: DenseCosts(rowCount: rows, columnCount: columns, values: costs),
      rowValue: (0..<rows).map { _ in sharedValue + Int64.random(in: rowValue, using: &generator) },
      columnCapacity: (0..<columns).map { _ in Int.random(in: capacity, using: &generator) })
  }
}
