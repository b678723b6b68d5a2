/// The share of people for whom something holds, as a fraction of whole numbers (`1 in 7`).
public struct Share: Hashable, Sendable {
  public let part: Int
  public let whole: Int

  /// - Precondition: `0 ≤ part ≤ whole`, `whole ≥ 1`.
  public init(_ part: Int, in whole: Int) {
    precondition(whole >= 1 && (0...whole).contains(part), "a share lies between none and all")
    self.part = part
    self.whole = whole
  }

  /// - Precondition: `0 ≤ value ≤ 100`.
  public static func percent(_ value: Int) -> Share { Share(value, in: 100) }

  /// Whether it holds for the person whose stream this is.
  public func draw(_ random: inout CounterBasedRandom) -> Bool { random.below(whole) < part }
}
