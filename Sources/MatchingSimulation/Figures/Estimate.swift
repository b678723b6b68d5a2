/// What independent replicates say about a figure.
public struct Estimate: Sendable, Equatable {
  /// Replicates that have the figure.
  public let count: Int
  public let mean: Double
  /// Of the replicates; nil below two.
  public let standardDeviation: Double?
  /// Half the width of the 95 % confidence interval of the mean, by Student's t; nil below two replicates.
  public let halfWidth: Double?
  /// 5th, 50th and 95th percentile of the replicates (nearest rank): nine of ten years look like this.
  public let percentile5: Double
  public let median: Double
  public let percentile95: Double

  public var lower: Double { mean - (halfWidth ?? .infinity) }
  public var upper: Double { mean + (halfWidth ?? .infinity) }

  /// - Returns: nil without any value.
  public init?(_ values: [Double]) {
    guard !values.isEmpty else { return nil }
    count = values.count
    let n = Double(count)
    // Deviations from the first value: figures that are all equal then have a deviation of exactly 0.
    let first = values[0]
    let mean = first + values.reduce(0) { $0 + ($1 - first) } / n
    self.mean = mean
    if count > 1 {
      let squares = values.reduce(0) { $0 + ($1 - mean) * ($1 - mean) }
      let deviation = (squares / (n - 1)).squareRoot()
      standardDeviation = deviation
      halfWidth = StudentT.quantile975(degreesOfFreedom: count - 1) * deviation / n.squareRoot()
    } else {
      standardDeviation = nil
      halfWidth = nil
    }
    let sorted = values.sorted()
    func rank(_ percent: Int) -> Double { sorted[(sorted.count * percent + 99) / 100 - 1] }
    percentile5 = rank(5)
    median = rank(50)
    percentile95 = rank(95)
  }
}

/// Quantiles of Student's distribution.
enum StudentT {
  /// The 97.5 % quantile.
  ///
  /// To four digits from a table up to 30 degrees of freedom, beyond by the expansion of Cornish and Fisher around the
  /// normal quantile (Abramowitz and Stegun, *Handbook of Mathematical Functions*, 1964, 26.7.5), which is then right to
  /// five.
  static func quantile975(degreesOfFreedom: Int) -> Double {
    precondition(degreesOfFreedom >= 1, "at least one degree of freedom")
    if degreesOfFreedom <= table.count { return table[degreesOfFreedom - 1] }
    let z = 1.959963984540054
    let n = Double(degreesOfFreedom)
    let z3 = z * z * z
    let z5 = z3 * z * z
    return z + (z3 + z) / (4 * n) + (5 * z5 + 16 * z3 + 3 * z) / (96 * n * n)
  }

  private static let table = [
    12.7062, 4.3027, 3.1824, 2.7764, 2.5706, 2.4469, 2.3646, 2.3060, 2.2622, 2.2281, 2.2010, 2.1788, 2.1604, 2.1448,
    2.1314, 2.1199, 2.1098, 2.1009, 2.0930, 2.0860, 2.0796, 2.0739, 2.0687, 2.0639, 2.0595, 2.0555, 2.0518, 2.0484,
    2.0452, 2.0423,
  ]
}
