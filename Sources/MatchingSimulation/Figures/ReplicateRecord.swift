/// How the numbers of a record are laid out: scope by scope (all antennas together, then each), in a scope the tallies,
/// the histogram of waiting weeks, and period by period the period tallies.
public struct RecordLayout: Sendable, Equatable {
  /// Weeks 0 to 51, and everything longer.
  public static let waitBinCount = 53
  public static let periodDays = 28

  public let antennaCount: Int
  public let periodCount: Int

  /// - Precondition: counts as of a ``SimulatedWorld``.
  public init(antennaCount: Int, dayCount: Int) {
    self.antennaCount = antennaCount
    periodCount = (dayCount + Self.periodDays - 1) / Self.periodDays
  }

  /// All antennas together are scope 0, antenna *a* is scope *a* + 1.
  public var scopeCount: Int { antennaCount + 1 }
  var scopeLength: Int { Tally.allCases.count + Self.waitBinCount + periodCount * PeriodTally.allCases.count }
  public var length: Int { scopeCount * scopeLength }

  public func index(scope: Int, _ tally: Tally) -> Int { scope * scopeLength + tally.rawValue }

  public func index(scope: Int, waitBin: Int) -> Int { scope * scopeLength + Tally.allCases.count + waitBin }

  public func index(scope: Int, period: Int, _ tally: PeriodTally) -> Int {
    scope * scopeLength + Tally.allCases.count + Self.waitBinCount + period * PeriodTally.allCases.count
      + tally.rawValue
  }
}

/// What came of one replicate: ``RecordLayout/length`` whole numbers.
public struct ReplicateRecord: Sendable, Equatable {
  public let layout: RecordLayout
  public let values: [Int]

  /// - Precondition: as many values as the layout has.
  public init(layout: RecordLayout, values: [Int]) {
    precondition(values.count == layout.length, "a value for each place of the layout")
    self.layout = layout
    self.values = values
  }

  public subscript(scope: Int, tally: Tally) -> Int { values[layout.index(scope: scope, tally)] }

  public func waitBins(scope: Int) -> ArraySlice<Int> {
    let start = layout.index(scope: scope, waitBin: 0)
    return values[start..<start + RecordLayout.waitBinCount]
  }

  public subscript(scope: Int, period: Int, tally: PeriodTally) -> Int {
    values[layout.index(scope: scope, period: period, tally)]
  }
}

/// Collects the numbers of a record while a replicate is played.
struct RecordBuilder {
  let layout: RecordLayout
  private var values: [Int]
  /// By antenna, of duos formed.
  private var waits: [[Int]]

  init(layout: RecordLayout) {
    self.layout = layout
    values = Array(repeating: 0, count: layout.length)
    waits = Array(repeating: [], count: layout.antennaCount)
  }

  mutating func add(_ amount: Int = 1, to tally: Tally, antenna: Int) {
    values[layout.index(scope: antenna + 1, tally)] += amount
  }

  mutating func add(_ amount: Int = 1, to tally: PeriodTally, day: Int, antenna: Int) {
    values[layout.index(scope: antenna + 1, period: day / RecordLayout.periodDays, tally)] += amount
  }

  mutating func addWait(days: Int, antenna: Int) {
    waits[antenna].append(days)
    add(days, to: .waitDays, antenna: antenna)
    values[layout.index(scope: antenna + 1, waitBin: min(max(0, days) / 7, RecordLayout.waitBinCount - 1))] += 1
  }

  mutating func notePeak(_ laptopCount: Int, scope: Int) {
    let index = layout.index(scope: scope, .laptopPeak)
    values[index] = max(values[index], laptopCount)
  }

  /// Adds the antennas up; medians and peaks are taken over all of them anew.
  mutating func record() -> ReplicateRecord {
    let peak = values[layout.index(scope: 0, .laptopPeak)]
    for antenna in 0..<layout.antennaCount {
      let start = layout.index(scope: antenna + 1, .menteesRegistered)
      for offset in 0..<layout.scopeLength { values[offset] += values[start + offset] }
    }
    values[layout.index(scope: 0, .laptopPeak)] = peak
    writeWaits(waits.flatMap(\.self), scope: 0)
    for antenna in 0..<layout.antennaCount { writeWaits(waits[antenna], scope: antenna + 1) }
    return ReplicateRecord(layout: layout, values: values)
  }

  /// Nearest-rank quantiles: the least wait that at least the share of duos do not exceed.
  private mutating func writeWaits(_ waits: [Int], scope: Int) {
    let sorted = waits.sorted()
    func quantile(_ percent: Int) -> Int {
      sorted.isEmpty ? Tally.missing : sorted[(sorted.count * percent + 99) / 100 - 1]
    }
    values[layout.index(scope: scope, .waitMedian)] = quantile(50)
    values[layout.index(scope: scope, .waitPercentile90)] = quantile(90)
  }
}
