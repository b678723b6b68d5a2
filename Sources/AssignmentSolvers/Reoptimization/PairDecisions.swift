/// Which pairs were decided by hand, and what they would cost.
struct PairDecisions: Sendable {
  struct Decision: Sendable {
    var isForced: Bool
    /// The cost for when the decision is taken back; ``PairLines/forbidden`` when new costs left the pair out.
    var cost: Int32
  }

  private struct Pair: Hashable, Sendable {
    var row: Int
    var column: Int
  }

  private var decisions: [Pair: Decision] = [:]
  private(set) var forcedCount = 0
  /// Rows and columns with more forced pairs than places.
  var overfullNodeCount = 0

  subscript(row: Int, column: Int) -> Decision? {
    get { decisions.isEmpty ? nil : decisions[Pair(row: row, column: column)] }
    set {
      let pair = Pair(row: row, column: column)
      if decisions[pair]?.isForced ?? false { forcedCount -= 1 }
      if newValue?.isForced ?? false { forcedCount += 1 }
      decisions[pair] = newValue
    }
  }

  var isEmpty: Bool { decisions.isEmpty }

  func pairs(where isIncluded: (Decision) -> Bool) -> [(row: Int, column: Int)] {
    decisions.filter { isIncluded($0.value) }.map { ($0.key.row, $0.key.column) }.sorted { $0 < $1 }
  }

  func columns(ofRow row: Int) -> [Int] {
    isEmpty ? [] : decisions.keys.filter { $0.row == row }.map(\.column).sorted()
  }

  func rows(ofColumn column: Int) -> [Int] {
    isEmpty ? [] : decisions.keys.filter { $0.column == column }.map(\.row).sorted()
  }

  func forcedColumns(ofRow row: Int) -> [Int] {
    forcedCount == 0 ? [] : columns(ofRow: row).filter { self[row, $0]?.isForced ?? false }
  }
}
