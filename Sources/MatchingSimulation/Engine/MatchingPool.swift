import AssignmentSolvers
import MentorMatching

/// The people of antennas that hold rounds together, and what is known of their pairs.
///
/// **Scores.** A pair's score does not change in time (waiting raises the value of a mentee, not of a pair), so each pair
/// is scored once, when its two people first meet in a round.
///
/// **Warm start.** What a round leaves over is settled: a mentee without a duo has dual 0, and so has a mentor with a place
/// left, so a candidate pair of the two would be worth at most 0 (both duals cover it). No candidate is worth less, and one
/// worth 0 would have been chosen, since the tie rule counts an empty place as larger than any mentor. Hence none of
/// those who stay is a candidate for another who stays, and they start the next round with the duals they ended this one
/// with. So only pairs with a *newcomer* are looked at: somebody who was not free in the round before. The answer is that
/// of a solve of everybody from nothing, and tests hold it against one. After a round in which laptops ran out nobody
/// counts as settled, because pairs were forbidden there that may be allowed in the next.
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
  private let pairs: PreparedPairs
  /// Row-major; ``CandidateScores/notCandidate``, or ``unknown`` for a pair that never met.
  private var scores: [Int32]
  private static let unknown: Int32 = -2
  private let solver = ShortestPathSolver()

  init(_ population: Population, policy: MatchingPolicy) {
    self.init(mentees: population.mentees, mentors: population.mentors, policy: policy)
  }

  init(mentees: Population.Side<Mentee>, mentors: Population.Side<Mentor>, policy: MatchingPolicy) {
    self.policy = policy
    pairs = PreparedPairs(mentees: mentees.people, mentors: mentors.people, policy: policy)
    scores = Array(repeating: Self.unknown, count: mentees.people.count * mentors.people.count)
    self.mentees = zip(mentees.people, mentees.arrivals).map { mentee, arrival in
      PooledMentee(
        antenna: Int32(arrival.antenna), arrivalDay: arrival.day, groups: Self.groups(of: mentee, policy),
        stream: arrival.stream, waitingSince: arrival.waitingSince)
    }
    self.mentors = zip(mentors.people, mentors.arrivals).map { mentor, arrival in
      var key = arrival.stream.child(.key)
      return PooledMentor(
        antenna: Int32(arrival.antenna), arrivalDay: arrival.day, capacity: Int32(clamping: mentor.capacity),
        stream: arrival.stream, key: key.next())
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
    var score = scores[mentee * mentors.count + mentor]
    if score == Self.unknown { score = pairs.score(mentee: mentee, mentor: mentor) }
    return score != CandidateScores.notCandidate && !mentees[mentee].refused.contains(Int32(mentor))
  }

  /// The score of a pair as of now, refused ones being no candidates.
  private mutating func score(mentee: Int, mentor: Int) -> Int32 {
    let position = mentee * mentors.count + mentor
    if scores[position] == Self.unknown { scores[position] = pairs.score(mentee: mentee, mentor: mentor) }
    return scores[position]
  }

  /// Proposes the best duos among those who wait and those who have a free place.
  ///
  /// - Parameters:
  ///   - laptopCount: laptops at hand; nil for as many as are needed. Duos that need one beyond these lose it to better
  ///     scoring ones, and the round is solved again without them; that is a rule of allocation, not an optimum.
  ///   - takesPart: whether the antenna holds this round.
  /// - Returns: duos with mentee and mentor numbers, in the order of the queue.
  mutating func propose(onDay day: Int, laptopCount: Int?, takesPart: (Int32) -> Bool) -> [PooledDuo] {
    let rows = takeRows(onDay: day, takesPart: takesPart)
    presentMentors.removeAll { !mentors[$0].isHere }
    let columns = presentMentors.filter { mentors[$0].freePlaces > 0 && takesPart(mentors[$0].antenna) }
    if rows.isEmpty || columns.isEmpty { return [] }

    var round = RoundTable(columns: columns, capacity: columns.map { Int(mentors[$0].freePlaces) })
    let newColumns = columns.indices.filter { !mentors[columns[$0]].isSettled }
    for mentee in rows {
      let weeks = min(max(0, day - mentees[mentee].waitingSince) / 7, policy.priority.maximumWeeks)
      if mentees[mentee].isSettled {
        addRow(of: mentee, weeksWaited: weeks, looking: newColumns, to: &round)
      } else {
        addRow(of: mentee, weeksWaited: weeks, looking: columns.indices, to: &round)
      }
    }

    var isShortOfLaptops = false
    var duos = proposals(of: round, onDay: day)
    if let laptopCount {
      while true {
        let lending = duos.filter(\.figures.needsLaptop)
        if lending.count <= laptopCount { break }
        isShortOfLaptops = true
        let surplus = lending.sorted { ($0.figures.score, $1.mentee) > ($1.figures.score, $0.mentee) }
        for duo in surplus[laptopCount...] { round.forbidLaptopPairs(ofMentee: Int(duo.mentee), pairs: pairs) }
        duos = proposals(of: round, onDay: day)
      }
    }
    settle(rows: rows, columns: columns, isSettled: !isShortOfLaptops)
    return duos
  }

  /// Cleans the queue and returns those of it who take part.
  private mutating func takeRows(onDay day: Int, takesPart: (Int32) -> Bool) -> [Int] {
    var rows: [Int] = []
    var keptCount = 0
    for position in queue.indices {
      let mentee = queue[position]
      guard mentees[mentee].state == .waiting else {
        mentees[mentee].isQueued = false
        continue
      }
      queue[keptCount] = mentee
      keptCount += 1
      if mentees[mentee].readyDay <= day && takesPart(mentees[mentee].antenna) { rows.append(mentee) }
    }
    queue.removeLast(queue.count - keptCount)
    return rows
  }

  private mutating func addRow(
    of mentee: Int, weeksWaited: Int, looking columns: some Collection<Int>, to round: inout RoundTable
  ) {
    round.beginRow(of: mentee, weeksWaited: weeksWaited)
    for column in columns {
      let mentor = round.columns[column]
      let score = score(mentee: mentee, mentor: mentor)
      if score == CandidateScores.notCandidate { continue }
      if !mentees[mentee].refused.isEmpty && mentees[mentee].refused.contains(Int32(mentor)) { continue }
      round.add(score, at: column)
    }
    round.endRow()
  }

  private func proposals(of round: RoundTable, onDay day: Int) -> [PooledDuo] {
    round.solve(policy: policy, solver: solver).map { mentee, mentor in
      guard let figures = pairs.figures(mentee: mentee, mentor: mentor) else {
        preconditionFailure("a duo is a candidate")
      }
      return PooledDuo(mentee: Int32(mentee), mentor: Int32(mentor), roundDay: day, figures: figures)
    }
  }

  /// Everybody who took part is settled; whoever gets a duo or a further place is so no more, see ``PooledMentor``.
  private mutating func settle(rows: [Int], columns: [Int], isSettled: Bool) {
    for mentee in rows { mentees[mentee].isSettled = isSettled }
    for mentor in columns { mentors[mentor].isSettled = isSettled }
  }
}
