import AssignmentSolvers
import MentorMatching

/// The people of antennas that hold rounds together, with the score of every pair.
///
/// A pair's score does not change in time (waiting raises the value of a mentee, not of a pair), so each pair is scored
/// once; a round gathers the rows and columns of those who take part and solves that exactly.
///
/// Memory: 4 bytes for each pair of the pool.
struct MatchingPool {
  var mentees: [PooledMentee]
  var mentors: [PooledMentor]
  /// Mentees who wait or did; cleaned up at each round.
  var queue: [Int] = []
  /// Mentors who are here or were; cleaned up at each round.
  var presentMentors: [Int] = []

  private let policy: MatchingPolicy
  private let scorer: PairScorer
  /// Row-major, or ``CandidateScores/notCandidate``.
  private let scores: [Int32]
  private let solver = ShortestPathSolver()

  init(
    mentees arrivingMentees: [Population.Arrival<Mentee>], mentors arrivingMentors: [Population.Arrival<Mentor>],
    policy: MatchingPolicy
  ) {
    self.policy = policy
    let roster = Self.roster(arrivingMentees.map(\.person), arrivingMentors.map(\.person))
    scores = CandidateScores(roster: roster, policy: policy).values
    scorer = PairScorer(roster: roster, policy: policy)
    mentees = arrivingMentees.map { arrival in
      PooledMentee(
        antenna: Int32(arrival.antenna), arrivalDay: arrival.day, groups: Self.groups(of: arrival.person, policy),
        stream: arrival.stream, waitingSince: arrival.waitingSince)
    }
    mentors = arrivingMentors.map { arrival in
      var key = arrival.stream.child(.key)
      return PooledMentor(
        antenna: Int32(arrival.antenna), arrivalDay: arrival.day, capacity: Int32(clamping: arrival.person.capacity),
        stream: arrival.stream, key: key.next())
    }
  }

  /// Renames everybody by position, so that the roster keeps the order and no two names meet.
  private static func roster(_ mentees: [Mentee], _ mentors: [Mentor]) -> Roster {
    func name(_ index: Int) -> PersonID {
      let digits = String(index)
      return wellFormed(PersonID(String(repeating: "0", count: 9 - digits.utf8.count) + digits))
    }
    var mentees = mentees
    var mentors = mentors
    for index in mentees.indices { mentees[index].person.id = name(index) }
    for index in mentors.indices { mentors[index].person.id = name(index) }
    do {
      return try Roster(mentees: mentees, mentors: mentors)
    } catch {
      preconditionFailure("positions are distinct")
    }
  }

  private static func groups(of mentee: Mentee, _ policy: MatchingPolicy) -> UInt8 {
    var groups: UInt8 = 0
    if mentee.targetSectors.isEmpty { groups |= 1 << MenteeGroup.undecided.rawValue }
    if !mentee.person.hasComputer { groups |= 1 << MenteeGroup.noComputer.rawValue }
    if mentee.person.digitalSkill < policy.digital.onlineMinimumSkill {
      groups |= 1 << MenteeGroup.lowDigital.rawValue
    }
    return groups == 0 ? 1 << MenteeGroup.others.rawValue : groups
  }

  func isCandidate(mentee: Int, mentor: Int) -> Bool {
    scores[mentee * mentors.count + mentor] != CandidateScores.notCandidate
      && !mentees[mentee].refused.contains(Int32(mentor))
  }

