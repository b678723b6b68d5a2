public import AssignmentSolvers

/// A solver under its name, as the suites and the comparison with other codes show it.
///
/// The one place where a new solver joins both.
public struct MeasuredSolver: Sendable {
  public enum Layout: String, Sendable { case dense, sparse }

  public let name: String
  public let layouts: [Layout]
  public let solver: any AssignmentSolver
  /// Whether the ratios to other codes speak of this one.
  public let isDefault: Bool
  /// The largest tables of a family that the suites give it: what takes well under a second.
  public let largestSize: @Sendable (DenseFamily) -> Int

  public static let all = [
    MeasuredSolver(
      name: "dense", layouts: [.dense], solver: DenseSolver(), isDefault: true, largestSize: { _ in 2_000 }),
    MeasuredSolver(
      name: "shortest-path", layouts: [.dense], solver: ShortestPathSolver(), isDefault: false,
      largestSize: { $0 == .mw ? 200 : 1_000 }),
    MeasuredSolver(
      name: "sparse", layouts: [.sparse], solver: SparseSolver(), isDefault: true, largestSize: { _ in 0 }),
  ]

  /// Those that take a layout.
  public static func all(for layout: Layout) -> [MeasuredSolver] { all.filter { $0.layouts.contains(layout) } }
}
