public import MatchingFiles
public import MatchingSimulation

/// Runs a study into a folder: finished replicates are kept there while it runs, so that a run that was killed goes on
/// where it was, and shards of a run can be merged.
///
/// While it runs the folder holds `part-….txt`; at the end they are joined in `replicates.txt`, beside the results. The
/// bytes at the end do not depend on threads, batches, interruptions or shards.
public struct SimulationRun: Sendable {
  /// How far a run is.
  public struct Progress: Sendable {
    public let finishedCount: Int
    public let totalCount: Int
    /// Of this run's own replicates, those found in the folder left out.
    public let secondsPerReplicate: Double

    public var secondsLeft: Double { Double(totalCount - finishedCount) * secondsPerReplicate }
  }

  private static let partPrefix = "part-"
  private static let joinedName = "replicates.txt"

  public let study: Study
  public let folder: OutputDirectory
  private let file: ReplicateFile

  public init(_ study: Study, folder: String) {
    self.study = study
    self.folder = OutputDirectory(folder)
    file = ReplicateFile(study: study)
  }

  /// Plays the replicates that the folder does not have yet.
  /// - Returns: the results of the range, ascending.
  public func play(
    _ range: Range<Int>, threadCount: Int, progress: (Progress) throws -> Void = { _ in }
  ) throws -> [ReplicateResult] {
    var known = try finished(in: folder)
    let missing = range.filter { known[$0] == nil }
    let start = ContinuousClock.now
    var playedCount = 0
    try StudyRunner(study, threadCount: threadCount).run(missing) { batch in
      guard let first = batch.first else { return }
      let name = "\(Self.partPrefix)\(first.replicate).txt"
      try folder.write([OutputFile(name: name, bytes: file.bytes(of: batch))], replacing: true)
      for result in batch { known[result.replicate] = result }
      playedCount += batch.count
      let seconds = Double((ContinuousClock.now - start).components.seconds)
      let fraction = Double((ContinuousClock.now - start).components.attoseconds) * 1e-18
      try progress(
        Progress(
          finishedCount: range.count - missing.count + playedCount, totalCount: range.count,
          secondsPerReplicate: (seconds + fraction) / Double(playedCount)))
    }
    return range.compactMap { known[$0] }
  }

  /// Writes `replicates.txt` and the files given, then forgets the parts.
  public func finish(_ results: [ReplicateResult], with files: [OutputFile]) throws(OutputError) {
    let joined = OutputFile(name: Self.joinedName, bytes: file.bytes(of: results))
    try folder.write([joined] + files, replacing: true)
    try folder.remove(try folder.names(withPrefix: Self.partPrefix))
  }

  /// The results kept in other folders, by this study; each replicate may be there more than once if it is the same.
  public func merged(_ folders: [String]) throws -> [ReplicateResult] {
    var all: [Int: ReplicateResult] = [:]
    for path in folders {
      for (replicate, result) in try finished(in: OutputDirectory(path)) {
        if let other = all[replicate], other != result {
          throw InputErrors([
            Diagnostic(.badReplicates, file: path, message: "replicate \(replicate) differs from another folder's")
          ])
        }
        all[replicate] = result
      }
    }
    let replicates = all.keys.sorted()
    if let gap = replicates.indices.first(where: { replicates[$0] != $0 }) {
      throw InputErrors([
        Diagnostic(
          .badReplicates, file: folders[0], message: "replicate \(gap) is in none of the folders",
          remedy: "Run the shard that is missing, then merge again.")
      ])
    }
    if replicates.isEmpty {
      throw InputErrors([Diagnostic(.badReplicates, file: folders[0], message: "there are no replicates here")])
    }
    return replicates.compactMap { all[$0] }
  }

  private func finished(in folder: OutputDirectory) throws -> [Int: ReplicateResult] {
    let names = try folder.names(withPrefix: Self.partPrefix) + folder.names(withPrefix: Self.joinedName)
    var known: [Int: ReplicateResult] = [:]
    for name in names {
      for result in try file.results(folder.read(name), file: folder.path + "/" + name) {
        known[result.replicate] = result
      }
    }
    return known
  }
}
