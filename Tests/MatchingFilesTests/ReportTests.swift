import AssignmentSolvers
import MatchingFiles
import MentorMatching
import Testing

@Suite("report.html")
struct ReportTests {
  private static func page(_ name: String, _ language: ReportLanguage = .english) throws -> (FixtureRound, PageElement)
  {
    let round = try FixtureRound(name)
    return (round, try PageElement.parse(round.page(language)))
  }

  @Test("Well-formed, without scripts, in every language", arguments: ReportLanguage.allCases)
  func structure(_ language: ReportLanguage) throws {
    let round = try FixtureRound("lille-2021")
    let bytes = round.page(language)
    let page = try PageElement.parse(bytes)
    #expect(page.name == "html" && page.attributes["lang"] == language.rawValue)
    let allowed: Set = [
      "html", "head", "meta", "title", "style", "body", "header", "div", "p", "h1", "h2", "h3", "h4", "dl", "dt", "dd",
      "b", "span", "nav", "a", "figure", "figcaption", "svg", "rect", "path", "circle", "g", "text", "main", "section",
      "small", "article", "i", "ul", "ol", "li", "data", "em", "footer", "table", "thead", "tbody", "tr", "th", "td",
    ]
    #expect(Set(page.all.map(\.name)).subtracting(allowed) == [])
    let attributes = Set(page.all.flatMap(\.attributes.keys))
    #expect(!attributes.contains { $0.hasPrefix("on") } && !attributes.contains("style") && !attributes.contains("src"))
    #expect(page.all("a").allSatisfy { $0.attributes["href"]?.hasPrefix("#") ?? false })
    // Every link leads somewhere.
    let targets = Set(page.all.compactMap { $0.attributes["id"] })
    #expect(page.all("a").allSatisfy { targets.contains(String($0.attributes["href"]?.dropFirst() ?? "")) })
    #expect(!String(decoding: bytes, as: UTF8.self).lowercased().contains("<script"))
  }

  @Test("The security policy allows this style sheet and nothing else")
  func securityPolicy() throws {
    let (_, page) = try Self.page("lille-2021")
    let policies = page.all("meta").filter { $0.attributes["http-equiv"] == "Content-Security-Policy" }
    #expect(policies.count == 1 && page.all("style").count == 1)
    let content = try #require(policies.first?.attributes["content"])
    #expect(content.hasPrefix("default-src 'none'; base-uri 'none'; form-action 'none'; style-src 'sha256-"))
    #expect(!content.contains("unsafe"))
    // The digest of FIPS 180-4 in Base64 has 44 characters; that it is the sheet's is shown by the page being styled.
    #expect(content.split(separator: "'").last?.utf8.count == "sha256-".utf8.count + 44)
    let sheet = try #require(page.all("style").first?.text)
    #expect(!sheet.contains("url(") && !sheet.contains("@import"))
  }

  @Test("A card for each duo, whose five bars add up to its score", arguments: ["lille-2021", "six-antennas-2021"])
  func cards(_ name: String) throws {
    let (round, page) = try Self.page(name)
    let cards = page.all(styled: "card")
    let roster = round.round.roster
    #expect(cards.count == round.matching.duos.count)
    var duoOfPair: [String: Duo] = [:]
    for duo in round.matching.duos {
      duoOfPair["\(roster.mentees[duo.mentee].id) ↔ \(roster.mentors[duo.mentor].id)"] = duo
    }
    for card in cards {
      let people = try #require(card.all("h4").first).children.map(\.text).joined(separator: " ")
      let found = duoOfPair.removeValue(forKey: people)
      let duo = try #require(found)
      let values = card.all("data")
      #expect(values.count == 6)
      let exact = values.compactMap { Int($0.attributes["value"] ?? "") }
      #expect(exact.count == 6 && exact.dropLast().reduce(0, +) == exact.last && exact.last == duo.candidate.score)
      let tenths = values.compactMap { Int($0.text.filter { $0 != "." }) }
      #expect(tenths.count == 6 && tenths.dropLast().reduce(0, +) == tenths.last)
      #expect(card.all(styled: "note").map(\.text).joined().contains("laptop") == duo.candidate.needsLaptop)
    }
    #expect(duoOfPair.isEmpty)
  }

  @Test("Printed, a card never keeps the next one on its page: cards have paragraphs, too")
  func pageBreaks() throws {
    let style = String(decoding: try FixtureRound("lille-2021").page(.english), as: UTF8.self)
    let rules = style.split(separator: "}").filter { $0.contains("break-after:avoid") }
    #expect(!rules.isEmpty)
    #expect(!rules.contains { $0.contains(" p{") || $0.contains(" p,") })
  }

