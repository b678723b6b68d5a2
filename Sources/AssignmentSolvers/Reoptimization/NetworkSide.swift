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
  var nodes: [Node]
  /// `d − value`, the form in which scans need the dual: `slack_ij = offset_i + offset_j + c_ij`. Apart from the nodes,
  /// because scans of a table run along it.
  var offset: [Int64]

  // Chosen pairs lie in slots, numbered alike on both sides; each node links its own.
  private var nextSlot: [Int] = []
  private var previousSlot: [Int] = []
  private(set) var nodeOfSlot: [Int] = []

  /// All that a search asks about a node, on one cache line: in large sparse problems that is what it waits for.
  struct Node: Sendable {
    /// What a pair of this node is worth by itself: `w_i` for rows, 0 for columns.
    var value: Int64
    var upper: Int
    var lower: Int
    private var storedCount: Int32 = 0
    private var storedFirstSlot = Int32(NetworkSide.none)

    // What the current search knows of the node; valid where `seenIn` is the number of the search.
    var seenIn = 0
    var distance: Int64 = 0
    private var storedParent = Int32(NetworkSide.none)
    /// Offers: the cost of the pair with the parent.
    var parentCost: Int32 = 0
    /// The number of the scan for which the node is a partner already.
    var partnerIn = 0

    init(value: Int64, upper: Int, lower: Int) {
      self.value = value
      self.upper = upper
      self.lower = lower
    }

    /// How many chosen pairs the node has.
    fileprivate(set) var count: Int {
      get { Int(storedCount) }
      set { storedCount = Int32(newValue) }
    }

    fileprivate var firstSlot: Int {
      get { Int(storedFirstSlot) }
      set { storedFirstSlot = Int32(newValue) }
    }

    /// Seekers: the slot of the pair that would be dropped. Offers: the seeker that would take the node.
    var parent: Int {
      get { Int(storedParent) }
      set { storedParent = Int32(newValue) }
    }
  }

  init(lines: PairLines, value: [Int64], upper: [Int], lower: [Int]) {
    self.lines = lines
    nodes = value.indices.map { Node(value: value[$0], upper: upper[$0], lower: lower[$0]) }
    offset = value.map { -$0 }
  }

  var nodeCount: Int { nodes.count }

  @inline(__always)
  func dual(_ node: Int) -> Int64 { offset[node] + nodes[node].value }

  mutating func addNode(value: Int64, upper: Int, lower: Int) {
    lines.addLine()
    nodes.append(Node(value: value, upper: upper, lower: lower))
    offset.append(-value)
  }

  /// Returns the lower bound of the node. The node has no chosen pair.
  mutating func removeLastNode() -> Int {
    lines.removeLastLine()
    offset.removeLast()
    return nodes.removeLast().lower
  }

  // MARK: Counts and duals

  /// The fewest pairs that go with the node's dual.
  @inline(__always)
  func leastCount(_ node: Int) -> Int {
    let dual = dual(node)
    if dual > 0 { return nodes[node].upper }
    return dual > -Self.bonus ? nodes[node].lower : 0
  }

  /// The most pairs that go with the node's dual.
  @inline(__always)
  func greatestCount(_ node: Int) -> Int {
    let dual = dual(node)
    if dual >= 0 { return nodes[node].upper }
    return dual >= -Self.bonus ? nodes[node].lower : 0
  }

  func isLacking(_ node: Int) -> Bool { nodes[node].count < leastCount(node) }

  func isOverfull(_ node: Int) -> Bool { nodes[node].count > greatestCount(node) }

  /// The least dual that a node may have whatever its pairs.
  func leastDual(_ node: Int) -> Int64 { nodes[node].lower > 0 ? -Self.bonus : 0 }

  /// What it costs, in reduced costs, that the node makes do with one pair less.
  @inline(__always)
  func givingUpCost(_ node: Int) -> Int64 {
    if isOverfull(node) { return 0 }
    let fitting = max(nodes[node].count, leastCount(node))
    if fitting == 0 { return Self.unreachable }
    return dual(node) - (fitting > nodes[node].lower ? 0 : leastDual(node))
  }

  /// What it costs, in reduced costs, that the node takes one pair more.
  @inline(__always)
  func acceptingCost(_ node: Int) -> Int64 {
    if isLacking(node) { return 0 }
    let fitting = min(nodes[node].count, greatestCount(node))
    if fitting >= nodes[node].upper { return Self.unreachable }
    return (fitting < nodes[node].lower ? -Self.bonus : 0) - dual(node)
  }

  // MARK: Chosen pairs

  @inline(__always)
  func firstSlot(of node: Int) -> Int { nodes[node].firstSlot }

  @inline(__always)
  func slot(after slot: Int) -> Int { nextSlot[slot] }

  mutating func addSlot() {
    nextSlot.append(Self.none)
    previousSlot.append(Self.none)
    nodeOfSlot.append(Self.none)
  }

  mutating func link(_ slot: Int, to node: Int) {
    let next = nodes[node].firstSlot
    nodeOfSlot[slot] = node
    previousSlot[slot] = Self.none
    nextSlot[slot] = next
    if next != Self.none { previousSlot[next] = slot }
    nodes[node].firstSlot = slot
    nodes[node].count += 1
  }

  mutating func unlink(_ slot: Int) {
    let node = nodeOfSlot[slot]
    let next = nextSlot[slot]
    let previous = previousSlot[slot]
    if previous == Self.none { nodes[node].firstSlot = next } else { nextSlot[previous] = next }
    if next != Self.none { previousSlot[next] = previous }
    nodeOfSlot[slot] = Self.none
    nodes[node].count -= 1
  }
}
