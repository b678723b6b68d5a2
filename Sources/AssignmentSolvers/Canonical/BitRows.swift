/// A set of small numbers, one bit each.
struct BitSet {
  fileprivate(set) var words: [UInt64]

  init(capacity: Int) { words = Array(repeating: 0, count: (capacity + 63) / 64) }

  func contains(_ bit: Int) -> Bool { words[bit / 64] >> UInt64(bit % 64) & 1 == 1 }

  mutating func insert(_ bit: Int) { words[bit / 64] |= 1 << UInt64(bit % 64) }

  /// Returns whether the bit was there.
  mutating func remove(_ bit: Int) -> Bool {
    guard contains(bit) else { return false }
    words[bit / 64] &= ~(1 << UInt64(bit % 64))
    return true
  }

  /// Removes everything that the row of a table holds too, and visits it in ascending order.
  @inline(__always)
  mutating func take(row: Int, of table: BitRows, visit: (Int) -> Void) {
    for index in words.indices {
      var common = words[index] & table.words[row * words.count + index]
      words[index] ^= common
      while common != 0 {
        visit(index * 64 + common.trailingZeroBitCount)
        common &= common - 1
      }
    }
  }
}

/// A table of bits: one ``BitSet`` for each row, in one array.
struct BitRows {
  fileprivate var words: [UInt64]
  private let wordCount: Int

  init(rowCount: Int, bitCount: Int) {
    wordCount = (bitCount + 63) / 64
    words = Array(repeating: 0, count: rowCount * wordCount)
  }

  mutating func insert(_ bit: Int, inRow row: Int) { words[row * wordCount + bit / 64] |= 1 << UInt64(bit % 64) }

  /// The first bit from `start` on that is both in the row and in the set.
  func first(inRow row: Int, from start: Int, among set: BitSet) -> Int? {
    var mask = UInt64.max << UInt64(start % 64)
    var index = start / 64
    while index < wordCount {
      let common = words[row * wordCount + index] & set.words[index] & mask
      if common != 0 { return index * 64 + common.trailingZeroBitCount }
      mask = .max
      index += 1
    }
    return nil
  }
}
