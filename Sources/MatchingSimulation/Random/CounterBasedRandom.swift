/// Random numbers addressed by position in a tree of streams, so that any one can be had without the others.
///
/// A stream is known by its key. Its number *i* is `mix(key + (i + 1) · γ)`, which is SplitMix64 started at the key; a
/// child stream's key is a hash of its parent's key and a label. With a path such as *seed → mentees → person 17 →
/// availability*, person 17 is the same in a round of 20 and of 200 000 people, and a change to how languages are drawn
/// leaves the availability of everybody as it was.
///
/// Only 64-bit integer arithmetic is used: the numbers are the same on every machine. Two streams of a cohort overlap
/// with a chance of about *streams² × numbers per stream ÷ 2⁶⁴*: one in ten thousand for 5 million streams of 100.
/// Not for secrets.
///
/// Reference: G. L. Steele, D. Lea, C. H. Flood, *Fast splittable pseudorandom number generators*, OOPSLA 2014,
/// doi:10.1145/2660193.2660195 (γ and the constants of `mix` are those of its `SplittableRandom` as in Java 8).
public struct CounterBasedRandom: RandomNumberGenerator, Sendable {
  /// 2⁶⁴ divided by the golden ratio, made odd.
  private static let gamma: UInt64 = 0x9E37_79B9_7F4A_7C15

  private let key: UInt64
  private var counter: UInt64 = 0

  /// The root stream of a seed.
  public init(seed: UInt64) { key = seed }

  /// The stream of this label under this stream, at its first number. The own position does not matter.
  public func child(_ label: UInt64) -> CounterBasedRandom {
    // Label and key are each mixed, or child 1 of key 2 would be close to child 2 of key 1.
    CounterBasedRandom(seed: Self.mix(key ^ Self.mix(label &+ Self.gamma)))
  }

  public mutating func next() -> UInt64 {
    counter &+= 1
    return Self.mix(key &+ counter &* Self.gamma)
  }

  /// A number from 0 to `bound − 1`, each exactly equally likely.
  ///
  /// Multiplies instead of dividing and rejects the few products that would favour some numbers: D. Lemire, *Fast random
  /// integer generation in an interval*, ACM TOMACS 29 (2019), doi:10.1145/3230636.
  /// - Precondition: `bound ≥ 1`.
  public mutating func below(_ bound: Int) -> Int {
    precondition(bound >= 1, "nothing to draw from")
    let width = UInt64(bound)
    var product = next().multipliedFullWidth(by: width)
    if product.low < width {
      let unfair = (0 &- width) % width
      while product.low < unfair { product = next().multipliedFullWidth(by: width) }
    }
    return Int(product.high)
  }

  /// A number of the range, each equally likely.
  public mutating func draw(from range: ClosedRange<Int>) -> Int {
    range.lowerBound + below(range.upperBound - range.lowerBound + 1)
  }

  private static func mix(_ value: UInt64) -> UInt64 {
    var z = value
    z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
    z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
    return z ^ (z >> 31)
  }
}
