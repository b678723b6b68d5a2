public import AssignmentSolvers

/// What a round too large to store its scores comes to.
public enum PricedMatching: Sendable {
  /// Proven over all pairs.
  case optimal(Matching, CandidateSurvey, PricingReport)
  /// Stopped by the caller: the best found, and a bound that no matching exceeds.
  case stopped(StoppedSolve, PricingReport)
}

/// How much work a priced matching was.
public struct PricingReport: Sendable, Equatable {
  public let roundCount: Int
  /// How many of the rounds looked at all pairs; the others at those that may have become uncovered.
  public let fullPassCount: Int
  /// Pairs stored in the end.
  public let listedPairCount: Int
  /// Pairs scored one by one over all passes.
  public let pricedPairCount: Int
  /// Pairs left out because a bound showed them covered.
  public let skippedPairCount: Int
}

extension Roster {
  /// From so many pairs on, a table of scores is no longer worth its memory: such rounds are priced instead.
  public static let pricedPairLimit = 32_000_000

  /// Whether the round is one to be matched by pricing.
  public var isLarge: Bool { mentees.count * mentors.count > Self.pricedPairLimit }

  /// The most memory, in bytes, that a process should need that reads this round, matches it by pricing and makes its files.
  ///
  /// Pairs are not stored, so it grows with the people alone: at most 4 kB for each and 24 MB besides, by measurement of
  /// rounds from 1,000 × 600 to 200,000 × 120,000 people on two threads, which need 75 to 90 % of it. The benchmark
  /// `Benchmarks/Peers/national/run` fails where a round needs more.
  public var expectedPricingMemory: Int { 24_000_000 + 4_000 * (mentees.count + mentors.count) }

  /// Matches a round whose pairs are too many to store: the same matching as ``match(policy:solver:)``, proven over all
  /// pairs, from lists of a few dozen pairs per person (see `PricedSolver`).
  ///
  /// The reasons differ in one way: for a mentee without any candidate, the hard rules are counted over a sample of at
  /// most 400 mentors (every *k*-th), and shortages are not looked for.
  ///
  /// - Parameters:
  ///   - policy: must have no ``MatchingPolicy/problems()``.
  ///   - threadCount: the result is the same for any number.
  ///   - progress: told what is being done.
  ///   - onMenteesDone: told, from any thread, how many mentees of the present pass over all pairs are done.
  ///   - control: cancelling ends with ``PricedMatching/stopped(_:_:)``.
  /// - Throws: `AssignmentError.beyondHeadRoom`; `CertificateChecker.Refusal` if the proof did not hold, which would be a
  ///   fault of the solver.
  /// - Complexity: four or five passes over all pairs at about half a nanosecond each and thread; memory some hundred bytes
  ///   per listed pair and person. 200,000 × 120,000 people: under a minute on two processors, below 1 GiB.
  public func matchByPricing(
    policy: MatchingPolicy, threadCount: Int, solver: PricedSolver = PricedSolver(),
    control: SolveControl = SolveControl(), progress: (PricedProgress) -> Void = { _ in },
    onMenteesDone: @escaping @Sendable (_ doneCount: Int) -> Void = { _ in }
  ) throws -> PricedMatching {
    precondition(policy.problems().isEmpty, "the policy was checked")
    let weeksWaited = MatchingProblem.weeksWaited(roster: self, policy: policy)
    let value = ObjectiveValue(roster: self, policy: policy, weeksWaited: weeksWaited)
    let bounds = AssignmentProblem.Bounds(rowValue: value.valueOfMentee, columnCapacity: mentors.map(\.capacity))
    let pricer = BlockPricer(
      roster: self, policy: policy, threadCount: max(1, threadCount), onProgress: onMenteesDone)
    let found = try solver.solve(pricer, bounds: bounds, control: control, progress: progress)
    let report = PricingReport(
      roundCount: found.roundCount, fullPassCount: found.fullPassCount,
      listedPairCount: found.listed?.values.count ?? 0,
      pricedPairCount: found.pricedPairCount, skippedPairCount: found.skippedPairCount)
    if let solution = found.outcome.solution, let listed = found.listed {
      // The last pass showed every pair covered; the rest of the proof is over the listed pairs, by the checker.
      _ = try CertificateChecker.check(
        solution, of: AssignmentProblem(costs: listed, rowValue: bounds.rowValue, columnCapacity: bounds.columnCapacity)
      )
    }
    guard let solution = found.outcome.solution else {
      // Before all pairs were priced the solver knows no bound; the scores have one.
      let bound = value.greatestObjective(placeCount: placeCount)
      guard case .stopped(let known) = found.outcome else {
        return .stopped(StoppedSolve(best: nil, objective: nil, bound: bound), report)
      }
      return .stopped(
        StoppedSolve(best: known.best, objective: known.objective, bound: min(known.bound, bound)), report)
    }
    guard
      let explained = explained(
        solution, policy: policy, threadCount: threadCount, control: control, onMenteesDone: onMenteesDone)
    else {
      return .stopped(
        StoppedSolve(best: solution.assignment, objective: solution.objective, bound: solution.objective), report)
    }
    return .optimal(explained.matching, explained.survey, report)
  }

