extension ResidualNetwork {
  /// Why lower bounds cannot be met: the set that a search from a short node exhausts. Nil when no bound is short.
  ///
  /// Take a column that is short. Every row with an allowed pair to it that it does not have is full (else the row could
  /// come), and full with columns that cannot spare it (else it could move): those are at their own lower bounds or below.
  /// The columns met so, together, hold every place of the rows met and every pair with the other rows, and still less
  /// than they must. Rows that are short alike. Complexity: O(pairs).
  func deficientSet() -> DeficientSet? {
    if shortfall == 0 { return nil }
    if let column = (0..<columns.nodeCount).first(where: { columns.nodes[$0].count < columns.nodes[$0].lower }) {
      return Self.deficientSet(from: column, .columns, members: columns, partners: rows)
    }
    guard let row = (0..<rows.nodeCount).first(where: { rows.nodes[$0].count < rows.nodes[$0].lower }) else {
      return nil
    }
    return Self.deficientSet(from: row, .rows, members: rows, partners: columns)
  }

  private static func deficientSet(
    from root: Int, _ side: DeficientSet.Side, members: NetworkSide, partners: NetworkSide
  ) -> DeficientSet {
    var isMember = [Bool](repeating: false, count: members.nodeCount)
    var isExhausted = [Bool](repeating: false, count: partners.nodeCount)
    var queue = [root]
    isMember[root] = true
    while let member = queue.popLast() {
      var isHeld = Set<Int>()
      var slot = members.firstSlot(of: member)
      while slot != NetworkSide.none {
        isHeld.insert(partners.nodeOfSlot[slot])
        slot = members.slot(after: slot)
      }
      members.lines.forEachPair(of: member) { partner, _ in
        if isExhausted[partner] || isHeld.contains(partner) || partners.offset[partner] == inertOffset { return }
        isExhausted[partner] = true
        var slot = partners.firstSlot(of: partner)
        while slot != NetworkSide.none {
          let other = members.nodeOfSlot[slot]
          if !isMember[other] {
            isMember[other] = true
            queue.append(other)
          }
          slot = partners.slot(after: slot)
        }
      }
    }
    let memberList = (0..<members.nodeCount).filter { isMember[$0] }
    let exhausted = (0..<partners.nodeCount).filter { isExhausted[$0] }
    var available = exhausted.reduce(0) { $0 + min(partners.nodes[$1].upper, memberList.count) }
    for member in memberList {
      members.lines.forEachPair(of: member) { partner, _ in
        if !isExhausted[partner], partners.offset[partner] != inertOffset { available += 1 }
      }
    }
    return DeficientSet(
      side: side, members: memberList, exhausted: exhausted,
      requiredCount: memberList.reduce(0) { $0 + members.nodes[$1].lower }, availableCount: available)
  }
}
