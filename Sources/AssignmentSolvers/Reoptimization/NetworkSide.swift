/// One side of a ``ResidualNetwork``: all rows, or all columns, with their pairs, duals and chosen pairs.
///
/// Rows and columns obey the same laws, so everything is written once and used from either side. A node *n* has between
/// `lower` and `upper` chosen pairs. Its dual `d_n` says what its pair number `count` is worth:
///
///     below the lower bound   d ≤ −W        (each unit up to `lower` earns the bonus W, which outweighs all gains)
///     between the bounds      d = 0
///     at the upper bound      d ≥ 0
///
/// with the intervals in between allowed where the count sits exactly at a bound. A count that does not fit the dual
/// makes the node *lacking* (it should have more pairs) or *overfull*; the network's searches repair that.
struct NetworkSide: Sendable {
  /// What each unit up to a lower bound earns: more than any change of gains elsewhere.
  static let bonus: Int64 = 1 << 59
  /// Longer than every distance.
  static let unreachable: Int64 = 1 << 62
  static let none = -1

  var lines: PairLines
  /// What a pair of this node is worth by itself: `w_i` for rows, 0 for columns.
  var value: [Int64]
  var upper: [Int]
  var lower: [Int]
  /// `d − value`, the form in which scans need the dual: `slack_ij = offset_i + offset_j + c_ij`.
  var offset: [Int64]

  /// How many chosen pairs each node has.
  private(set) var count: [Int]
  /// Chosen pairs lie in slots, numbered alike on both sides; each node links its own.
  private var firstSlot: [Int]
  private var nextSlot: [Int] = []
  private var previousSlot: [Int] = []
  private(set) var nodeOfSlot: [Int] = []

  // What the current search knows of a node; valid where `seenIn` is the number of the search.
  var seenIn: [Int]
  var distance: [Int64]
  /// Seekers: the slot of the pair that would be dropped. Offers: the seeker that would take the node.
  var parent: [Int]
  /// Offers: the cost of the pair with the parent.
  var parentCost: [Int32]
  /// The number of the scan for which the node is a partner already.
  var partnerIn: [Int]

  init(lines: PairLines, value: [Int64], upper: [Int], lower: [Int]) {
    self.lines = lines
    self.value = value
    self.upper = upper
    self.lower = lower
    let nodeCount = lines.lineCount
    offset = value.map { -$0 }
    count = Array(repeating: 0, count: nodeCount)
    firstSlot = Array(repeating: Self.none, count: nodeCount)
    seenIn = Array(repeating: 0, count: nodeCount)
    distance = Array(repeating: 0, count: nodeCount)
    parent = Array(repeating: Self.none, count: nodeCount)
    parentCost = Array(repeating: 0, count: nodeCount)
    partnerIn = Array(repeating: 0, count: nodeCount)
  }

  var nodeCount: Int { lines.lineCount }

  func dual(_ node: Int) -> Int64 { offset[node] + value[node] }

  mutating func addNode(value: Int64, upper: Int, lower: Int) {
    lines.addLine()
    self.value.append(value)
    self.upper.append(upper)
    self.lower.append(lower)
    offset.append(-value)
    count.append(0)
    firstSlot.append(Self.none)
    seenIn.append(0)
    distance.append(0)
    parent.append(Self.none)
    parentCost.append(0)
    partnerIn.append(0)
  }

  /// Returns the lower bound of the node. The node has no chosen pair.
  mutating func removeLastNode() -> Int {
    lines.removeLastLine()
    value.removeLast()
    upper.removeLast()
    offset.removeLast()
    count.removeLast()
    firstSlot.removeLast()
    seenIn.removeLast()
    distance.removeLast()
    parent.removeLast()
    parentCost.removeLast()
    partnerIn.removeLast()
    return lower.removeLast()
  }

  // MARK: Counts and duals

  /// The fewest pairs that go with the node's dual.
  @inline(__always)
  func leastCount(_ node: Int) -> Int {
    let dual = dual(node)
    if dual > 0 { return upper[node] }
    return dual > -Self.bonus ? lower[node] : 0
  }

  /// The most pairs that go with the node's dual.
  @inline(__always)
  func greatestCount(_ node: Int) -> Int {
    let dual = dual(node)
    if dual >= 0 { return upper[node] }
    return dual >= -Self.bonus ? lower[node] : 0
  }

  func isLacking(_ node: Int) -> Bool { count[node] < leastCount(node) }

  func isOverfull(_ node: Int) -> Bool { count[node] > greatestCount(node) }

  /// The least dual that a node may have whatever its pairs.
  func leastDual(_ node: Int) -> Int64 { lower[node] > 0 ? -Self.bonus : 0 }

  /// What it costs, in reduced costs, that the node makes do with one pair less.
  @inline(__always)
  func givingUpCost(_ node: Int) -> Int64 {
    if isOverfull(node) { return 0 }
    let fitting = max(count[node], leastCount(node))
    if fitting == 0 { return Self.unreachable }
    return dual(node) - (fitting > lower[node] ? 0 : leastDual(node))
  }

  /// What it costs, in reduced costs, that the node takes one pair more.
  @inline(__always)
  func acceptingCost(_ node: Int) -> Int64 {
    if isLacking(node) { return 0 }
    let fitting = min(count[node], greatestCount(node))
    if fitting >= upper[node] { return Self.unreachable }
    return (fitting < lower[node] ? -Self.bonus : 0) - dual(node)
  }

  // MARK: Chosen pairs

  @inline(__always)
  func firstSlot(of node: Int) -> Int { firstSlot[node] }

  @inline(__always)
  func slot(after slot: Int) -> Int { nextSlot[slot] }

  mutating func addSlot() {
    nextSlot.append(Self.none)
    previousSlot.append(Self.none)
    nodeOfSlot.append(Self.none)
  }

  mutating func link(_ slot: Int, to node: Int) {
    let next = firstSlot[node]
    nodeOfSlot[slot] = node
    previousSlot[slot] = Self.none
    nextSlot[slot] = next
    if next != Self.none { previousSlot[next] = slot }
    firstSlot[node] = slot
    count[node] += 1
  }

  mutating func unlink(_ slot: Int) {
    let node = nodeOfSlot[slot]
    let next = nextSlot[slot]
    let previous = previousSlot[slot]
    if previous == Self.none { firstSlot[node] = next } else { nextSlot[previous] = next }
    if next != Self.none { previousSlot[next] = previous }
    nodeOfSlot[slot] = Self.none
    count[node] -= 1
  }
}
