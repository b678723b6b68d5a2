@testable import AssignmentSolvers

/// The kernels of ``LineKernels`` in plain Swift, one item at a time.
enum PlainLineKernels {
  static func sums(_ costs: [Int32], _ offsets: [Int32]) -> [Int32] {
    zip(costs, offsets).map { min($0, LineKernels.costCap) + $1 }
  }

  static func laneMinima(_ costs: [Int32], _ offsets: [Int32]) -> [Int32] {
    var lanes = [Int32](repeating: .max, count: LineKernels.laneCount)
    for (item, sum) in sums(costs, offsets).enumerated() {
      lanes[item % LineKernels.laneCount] = min(lanes[item % LineKernels.laneCount], sum)
    }
    return lanes
  }

  static func listBelow(
    _ limit: Int32, _ costs: [Int32], _ offsets: [Int32], from start: Int, capacity: Int
  ) -> [Int32] {
    let all = (start..<max(start, costs.count)).filter { Int64(costs[$0]) < Int64(limit) - Int64(offsets[$0]) }
    return all.prefix(capacity).map { Int32($0) }
  }

  /// Items with a sum up to a level, by sum and then by item.
  static func listUpTo(_ level: Int32, _ costs: [Int32], _ offsets: [Int32]) -> [(item: Int32, sum: Int32)] {
    sums(costs, offsets).enumerated().filter { $0.element <= level }
      .sorted { ($0.element, $0.offset) < ($1.element, $1.offset) }.map { (Int32($0.offset), $0.element) }
  }

  static func twoLeast(_ costs: [Int32], _ offsets: [Int32]) -> [Int32] {
    let order = sums(costs, offsets).enumerated().sorted { ($0.element, $0.offset) < ($1.element, $1.offset) }
    return [
      order.first?.element ?? .max, order.first.map { Int32($0.offset) } ?? -1,
      order.count > 1 ? order[1].element : .max,
    ]
  }

  static func raiseOffsets(_ costs: [Int32], toCover level: Int32, _ offsets: [Int32]) -> [Int32] {
    zip(costs, offsets).map { max($1, level - min($0, LineKernels.costCap)) }
  }

  static func firstBelow(_ limit: Int64, _ costs: [Int32], _ offsets: [Int64], from start: Int) -> Int {
    (start..<max(start, costs.count)).first {
      costs[$0] != DenseCosts.forbidden && Int64(costs[$0]) + offsets[$0] < limit
    } ?? costs.count
  }

  static func raisePrices(_ costs: [Int32], toCover limit: Int64, _ prices: [Int64]) -> [Int64] {
    zip(costs, prices).map { $0 == DenseCosts.forbidden ? $1 : max($1, limit - Int64($0)) }
  }
}
