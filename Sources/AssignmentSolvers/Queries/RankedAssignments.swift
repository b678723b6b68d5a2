/// The feasible assignments of a problem, best first: the optimum, the second best, and so on, each once.
///
/// **Order.** By objective, the greatest first; among equals by the written tie rule (see ``AssignmentDuals``), so that the
/// first is the canonical optimum and the sequence depends on the problem alone.
///
/// **Method.** Murty's partition. The best assignment of a set of assignments splits the rest of the set: those that differ
/// from it in the first row; those that agree in the first row and differ in the second; and so on. A row that takes
/// several columns differs in its first column, or in the second, or by taking more. Each part is the same problem with
/// pairs forced and forbidden, so its best is a question to a session that holds the whole set (Lawler's form: the
/// prefix is shared, one re-optimisation per part). A queue holds the parts by what their best is worth; the best of the
/// first part is the next assignment. It is written out, by the tie rule, only when it comes to the front.
///
/// Complexity: for each assignment delivered, one re-optimisation per row that is not decided yet (a few searches each) and
/// O(pairs). Memory: O(rows) per assignment delivered. Lazy: nothing is done for assignments that nobody asks for.
///
/// References: K. G. Murty, *An algorithm for ranking all the assignments in order of increasing cost*, Operations Research
/// 16 (1968) 682–687, doi:10.1287/opre.16.3.682; E. L. Lawler, *A procedure for computing the K best solutions to discrete
/// optimization problems and its application to the shortest path problem*, Management Science 18 (1972) 401–405,
/// doi:10.1287/mnsc.18.7.401.
public final class RankedAssignments: Sequence, IteratorProtocol {
  /// One assignment of the ranking.
  public struct Element: Sendable, Equatable {
    /// Forced pairs included.
    public let assignment: Assignment
    public let objective: Int64

    public init(assignment: Assignment, objective: Int64) {
      self.assignment = assignment
      self.objective = objective
    }
  }

  /// A set of assignments: those of an earlier one that agree with its best in a number of decisions and differ in the next.
  private struct Part {
    let parent: Int?
    /// How many of the decisions of the parent hold here.
    let prefixCount: Int
    /// What sets the part apart: a pair forbidden, or a row that takes more.
    let exclusion: [AssignmentChange]
    let objective: Int64
    /// The best of the part, once it had to be known.
    var assignment: Assignment?
  }

  private let session: AssignmentSession
  private var parts: [Part] = []
  /// Indices of the parts whose best was not delivered yet.
  private var open: [Int] = []
  /// For each part whose best was delivered: the decisions that single it out, in order.
  private var decisionsOfPart: [Int: [AssignmentChange]] = [:]

  init(_ session: consuming AssignmentSession) {
    if let objective = session.objective {
      parts = [Part(parent: nil, prefixCount: 0, exclusion: [], objective: objective, assignment: nil)]
      open = [0]
    }
    self.session = session
  }

  public func next() -> Element? {
    guard let greatest = open.map({ parts[$0].objective }).max() else { return nil }
    var best: (position: Int, assignment: Assignment)?
    for (position, part) in open.enumerated() where parts[part].objective == greatest {
      let assignment = assignment(ofPart: part)
      if best.map({ assignment.precedes($0.assignment) }) ?? true { best = (position, assignment) }
    }
    guard let best else { return nil }
    split(open.remove(at: best.position), at: best.assignment)
    return Element(assignment: best.assignment, objective: greatest)
  }

  /// The best assignment of a part, by the tie rule.
  private func assignment(ofPart part: Int) -> Assignment {
    if let known = parts[part].assignment { return known }
    let held = held(part)
    guard let rest = held.canonicalSolution()?.assignment else { preconditionFailure("a part has an assignment") }
    let assignment = Assignment(
      columnsOfRow: (0..<held.rowCount).map { rest.columns(ofRow: $0) + held.decisions.forcedColumns(ofRow: $0) })
    parts[part].assignment = assignment
    return assignment
  }

  /// A session that holds the part.
  private func held(_ part: Int) -> AssignmentSession {
    var changes: [AssignmentChange] = []
    var part: Int? = part
    while let index = part {
      let own = parts[index]
      let prefix = own.parent.flatMap { decisionsOfPart[$0] }?.prefix(own.prefixCount) ?? []
      changes = prefix + own.exclusion + changes
      part = own.parent
    }
    var held = session.copy()
    for change in changes { held.make(change) }
    held.network.settle()
    return held
  }

  /// Opens the parts of what is left of a part when its best is taken away.
  private func split(_ part: Int, at best: Assignment) {
    var held = held(part)
    var decisions: [AssignmentChange] = []
    func open(_ exclusion: [AssignmentChange]) {
      guard let objective = held.effectOfAdmitted(exclusion).objective else { return }
      self.open.append(parts.count)
      parts.append(
        Part(
          parent: part, prefixCount: decisions.count, exclusion: exclusion, objective: objective, assignment: nil))
    }
    func decide(_ change: AssignmentChange) {
      held.make(change)
      held.network.settle()
      decisions.append(change)
    }
    for row in 0..<best.rowCount {
      let columns = best.columns(ofRow: row)
      for column in columns where !(held.decisions[row, column]?.isForced ?? false) {
        open([.forbid(row: row, column: column)])
        decide(.force(row: row, column: column))
      }
      let bounds = held.rowBounds[row]
      if columns.count < bounds.capacity {
        open([.rowBounds(row: row, lower: columns.count + 1, capacity: bounds.capacity)])
        decide(.rowBounds(row: row, lower: bounds.lower, capacity: columns.count))
      }
    }
    decisionsOfPart[part] = decisions
  }
}

extension Assignment {
  /// Whether the written tie rule prefers this assignment: row by row the smaller columns, an empty place counting as
  /// larger than any column.
  func precedes(_ other: Assignment) -> Bool {
    for row in 0..<rowCount {
      let (own, others) = (columns(ofRow: row), other.columns(ofRow: row))
      for (a, b) in zip(own, others) where a != b { return a < b }
      if own.count != others.count { return own.count > others.count }
    }
    return false
  }
}

extension AssignmentSession {
  /// The feasible assignments from the best on, made one by one as they are asked for; none when there is no feasible one.
  /// The ranking is of the session as it is now; later changes do not touch it.
  ///
  /// - Throws: ``AssignmentError/beyondHeadRoom(magnitude:)`` when the numbers are too large for lower bounds, which the
  ///   ranking needs.
  public func ranking() throws(AssignmentError) -> RankedAssignments {
    var ranked = copy()
    ranked.magnitudes.hasLowerBounds = true
    try ranked.magnitudes.check()
    return RankedAssignments(ranked)
  }
}
