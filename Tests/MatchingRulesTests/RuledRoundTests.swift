import MatchingRules
import MentorMatching
import Testing

/// Rules as people write them, on small rounds.
@Suite struct RuledRoundTests {
  /// People of two antennas who all can meet; scores differ by digital skill and language level.
  static func roster(mentees: Int, mentors: Int, capacity: Int = 1, seed: UInt64 = 1) throws -> Roster {
    var generator = SeededGenerator(seed: seed)
    func person(_ id: String) throws -> Person {
      let lille = try #require(
        Coordinate(latitude: 50.63 + Double(Int.random(in: 0..<9, using: &generator)) / 100, longitude: 3.06))
      let french = try #require(LanguageCode("fr"))
      let antenna = try #require(AntennaID(Bool.random(using: &generator) ? "north" : "south"))
      var week = WeeklyAvailability()
      week.insert(day: 1, halfHours: 30..<Int.random(in: 36...44, using: &generator))
      return Person(
        id: try #require(PersonID(id)), antenna: antenna, place: Place(coordinate: lille),
        languages: [LanguageSkill(french, .c1)], availability: week,
        digitalSkill: Int.random(in: 1...8, using: &generator), hasComputer: Bool.random(using: &generator))
    }
    return try Roster(
      mentees: (0..<mentees).map { Mentee(try person("e\($0)")) },
      mentors: (0..<mentors).map { Mentor(try person("o\($0)"), capacity: capacity) })
  }

  static func name(_ text: String) throws -> RuleName { try #require(RuleName(text)) }

  static func inAntenna(_ text: String) throws -> DuoSelector {
    var selector = DuoSelector()
    selector.mentee.antennas = [try #require(AntennaID(text))]
    return selector
  }

  @Test func withoutRulesItIsThePlainMatching() throws {
    for objective in [MatchingPolicy.Objective.mostDuosFirst, .highestScore] {
      var policy = MatchingPolicy()
      policy.objective = objective
      for seed in UInt64(0)..<10 {
        let roster = try Self.roster(mentees: 14, mentors: 9, capacity: 2, seed: seed)
        let problem = MatchingProblem(roster: roster, policy: policy)
        let plain = try roster.match(policy: policy)
        let ruled = try RuleMatcher().match(problem, rules: RuleSet())
        #expect(ruled.outcome.isOptimal && ruled.isVerified)
        #expect(ruled.duoCount == plain.duos.count && ruled.totalScore == plain.totalScore, "seed \(seed)")
      }
    }
  }

  @Test func aBudgetAndAShareAreKeptAndCostSomething() throws {
    let roster = try Self.roster(mentees: 24, mentors: 12, capacity: 2)
    let problem = MatchingProblem(roster: roster, policy: MatchingPolicy())
    let plain = try RuleMatcher().match(problem, rules: RuleSet())
    let rules = RuleSet(rules: [
      MatchingRule(name: try Self.name("north"), selector: try Self.inAntenna("north"), atMost: .permille(300)),
      MatchingRule(name: try Self.name("total"), atMost: .number(10)),
    ])
    let ruled = try RuleMatcher().match(problem, rules: rules)
    #expect(ruled.outcome.isOptimal && ruled.isVerified)
    #expect(ruled.duoCount <= 10 && ruled.duoCount < plain.duoCount)
    let north = try #require(ruled.check?.entries.first)
    #expect(north.counted * 10 <= ruled.duoCount * 3)
    let costs = try ruled.ruleCosts()
    #expect(costs.count == 2 && costs.allSatisfy { $0?.isExact == true })
    let costOfTotal = try #require(costs[1])
    #expect(costOfTotal.duosWithout > ruled.duoCount)
  }

  @Test func everyMentorGetsSomebody() throws {
    let roster = try Self.roster(mentees: 20, mentors: 6, capacity: 3)
    let problem = MatchingProblem(roster: roster, policy: MatchingPolicy())
    var selector = PersonSelector()
    let withCandidates = roster.mentors.indices.filter { mentor in
      roster.mentees.indices.contains { problem.scores[$0, mentor] != nil }
    }
    selector.ids = withCandidates.map { roster.mentors[$0].id }
    let rules = RuleSet(rules: [
      MatchingRule(name: try Self.name("new"), eachMentor: selector, atLeast: .number(1))
    ])
    let ruled = try RuleMatcher().match(problem, rules: rules)
    #expect(ruled.isVerified && withCandidates.count > 2)
    let used = Set((ruled.mentorOfMentee ?? []).compactMap(\.self))
    #expect(used.isSuperset(of: withCandidates))
  }

  @Test func hoursOfAMentor() throws {
    let roster = try Self.roster(mentees: 10, mentors: 3, capacity: 10)
    let problem = MatchingProblem(roster: roster, policy: MatchingPolicy())
    let needs = GroupTable(
      columns: ["hours"], values: Dictionary(roster.mentees.enumerated().map { ($1.id, ["\(1 + $0 % 3)"]) }) { $1 })
    let has = GroupTable(columns: ["hours"], values: Dictionary(roster.mentors.map { ($0.id, ["4"]) }) { $1 })
    let rules = RuleSet(
      rules: [
        MatchingRule(
          name: try Self.name("hours"), amount: .menteeColumn("hours"), eachMentor: PersonSelector(),
          atMost: .mentorColumn("hours"))
      ], menteeGroups: needs, mentorGroups: has)
    let ruled = try RuleMatcher().match(problem, rules: rules)
    #expect(ruled.outcome.isOptimal && ruled.isVerified)
    let entries = try #require(ruled.check).entries
    #expect(entries.count == 3)
    #expect(entries.allSatisfy { $0.counted <= 4 })
    #expect(ruled.duoCount > 3)
  }

  @Test func aSoftRuleIsBrokenAtItsPrice() throws {
    let roster = try Self.roster(mentees: 10, mentors: 5)
    let problem = MatchingProblem(roster: roster, policy: MatchingPolicy())
    for (price, isKept) in [(0, false), (50_000_000, true)] {
      let rules = RuleSet(rules: [
        MatchingRule(name: try Self.name("few"), atMost: .number(2), price: price)
      ])
      var policy = MatchingPolicy()
      policy.objective = .highestScore
      let ruled = try RuleMatcher().match(
        MatchingProblem(roster: roster, policy: policy), rules: rules)
      #expect((ruled.duoCount <= 2) == isKept)
      #expect(ruled.outcome.isOptimal && ruled.isVerified)
      let value = try #require(ruled.outcome.solution?.value)
      #expect(Int(value) == ruled.totalScore - (ruled.check?.cost(rules) ?? 0))
    }
    _ = problem
  }

  /// Two antennas ask for more duos than there are mentors: the message names both, and what would do.
  @Test func aContradictionNamesItsRulesAndTheWayOut() throws {
    let roster = try Self.roster(mentees: 30, mentors: 6)
    let problem = MatchingProblem(roster: roster, policy: MatchingPolicy())
    let rules = RuleSet(rules: [
      MatchingRule(name: try Self.name("north"), selector: try Self.inAntenna("north"), atLeast: .number(4)),
      MatchingRule(name: try Self.name("harmless"), atMost: .number(20)),
      MatchingRule(name: try Self.name("south"), selector: try Self.inAntenna("south"), atLeast: .number(4)),
    ])
    let ruled = try RuleMatcher().match(problem, rules: rules)
    #expect(ruled.outcome == .infeasible && ruled.mentorOfMentee == nil)
    let conflict = try #require(ruled.conflict)
    #expect(conflict.rules == [0, 2] && conflict.isMinimal)
    #expect(conflict.relaxations.map(\.units) == [2, 2] && conflict.relaxations.allSatisfy { $0.isLeast })
    let text = conflict.description(of: rules)
    #expect(text.contains("north: at least 4 duos, in duos whose mentee is of antenna north"))
    #expect(text.contains("south: at least 2 duos (2 units of slack)"))
    #expect(!text.contains("harmless"))
    #expect(!conflict.leavesAnother && text.contains("Any one of these changes would make the rules compatible:"))
  }

  /// Nobody is told that a change is enough when other rules contradict each other as well.
  @Test func aSecondContradictionIsOwned() throws {
    let roster = try Self.roster(mentees: 30, mentors: 6)
    let rules = RuleSet(rules: [
      MatchingRule(name: try Self.name("north-least"), selector: try Self.inAntenna("north"), atLeast: .number(2)),
      MatchingRule(name: try Self.name("north-most"), selector: try Self.inAntenna("north"), atMost: .number(1)),
      MatchingRule(name: try Self.name("south-least"), selector: try Self.inAntenna("south"), atLeast: .number(2)),
      MatchingRule(name: try Self.name("south-most"), selector: try Self.inAntenna("south"), atMost: .number(1)),
    ])
    let ruled = try RuleMatcher().match(MatchingProblem(roster: roster, policy: MatchingPolicy()), rules: rules)
    let conflict = try #require(ruled.conflict)
    #expect(conflict.rules == [2, 3] && conflict.isMinimal && conflict.leavesAnother)
    #expect(conflict.relaxations.map(\.units) == [1, 1])
    let text = conflict.description(of: rules)
    #expect(!text.contains("would make the rules compatible"))
    #expect(text.contains("Other rules contradict each other besides."))
  }

  /// Against every choice there is: each change named is the least, and said to be.
  @Test func theLeastChangesAreFoundAndProved() throws {
    var checkedCount = 0
    for seed in UInt64(0)..<60 {
      let roster = try Self.roster(mentees: 6, mentors: 4, seed: seed)
      let problem = MatchingProblem(roster: roster, policy: MatchingPolicy())
      var generator = SeededGenerator(seed: seed)
      let rules = RuleSet(rules: [
        MatchingRule(
          name: try Self.name("share"), selector: try Self.inAntenna("north"),
          atMost: .permille(10 * Int.random(in: 0...50, using: &generator))),
        MatchingRule(
          name: try Self.name("north"), selector: try Self.inAntenna("north"),
          atLeast: .number(Int.random(in: 1...3, using: &generator))),
        MatchingRule(name: try Self.name("total"), atLeast: .number(Int.random(in: 2...4, using: &generator))),
        MatchingRule(
          name: try Self.name("laptops"), amount: .laptop, atMost: .number(Int.random(in: 0...2, using: &generator))),
        MatchingRule(
          name: try Self.name("each"), eachMentor: PersonSelector(),
          atMost: .number(Int.random(in: 0...1, using: &generator))),
      ])
      guard let conflict = try RuleMatcher().match(problem, rules: rules).conflict else { continue }
      // All rules stand beside the one that gives way; those of the set alone where that is not enough.
      let standings = [Array(rules.rules.indices), conflict.rules]
      var least = standings.map { _ in [Int?](repeating: nil, count: rules.rules.count) }
      func visit(_ mentee: Int, _ mentors: [Int?]) {
        guard mentee < 6 else {
          let check = RuleCheck(mentorOfMentee: mentors, roster: roster, policy: MatchingPolicy(), rules: rules)
          let missed = rules.rules.indices.map { rule in
            check.entries.filter { $0.rule == rule }.reduce(0) { $0 + $1.violation }
          }
          for (number, standing) in standings.enumerated() {
            for rule in standing where standing.allSatisfy({ $0 == rule || missed[$0] == 0 }) {
              least[number][rule] = min(least[number][rule] ?? .max, missed[rule])
            }
          }
          return
        }
        visit(mentee + 1, mentors + [nil])
        for mentor in 0..<4 where !mentors.contains(mentor) && problem.scores[mentee, mentor] != nil {
          visit(mentee + 1, mentors + [mentor])
        }
      }
      visit(0, [])
      let text = conflict.description(of: rules)
      for relaxation in conflict.relaxations {
        if relaxation.rule == 0, case .permille(let share) = rules.rules[0].atMost, share % 10 == 0 {
          #expect(text.contains("share: \(relaxation.units) more than \(share / 10) % of all duos"), "seed \(seed)")
        }
        let expected = [least[0][relaxation.rule], conflict.leavesAnother ? least[1][relaxation.rule] : nil]
        #expect(expected.contains(relaxation.units) && relaxation.isLeast, "seed \(seed): \(relaxation)")
        checkedCount += 1
      }
      #expect(conflict.relaxations.count == conflict.rules.count, "seed \(seed)")
    }
    #expect(checkedCount > 30)
  }

  @Test func frontiers() throws {
    let roster = try Self.roster(mentees: 16, mentors: 8, capacity: 2, seed: 4)
    var policy = MatchingPolicy()
    policy.objective = .highestScore
    let problem = MatchingProblem(roster: roster, policy: policy)
    for goals in Frontier.Goals.allCases {
      let frontier = try Frontier(problem, rules: RuleSet(), goals: goals)
      #expect(frontier.isComplete && !frontier.points.isEmpty)
      for (a, b) in zip(frontier.points, frontier.points.dropFirst()) {
        #expect(a.totalScore > b.totalScore)
        #expect(goals == .duosAgainstScore ? a.duoCount < b.duoCount : a.worstScore < b.worstScore)
      }
    }
  }

  /// Against every choice there is.
  @Test func leximin() throws {
    for seed in UInt64(0)..<12 {
      let roster = try Self.roster(mentees: 5, mentors: 4, seed: seed)
      let problem = MatchingProblem(roster: roster, policy: MatchingPolicy())
      let found = try RuleMatcher().matchLeximin(problem, rules: RuleSet(), levels: 6)
      var best: [Int] = []
      func visit(_ mentee: Int, _ used: Set<Int>, _ scores: [Int]) {
        guard mentee < 5 else {
          let sorted = scores.sorted()
          if sorted.count > best.count || (sorted.count == best.count && best.lexicographicallyPrecedes(sorted)) {
            best = sorted
          }
          return
        }
        visit(mentee + 1, used, scores)
        for mentor in 0..<4 where !used.contains(mentor) {
          if let score = problem.scores[mentee, mentor] {
            visit(mentee + 1, used.union([mentor]), scores + [score])
          }
        }
      }
      visit(0, [], [])
      let scores = (found.matching.mentorOfMentee ?? []).enumerated().compactMap { mentee, mentor in
        mentor.flatMap { problem.scores[mentee, $0] }
      }
      #expect(scores.sorted() == best, "seed \(seed)")
      #expect(found.levels.flatMap { Array(repeating: $0.score, count: $0.duoCount) } == best, "seed \(seed)")
    }
  }

  @Test func aFloorForEveryMentee() throws {
    let roster = try Self.roster(mentees: 12, mentors: 6, seed: 3)
    let problem = MatchingProblem(roster: roster, policy: MatchingPolicy())
    let floor = 700_000
    let ruled = try RuleMatcher().match(problem, rules: RuleSet(), floor: floor)
    #expect(ruled.outcome.isOptimal && (ruled.worstScore ?? floor) >= floor)
  }
}
