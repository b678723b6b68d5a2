/// A row's times and levels, checked. Filled anew for each row, in the same memory.
struct RowShape: ~Copyable {
  /// (first slot, length), one after the other.
  private(set) var stretches = RowList<Int16>()
  /// As the first words of their planes in a chunk; padded with the empty slot to a multiple of eight.
  private(set) var slots = RowList<Int16>()
  static let slotStep = Int16(MentorPlanes.chunkWords)
  private(set) var lowestLevel = 0
  private(set) var blockLimit = 0

  /// - Returns: false when no mentor can be a candidate; then the shape is of no use.
  mutating func fill(_ row: borrowing MenteeRow, tables: ScoreTables) -> Bool {
    guard let lowest = (1..<row.speakersEnd.count).first(where: { row.speakersEnd[$0] > row.speakersEnd[$0 - 1] })
    else { return false }
    lowestLevel = lowest
    stretches.removeAll()
    slots.removeAll()
    var possibleBlocks = 0
    for day in 0..<WeeklyAvailability.dayCount {
      // Bits 48 and up are clear, so stretches lie within the week.
      var left = row.facts.availability.days[day]
      while left != 0 {
        let start = left.trailingZeroBitCount
        let length = (~(left >> UInt64(start))).trailingZeroBitCount
        precondition(start + length <= WeeklyAvailability.halfHoursPerDay, "half hours of a day")
        left &= ~(((1 << UInt64(length)) - 1) << UInt64(start))
        let first = day * WeeklyAvailability.halfHoursPerDay + start
        stretches.append(Int16(first))
        stretches.append(Int16(length))
        slots.append(run: Int16(first) * Self.slotStep, step: Self.slotStep, count: length)
        possibleBlocks += length / tables.meetingHalfHours
      }
    }
    if possibleBlocks < tables.minimumBlocks { return false }
    blockLimit = max(1, min(possibleBlocks, tables.blockLimit))
    slots.append(count: (8 - slots.count % 8) % 8) { _ in Int16(FeatureColumns.slotCount - 1) * Self.slotStep }
    return true
  }
}
