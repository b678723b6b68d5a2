import MentorMatching

/// Kinds of weeks of real people: by the part of the week that holds most of their free time.
struct AvailabilityFit {
  let counts: SafeCounts

  private static let parts: [(name: String, days: ClosedRange<Int>, halfHours: Range<Int>)] = [
    ("weekday mornings", 0...4, 16..<26), ("weekday afternoons", 0...4, 26..<36), ("weekday evenings", 0...4, 36..<44),
    ("Saturday", 5...5, 18..<36), ("Sunday", 6...6, 18..<36),
  ]

  func patterns(_ weeks: [WeeklyAvailability]) -> WeightedChoice<AvailabilityPattern> {
    let main = weeks.map(Self.mainPart)
    var cells = counts.cells(main, order: <)
    var members = cells.map { cell in zip(weeks, main).filter { $0.1 == cell.option }.map(\.0) }
    if cells.isEmpty {
      cells = [(0, 1)]
      members = [weeks]
    }
    let patterns = zip(cells, members).map { cell, members in
      (option: pattern(Self.parts[cell.option].name, members), weight: cell.weight)
    }
    return WeightedChoice(patterns)
  }

  /// The part with the most free half hours; ties go to the first.
  private static func mainPart(of week: WeeklyAvailability) -> Int {
    let free = parts.map { part in part.days.reduce(0) { $0 + freeCount(week, day: $1, part.halfHours) } }
    return free.indices.max { (free[$0], $1) < (free[$1], $0) } ?? 0
  }

  private static func freeCount(_ week: WeeklyAvailability, day: Int, _ halfHours: Range<Int>) -> Int {
    halfHours.count { week.contains(day: day, halfHour: $0) }
  }

  private func pattern(_ name: String, _ weeks: [WeeklyAvailability]) -> AvailabilityPattern {
    var windows: [AvailabilityPattern.Window] = []
    for part in Self.parts {
      var lengths: [Int] = []
      var starts: [Int] = []
      for week in weeks {
        for day in part.days {
          let free = part.halfHours.filter { week.contains(day: day, halfHour: $0) }
          guard free.count >= 2, let first = free.first else { continue }
          lengths.append(free.count)
          starts.append(first)
        }
      }
      let share = counts.share(lengths.count, of: weeks.count * part.days.count)
      if share.part == 0 { continue }
      let start = starts.reduce(0, +) / starts.count
      let length = max(2, lengths.reduce(0, +) / lengths.count)
      windows.append(
        .init(days: part.days, halfHours: start..<min(48, start + length), share: share, trim: length >= 6 ? 1 : 0))
    }
    let fallback = Self.parts[0]
    return AvailabilityPattern(
      name,
      windows.isEmpty ? [.init(days: fallback.days, halfHours: fallback.halfHours, share: .percent(5))] : windows)
  }
}
