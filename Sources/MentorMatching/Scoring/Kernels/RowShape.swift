/// A row's times and levels, checked.
struct RowShape {
  /// (first slot, length), one after the other.
  var stretches: [Int16] = []
  /// Padded with the empty slot to a multiple of seven.
  var slots: [Int16] = []
  let lowestLevel: Int
  let blockLimit: Int

  /// - Returns: nil when no mentor can be a candidate.
  init?(_ row: MenteeRow, tables: ScoreTables) {
    guard let lowest = row.speakers.firstIndex(where: { !$0.isEmpty }) else { return nil }
    lowestLevel = lowest
    let possibleBlocks = row.stretches.reduce(0) { $0 + $1.length / tables.meetingHalfHours }
    if possibleBlocks < tables.minimumBlocks { return nil }
    blockLimit = max(1, min(possibleBlocks, tables.blockLimit))
    for stretch in row.stretches {
      precondition(
        stretch.start >= 0 && stretch.length > 0 && stretch.length <= WeeklyAvailability.halfHoursPerDay
          && stretch.start + stretch.length < FeatureColumns.slotCount, "stretches within the week")
      stretches += [Int16(stretch.start), Int16(stretch.length)]
      slots += (stretch.start..<stretch.start + stretch.length).map(Int16.init)
    }
    while slots.count % 7 != 0 { slots.append(Int16(FeatureColumns.slotCount - 1)) }
  }
}