  @Test("Everybody who waits has a line under a reason", arguments: ["lille-2021", "six-antennas-2021"])
  func waiting(_ name: String) throws {
    let (round, page) = try Self.page(name)
    let lines = page.all(styled: "wait").flatMap { $0.all("li") }
    let ids = round.matching.unmatchedMentees.map { round.round.roster.mentees[$0.mentee].id.text }
    #expect(lines.compactMap { $0.all("b").first?.text }.sorted() == ids.sorted())
    #expect(lines.allSatisfy { $0.all("em").first?.text.contains("Would help: ") ?? false })
  }

  @Test("The first screen: the sentence, four figures, the proof, the map")
  func firstScreen() throws {
    let (_, page) = try Self.page("lille-2021")
    let top = try #require(page.all("header").first)
    #expect(
      top.all("h1").map(\.text) == [
        "76 of 120\u{A0}mentees have a proposed duo; 44 wait: 37 for lack of places with the mentors who fit and 7 "
          + "because no mentor fits."
      ])
    #expect(top.all("dd").map { $0.all("b").first?.text } == ["76", "78.4\u{A0}%", "3.6\u{A0}km", "3"])
    #expect(top.all(styled: "proof").first?.text.contains("8,400 pairs, 1,781 of them possible duos") ?? false)
    #expect(top.all(styled: "map").count == 1 && top.all("text").contains { $0.text == "5\u{A0}km" })
    #expect(top.all("title").count == 76)
  }

  @Test("Numbers as each language writes them")
  func numbers() throws {
    let (_, french) = try Self.page("lille-2021", .french)
    #expect(french.all(styled: "proof").first?.text.contains("8\u{202F}400 paires") ?? false)
    let (_, dutch) = try Self.page("lille-2021", .dutch)
    #expect(dutch.all(styled: "proof").first?.text.contains("8.400 paren") ?? false)
    #expect(dutch.all(styled: "figures").first?.text.contains("78,4\u{A0}%") ?? false)
  }

  @Test("Several antennas: a table, a map each, districts where there are too many duos")
  func antennas() throws {
    let (_, page) = try Self.page("six-antennas-2021")
    #expect(page.all("tbody").first?.all("tr").count == 6)
    let maps = try #require(page.all(styled: "maps").first)
    #expect(maps.all("svg").count == 6)
    #expect(
      maps.children.filter { !$0.all("circle").isEmpty }.compactMap { $0.all("h3").first?.text } == [
        "brussels 298 of 464"
      ])
    #expect(page.text.contains("an even sample of 994 of the 85,524 possible duos"))
  }

  @Test("A round beyond 2,000 duos is summarised", .timeLimit(.minutes(1)))
  func largeRound() throws {
    let french = try #require(LanguageCode("fr"))
    var evening = WeeklyAvailability()
    evening.insert(day: 0, halfHours: 36..<40)
    func person(_ number: Int, _ prefix: String) throws -> Person {
      Person(
        id: try #require(PersonID("\(prefix)\(number)")),
        place: Place(
          coordinate: try #require(
            Coordinate(latitude: 50 + Double(number % 30) / 100, longitude: 3 + Double(number % 17) / 100))),
        languages: [LanguageSkill(french, .c1)], availability: evening)
    }
    let roster = try Roster(
      mentees: (0..<2_100).map { Mentee(try person($0, "e")) },
      mentors: (0..<21).map { Mentor(try person($0, "m"), capacity: 100) })
    let problem = MatchingProblem(roster: roster, policy: MatchingPolicy())
    let matching = try problem.matching(solver: ShortestPathSolver())
    #expect(matching.duos.count > 2_000)
    let bytes = MatchingReport.page(of: matching, survey: problem.survey(of: matching))
    let page = try PageElement.parse(bytes)
    #expect(page.all("article").isEmpty && page.all(styled: "wait").flatMap { $0.all("li") }.isEmpty)
    #expect(page.text.contains("each is in duos.csv") && !page.all("circle").isEmpty)
    #expect(bytes.count < 150_000)
  }

  @Test("No mentees, no mentors, nobody at all", arguments: [(0, 0), (3, 0), (0, 3)])
  func emptySides(_ menteeCount: Int, _ mentorCount: Int) throws {
    let base = try FixtureRound("lille-2021").round.roster
    let roster = try Roster(
      mentees: Array(base.mentees.prefix(menteeCount)), mentors: Array(base.mentors.prefix(mentorCount)))
    let problem = MatchingProblem(roster: roster, policy: MatchingPolicy())
    let matching = try problem.matching(solver: HungarianSolver())
    for language in ReportLanguage.allCases {
      let page = try PageElement.parse(
        MatchingReport.page(of: matching, survey: problem.survey(of: matching), language: language))
      #expect(page.all("article").isEmpty && page.all("h1").count == 1)
    }
  }
}
