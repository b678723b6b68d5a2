internal import CAssignmentKernels

/// Both halves of a pass over many lines at once, the second one on a thread of its own.
///
/// What a line gives depends on no other line, so the result is the same as line by line. Threads come from the C library:
/// the module imports nothing.
///
/// Measured on two cores (instances of `Benchmarks/Peers/run --suite dense`) with the passes for costs' ranges and for first lists: solves of full tables take 15 % less time
/// (uniform costs at 5,000 and 10,000), 15 to 22 % (1 to 100), 9 % (mentoring-like), 3 % (points in a plane), 8 % (uniform at 2,000).
enum Halves {
  /// A thread takes some 0.05 ms to start and to join; from so many pairs on, a pass takes ten times as long.
  static let leastPairCount = 1 << 21

  private struct Job {
    let range: Range<Int>
    let body: (Range<Int>, Int) -> Bool
    let answers: Block<Bool>

    func run(_ part: Int) {
      let middle = range.lowerBound + range.count / 2
      answers[part] = body(part == 0 ? range.lowerBound..<middle : middle..<range.upperBound, part)
    }
  }

  /// Into how many parts ``run(_:pairCount:_:)`` cuts a range.
  static func partCount(_ range: Range<Int>, pairCount: Int) -> Int {
    pairCount < leastPairCount || range.count < 2 ? 1 : 2
  }

  /// Calls `body` with the whole range as part 0 when there are few pairs, otherwise with its halves as parts 0 and 1, at the same
  /// time: what the two write to must be apart.
  ///
  /// - Returns: whether all answers were true.
  static func run(_ range: Range<Int>, pairCount: Int, _ body: (Range<Int>, _ part: Int) -> Bool) -> Bool {
    if partCount(range, pairCount: pairCount) == 1 { return body(range, 0) }
    let store = BlockStore()
    let answers = store.makeBlock(count: 2, of: false)
    withoutActuallyEscaping(body) { body in
      let job = Job(range: range, body: body, answers: answers)
      unsafe withUnsafePointer(to: job) { job in
        unsafe cassignment_run_both(
          { context, part in
            guard let context = unsafe context else { return }
            unsafe context.assumingMemoryBound(to: Job.self).pointee.run(Int(part))
          }, UnsafeMutableRawPointer(mutating: job))
      }
    }
    return withExtendedLifetime(store) { answers[0] && answers[1] }
  }
}
