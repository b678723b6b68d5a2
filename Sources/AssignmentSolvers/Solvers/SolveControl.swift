/// How a caller stops a solve early.
public struct SolveControl: Sendable {
  /// Asked at least every 50 ms of work, by two threads at once while a large table is read; answering true ends the solve
  /// with ``AssignmentOutcome/stopped(_:)``.
  public var isCancelled: @Sendable () -> Bool
  /// The solve stops after this many searches (see ``SolveStatistics/searchCount``). Unlike a time limit it gives the same
  /// answer on every machine.
  public var searchLimit: Int

  public init(searchLimit: Int = .max, isCancelled: @escaping @Sendable () -> Bool = { false }) {
    self.isCancelled = isCancelled
    self.searchLimit = searchLimit
  }
}
