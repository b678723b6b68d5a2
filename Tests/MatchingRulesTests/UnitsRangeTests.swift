import Testing

@testable import MatchingRules

@Suite struct UnitsRangeTests {
  /// Whatever the answer and whichever questions stay open, the range encloses the answer, and it is found when all are
  /// answered.
  @Test func theLeastNumberIsFound() {
    var askedMost = 0
    for high in 1...40 {
      for low in 1...high {
        for answer in low...high {
          for period in [0, 2, 3] {
            var range = UnitsRange(low: low, high: high)
            var asked = 0
            for round in 0..<2 {
              while let probe = range.next {
                asked += 1
                #expect((range.low..<range.high).contains(probe))
                if round == 0, period > 0, asked % period == 0 {
                  range.skip(probe)
                } else {
                  range.learn(probe, isEnough: probe >= answer)
                }
                #expect((range.low...range.high).contains(answer))
                if asked > 200 { break }
              }
              range.forgetSkipped()
            }
            #expect(range.isSettled && range.low == answer, "\(low)...\(high), \(answer), \(period)")
            if period == 0 { askedMost = max(askedMost, asked) }
          }
        }
      }
    }
    #expect(askedMost <= 12)
  }

  @Test func theLowerEndIsAskedFirst() {
    var range = UnitsRange(low: 54, high: 171)
    #expect(range.next == 54)
    range.learn(54, isEnough: true)
    #expect(range.next == nil && range.isSettled)
  }
}
