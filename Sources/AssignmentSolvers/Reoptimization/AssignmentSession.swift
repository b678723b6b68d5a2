/// An optimal assignment that stays optimal while the problem changes.
///
/// A session holds problem P (``AssignmentProblem``) with an optimum and its duals. A change (``AssignmentChange``)
/// disturbs a few rows and columns, and only these are searched from: a change that moves ten pairs costs ten pairs,
/// whatever the size of the problem.
///
/// ```swift
/// var session = try AssignmentSession(problem)
/// try session.apply(.forbid(row: 0, column: 1))
/// session.objective
/// ```
///
/// *Decisions.* A forced pair is taken out: it is chosen, and its row and column have one place less for the rest.
/// ``assignment`` and ``objective`` include forced pairs; ``problem`` and ``solution`` are what is left to decide, so that
/// the certificate is one of an ordinary problem.
///
/// *Infeasible* after a change is an answer: ``conflict`` tells why, ``assignment`` is then as near to the lower bounds as
/// possible, and further changes may make it feasible again.
///
/// *Ties.* ``assignment`` is *an* optimum, near the one before the change, and depends on the history of the session. The
/// written rule is applied on demand (``canonicalSolution()``): then it depends on the problem alone.
///
/// A session has one owner and is moved, not copied, to another task; ``copy()`` makes a second one. Method and references
/// are those of the residual network behind it (see <doc:Reoptimization>). Complexity of a change: O(pairs written) and a
/// search for each unit that lost its place. Memory: the pairs twice and O(rows + columns).
public struct AssignmentSession: ~Copyable, Sendable {
  var network: ResidualNetwork
  /// Bounds as stated; the network has them less the forced pairs.
  var rowBounds: [NodeBounds]
  var columnBounds: [NodeBounds]
  var decisions = PairDecisions()
  /// `Σ (w_i − c_ij)` over the forced pairs.
  var forcedGain: Int64 = 0
  /// Largest magnitudes met so far, which bound what sums can reach.
  var magnitudes: SessionMagnitudes

  struct NodeBounds: Sendable {
    var lower: Int
    var capacity: Int
    var forcedCount = 0
    var isRemoved = false

    /// Whether more pairs are forced than there are places.
    var isOverfull: Bool { forcedCount > capacity }
  }

  /// Bounds as they were, while a question is answered (see ``effect(of:)-(AssignmentChange)``).
  var formerBounds: [(axis: ResidualNetwork.Axis, node: Int, bounds: NodeBounds)]?

  /// Solves a problem, or takes over a solution of it.
  ///
  /// - Parameter solution: where to start from: the solution of this problem by any solver (then nothing is left to do but
  ///   one pass over the pairs), or one of a similar problem of the same shape whose chosen pairs are allowed here.
  /// - Throws: ``AssignmentError/beyondHeadRoom(magnitude:)``; see ``SessionMagnitudes`` for the bound.
  public init(_ problem: AssignmentProblem, startingFrom solution: AssignmentSolution? = nil) throws(AssignmentError) {
    let magnitudes = SessionMagnitudes(problem)
    try magnitudes.check()
    var start = solution
    if start == nil { start = try Self.firstSolution(of: problem) }

    self.magnitudes = magnitudes
    network = ResidualNetwork(problem)
    rowBounds = zip(problem.rowLowerBound, problem.rowCapacity).map { NodeBounds(lower: $0, capacity: $1) }
    columnBounds = zip(problem.columnLowerBound, problem.columnCapacity).map { NodeBounds(lower: $0, capacity: $1) }
    if let start { network.start(from: start) } else { network.enterAll() }
    network.settle()
  }

  /// Large lists are first solved by the solver made for them; else nil, and the network solves from nothing.
  private static func firstSolution(of problem: AssignmentProblem) throws(AssignmentError) -> AssignmentSolution? {
    guard case .sparse = problem.costs, problem.rowCount >= 1_000, problem.isPlain else { return nil }
    return try SparseSolver().solve(problem, control: SolveControl()).solution
  }

