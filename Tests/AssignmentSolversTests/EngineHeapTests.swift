import Testing

@testable import AssignmentSolvers

/// The engines' priority queues beside the plain ``MinimumHeap``.
@Suite("Heaps of the engines")
struct EngineHeapTests {
  @Test("the binary heap gives keys in the order of the plain one")
  func heaps() {
    var random = SplitMix64(seed: 10)
    for range: ClosedRange<Int64> in [0...3, -1_000_000...1_000_000] {
      var plain = MinimumHeap()
      var block = BlockHeap()
      for step in 0..<3_000 {
        if step % 700 == 699 {
          plain.removeAll()
          block.removeAll()
        }
        if random.chance(percent: 60) {
          let key = Int64.random(in: range, using: &random)
          plain.push(step, at: key)
          block.push(step, at: key)
        } else {
          #expect(plain.popMinimum()?.key == block.popMinimum()?.key)
        }
        #expect(plain.minimum?.key == block.minimum?.key && plain.isEmpty == block.isEmpty)
      }
    }
  }

  @Test(
    "the bucket heap gives keys in the order of the plain one, as Dijkstra's algorithm pushes them",
    arguments: [0, 1, 37, 1_000_000, 1 << 60] as [Int64])
  func buckets(greatestKey: Int64) {
    var random = SplitMix64(seed: 11)
    for capacity in [0, 1, 40, 2_000] {
      var plain = MinimumHeap()
      var bucket = BucketHeap(capacity: capacity, greatestKey: greatestKey)
      var last: Int64 = 0
      for step in 0..<4_000 {
        if random.chance(percent: step < 2_000 ? 60 : 40) {
          // Near the last key mostly, as improvements are, and sometimes anywhere above it.
          let reach = random.chance(percent: 80) ? min(greatestKey, last + 1 + greatestKey / 500) : greatestKey
          let key = Int64.random(in: last...reach, using: &random)
          plain.push(step, at: key)
          bucket.push(step, at: key)
        } else {
          let popped = bucket.popMinimum { _ in true }
          #expect(plain.popMinimum()?.key == popped?.key)
          last = popped?.key ?? last
        }
      }
      while let next = plain.popMinimum() { #expect(bucket.popMinimum { _ in true }?.key == next.key) }
      #expect(bucket.popMinimum { _ in true } == nil)
    }
  }

  @Test("entries that count no more are dropped with their bucket")
  func stale() {
    var bucket = BucketHeap(capacity: 1_600, greatestKey: 999)
    for node in 0..<1_600 { bucket.push(node, at: Int64(node % 1_000)) }
    var popped: [Int] = []
    while let next = bucket.popMinimum(where: { $0.node.isMultiple(of: 2) }) { popped.append(next.node) }
    // Those of the first bucket are in the heap at once; the caller recognises them.
    #expect(popped.filter { $0.isMultiple(of: 2) }.count == 800)
    #expect(popped.count < 830)
  }
}
