import AssignmentSolvers
import MentorMatching
import Testing

@testable import MatchingSimulation

/// Rounds that look at newcomers only propose what a solve of everybody from nothing proposes, and what a session does
/// that is kept from round to round.
struct WarmStartTests {
  @Test(arguments: 0..<24)
  func roundsAreThoseOfASolveFromNothing(seed: Int) throws {
    var random = CounterBasedRandom(seed: UInt64(seed))
    let roster = CohortGenerator(profile: .lille2021, seed: UInt64(seed)).roster(menteeCount: 70, mentorCount: 40)
    var policy = MatchingPolicy()
    if seed % 3 == 1 { policy.objective = .highestScore }
    if seed % 3 == 2 { policy.priority.scorePerWeek = 0 }
    var pool = makePool(of: roster, policy)
    var session = try SessionOfRounds()
    var comers = (mentees: 0, mentors: 0)
    var duoCount = 0

    for round in 0..<16 {
      let day = 14 * round
      for _ in 0..<random.below(10) where comers.mentees < pool.mentees.count {
        pool.mentees[comers.mentees].waitingSince = day - random.below(60)
        enqueue(comers.mentees, in: &pool)
        comers.mentees += 1
      }
      // Mentors are scarce in some rounds and plenty in others.
      for _ in 0..<random.below(round % 4 == 3 ? 12 : 3) where comers.mentors < pool.mentors.count {
        pool.mentors[comers.mentors].isHere = true
        pool.mentors[comers.mentors].open(Int(pool.mentors[comers.mentors].capacity))
        pool.presentMentors.append(comers.mentors)
        comers.mentors += 1
      }
      let expected = try solvedFromNothing(pool, roster, policy, day: day)
      let ofSession = try session.solve(pool, roster, policy, day: day)
      let duos = pool.propose(onDay: day, laptopCount: nil) { _ in true }
      #expect(duos.map { [Int($0.mentee), Int($0.mentor)] } == expected)
      #expect(ofSession == expected)
      duoCount += duos.count
      for duo in duos { pool.mentors[Int(duo.mentor)].freePlaces -= 1 }
      for duo in duos {
        pool.mentees[Int(duo.mentee)].state = .proposed
        guard random.below(3) == 0 else { continue }
        // Refused: both are free again, but not for each other.
        pool.mentees[Int(duo.mentee)].refused.append(duo.mentor)
        pool.mentors[Int(duo.mentor)].open(1)
        enqueue(Int(duo.mentee), in: &pool)
      }
    }
    #expect(duoCount >= 20)
  }

  /// Pairs that were forbidden for want of laptops are looked at again.
  @Test func nobodyIsSettledWhileLaptopsAreShort() throws {
    let roster = CohortGenerator(profile: .lille2021, seed: 5).roster(menteeCount: 120, mentorCount: 60)
    let policy = MatchingPolicy()
    func freshPool() -> MatchingPool {
      var pool = makePool(of: roster, policy)
      for mentee in pool.mentees.indices { enqueue(mentee, in: &pool) }
      for mentor in pool.mentors.indices {
        pool.mentors[mentor].isHere = true
        pool.mentors[mentor].open(1)
        pool.presentMentors.append(mentor)
      }
      return pool
    }
    var unlimited = freshPool()
    let all = unlimited.propose(onDay: 0, laptopCount: nil) { _ in true }
    try #require(all.contains { $0.figures.needsLaptop })
    var pool = freshPool()
    #expect(pool.propose(onDay: 0, laptopCount: 0) { _ in true }.allSatisfy { !$0.figures.needsLaptop })
    // Nobody was told of the proposal; the next day there are laptops.
    let later = pool.propose(onDay: 0, laptopCount: nil) { _ in true }
    #expect(later.map { [$0.mentee, $0.mentor] } == all.map { [$0.mentee, $0.mentor] })
  }

  private func makePool(of roster: Roster, _ policy: MatchingPolicy) -> MatchingPool {
    func side<Participant>(_ people: [Participant]) -> Population.Side<Participant> {
      var side = Population.Side<Participant>()
      for (index, person) in people.enumerated() {
        side.add(
          person,
          Population.Arrival(antenna: 0, day: 0, waitingSince: 0, stream: CounterBasedRandom(seed: UInt64(index))))
      }
      return side
    }
    return MatchingPool(mentees: side(roster.mentees), mentors: side(roster.mentors), policy: policy)
  }

  private func enqueue(_ mentee: Int, in pool: inout MatchingPool) {
    pool.mentees[mentee].wait()
    pool.mentees[mentee].isQueued = true
    // A mentee who is in the queue still, from the round before, goes to its end as well.
    pool.queue.removeAll { $0 == mentee }
    pool.queue.append(mentee)
  }
}

