/// Where the least sufficient number of units lies, and which number to ask about next.
///
/// What is enough once is enough for every larger number. Some questions find no answer in time; those are passed over
/// until ``forgetSkipped()``, and the next larger number is asked.
struct UnitsRange {
  /// One less is not enough.
  private(set) var low: Int
  /// This is enough.
  private(set) var high: Int
  /// No answer yet, ascending.
  private var skipped: [Int] = []
  /// How far above ``low`` or the last skipped number the next question lies.
  private var stride = 1

  init(low: Int, high: Int) {
    self.low = min(low, high)
    self.high = high
  }

  var isSettled: Bool { low == high }

  /// The number to ask about; nil when every number between is settled or skipped. From below in growing steps while
  /// nothing was found to be enough nearby, as the least number is nearly always at the lower end.
  var next: Int? {
    let start = (skipped.last.map { $0 + 1 } ?? low)
    guard start < high else { return nil }
    return min(start + stride - 1, start + (high - 1 - start) / 2)
  }

  mutating func learn(_ units: Int, isEnough: Bool) {
    if isEnough {
      high = min(high, units)
      skipped.removeAll { $0 >= high }
      stride = 1
    } else {
      low = min(high, max(low, units + 1))
      skipped.removeAll { $0 < low }
      stride *= 2
    }
  }

  mutating func skip(_ units: Int) {
    skipped.append(units)
    stride *= 2
  }

  mutating func forgetSkipped() {
    skipped = []
    stride = 1
  }
}
