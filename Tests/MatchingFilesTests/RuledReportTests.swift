import MatchingFiles
import MentorMatching
import Testing

/// The report of a matching under rules. The duos are those of a plain matching; what a page says of rules does not depend on
/// how the duos were found.
@Suite("report.html under rules")
struct RuledReportTests {
  private static func rules() throws -> RuleSet {
    func rule(
      _ name: String, _ amount: DuoAmount = .one, atLeast: RuleBound? = nil, atMost: RuleBound? = nil,
      price: Int? = nil, each: PersonSelector? = nil, _ change: (inout DuoSelector) throws -> Void = { _ in }
    ) throws -> MatchingRule {
      var selector = DuoSelector()
      try change(&selector)
      return MatchingRule(
        name: try #require(RuleName(name)), amount: amount, selector: selector, eachMentor: each, atLeast: atLeast,
        atMost: atMost, price: price)
    }
    let arabic = try #require(LanguageCode("ar"))
    return RuleSet(rules: [
      try rule("laptops", .laptop, atMost: .number(40)),
      try rule("all", atLeast: .number(76)),
      try rule("share", atLeast: .permille(105)) { $0.mentee.languages = [arabic] },
      try rule("online", atMost: .number(1), price: 150_000) { $0.modes = [.online] },
      try rule("each", atMost: .number(2), each: PersonSelector()),
    ])
  }

  private static func files(
    _ language: ReportLanguage = .english, _ change: (inout RuledCertificate) -> Void = { _ in }
  ) throws -> (files: [OutputFile], check: RuleCheck) {
    let round = try FixtureRound("lille-2021")
    let roster = round.round.roster
    let problem = MatchingProblem(roster: roster, policy: round.round.policy)
    let rules = try rules()
    var mentorOfMentee = [Int?](repeating: nil, count: roster.mentees.count)
    for duo in round.matching.duos { mentorOfMentee[duo.mentee] = duo.mentor }
    let check = RuleCheck(
      mentorOfMentee: mentorOfMentee, roster: roster, policy: round.round.policy, rules: rules)
    var certificate = RuledCertificate(
      duos: round.matching.duos.map {
        .init(mentee: roster.mentees[$0.mentee].id, mentor: roster.mentors[$0.mentor].id, score: $0.candidate.score)
      }, value: Int64(round.matching.totalScore), claimedBound: Int64(round.matching.totalScore))
    change(&certificate)
    let files = try RuledProposalFiles.files(
      of: certificate, check: check, problem: problem, rules: rules, ruleFiles: [], language: language)
    return (files, check)
  }

  private static func page(
    _ language: ReportLanguage = .english, _ change: (inout RuledCertificate) -> Void = { _ in }
  ) throws -> PageElement {
    let report = try #require(try files(language, change).files.first { $0.name == "report.html" })
    return try PageElement.parse(report.bytes)
  }