/// Mentees and mentors of the pool who are free, as in a round.
private func free(_ pool: MatchingPool) -> (rows: [Int], columns: [Int]) {
  (
    pool.queue.filter { pool.mentees[$0].state == .waiting },
    pool.presentMentors.filter { pool.mentors[$0].isHere && pool.mentors[$0].freePlaces > 0 }
  )
}

private func score(_ mentee: Int, _ mentor: Int, _ pool: MatchingPool, _ scorer: PairScorer) -> Int32? {
  if pool.mentees[mentee].refused.contains(Int32(mentor)) { return nil }
  return scorer.assess(mentee: mentee, mentor: mentor).candidate.map { Int32($0.score) }
}

private func weeks(_ mentee: Int, _ pool: MatchingPool, _ policy: MatchingPolicy, day: Int) -> Int {
  min(max(0, day - pool.mentees[mentee].waitingSince) / 7, policy.priority.maximumWeeks)
}

private func solvedFromNothing(
  _ pool: MatchingPool, _ roster: Roster, _ policy: MatchingPolicy, day: Int
) throws -> [[Int]] {
  let (rows, columns) = free(pool)
  let scorer = PairScorer(roster: roster, policy: policy)
  let scores = CandidateScores(
    menteeCount: rows.count, mentorCount: columns.count,
    values: rows.flatMap { row in columns.map { score(row, $0, pool, scorer) ?? CandidateScores.notCandidate } })
  let capacity = columns.map { Int(pool.mentors[$0].freePlaces) }
  let value = ObjectiveValue(
    placeCount: capacity.reduce(0, +), policy: policy, weeksWaited: rows.map { weeks($0, pool, policy, day: day) })
  let solution = try HungarianSolver().solve(scores.assignmentProblem(value: value, capacity: capacity))
  return solution.assignment.columnOfRow.enumerated().compactMap { row, column in
    column.map { [rows[row], columns[$0]] }
  }
}

/// The rounds as one problem that changes: people enter and leave, waiting raises values, places open and close.
private struct SessionOfRounds: ~Copyable {
  private var session: AssignmentSession
  /// By mentee, while the mentee waits; by mentor, for good.
  private var rowOfMentee: [Int: Int] = [:]
  private var columnOfMentor: [Int: Int] = [:]

  init() throws {
    session = try AssignmentSession(
      AssignmentProblem(costs: DenseCosts(rowCount: 0, columnCount: 0, values: [])))
  }

  mutating func solve(
    _ pool: MatchingPool, _ roster: Roster, _ policy: MatchingPolicy, day: Int
  ) throws -> [[Int]] {
    let (rows, columns) = free(pool)
    let scorer = PairScorer(roster: roster, policy: policy)
    var changes: [AssignmentChange] = []
    for (mentor, column) in columnOfMentor.sorted(by: { $0.value < $1.value }) {
      changes.append(.columnBounds(column: column, lower: 0, capacity: Int(pool.mentors[mentor].freePlaces)))
    }
    for mentor in columns where columnOfMentor[mentor] == nil {
      columnOfMentor[mentor] = columnOfMentor.count
      let costs = rowOfMentee.compactMap { mentee, row in
        score(mentee, mentor, pool, scorer).map { (index: row, cost: -$0) }
      }
      changes.append(.addColumn(costs: LineCosts(listed: costs), capacity: Int(pool.mentors[mentor].freePlaces)))
    }
    // One more duo outweighs everything, in a round of any size that occurs here.
    let coverage: Int64 = policy.objective == .mostDuosFirst ? 1_000_000_000 : 0
    var rowCount = session.rowCount
    for mentee in rows {
      let value = coverage + Int64(policy.priority.scorePerWeek * weeks(mentee, pool, policy, day: day))
      if let row = rowOfMentee[mentee] {
        changes.append(.rowValue(row: row, value: value))
        continue
      }
      rowOfMentee[mentee] = rowCount
      rowCount += 1
      let costs = columnOfMentor.compactMap { mentor, column in
        score(mentee, mentor, pool, scorer).map { (index: column, cost: -$0) }
      }
      changes.append(.addRow(costs: LineCosts(listed: costs), value: value))
    }
    try session.apply(changes)
    let solution = session.canonicalSolution()
    let assignment = try #require(solution).assignment
    let mentorOfColumn = Dictionary(uniqueKeysWithValues: columnOfMentor.map { ($1, $0) })
    var duos: [[Int]] = []
    for mentee in rows {
      guard let row = rowOfMentee[mentee], let column = assignment.columns(ofRow: row).first,
        let mentor = mentorOfColumn[column]
      else { continue }
      duos.append([mentee, mentor])
      try session.apply(.removeRow(row))
      rowOfMentee[mentee] = nil
    }
    return duos
  }
}