  /// Explains a solution of a large round: everything that ``matchByPricing(policy:threadCount:solver:control:progress:onMenteesDone:)``
  /// says of it. One pass over all pairs; nil when cancelled.
  ///
  /// - Precondition: the solution is one of this roster's round; its proof is not checked here.
  public func explained(
    _ solution: AssignmentSolution, policy: MatchingPolicy, threadCount: Int,
    control: SolveControl = SolveControl(), onMenteesDone: @escaping @Sendable (_ doneCount: Int) -> Void = { _ in }
  ) -> (matching: Matching, survey: CandidateSurvey)? {
    let weeksWaited = MatchingProblem.weeksWaited(roster: self, policy: policy)
    let value = ObjectiveValue(roster: self, policy: policy, weeksWaited: weeksWaited)
    let survey = RosterSurvey(roster: self, policy: policy, threadCount: threadCount, onProgress: onMenteesDone)
    guard let facts = survey.rowFacts(mentorOfMentee: solution.assignment.columnOfRow, control: control) else {
      return nil
    }
    let matching = matching(
      from: solution, policy: policy, value: value, weeksWaited: weeksWaited, facts: facts, threadCount: threadCount)
    return (matching, survey.survey(of: matching, facts: facts, scorer: PairScorer(roster: self, policy: policy)))
  }

  private func matching(
    from solution: AssignmentSolution, policy: MatchingPolicy, value: ObjectiveValue, weeksWaited: [Int],
    facts: [RowFacts], threadCount: Int
  ) -> Matching {
    let scorer = PairScorer(roster: self, policy: policy)
    let mentorOfMentee = solution.assignment.columnOfRow
    var duoCount = [Int](repeating: 0, count: mentors.count)
    var duos: [Duo] = []
    for (mentee, mentor) in mentorOfMentee.enumerated() {
      guard let mentor, let candidate = scorer.assess(mentee: mentee, mentor: mentor).candidate else { continue }
      duos.append(Duo(mentee: mentee, mentor: mentor, candidate: candidate))
      duoCount[mentor] += 1
    }
    let left = mentees.indices.filter { mentorOfMentee[$0] == nil }
    let sample = RosterSurvey.ruleSample(mentorCount: mentors.count)
    let blocks = RowBlocks(rowCount: left.count, threadCount: threadCount)
    let unmatched = blocks.run(makeMemory: { () }, isCancelled: { false }) { rows, _ in
      rows.map { index in
        let mentee = left[index]
        let count = facts[mentee].candidateCount
        return UnmatchedMentee(
          mentee: mentee,
          reason: count > 0
            ? .competition(candidateCount: count)
            : .noCandidate(scorer.ruleCounts(ofMentee: mentee, among: sample)))
      }
    }
    return Matching(
      roster: self, policy: policy, duos: duos, unmatchedMentees: unmatched?.results.flatMap { $0 } ?? [],
      mentors: mentors.indices.map { mentor in
        MentorLoad(
          mentor: mentor, duoCount: duoCount[mentor], capacity: mentors[mentor].capacity,
          price: value.split(solution.duals.column[mentor]))
      },
      shortages: [], decisions: .none, solution: solution, objectiveValue: value, weeksWaited: weeksWaited,
      pairCount: mentees.count * mentors.count, candidateCount: facts.reduce(0) { $0 + $1.candidateCount },
      ruleSampleCount: sample.count)
  }
}