  private static func rows(_ page: PageElement) throws -> [[String]] {
    let table = try #require(page.all(styled: "rules").first)
    return try #require(table.all("tbody").first).all("tr").map { row in
      (row.all("th") + row.all("td")).map(\.text)
    }
  }

  @Test("What each rule asks, holds, and whether it binds")
  func standings() throws {
    let (_, check) = try Self.files()
    let rows = try Self.rows(try Self.page())
    #expect(rows.count == 5 && rows.allSatisfy { $0.count == 4 })
    #expect(rows[0][0] == "laptops at most 40\u{A0}laptops")
    #expect(rows[0][1] == "\(check.entries[0].counted)\u{A0}laptops" && rows[0][2] == "≤\u{A0}40")
    #expect(rows[0][3] == "○\u{A0}room for \(40 - check.entries[0].counted)")
    #expect(rows[1][3] == "●\u{A0}at its bound" && rows[1][1] == "76\u{A0}duos")
    #expect(rows[2][0] == "share at least 10.5\u{A0}% of all duos, with mentees who speak Arabic")
    #expect(rows[2][2] == "≥\u{A0}8")
    let missed = check.entries[3].violation
    #expect(missed > 0)
    #expect(rows[3][3].hasPrefix("▲\u{A0}missed by \(missed), which costs \(missed * 15).0"))
    #expect(rows[3][0].hasSuffix("meeting online, or 15.0 for each that is missed"))
    #expect(rows[4][0] == "each for each mentor, at most 2\u{A0}duos" && rows[4][2] == "–")
    #expect(rows[4][3].contains("70\u{A0}mentors"))
  }

  @Test("What each rule costs, when asked")
  func costs() throws {
    let page = try Self.page { certificate in
      certificate.costs = [
        .init(duosWithout: 76, scoreWithout: 60_000_000, lostValue: 400_000, isExact: true, pricePerUnit: 31_000),
        .init(duosWithout: 78, scoreWithout: 61_000_000, lostValue: 900_000, isExact: true, pricePerUnit: 0),
        .init(duosWithout: 76, scoreWithout: 60_000_000, lostValue: 20, isExact: false, pricePerUnit: nil), nil, nil,
      ]
    }
    let rows = try Self.rows(page)
    #expect(rows[0].suffix(4) == ["76", "6,000.0", "40.0", "3.1"])
    #expect(rows[1].suffix(4) == ["78", "6,100.0", "2\u{A0}duos", "0"])
    #expect(rows[2].suffix(4) == ["76", "6,000.0", "about under 0.1", "–"] || rows[2][6].contains("0.1"))
    #expect(rows[3].suffix(4) == ["–", "–", "–", "–"])
    #expect(!page.text.contains("match --costs says it"))
    #expect(try Self.page().text.contains("match --costs says it"))
  }

  /// The status and the rest of the line about the proof.
  private static func proof(
    _ change: (inout RuledCertificate) -> Void = { _ in }
  ) throws -> (status: String, text: String) {
    let line = try #require(try page(.english, change).all(styled: "proof").first)
    return (line.all("b").map(\.text).joined(), line.ownText)
  }

  @Test("No more is said to be proved than is")
  func proof() throws {
    let optimal = try Self.proof()
    #expect(optimal.status == "✓ Optimal under the rules")
    #expect(optimal.text.hasPrefix(" means: no other choice of duos that keeps the rules makes more of them"))
    #expect(optimal.text.contains("less what broken rules cost") && optimal.text.contains("rests on the search"))
    let open = try Self.proof { $0.claimedBound += 1_230_000 }
    #expect(open.status == "○ Keeps the rules; not proved best" && open.text.contains("better by more than 123.0"))
    let fair = try Self.proof {
      $0.worstScores = [.init(score: 520_000, duoCount: 1)]
      $0.priceOfGoal = 700_000
    }
    #expect(fair.status == "✓ Worst scores as good as the rules allow")
    #expect(fair.text.contains("1\u{A0}duo at 52.0\u{A0}%") && fair.text.contains("gives up 70.0"))
    #expect(!fair.text.contains("higher total"))
  }

  /// Prices of places and alternatives are of plain matchings.
  @Test("What holds without rules only is left out", arguments: ReportLanguage.allCases)
  func plainPrices(_ language: ReportLanguage) throws {
    let page = try Self.page(language)
    #expect(page.all(styled: "card").count == 76 && page.all(styled: "else").isEmpty)
    #expect(page.text.contains("mentor-match verify --rules"))
    if language == .english {
      #expect(page.text.contains("What other mentors would cost is not shown"))
      #expect(!page.text.contains("Cheapest way in") && !page.text.contains("makes one more duo"))
    }
    let targets = Set(page.all.compactMap { $0.attributes["id"] })
    #expect(targets.contains("rules"))
    #expect(page.all("a").allSatisfy { targets.contains(String($0.attributes["href"]?.dropFirst() ?? "")) })
  }
}
