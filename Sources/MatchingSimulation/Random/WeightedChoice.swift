/// Options drawn in proportion to whole-number weights.
///
/// A draw takes one random number and O(log options) steps.
public struct WeightedChoice<Option: Sendable>: Sendable {
  fileprivate struct Entry: Sendable {
    let option: Option
    let weight: Int
    /// The sum of the weights up to and with this one.
    let end: Int
  }

  /// One array rather than three: profiles hold many choices, and copying one then counts one reference.
  fileprivate let entries: [Entry]

  /// - Precondition: at least one option; no negative weight; a sum from 1 to 10¹².
  public init(_ weighted: [(option: Option, weight: Int)]) {
    let limit = 1_000_000_000_000
    var sum = 0
    var entries: [Entry] = []
    for (option, weight) in weighted {
      precondition((0...limit - sum).contains(weight), "weights are not negative and sum to at most 10¹²")
      sum += weight
      entries.append(Entry(option: option, weight: weight, end: sum))
    }
    precondition(sum >= 1, "something must be drawable")
    self.entries = entries
  }

  /// One option for everybody.
  public static func always(_ option: Option) -> WeightedChoice { WeightedChoice([(option, 1)]) }

  /// The options with their weights, in the order given.
  public var weightedOptions: [(option: Option, weight: Int)] { entries.map { ($0.option, $0.weight) } }

  public var totalWeight: Int { entries[entries.count - 1].end }

  public func draw(_ random: inout CounterBasedRandom) -> Option {
    let position = random.below(totalWeight)
    var low = 0
    var high = entries.count - 1
    // The first end beyond the position; options of weight 0 end where they begin, so they are never it.
    while low < high {
      let middle = (low + high) / 2
      if entries[middle].end > position { high = middle } else { low = middle + 1 }
    }
    return entries[low].option
  }
}

extension WeightedChoice.Entry: Equatable where Option: Equatable {}
extension WeightedChoice: Equatable where Option: Equatable {}
