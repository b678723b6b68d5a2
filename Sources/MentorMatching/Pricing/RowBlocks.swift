internal import Dispatch
internal import Synchronization

/// Runs over the rows of a table on several threads, in blocks, and gives the blocks' results in order: the same whatever
/// the number of threads.
struct RowBlocks: Sendable {
  let rowCount: Int
  let threadCount: Int
  /// Told from any thread how many rows of the pass are done.
  var onProgress: @Sendable (_ doneCount: Int) -> Void = { _ in }
  static let blockSize = RowBatch.capacity

  /// Each worker makes its own memory once and then takes one block after the other.
  ///
  /// - Parameters:
  ///   - makeMemory: called once per worker.
  ///   - isCancelled: asked before each block.
  ///   - body: called for each block, on any thread.
  /// - Returns: the blocks' results in order, and the workers' memories in no order; nil when cancelled.
  func run<Memory, Result: Sendable>(
    makeMemory: @Sendable () -> Memory, isCancelled: @Sendable () -> Bool,
    body: @Sendable (_ rows: Range<Int>, _ memory: inout Memory) -> Result
  ) -> (results: [Result], memories: [Memory])? where Memory: Sendable {
    let blockCount = (rowCount + Self.blockSize - 1) / Self.blockSize
    let next = Atomic<Int>(0)
    let isStopped = Atomic<Bool>(false)
    let done = Atomic<Int>(0)
    let collected = Mutex<(results: [(block: Int, result: Result)], memories: [Memory])>(([], []))
    DispatchQueue.concurrentPerform(iterations: min(threadCount, max(1, blockCount))) { _ in
      var memory = makeMemory()
      var own: [(block: Int, result: Result)] = []
      while true {
        let block = next.add(1, ordering: .relaxed).oldValue
        if block >= blockCount || isStopped.load(ordering: .relaxed) { break }
        if isCancelled() {
          isStopped.store(true, ordering: .relaxed)
          break
        }
        let rows = block * Self.blockSize..<min((block + 1) * Self.blockSize, rowCount)
        own.append((block, body(rows, &memory)))
        onProgress(done.add(rows.count, ordering: .relaxed).newValue)
      }
      collected.withLock {
        $0.results.append(contentsOf: own)
        $0.memories.append(memory)
      }
    }
    if isStopped.load(ordering: .relaxed) { return nil }
    let all = collected.withLock { $0 }
    return (all.results.sorted { $0.block < $1.block }.map(\.result), all.memories)
  }
}