  private init(copying other: borrowing AssignmentSession) {
    network = other.network
    rowBounds = other.rowBounds
    columnBounds = other.columnBounds
    decisions = other.decisions
    forcedGain = other.forcedGain
    magnitudes = other.magnitudes
  }

  /// A second session that starts where this one is. O(1) at first; memory is copied when either changes.
  public borrowing func copy() -> AssignmentSession { AssignmentSession(copying: self) }

  /// Rows ever held, removed ones included.
  public var rowCount: Int { network.rows.nodeCount }
  /// Columns ever held, removed ones included.
  public var columnCount: Int { network.columns.nodeCount }

  /// Why the problem as it stands has no feasible assignment.
  public enum Conflict: Sendable, Equatable {
    /// More pairs of the row are forced than it has places.
    case forcedPairsOfRow(Int)
    case forcedPairsOfColumn(Int)
    /// The lower bounds of ``AssignmentSession/problem`` cannot be met.
    case lowerBounds(DeficientSet)
  }

  /// Why there is no feasible assignment, or nil when there is one. O(1) when there is, O(pairs) when not.
  public var conflict: Conflict? {
    if isFeasible { return nil }
    if let row = rowBounds.firstIndex(where: { $0.isOverfull }) { return .forcedPairsOfRow(row) }
    if let column = columnBounds.firstIndex(where: { $0.isOverfull }) {
      return .forcedPairsOfColumn(column)
    }
    return network.deficientSet().map { .lowerBounds($0) }
  }

  public var isFeasible: Bool { network.shortfall == 0 && decisions.overfullNodeCount == 0 }

  /// `Σ (w_i − c_ij)` over all chosen pairs, forced ones included; nil when there is no feasible assignment. O(1).
  public var objective: Int64? { isFeasible ? network.gain + forcedGain : nil }

  /// The pairs decided to be chosen, in order of rows, then columns.
  public var forcedPairs: [(row: Int, column: Int)] { decisions.pairs { $0.isForced } }

  /// The allowed pairs decided not to be chosen, in order of rows, then columns.
  public var vetoedPairs: [(row: Int, column: Int)] { decisions.pairs { !$0.isForced } }

  /// The columns of a row, forced ones included, ascending. O(its columns, decisions).
  public func columns(ofRow row: Int) -> [Int] {
    (network.columnsOfRow(row) + decisions.forcedColumns(ofRow: row)).sorted()
  }

  /// All chosen pairs, forced ones included. O(rows).
  public var assignment: Assignment {
    if decisions.forcedCount == 0 { return network.assignment }
    return Assignment(columnsOfRow: (0..<rowCount).map { columns(ofRow: $0) })
  }

  /// What is left to decide, as a problem of its own: forced and vetoed pairs are forbidden, rows and columns have one
  /// place less for each forced pair, removed ones have no place and no pair. O(pairs).
  public var problem: AssignmentProblem { network.problem }

  /// The optimum of ``problem`` that the session holds, with its proof; nil when there is no feasible assignment.
  ///
  /// O(rows + columns); with lower bounds O(pairs), as duals are then brought to the size that certificates have.
  public var solution: AssignmentSolution? {
    if !isFeasible { return nil }
    let hasLowerBounds = magnitudes.hasLowerBounds
    let duals = hasLowerBounds ? LeastPrices.duals(of: problem, given: network.basis) : network.duals
    return AssignmentSolution(assignment: network.assignment, duals: duals, objective: network.gain)
  }

  /// The optimum of ``problem`` that the written tie rule picks: the same as from every solver. O(pairs) and the ties.
  public func canonicalSolution() -> AssignmentSolution? {
    isFeasible ? CanonicalOptimum.solution(of: problem, given: network.basis) : nil
  }
}