  /// Proposes the best duos among those who wait and those who have a free place.
  ///
  /// - Parameters:
  ///   - laptopCount: laptops at hand; nil for as many as are needed. Duos that need one beyond these lose it to better
  ///     scoring ones, and the round is solved again without them; that is a rule of allocation, not an optimum.
  ///   - takesPart: whether the antenna holds this round.
  /// - Returns: duos with mentee and mentor numbers, in the order of the queue.
  mutating func propose(onDay day: Int, laptopCount: Int?, takesPart: (Int32) -> Bool) -> [PooledDuo] {
    var queue: [Int] = []
    var rows: [Int] = []
    for mentee in self.queue {
      guard mentees[mentee].state == .waiting else {
        mentees[mentee].isQueued = false
        continue
      }
      queue.append(mentee)
      if mentees[mentee].readyDay <= day && takesPart(mentees[mentee].antenna) { rows.append(mentee) }
    }
    self.queue = queue
    presentMentors.removeAll { !mentors[$0].isHere }
    let columns = presentMentors.filter { mentors[$0].freePlaces > 0 && takesPart(mentors[$0].antenna) }
    if rows.isEmpty || columns.isEmpty { return [] }

    var round = RoundTable(rows: rows, columns: columns, pool: self, day: day)
    while true {
      let duos = round.solve(policy: policy, solver: solver).map { row, column in
        let mentee = round.rows[row]
        let mentor = columns[column]
        guard let candidate = scorer.assess(mentee: mentee, mentor: mentor).candidate else {
          preconditionFailure("the row scorer and the plain scorer agree on candidates")
        }
        return PooledDuo(mentee: Int32(mentee), mentor: Int32(mentor), roundDay: day, candidate: candidate)
      }
      guard let laptopCount else { return duos }
      let lending = duos.filter(\.candidate.needsLaptop)
      if lending.count <= laptopCount { return duos }
      let surplus = lending.sorted { ($0.candidate.score, $1.mentee) > ($1.candidate.score, $0.mentee) }
      for duo in surplus[laptopCount...] { round.forbidLaptopPairs(ofMentee: Int(duo.mentee), scorer: scorer) }
    }
  }

  fileprivate func writeRow(ofMentee mentee: Int, columns: [Int], to values: inout [Int32]) -> Bool {
    let start = mentee * mentors.count
    let refused = mentees[mentee].refused
    var hasCandidate = false
    for column in columns {
      var score = scores[start + column]
      if !refused.isEmpty && refused.contains(Int32(column)) { score = CandidateScores.notCandidate }
      hasCandidate = hasCandidate || score != CandidateScores.notCandidate
      values.append(score)
    }
    if !hasCandidate { values.removeLast(columns.count) }
    return hasCandidate
  }
}

/// One round of a pool: the mentees with a candidate, the mentors with a free place, and their scores.
private struct RoundTable {
  private(set) var rows: [Int] = []
  private let columns: [Int]
  private var values: [Int32] = []
  private let capacity: [Int]
  private var weeksWaited: [Int] = []

  init(rows candidates: [Int], columns: [Int], pool: MatchingPool, day: Int) {
    self.columns = columns
    capacity = columns.map { Int(pool.mentors[$0].freePlaces) }
    values.reserveCapacity(candidates.count * columns.count)
    for mentee in candidates where pool.writeRow(ofMentee: mentee, columns: columns, to: &values) {
      rows.append(mentee)
      weeksWaited.append(
        min(max(0, day - pool.mentees[mentee].waitingSince) / 7, pool.maximumWeeks))
    }
  }

  func solve(policy: MatchingPolicy, solver: ShortestPathSolver) -> [(row: Int, column: Int)] {
    if rows.isEmpty { return [] }
    let scores = CandidateScores(menteeCount: rows.count, mentorCount: columns.count, values: values)
    let value = ObjectiveValue(placeCount: capacity.reduce(0, +), policy: policy, weeksWaited: weeksWaited)
    let problem = scores.assignmentProblem(value: value, capacity: capacity)
    do {
      let solution = try solver.solve(problem)
      return solution.assignment.columnOfRow.enumerated().compactMap { row, column in column.map { (row, $0) } }
    } catch {
      // Scores are at most 10⁶, weeks and their value bounded by the policy: a pool of 10⁵ people keeps the head-room.
      preconditionFailure("a round beyond 64-bit arithmetic")
    }
  }

  mutating func forbidLaptopPairs(ofMentee mentee: Int, scorer: PairScorer) {
    guard let row = rows.firstIndex(of: mentee) else { return }
    for (index, mentor) in columns.enumerated() {
      let position = row * columns.count + index
      guard values[position] != CandidateScores.notCandidate else { continue }
      if scorer.assess(mentee: mentee, mentor: mentor).candidate?.needsLaptop ?? false {
        values[position] = CandidateScores.notCandidate
      }
    }
  }
}

extension MatchingPool {
  fileprivate var maximumWeeks: Int { policy.priority.maximumWeeks }
}
