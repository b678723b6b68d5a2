internal import CAssignmentKernels

/// Vectorised passes over one line of costs, with sizes checked on entry.
///
/// A *line* is all costs of one bidder. Sums are formed in 32 bits: offsets are 0…``far``, and a cost at or above
/// ``costCap`` (the mark of a forbidden pair among them) counts as ``costCap``. So with costs within ±``costRange`` and
/// offsets up to ``nearOffset``, a sum of an allowed pair stays below ``nearLimit``, and a sum with a forbidden pair or a
/// far item does not.
struct LineKernels: Sendable {
  static let laneCount = 128
  static let far: Int32 = 1 << 30
  static let costCap: Int32 = (1 << 30) - 1
  static let costRange: Int32 = 1 << 28
  static let nearOffset: Int32 = 1 << 28
  static let nearLimit: Int32 = (1 << 29) + 1

  /// Instruction sets, in ascending order; each machine can run those up to its ``best``.
  enum Variant: UInt32, CaseIterable, Sendable { case baseline, avx2, avx512 }

  private let variant: cassignment_variant

  init(_ variant: Variant = LineKernels.best) {
    self.variant = cassignment_variant(variant.rawValue)
  }

  static var best: Variant { Variant(rawValue: cassignment_best_variant().rawValue) ?? .baseline }

  /// The least cost + offset of each lane: lane *l* holds the items with index *l* mod 128.
  func laneMinima(_ costs: Span<Int32>, _ offsets: [Int32], into lanes: inout [Int32]) {
    precondition(offsets.count == costs.count && lanes.count == Self.laneCount, "sizes agree")
    unsafe costs.withUnsafeBufferPointer { costs in
      unsafe offsets.withUnsafeBufferPointer { offsets in
        unsafe lanes.withUnsafeMutableBufferPointer { lanes in
          unsafe cassignment_lane_minima(
            variant, costs.baseAddress, offsets.baseAddress, Int64(costs.count), lanes.baseAddress)
        }
      }
    }
  }

  /// A level up to ``nearLimit`` − 1 that at least `wanted` lanes are at or below, and at most a quarter more if values
  /// differ; nil when there are not that many.
  func level(of lanes: [Int32], wanted: Int) -> Int32? {
    precondition(lanes.count == Self.laneCount && wanted > 0 && wanted <= Self.laneCount, "in range")
    let level = unsafe lanes.withUnsafeBufferPointer { lanes in
      unsafe cassignment_level_of_lanes(variant, lanes.baseAddress, Int32(wanted), Self.nearLimit - 1)
    }
    return level == .max ? nil : level
  }

  /// Writes the items from `start` on with `cost < limit − offset`, ascending, to the front of `items`, up to `capacity` of
  /// them. Returns how many.
  func listBelow(
    _ limit: Int32, _ costs: Span<Int32>, _ offsets: [Int32], from start: Int = 0, into items: inout [Int32],
    capacity: Int
  ) -> Int {
    precondition(offsets.count == costs.count && capacity <= items.count, "sizes agree")
    precondition(start >= 0 && limit >= -Self.far && limit <= Self.far, "in range")
    return unsafe costs.withUnsafeBufferPointer { costs in
      unsafe offsets.withUnsafeBufferPointer { offsets in
        unsafe items.withUnsafeMutableBufferPointer { items in
          unsafe Int(
            cassignment_list_below(
              variant, costs.baseAddress, offsets.baseAddress, Int64(costs.count), Int64(start), limit,
              items.baseAddress, Int64(capacity)))
        }
      }
    }
  }

  /// The items up to a level that at least `wanted` lanes of ``laneMinima(_:_:into:)`` reach, by cost + offset and then by
  /// item, with these sums, to the front of `items` and `sums`; and the least sum of all. A count of nil: no such level below
  /// ``nearLimit`` (the level is then nil too), or more items than `capacity`, which is at most 96.
  func listBest(
    _ costs: Span<Int32>, _ offsets: [Int32], wanted: Int, capacity: Int, items: inout [Int32], sums: inout [Int32]
  ) -> (count: Int?, level: Int32?, least: Int32) {
    precondition(offsets.count == costs.count && wanted > 0 && wanted <= Self.laneCount, "sizes agree")
    precondition(capacity <= min(items.count, sums.count, 96), "room for all")
    var levels = [2 of Int32](repeating: 0)
    var span = levels.mutableSpan
    let count = unsafe costs.withUnsafeBufferPointer { costs in
      unsafe offsets.withUnsafeBufferPointer { offsets in
        unsafe items.withUnsafeMutableBufferPointer { items in
          unsafe sums.withUnsafeMutableBufferPointer { sums in
            unsafe span.withUnsafeMutableBufferPointer { levels in
              unsafe Int(
                cassignment_list_best(
                  variant, costs.baseAddress, offsets.baseAddress, Int64(costs.count), Int32(wanted),
                  Self.nearLimit - 1, Int64(capacity), items.baseAddress, sums.baseAddress, levels.baseAddress))
            }
          }
        }
      }
    }
    return (count < 0 ? nil : count, levels[0] == .max ? nil : levels[0], levels[1])
  }

