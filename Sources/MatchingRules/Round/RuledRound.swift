public import MentorMatching

/// An intake round with rules over the whole matching, as people know it and as ``RuledProblem``.
///
/// Gains are scores plus the policy's priority for waiting; that one more duo may outweigh everything else is left to
/// ``RuleMatcher``. Two kinds of rule become bounds of the columns rather than rules: "at least n" and "at most n duos" of
/// each mentor.
public struct RuledRound: Sendable {
  public let matching: MatchingProblem
  public let rules: RuleSet
  public let problem: RuledProblem
  /// What each rule of ``problem`` comes from: index into ``rules``, and the mentor of a rule about each mentor.
  let origin: [Origin]
  let facts: DuoFacts
  /// Candidates that score less are left out.
  let leastScore: Int

  struct Origin: Sendable, Equatable {
    let rule: Int
    let mentor: Int?
  }

  /// - Complexity: one pass over all pairs per distinct count; one plain assessment per pair whose way of meeting or
  ///   distance some rule asks for.
  public init(_ matching: MatchingProblem, rules: RuleSet) {
    self.init(matching, rules: rules, facts: DuoFacts(matching, rules: rules))
  }

  /// - Parameter leastScore: pairs that score less are left out.
  init(_ matching: MatchingProblem, rules: RuleSet, facts: DuoFacts, leastScore: Int32 = 0) {
    var builder = RuledRoundBuilder(matching, rules: rules, facts: facts, leastScore: leastScore)
    builder.addRules()
    self.matching = matching
    self.rules = rules
    self.facts = facts
    self.leastScore = Int(leastScore)
    origin = builder.origin
    problem = RuledProblem(
      rowStart: builder.rowStart, columnOfPair: builder.columnOfPair, gainOfPair: builder.gainOfPair,
      columnCapacity: builder.capacity, columnMinimum: builder.minimum, counts: builder.counts,
      rules: builder.linearRules)
  }

  /// The mentor of each mentee in a choice of pairs.
  public func mentorOfMentee(_ chosenPairs: [Int32]) -> [Int?] {
    chosenPairs.map { $0 < 0 ? nil : Int(problem.columnOfPair[Int($0)]) }
  }
}

/// The duo of each candidate pair, assessed where some rule looks at more than its two people.
struct DuoFacts: Sendable {
  /// By position in the full table, mentees × mentors; empty when no rule asks.
  private let candidates: [Int: Candidate]

  init(_ matching: MatchingProblem, rules: RuleSet) {
    let asks = rules.rules.filter { $0.amount.needsCandidate || $0.selector.needsCandidate }
    guard !asks.isEmpty else {
      candidates = [:]
      return
    }
    let scorer = PairScorer(roster: matching.roster, policy: matching.policy)
    // A laptop is lent to nobody who has a computer.
    let isLaptopsOnly = asks.allSatisfy { $0.amount == .laptop && !$0.selector.needsCandidate }
    var candidates: [Int: Candidate] = [:]
    let mentorCount = matching.roster.mentors.count
    for (index, mentee) in matching.roster.mentees.enumerated() where !isLaptopsOnly || !mentee.person.hasComputer {
      for mentor in 0..<mentorCount where matching.scores[index, mentor] != nil {
        candidates[index * mentorCount + mentor] = scorer.assess(mentee: index, mentor: mentor).candidate
      }
    }
    self.candidates = candidates
  }

  func candidate(at position: Int) -> Candidate? { candidates[position] }
}

/// Puts a ``RuledProblem`` together.
private struct RuledRoundBuilder {
  let matching: MatchingProblem
  let rules: RuleSet
  let facts: DuoFacts
  var rowStart = [0]
  var columnOfPair: [Int32] = []
  var gainOfPair: [Int64] = []
  var capacity: [Int]
  var minimum: [Int]
  var counts: [DuoCount] = []
  var linearRules: [LinearRule] = []
  var origin: [RuledRound.Origin] = []
  /// What each count counts, to use it twice.
  private var keyOfCount: [CountKey] = []

  private struct CountKey: Equatable {
    let amount: DuoAmount
    let selector: DuoSelector
    let mentor: Int?
  }

  init(_ matching: MatchingProblem, rules: RuleSet, facts: DuoFacts, leastScore: Int32) {
    self.matching = matching
    self.rules = rules
    self.facts = facts
    capacity = matching.roster.mentors.map(\.capacity)
    minimum = capacity.map { _ in 0 }
    let priority = matching.objectiveValue.priorityOfMentee
    let mentorCount = capacity.count
    for mentee in matching.roster.mentees.indices {
      for mentor in 0..<mentorCount {
        let score = matching.scores.values[mentee * mentorCount + mentor]
        guard score != CandidateScores.notCandidate, score >= leastScore else { continue }
        columnOfPair.append(Int32(mentor))
        gainOfPair.append(Int64(score) + Int64(priority[mentee]))
      }
      rowStart.append(columnOfPair.count)
    }
  }

