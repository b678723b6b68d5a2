import Foundation
@testable import MatchingFiles
import MatchingRules
import MentorMatching
import Testing

/// What `verify --rules` rests on: the claim of a solver is accepted, and any change to it is refused.
@Suite struct RuledCertificateTests {
  private static func rules(_ roster: Roster, _ number: Int) throws -> RuleSet {
    let needs = GroupTable(
      columns: ["hours"], values: Dictionary(roster.mentees.enumerated().map { ($1.id, ["\(1 + $0 % 3)"]) }) { $1 })
    let has = GroupTable(columns: ["hours"], values: Dictionary(roster.mentors.map { ($0.id, ["3"]) }) { $1 })
    let north = try RuledRoundTests.inAntenna("north")
    let all = [
      MatchingRule(name: try RuledRoundTests.name("north"), selector: north, atMost: .permille(301)),
      MatchingRule(name: try RuledRoundTests.name("laptops"), amount: .laptop, atMost: .number(3)),
      MatchingRule(
        name: try RuledRoundTests.name("hours"), amount: .menteeColumn("hours"), eachMentor: PersonSelector(),
        atMost: .mentorColumn("hours")),
      MatchingRule(name: try RuledRoundTests.name("each"), eachMentor: PersonSelector(), atMost: .number(2)),
      MatchingRule(
        name: try RuledRoundTests.name("soft"), selector: north, atLeast: .number(6), atMost: .permille(500),
        price: 40_000),
      MatchingRule(name: try RuledRoundTests.name("floor"), selector: north, atLeast: .number(2)),
    ]
    return RuleSet(
      rules: all.enumerated().filter { number & (1 << $0.offset) != 0 }.map(\.element), menteeGroups: needs,
      mentorGroups: has)
  }

  private static func solved(_ number: Int, _ policy: MatchingPolicy) throws -> RuledMatching? {
    let roster = try RuledRoundTests.roster(mentees: 14, mentors: 6, capacity: 3, seed: UInt64(number))
    let found = try RuleMatcher().match(
      MatchingProblem(roster: roster, policy: policy), rules: rules(roster, number))
    return found.mentorOfMentee == nil ? nil : found
  }

  @Test(arguments: MatchingPolicy.Objective.allCases)
  func whatTheSolverClaimsIsAccepted(_ objective: MatchingPolicy.Objective) throws {
    var policy = MatchingPolicy()
    policy.objective = objective
    var solvedCount = 0
    var gapTotal = 0.0
    var valueTotal = 0.0
    for number in 0..<64 {
      guard let found = try Self.solved(number, policy) else { continue }
      solvedCount += 1
      let certificate = try #require(found.certificate)
      let roster = found.round.matching.roster
      let proof = try certificate.verify(roster: roster, policy: policy, rules: found.round.rules)
      let greatest = try #require(proof.greatestValue, "\(number)")
      // The bound proved without a search is no better than the optimum.
      #expect(greatest >= certificate.value, "\(number)")
      gapTotal += Double(greatest - certificate.value)
      valueTotal += Double(certificate.value)
      #expect((proof.mostDuos != nil) == (objective == .mostDuosFirst))
      #expect(proof.mostDuos.map { $0 >= found.duoCount } ?? true)
      // Through the file and back.
      let json = RuledCertificateJSON.value(
        of: certificate, roster: roster, policy: policy, rules: found.round.rules, ruleFiles: [])
      #expect(try RuledCertificateJSON.claim(json, rules: found.round.rules) == certificate)
    }
    #expect(solvedCount > 30)
    // Small rounds with hours for every mentor: weak for a relaxation, and still near.
    #expect(gapTotal < 0.1 * valueTotal)
  }

  @Test func anyChangeIsRefused() throws {
    var refusedCount = 0
    for number in 0..<64 {
      guard let found = try Self.solved(number, MatchingPolicy()), let sound = found.certificate else { continue }
      let matching = found.round.matching
      func isRefused(_ certificate: RuledCertificate, rules: RuleSet? = nil) -> Bool {
        let proof = try? certificate.verify(
          roster: matching.roster, policy: matching.policy, rules: rules ?? found.round.rules)
        return proof == nil
      }
      #expect(!isRefused(sound))
      var changes: [RuledCertificate] = []
      func change(_ body: (inout RuledCertificate) -> Void) {
        var changed = sound
        body(&changed)
        if changed != sound { changes.append(changed) }
      }
      change { $0.value += 1 }
      change { $0.value -= 1 }
      change { $0.claimedBound = $0.value - 1 }
      change { $0.duos[0].score += 1 }
      change { $0.duos.append($0.duos[0]) }
      change { $0.duos.removeLast() }
      change { $0.leastScore = $0.duos.map(\.score).max().map { $0 + 1 } ?? 0 }
      // A tight dual lowered by a whole point uncovers a pair.
      change { certificate in
        for index in certificate.valueProof?.menteeDuals.indices ?? 0..<0 {
          certificate.valueProof?.menteeDuals[index].value -= 1_000_000 * 256
        }
      }
      change { $0.valueProof?.menteeDuals.removeLast() }
      change { $0.worstScores = [.init(score: 1, duoCount: 1)] }
      change { $0.costs = [nil] + $0.costs + found.round.rules.rules.map { _ in nil } }
      change { $0.valueProof?.demandedDuos = 15 }
      change { $0.valueProof?.multipliers.append(.init(rule: 99, mentor: nil, isOfLowerBound: false, value: 1)) }
      change { certificate in
        if let first = certificate.valueProof?.multipliers.first {
          certificate.valueProof?.multipliers[0].value = -first.value
        }
      }
      for (index, changed) in changes.enumerated() { #expect(isRefused(changed), "\(number), change \(index)") }
      refusedCount += changes.count
      // The same duos under a rule they break.
      var stricter = found.round.rules
      stricter.rules.append(
        MatchingRule(name: try RuledRoundTests.name("stricter"), atMost: .number(sound.duos.count - 1)))
      #expect(isRefused(sound, rules: stricter))
    }
    #expect(refusedCount > 300)
  }

  /// Numbers that no certificate of ours has must be refused too, not end the process.
  @Test func numbersBeyondSixtyFourBitsAreRefused() throws {
    let found = try #require(try Self.solved(3, MatchingPolicy()))
    var certificate = try #require(found.certificate)
    for index in certificate.valueProof?.menteeDuals.indices ?? 0..<0 {
      certificate.valueProof?.menteeDuals[index].value = .max
    }
    #expect(throws: RuledCertificate.Refusal.beyondHeadRoom) {
      try certificate.verify(
        roster: found.round.matching.roster, policy: MatchingPolicy(), rules: found.round.rules)
    }
  }

