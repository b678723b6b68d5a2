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

  init(columns: [Int], capacity: [Int]) {
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
  }

  /// A row without candidates is forgotten.
  mutating func endRow() {
    if isRowNeeded { return }
    rows.removeLast()
    weeksWaited.removeLast()
    values.removeLast(columns.count)
  }

  /// The table without columns that nobody is a candidate for.
  private var neededColumns: (columns: [Int], capacity: [Int], values: [Int32]) {
    var isNeeded = [Bool](repeating: false, count: columns.count)
    for row in rows.indices {
      let start = row * columns.count
      for column in columns.indices where values[start + column] != CandidateScores.notCandidate {
        isNeeded[column] = true
      }
    }
    let needed = columns.indices.filter { isNeeded[$0] }
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
