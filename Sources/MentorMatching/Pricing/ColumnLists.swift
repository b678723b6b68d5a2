/// For each column the few rows of greatest value seen, in flat arrays; equal values go to the earlier row.
///
/// Rows are offered in ascending order. Lists of several threads, each over rows of its own, join to what one thread over
/// all rows would have.
struct ColumnLists: Sendable {
  let capacity: Int
  private var values: [Int32]
  private var rows: [Int32]
  private var scores: [Int32]
  private var counts: [Int]
  /// What a value must reach to enter, by column: one more than the least kept once the list is full.
  private(set) var thresholds: [Int32]

  init(columnCount: Int, capacity: Int) {
    self.capacity = capacity
    values = Array(repeating: 0, count: columnCount * capacity)
    rows = Array(repeating: 0, count: columnCount * capacity)
    scores = Array(repeating: 0, count: columnCount * capacity)
    counts = Array(repeating: 0, count: columnCount)
    // An empty list takes anything; without room nothing enters.
    thresholds = Array(repeating: capacity == 0 ? 1 << 29 : -(1 << 29), count: columnCount)
  }

  mutating func offer(_ value: Int32, row: Int32, score: Int32, to column: Int) {
    let start = column * capacity
    var slot = counts[column]
    if slot == capacity {
      // Out goes the least value; among equals the latest row.
      slot = 0
      for other in 1..<max(1, capacity)
      where (values[start + other], rows[start + slot]) < (values[start + slot], rows[start + other]) {
        slot = other
      }
      let isBetter = value != values[start + slot] ? value > values[start + slot] : row < rows[start + slot]
      if capacity == 0 || !isBetter { return }
    } else {
      counts[column] += 1
    }
    values[start + slot] = value
    rows[start + slot] = row
    scores[start + slot] = score
    if counts[column] == capacity {
      thresholds[column] = (values[start..<start + capacity].min() ?? 0) + 1
    }
  }

  /// Takes in another thread's lists.
  mutating func join(_ other: ColumnLists) {
    for column in counts.indices {
      other.forEach(ofColumn: column) { row, score, value in offer(value, row: row, score: score, to: column) }
    }
  }

  func forEach(ofColumn column: Int, _ visit: (_ row: Int32, _ score: Int32, _ value: Int32) -> Void) {
    for slot in column * capacity..<column * capacity + counts[column] { visit(rows[slot], scores[slot], values[slot]) }
  }
}
