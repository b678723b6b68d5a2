import Testing

@testable import AssignmentSolvers

/// Every kernel against its plain twin, in every variant this machine can run, on lines of all lengths around the widths.
@Suite("Kernels")
struct LineKernelTests {
  static let variants = LineKernels.Variant.allCases.filter { $0.rawValue <= LineKernels.best.rawValue }
  static let lengths = Array(0...70) + [127, 128, 129, 255, 256, 257, 300, 1000, 1025]

  private struct Line {
    var costs: [Int32]
    var offsets: [Int32]

    /// Few distinct sums (ties), forbidden pairs and far items among them.
    init(_ count: Int, using random: inout SplitMix64) {
      let range: ClosedRange<Int32> =
        [0...3, -1000...1000, -LineKernels.costRange...LineKernels.costRange].randomElement(using: &random) ?? 0...0
      costs = (0..<count).map { _ in
        random.chance(percent: 10) ? DenseCosts.forbidden : Int32.random(in: range, using: &random)
      }
      offsets = (0..<count).map { _ in
        random.chance(percent: 5) ? LineKernels.far : Int32.random(in: 0...max(1, range.upperBound / 2), using: &random)
      }
    }
  }

  @Test("sums in 32 bits", arguments: variants)
  func narrow(_ variant: LineKernels.Variant) {
    let kernels = LineKernels(variant)
    var random = SplitMix64(seed: 3)
    for length in Self.lengths {
      for _ in 0..<4 {
        let line = Line(length, using: &random)
        var lanes = [Int32](repeating: 0, count: LineKernels.laneCount)
        kernels.laneMinima(line.costs.span, line.offsets, into: &lanes)
        #expect(lanes == PlainLineKernels.laneMinima(line.costs, line.offsets))

        let least = kernels.twoLeast(line.costs.span, line.offsets)
        #expect(
          [least.least, Int32(least.item), least.second] == PlainLineKernels.twoLeast(line.costs, line.offsets))

        let level = Int32.random(in: -LineKernels.costRange...LineKernels.costRange, using: &random)
        var raised = line.offsets
        kernels.raiseOffsets(line.costs.span, toCover: level, &raised)
        #expect(raised == PlainLineKernels.raiseOffsets(line.costs, toCover: level, line.offsets))

        for limit in [least.least &+ 1, level, LineKernels.nearLimit] where limit.magnitude <= UInt32(LineKernels.far) {
          let start = Int.random(in: 0...length, using: &random)
          let capacity = Int.random(in: 0...length, using: &random)
          var items = [Int32](repeating: -1, count: length)
          let count = kernels.listBelow(
            limit, line.costs.span, line.offsets, from: start, into: &items, capacity: capacity)
          #expect(
            Array(items.prefix(count))
              == PlainLineKernels.listBelow(limit, line.costs, line.offsets, from: start, capacity: capacity))
        }
      }
    }
  }

  @Test("the best items of a line, in order", arguments: variants)
  func best(_ variant: LineKernels.Variant) throws {
    let kernels = LineKernels(variant)
    var random = SplitMix64(seed: 6)
    var listedCount = 0
    for length in Self.lengths {
      for wanted in [1, 5, 20] {
        let line = Line(length, using: &random)
        let capacity = min(length, Int.random(in: 1...96, using: &random))
        var items = [Int32](repeating: -1, count: max(1, capacity))
        var sums = items
        let best = kernels.listBest(
          line.costs.span, line.offsets, wanted: wanted, capacity: capacity, items: &items, sums: &sums)
        let lanes = PlainLineKernels.laneMinima(line.costs, line.offsets)
        #expect(best.least == lanes.min())
        guard let level = best.level else {
          #expect(lanes.count { $0 < LineKernels.nearLimit } < wanted)
          continue
        }
        #expect(level == kernels.level(of: lanes, wanted: wanted))
        let all = PlainLineKernels.listUpTo(level, line.costs, line.offsets)
        if let count = best.count {
          #expect(Array(items.prefix(count)) == all.map(\.item))
          #expect(Array(sums.prefix(count)) == all.map(\.sum))
          listedCount += 1
        } else {
          #expect(all.count >= capacity && capacity < length)
        }
      }
    }
    #expect(listedCount > 50)
  }

  @Test("the level of the lanes leaves as many as wanted, and hardly more", arguments: variants)
  func level(_ variant: LineKernels.Variant) throws {
    let kernels = LineKernels(variant)
    var random = SplitMix64(seed: 4)
    for spread: Int32 in [1, 10, 100_000, LineKernels.costRange] {
      for wanted in [1, 20, 128] {
        let lanes = (0..<LineKernels.laneCount).map { _ in Int32.random(in: -spread...spread, using: &random) }
        let level = try #require(kernels.level(of: lanes, wanted: wanted))
        let least = lanes.sorted()[wanted - 1]
        let count = lanes.count { $0 <= level }
        #expect(level == least || (level > least && count <= wanted + wanted / 4))
      }
    }
    #expect(kernels.level(of: Array(repeating: .max, count: LineKernels.laneCount), wanted: 1) == nil)
  }

  @Test("sums in 64 bits and widening", arguments: variants)
  func wide(_ variant: LineKernels.Variant) {
    let kernels = LineKernels(variant)
    var random = SplitMix64(seed: 5)
    for length in Self.lengths {
      let line = Line(length, using: &random)
      let scale: Int64 = random.chance(percent: 50) ? 1 << 28 : 1
      let prices = line.offsets.map { Int64($0) * scale }
      let limit = Int64.random(in: -1000...1000, using: &random) * scale
      for start in [0, length / 2] {
        #expect(
          kernels.firstBelow(limit, line.costs.span, prices, from: start)
            == PlainLineKernels.firstBelow(limit, line.costs, prices, from: start))
      }

      let duals = prices.map { $0 + Int64.random(in: 0...3, using: &random) }
      var raised = prices
      let nearest = kernels.raisePrices(line.costs.span, toCover: limit, &raised, duals: duals)
      #expect(raised == PlainLineKernels.raisePrices(line.costs, toCover: limit, prices))
      let differences = zip(duals, raised).map { $0 - $1 }
      #expect(nearest.least == differences.min() ?? .max)
      #expect(nearest.item == differences.firstIndex(of: nearest.least) ?? -1)

      let allowed = line.costs.filter { $0 != DenseCosts.forbidden }
      #expect(kernels.costRange(line.costs.span)?.lowerBound == allowed.min())
      #expect(kernels.costRange(line.costs.span)?.upperBound == allowed.max())

      let narrow = (0..<length).map { _ in
        random.chance(percent: 10) ? Int16.max : Int16.random(in: .min...Int16.max, using: &random)
      }
      var widened = [Int32](repeating: 0, count: length)
      kernels.widen(narrow.span, into: &widened)
      #expect(widened == narrow.map { $0 == .max ? DenseCosts.forbidden : Int32($0) })
      for limit in [limit, limit * 100] {
        #expect(
          kernels.firstBelow(limit, narrow.span, prices, from: length / 3)
            == PlainLineKernels.firstBelow(limit, widened, prices, from: length / 3))
      }
    }
  }
}
