/// Exponentially distributed numbers, the same on every machine.
///
/// The logarithm is computed here, from additions, multiplications and divisions only, which IEEE 754 fixes to the last
/// bit; those of the C libraries differ in it.
enum Exponential {
  /// A number of mean 1.
  static func draw(_ random: inout CounterBasedRandom) -> Double {
    // 53 bits, never 0.
    -logarithm(Double(random.next() >> 11 + 1) * 0x1p-53)
  }

  /// Whole days, at least 1, of the given mean.
  static func days(mean: Int, _ random: inout CounterBasedRandom) -> Int {
    let days = draw(&random) * Double(mean)
    return max(1, Int(days.rounded()))
  }

  /// The natural logarithm of a positive normal number, to about 1 unit in the last place.
  ///
  /// `x = m · 2^e` with `m` in [√½, √2), and `ln m = 2 artanh z`, `z = (m − 1)/(m + 1)`, by its series: |z| ≤ 0.172, so
  /// eleven terms reach 10⁻¹⁷.
  static func logarithm(_ x: Double) -> Double {
    var m = x.significand
    var e = Double(x.exponent)
    if m > 1.4142135623730951 {
      m /= 2
      e += 1
    }
    let z = (m - 1) / (m + 1)
    let square = z * z
    var sum = 0.0
    var n = 21
    while n >= 1 {
      sum = sum * square + 1 / Double(n)
      n -= 2
    }
    return e * 0.6931471805599453 + 2 * z * sum
  }
}