  mutating func addRules() {
    // By name, so that the order of the file shows in no result.
    let byName = rules.rules.enumerated().sorted {
      $0.element.name.text.utf8.lexicographicallyPrecedes($1.element.name.text.utf8)
    }
    for (index, rule) in byName {
      guard let each = rule.eachMentor else {
        add(rule, index, mentor: nil)
        continue
      }
      for (mentor, person) in matching.roster.mentors.enumerated()
      where each.contains(person, groups: rules.mentorGroups) {
        if !bindColumn(rule, mentor) { add(rule, index, mentor: mentor) }
      }
    }
  }

  /// Takes "n duos of this mentor" into the bounds of the column.
  /// - Returns: false when the rule says something else.
  private mutating func bindColumn(_ rule: MatchingRule, _ mentor: Int) -> Bool {
    guard rule.amount == .one, rule.selector == DuoSelector(), rule.price == nil else { return false }
    let least = number(rule.atLeast, mentor)
    let most = number(rule.atMost, mentor)
    if case .permille? = rule.atLeast { return false }
    if case .permille? = rule.atMost { return false }
    let low = max(minimum[mentor], least ?? 0)
    let high = min(capacity[mentor], most ?? .max)
    // A contradiction is for the rules to show.
    guard low <= high else { return false }
    minimum[mentor] = low
    capacity[mentor] = high
    return true
  }

  private func number(_ bound: RuleBound?, _ mentor: Int?) -> Int? {
    switch bound {
    case .number(let number): number
    case .mentorColumn(let column):
      mentor.flatMap { rules.mentorGroups.number(of: matching.roster.mentors[$0].id, in: column) }
    case .permille, nil: nil
    }
  }

  private mutating func add(_ rule: MatchingRule, _ index: Int, mentor: Int?) {
    let name = mentor.map { "\(rule.name):\(matching.roster.mentors[$0].id)" } ?? rule.name.text
    let counted = count(CountKey(amount: rule.amount, selector: rule.selector, mentor: mentor), name: name)
    for (bound, isLower) in [(rule.atLeast, true), (rule.atMost, false)] {
      guard let bound else { continue }
      // Both bounds as numbers make one rule; shares are rules of their own.
      let suffix = rule.atLeast != nil && rule.atMost != nil ? (isLower ? ":atLeast" : ":atMost") : ""
      let linear: LinearRule
      if case .permille(let share) = bound {
        let all = count(
          CountKey(amount: .one, selector: DuoSelector(), mentor: mentor),
          name: mentor.map { "duos:\(matching.roster.mentors[$0].id)" } ?? "duos")
        let terms =
          counted == all
          ? [LinearRule.Term(count: all, weight: Int64(1000 - share))]
          : [LinearRule.Term(count: counted, weight: 1000), LinearRule.Term(count: all, weight: Int64(-share))]
        linear = LinearRule(
          name: name + suffix, terms: terms, lowerBound: isLower ? 0 : nil, upperBound: isLower ? nil : 0,
          price: rule.price.map(Int64.init), unit: 1000)
      } else {
        guard let number = number(bound, mentor) else { continue }
        // With all places taken by the dearest duos the bound still holds: nothing to watch.
        if !isLower, let mentor {
          let dearest = counts[counted].amounts.reduce(0) { max($0, Int($1)) }
          if dearest * capacity[mentor] <= number { continue }
        }
        linear = LinearRule(
          name: name + suffix, terms: [LinearRule.Term(count: counted)], lowerBound: isLower ? Int64(number) : nil,
          upperBound: isLower ? nil : Int64(number), price: rule.price.map(Int64.init))
      }
      linearRules.append(linear)
      origin.append(RuledRound.Origin(rule: index, mentor: mentor))
    }
  }

  /// The count of a key, made when it is new.
  private mutating func count(_ key: CountKey, name: String) -> Int {
    if let known = keyOfCount.firstIndex(of: key) { return known }
    let roster = matching.roster
    let isMentor = roster.mentors.map { key.selector.mentor.contains($0, groups: rules.mentorGroups) }
    let asks = key.amount.needsCandidate || key.selector.needsCandidate
    var pairs: [Int32] = []
    var amounts: [Int32] = []
    for (index, mentee) in roster.mentees.enumerated()
    where key.selector.mentee.contains(mentee, groups: rules.menteeGroups) {
      let fixed: Int =
        switch key.amount {
        case .menteeColumn(let column): rules.menteeGroups.number(of: mentee.id, in: column) ?? 0
        case .one, .laptop, .kilometres, .minutes: 1
        }
      for pair in rowStart[index]..<rowStart[index + 1] {
        let mentor = Int(columnOfPair[pair])
        guard isMentor[mentor], key.mentor == nil || key.mentor == mentor else { continue }
        var amount = fixed
        if asks {
          guard let candidate = facts.candidate(at: index * isMentor.count + mentor),
            key.selector.contains(candidate)
          else { continue }
          amount = key.amount.amount(of: candidate, mentee: mentee.id, groups: rules.menteeGroups)
        }
        if amount == 0 { continue }
        pairs.append(Int32(pair))
        amounts.append(Int32(clamping: amount))
      }
    }
    keyOfCount.append(key)
    let unique = counts.contains { $0.name == name } ? "\(name):\(counts.count)" : name
    counts.append(DuoCount(name: unique, pairs: pairs, amounts: amounts))
    return counts.count - 1
  }
}
