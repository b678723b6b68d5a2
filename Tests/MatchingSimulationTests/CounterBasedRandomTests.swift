import MatchingSimulation
import Testing

struct CounterBasedRandomTests {
  /// The first outputs of the reference implementation in C (Vigna, splitmix64.c) started at 1234567.
  @Test func theRootStreamIsSplitMix64() {
    var random = CounterBasedRandom(seed: 1_234_567)
    let expected: [UInt64] = [
      6_457_827_717_110_365_317, 3_203_168_211_198_807_973, 9_817_491_932_198_370_423, 4_593_380_528_125_082_431,
      16_408_922_859_458_223_821,
    ]
    #expect(expected.map { _ in random.next() } == expected)
  }

  @Test func aChildDoesNotDependOnItsParentsPosition() {
    var parent = CounterBasedRandom(seed: 5)
    var before = parent.child(3)
    _ = parent.next()
    var after = parent.child(3)
    #expect((0..<10).map { _ in before.next() } == (0..<10).map { _ in after.next() })
  }

  @Test func streamsOfDifferentPathsDiffer() {
    var firsts: Set<UInt64> = []
    for seed in 0..<20 {
      for label in 0..<20 {
        for further in 0..<20 {
          var random = CounterBasedRandom(seed: UInt64(seed)).child(UInt64(label)).child(UInt64(further))
          firsts.insert(random.next())
        }
      }
    }
    #expect(firsts.count == 8_000)
  }

  @Test(arguments: [1, 2, 3, 7, 100, 1_000]) func drawsBelowABoundAreEven(bound: Int) {
    var random = CounterBasedRandom(seed: 11)
    var counts = [Int](repeating: 0, count: bound)
    let expected = 1_000
    for _ in 0..<(bound * expected) { counts[random.below(bound)] += 1 }
    // Six standard deviations of a count whose mean is 1000.
    #expect(counts.allSatisfy { abs($0 - expected) <= 190 })
  }

  @Test func drawsFromARangeReachBothEnds() {
    var random = CounterBasedRandom(seed: 12)
    #expect(Set((0..<1_000).map { _ in random.draw(from: -2...3) }) == Set(-2...3))
    #expect(random.draw(from: 4...4) == 4)
  }
}

struct WeightedChoiceTests {
  @Test func optionsComeInProportionToTheirWeights() {
    let choice = WeightedChoice([("never", 0), ("often", 75), ("rarely", 25), ("nor this", 0)])
    var random = CounterBasedRandom(seed: 3)
    var counts: [String: Int] = [:]
    for _ in 0..<10_000 { counts[choice.draw(&random), default: 0] += 1 }
    #expect(counts.count == 2)
    // Four standard deviations: 4 × √(10 000 × 0.75 × 0.25) = 173.
    #expect(abs((counts["often"] ?? 0) - 7_500) <= 173)
  }

  @Test func theOnlyOptionIsAlwaysDrawn() {
    var random = CounterBasedRandom(seed: 4)
    #expect((0..<100).allSatisfy { _ in WeightedChoice.always(9).draw(&random) == 9 })
  }

  @Test func sharesOfAllAndNoneHoldForAllAndNone() {
    var random = CounterBasedRandom(seed: 6)
    #expect((0..<1_000).allSatisfy { _ in Share.percent(100).draw(&random) })
    #expect((0..<1_000).allSatisfy { _ in !Share.percent(0).draw(&random) })
  }
}
