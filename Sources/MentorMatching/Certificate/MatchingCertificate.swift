public import AssignmentSolvers

/// A claim "these duos are optimal" that anybody can check from the round's files alone: the duos with their scores,
/// the duals, and the objective.
///
/// People are named by identifier, so the claim does not depend on any order.
public struct MatchingCertificate: Sendable, Equatable {
  public struct ClaimedDuo: Sendable, Equatable {
    public var mentee: PersonID
    public var mentor: PersonID
    /// 0…1 000 000
    public var score: Int

    public init(mentee: PersonID, mentor: PersonID, score: Int) {
      self.mentee = mentee
      self.mentor = mentor
      self.score = score
    }
  }

  public struct Dual: Sendable, Equatable {
    public var person: PersonID
    public var value: Int64

    public init(person: PersonID, value: Int64) {
      self.person = person
      self.value = value
    }
  }

  public var duos: [ClaimedDuo]
  /// One per mentee of the round, of the problem that decisions leave.
  public var menteeDuals: [Dual]
  /// One per mentor of the round.
  public var mentorDuals: [Dual]
  /// `Σ (score + value of the mentee)` over the duos, pinned ones included.
  public var objective: Int64

  public init(duos: [ClaimedDuo], menteeDuals: [Dual], mentorDuals: [Dual], objective: Int64) {
    self.duos = duos
    self.menteeDuals = menteeDuals
    self.mentorDuals = mentorDuals
    self.objective = objective
  }

  public init(_ matching: Matching) {
    let roster = matching.roster
    duos = matching.duos.map { duo in
      ClaimedDuo(
        mentee: roster.mentees[duo.mentee].id, mentor: roster.mentors[duo.mentor].id, score: duo.candidate.score)
    }
    menteeDuals = zip(roster.mentees, matching.solution.duals.row).map { Dual(person: $0.id, value: $1) }
    mentorDuals = zip(roster.mentors, matching.solution.duals.column).map { Dual(person: $0.id, value: $1) }
    objective = matching.objective
  }

  /// Why a certificate was refused.
  public enum Refusal: Error, Equatable, Sendable {
    /// Somebody named is not in the round, is named twice, or is missing.
    case peopleDiffer
    /// A mentee is in two duos.
    case menteeTwice(PersonID)
    /// A duo's claimed score is not what the scorer gives, or the pair is no candidate.
    case scoreDiffers(mentee: PersonID, mentor: PersonID)
    /// A pinned pair is no duo, or a vetoed pair is one.
    case againstDecision(mentee: PersonID, mentor: PersonID)
    /// The numbers do not prove an optimum.
    case notProven(CertificateChecker.Refusal)
  }

  /// Checks the claim over all pairs with the plain scorer. Shares no code with any solver or with the row scorer.
  ///
  /// With decisions the claim is that no other choice of duos *that keeps to them* has a higher objective: pinned duos must be
  /// there, vetoed ones must not, and the rest is proven among the pairs and places that are left.
  ///
  /// Complexity: one plain assessment per pair.
  public func verify(
    roster: Roster, policy: MatchingPolicy, decisions: DecisionSet = .none
  ) throws(Refusal) -> CertificateChecker.Proof {
    let menteeIndex = Dictionary(roster.mentees.enumerated().map { ($1.id, $0) }) { first, _ in first }
    let mentorIndex = Dictionary(roster.mentors.enumerated().map { ($1.id, $0) }) { first, _ in first }
    let rowDual = try Self.align(menteeDuals, menteeIndex)
    let columnDual = try Self.align(mentorDuals, mentorIndex)

    let scorer = PairScorer(roster: roster, policy: policy)
    var columnOfRow = [Int?](repeating: nil, count: roster.mentees.count)
    for duo in duos {
      guard let row = menteeIndex[duo.mentee], let column = mentorIndex[duo.mentor] else { throw .peopleDiffer }
      if columnOfRow[row] != nil { throw .menteeTwice(duo.mentee) }
      columnOfRow[row] = column
      guard scorer.assess(mentee: row, mentor: column).candidate?.score == duo.score else {
        throw .scoreDiffers(mentee: duo.mentee, mentor: duo.mentor)
      }
    }
    let weeks = MatchingProblem.weeksWaited(roster: roster, policy: policy)
    let value = ObjectiveValue(roster: roster, policy: policy, weeksWaited: weeks)
    for decision in decisions.decisions {
      let (mentee, mentor) = (roster.mentees[decision.mentee].id, roster.mentors[decision.mentor].id)
      let isDuo = columnOfRow[decision.mentee] == decision.mentor
      guard isDuo == (decision.kind == .pin) else { throw .againstDecision(mentee: mentee, mentor: mentor) }
      if isDuo { columnOfRow[decision.mentee] = nil }
    }
    let vetoed = Set(decisions.vetoes.map { [$0.mentee, $0.mentor] })
    let claim = AssignmentSolution(
      assignment: Assignment(columnOfRow: columnOfRow), duals: AssignmentDuals(row: rowDual, column: columnDual),
      objective: objective - Self.value(ofPinsOf: decisions, roster: roster, policy: policy))
    let checker = CertificateChecker(
      AssignmentProblem.Bounds(rowValue: value.valueOfMentee, columnCapacity: decisions.placesLeft(roster)))
    do throws(CertificateChecker.Refusal) {
      return try checker.check(claim) { row, costs in
        let isPinned = decisions.mentor(pinnedTo: row) != nil
        for column in roster.mentors.indices {
          let score = isPinned ? nil : scorer.assess(mentee: row, mentor: column).candidate?.score
          costs[column] = score.map { -Int32($0) } ?? DenseCosts.forbidden
          if !vetoed.isEmpty, vetoed.contains([row, column]) { costs[column] = DenseCosts.forbidden }
        }
      }
    } catch {
      throw .notProven(error)
    }
  }

  /// The values in roster order; refuses unknown, repeated and missing people.
  static func align(_ duals: [Dual], _ index: [PersonID: Int]) throws(Refusal) -> [Int64] {
    var values = [Int64?](repeating: nil, count: index.count)
    for dual in duals {
      guard let position = index[dual.person], values[position] == nil else { throw .peopleDiffer }
      values[position] = dual.value
    }
    let known = values.compactMap(\.self)
    guard known.count == values.count else { throw .peopleDiffer }
    return known
  }
}
