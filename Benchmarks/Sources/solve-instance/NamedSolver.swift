import AssignmentSolvers

/// A solver under the name that tables show; the one place where a new solver joins the comparison.
struct NamedSolver {
  enum Layout: String { case dense, sparse }

  let name: String
  let layouts: [Layout]
  let solver: any AssignmentSolver
  /// Whether the comparison with other codes is made with this one.
  let isDefault: Bool

  static let all = [
    NamedSolver(name: "shortest-path", layouts: [.dense], solver: ShortestPathSolver(), isDefault: true)
  ]
}
