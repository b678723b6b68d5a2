import AssignmentSolvers
import MentorMatching

/// One round of a pool: the mentees who have a candidate that counts, the mentors with a free place, and their scores.
struct RoundTable {
  /// Mentor numbers.
  let columns: [Int]
  private let capacity: [Int]
  /// Mentee numbers.
  private var rows: [Int] = []
  private var weeksWaited: [Int] = []
  /// Row-major over `rows` and `columns`.
  private var values: [Int32] = []
  private var isRowNeeded = false
  /// By column: whether somebody is a candidate.
  private var isColumnNeeded: [Bool]

  init(columns: [Int], capacity: [Int]) {
    isColumnNeeded = Array(repeating: false, count: columns.count)
    self.columns = columns
    self.capacity = capacity
  }

  // MARK: Filling

  mutating func beginRow(of mentee: Int, weeksWaited weeks: Int) {
    rows.append(mentee)
    weeksWaited.append(weeks)
    values.append(contentsOf: repeatElement(CandidateScores.notCandidate, count: columns.count))
    isRowNeeded = false
  }

  /// A candidate of the row begun last.
  mutating func add(_ score: Int32, at column: Int) {
    values[(rows.count - 1) * columns.count + column] = score
    isRowNeeded = true
    isColumnNeeded[column] = true
  }

  /// A row without candidates is forgotten.
  mutating func endRow() {
    if isRowNeeded { return }
    rows.removeLast()
    weeksWaited.removeLast()
    values.removeLast(columns.count)
  }

  /// The best of those who all have one mentor as their only candidate: no search is needed for that. Ties go to the
  /// mentee who comes first, as the solver's rule has it.
  private func bestRows(
    ofMentor mentor: Int, places: Int, scores: [Int32], _ policy: MatchingPolicy
  ) -> [(mentee: Int, mentor: Int)] {
    let worth = rows.indices.map { row in
      // After laptops ran out, a mentee may have no candidate left.
      scores[row] == CandidateScores.notCandidate
        ? -1 : Int(scores[row]) + weeksWaited[row] * policy.priority.scorePerWeek
    }
    let order = rows.indices.filter { worth[$0] >= 0 }.sorted { (worth[$1], $0) < (worth[$0], $1) }
    return order.prefix(places).sorted().map { (rows[$0], mentor) }
  }

  /// The table without columns that nobody is a candidate for.
  private var neededColumns: (columns: [Int], capacity: [Int], values: [Int32]) {
    let needed = columns.indices.filter { isColumnNeeded[$0] }
    if needed.count == columns.count { return (columns, capacity, values) }
    var kept: [Int32] = []
    kept.reserveCapacity(rows.count * needed.count)
    for row in rows.indices {
      for column in needed { kept.append(values[row * columns.count + column]) }
    }
    return (needed.map { columns[$0] }, needed.map { capacity[$0] }, kept)
  }

  mutating func forbidLaptopPairs(ofMentee mentee: Int, pairs: PreparedPairs) {
    guard let row = rows.firstIndex(of: mentee) else { return }
    for (index, mentor) in columns.enumerated() {
      let position = row * columns.count + index
      guard values[position] != CandidateScores.notCandidate else { continue }
      if pairs.figures(mentee: mentee, mentor: mentor)?.needsLaptop ?? false {
        values[position] = CandidateScores.notCandidate
      }
    }
  }

  // MARK: Solving

  /// The best duos, in the order of the rows.
  func solve(policy: MatchingPolicy, solver: ShortestPathSolver) -> [(mentee: Int, mentor: Int)] {
    if rows.isEmpty { return [] }
    let (columns, capacity, values) = neededColumns
    if columns.count == 1 { return bestRows(ofMentor: columns[0], places: capacity[0], scores: values, policy) }
    let scores = CandidateScores(menteeCount: rows.count, mentorCount: columns.count, values: values)
    let value = ObjectiveValue(placeCount: capacity.reduce(0, +), policy: policy, weeksWaited: weeksWaited)
    let problem = scores.assignmentProblem(value: value, capacity: capacity)
    do {
      let solution = try solver.solve(problem)
      return solution.assignment.columnOfRow.enumerated().compactMap { row, column in
        column.map { (rows[row], columns[$0]) }
      }
    } catch {
      // Scores are at most 10⁶, weeks and their value bounded by the policy: a pool of 10⁵ people keeps the head-room.
      preconditionFailure("a round beyond 64-bit arithmetic")
    }
  }
}