  /// Ties: the same people and rules in any order give the same duos.
  @Test func theOrderOfFilesDoesNotShow() throws {
    var generator = SeededGenerator(seed: 5)
    for number in [7, 11, 21, 35, 63] {
      let roster = try RuledRoundTests.roster(mentees: 24, mentors: 10, capacity: 2, seed: UInt64(number))
      let rules = try Self.rules(roster, number)
      func duos(_ roster: Roster, _ rules: RuleSet) throws -> [String] {
        let found = try RuleMatcher().match(
          MatchingProblem(roster: roster, policy: MatchingPolicy()), rules: rules)
        return (found.mentorOfMentee ?? []).enumerated().compactMap { mentee, mentor in
          mentor.map { "\(roster.mentees[mentee].id) \(roster.mentors[$0].id)" }
        }
      }
      let expected = try duos(roster, rules)
      for _ in 0..<6 {
        let shuffled = try Roster(
          mentees: roster.mentees.shuffled(using: &generator), mentors: roster.mentors.shuffled(using: &generator))
        var others = rules
        others.rules.shuffle(using: &generator)
        #expect(try duos(shuffled, others) == expected, "\(number)")
      }
    }
  }

  /// The page is written again from the claim, costs and all, and compared.
  @Test func theWholeProposalIsCompared() throws {
    let found = try #require(try Self.solved(11, MatchingPolicy()))
    let costs = try found.ruleCosts()
    let certificate = try #require(found.certificate(costs: costs))
    #expect(certificate.costs.count == found.round.rules.rules.count && certificate.costs.contains { $0 != nil })
    let matching = found.round.matching
    let stated = try certificate.statedBounds(
      roster: matching.roster, policy: matching.policy, rules: found.round.rules, scores: matching.scores)
    let proof = try certificate.verify(
      roster: matching.roster, policy: matching.policy, rules: found.round.rules)
    #expect(stated.greatestValue == proof.greatestValue && stated.mostDuos == proof.mostDuos)
    let folder = FileManager.default.temporaryDirectory.appendingPathComponent("ruled-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    let read = RulesReader.Result(rules: found.round.rules, warnings: [], inputs: [])
    let files = try RuledProposalFiles.files(
      of: certificate, check: try #require(found.check), problem: matching, rules: found.round.rules, ruleFiles: [],
      language: .dutch)
    #expect(Set(files.map(\.name)).isSuperset(of: ["report.html", "duos.geojson", "rules-certificate.json"]))
    for file in files { try Data(file.bytes).write(to: folder.appendingPathComponent(file.name)) }
    func verified() throws -> RuledProposalVerification {
      try RuledProposalVerification(
        directory: folder.path, roster: matching.roster, policy: matching.policy, rules: read)
    }
    let checked = try verified()
    #expect(checked.files.contains("report.html") && checked.summary.contains("not checked: what each rule costs"))
    for file in files where file.name != "rules-certificate.json" {
      var changed = file.bytes
      changed[changed.count - 2] ^= 1
      try Data(changed).write(to: folder.appendingPathComponent(file.name))
      #expect(throws: ProposalVerification.Difference.self, "\(file.name)") { try verified() }
      try Data(file.bytes).write(to: folder.appendingPathComponent(file.name))
    }
  }

  /// A claim made with leximin says so, and is no claim about the total.
  @Test func theWorstScoresAreStated() throws {
    let roster = try RuledRoundTests.roster(mentees: 14, mentors: 6, capacity: 3, seed: 3)
    let problem = MatchingProblem(roster: roster, policy: MatchingPolicy())
    let found = try RuleMatcher().matchLeximin(problem, rules: try Self.rules(roster, 3), levels: 2)
    let certificate = try #require(found.matching.certificate)
    #expect(certificate.worstScores.map(\.score) == found.levels.map(\.score) && !found.levels.isEmpty)
    _ = try certificate.verify(roster: roster, policy: MatchingPolicy(), rules: found.matching.round.rules)
    let json = RuledCertificateJSON.value(
      of: certificate, roster: roster, policy: MatchingPolicy(), rules: found.matching.round.rules, ruleFiles: [])
    #expect(json["claim"]?.string?.contains("these worst scores") == true)
    #expect(try RuledCertificateJSON.claim(json, rules: found.matching.round.rules) == certificate)
    #expect(try found.matching.ruleCosts().allSatisfy { $0 == nil })
  }
}
