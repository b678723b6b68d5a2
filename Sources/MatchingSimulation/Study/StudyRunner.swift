import Dispatch
import Synchronization

/// All arms of one replicate.
public struct ReplicateResult: Sendable, Equatable {
  public let replicate: Int
  /// In the order of ``Study/armIndices(ofReplicate:)``.
  public let records: [ReplicateRecord]

  public init(replicate: Int, records: [ReplicateRecord]) {
    self.replicate = replicate
    self.records = records
  }
}

/// Plays replicates on several threads.
///
/// Each replicate is one task from start to end, so threads share nothing but the list of numbers; the results are handed
/// over in the order of the list, in batches, and are the same for any number of threads.
public struct StudyRunner: Sendable {
  public let study: Study
  public let threadCount: Int
  /// Replicates between two hand-overs.
  public let batchSize: Int

  /// - Precondition: at least one thread and one replicate a batch.
  public init(_ study: Study, threadCount: Int, batchSize: Int? = nil) {
    precondition(threadCount >= 1 && batchSize ?? 1 >= 1, "at least one")
    self.study = study
    self.threadCount = threadCount
    self.batchSize = batchSize ?? 16 * threadCount
  }

  /// Plays the replicates given.
  /// - Parameter receive: called on the calling thread with the results of each batch; what it throws ends the run.
  public func run(_ replicates: [Int], receive: ([ReplicateResult]) throws -> Void) rethrows {
    var start = 0
    while start < replicates.count {
      let batch = Array(replicates[start..<min(start + batchSize, replicates.count)])
      try receive(play(batch))
      start += batch.count
    }
  }

  private func play(_ batch: [Int]) -> [ReplicateResult] {
    let study = study
    let next = Atomic(0)
    let results = Mutex([ReplicateResult?](repeating: nil, count: batch.count))
    DispatchQueue.concurrentPerform(iterations: min(threadCount, batch.count)) { _ in
      while true {
        let position = next.add(1, ordering: .relaxed).oldValue
        guard position < batch.count else { return }
        let replicate = batch[position]
        let records = study.armIndices(ofReplicate: replicate).map { study.record(arm: $0, replicate: replicate) }
        results.withLock { $0[position] = ReplicateResult(replicate: replicate, records: records) }
      }
    }
    return results.withLock { $0.compactMap(\.self) }
  }
}