  /// The least cost + offset, its first item (-1 when there is none) and the second least.
  func twoLeast(_ costs: Span<Int32>, _ offsets: [Int32]) -> (least: Int32, item: Int, second: Int32) {
    precondition(offsets.count == costs.count, "sizes agree")
    var least = [3 of Int32](repeating: 0)
    unsafe costs.withUnsafeBufferPointer { costs in
      unsafe offsets.withUnsafeBufferPointer { offsets in
        var span = least.mutableSpan
        unsafe span.withUnsafeMutableBufferPointer { least in
          unsafe cassignment_two_least(
            variant, costs.baseAddress, offsets.baseAddress, Int64(costs.count), least.baseAddress)
        }
      }
    }
    return (least[0], Int(least[1]), least[2])
  }

  /// `offset = max(offset, level − cost)` for each item.
  func raiseOffsets(_ costs: Span<Int32>, toCover level: Int32, _ offsets: inout [Int32]) {
    precondition(offsets.count == costs.count && level > -Self.nearLimit && level < Self.nearLimit, "in range")
    unsafe costs.withUnsafeBufferPointer { costs in
      unsafe offsets.withUnsafeMutableBufferPointer { offsets in
        unsafe cassignment_raise_offsets(
          variant, costs.baseAddress, Int64(costs.count), level, offsets.baseAddress)
      }
    }
  }

  /// The least and the greatest cost of an allowed pair, or nil when every pair is forbidden.
  func costRange(_ costs: Span<Int32>) -> ClosedRange<Int32>? {
    var range = [2 of Int32](repeating: 0)
    unsafe costs.withUnsafeBufferPointer { costs in
      var span = range.mutableSpan
      unsafe span.withUnsafeMutableBufferPointer { range in
        unsafe cassignment_cost_range(variant, costs.baseAddress, Int64(costs.count), range.baseAddress)
      }
    }
    return range[0] == DenseCosts.forbidden ? nil : range[0]...range[1]
  }

  /// The first item from `start` on whose pair is allowed and has `cost + offset < limit`, or `costs.count`. In 64 bits:
  /// offsets and limit may reach ±2⁶².
  @inline(__always)
  func firstBelow(_ limit: Int64, _ costs: Span<Int32>, _ offsets: [Int64], from start: Int) -> Int {
    precondition(offsets.count >= costs.count && start >= 0, "sizes agree")
    return unsafe costs.withUnsafeBufferPointer { costs in
      unsafe offsets.withUnsafeBufferPointer { offsets in
        unsafe Int(
          cassignment_first_below(
            variant, costs.baseAddress, offsets.baseAddress, Int64(costs.count), Int64(start), limit))
      }
    }
  }

  /// The same for 16-bit costs.
  @inline(__always)
  func firstBelow(_ limit: Int64, _ costs: Span<Int16>, _ offsets: [Int64], from start: Int) -> Int {
    precondition(offsets.count >= costs.count && start >= 0, "sizes agree")
    return unsafe costs.withUnsafeBufferPointer { costs in
      unsafe offsets.withUnsafeBufferPointer { offsets in
        unsafe Int(
          cassignment_first_below_short(
            variant, costs.baseAddress, offsets.baseAddress, Int64(costs.count), Int64(start), limit))
      }
    }
  }

  /// `price = max(price, limit − cost)` for each allowed pair, in 64 bits; returns the least `dual − price` afterwards and
  /// its first item (-1 when there is none).
  func raisePrices(
    _ costs: Span<Int32>, toCover limit: Int64, _ prices: inout [Int64], duals: [Int64]
  ) -> (least: Int64, item: Int) {
    precondition(prices.count == costs.count && duals.count == costs.count, "sizes agree")
    var least = [2 of Int64](repeating: 0)
    unsafe costs.withUnsafeBufferPointer { costs in
      unsafe prices.withUnsafeMutableBufferPointer { prices in
        unsafe duals.withUnsafeBufferPointer { duals in
          var span = least.mutableSpan
          unsafe span.withUnsafeMutableBufferPointer { least in
            unsafe cassignment_raise_prices(
              variant, costs.baseAddress, duals.baseAddress, Int64(costs.count), limit, prices.baseAddress,
              least.baseAddress)
          }
        }
      }
    }
    return (least[0], Int(least[1]))
  }

  /// Writes some neighbouring columns of a full table one after the other, each ``DenseCosts/rowCount`` long.
  func gather(_ columns: Range<Int>, of costs: DenseCosts, into gathered: inout [Int32]) {
    precondition(columns.lowerBound >= 0 && columns.upperBound <= costs.columnCount, "columns of the table")
    precondition(gathered.count >= columns.count * costs.rowCount, "sizes agree")
    unsafe costs.values.withUnsafeBufferPointer { values in
      unsafe gathered.withUnsafeMutableBufferPointer { gathered in
        unsafe cassignment_gather_columns(
          values.baseAddress, Int64(costs.rowCount), Int64(costs.columnCount), Int64(columns.lowerBound),
          Int64(columns.count), gathered.baseAddress)
      }
    }
  }

  /// Widens 16-bit costs, the mark of a forbidden pair included.
  func widen(_ costs: Span<Int16>, into wide: inout [Int32]) {
    precondition(wide.count >= costs.count, "sizes agree")
    unsafe costs.withUnsafeBufferPointer { costs in
      unsafe wide.withUnsafeMutableBufferPointer { wide in
        unsafe cassignment_widen(variant, costs.baseAddress, Int64(costs.count), wide.baseAddress)
      }
    }
  }
}
