import MatchingFiles
import Testing

@Suite("frontier.html")
struct FrontierPageTests {
  private static func page(
    _ points: [FrontierFiles.Point], showsWorst: Bool = false, isComplete: Bool = true,
    language: ReportLanguage = .english
  ) throws -> PageElement {
    let files = FrontierFiles(
      points: points, showsWorst: showsWorst, isComplete: isComplete, language: language
    ).files
    #expect(files.map(\.name) == ["frontier.csv", "frontier.html"])
    return try PageElement.parse(try #require(files.last).bytes)
  }

  private static let points = [
    FrontierFiles.Point(duoCount: 40, totalScore: 31_200_000, worstScore: 512_000, isExact: true),
    FrontierFiles.Point(duoCount: 41, totalScore: 31_100_000, worstScore: 540_000, isExact: false),
    FrontierFiles.Point(duoCount: 43, totalScore: 30_000_000, worstScore: 490_000, isExact: true),
  ]

  @Test("In the shell of all pages, in every language", arguments: ReportLanguage.allCases, [false, true])
  func shell(_ language: ReportLanguage, _ showsWorst: Bool) throws {
    let page = try Self.page(Self.points, showsWorst: showsWorst, language: language)
    #expect(page.attributes["lang"] == language.rawValue && page.all("script").isEmpty)
    let policy = try #require(page.all("meta").first { $0.attributes["http-equiv"] == "Content-Security-Policy" })
    #expect(policy.attributes["content"]?.hasPrefix("default-src 'none'") ?? false)
    #expect(page.all("style").count == 2 && page.all("h1").count == 1)
  }

  @Test("A dot and a row for each point, what each step costs, and what was not proved")
  func points() throws {
    let page = try Self.page(Self.points, isComplete: false)
    #expect(
      page.all("h1").map(\.text) == ["40\u{A0}duos have the highest total; going to 43 costs 120.0 of its 3,120.0."]
    )
    #expect(page.all(styled: "dot").count == 3 && page.all(styled: "guess").count == 1)
    let rows = try #require(page.all("tbody").first).all("tr").map { ($0.all("th") + $0.all("td")).map(\.text) }
    #expect(rows[0] == ["40", "3,120.0", "78.0\u{A0}%", "51.2\u{A0}%", "–", "✓\u{A0}proved"])
    #expect(rows[1][4] == "+1\u{A0}duo for 10.0" && rows[1][5] == "○\u{A0}not proved")
    #expect(rows[2][4] == "+2\u{A0}duos for 110.0")
    #expect(page.all(styled: "proof").first?.all("b").first?.text == "○ Not complete")
    // A point lower on the page has a lower total, and one further right more duos.
    let dots = page.all(styled: "dot").compactMap { dot in
      Double(dot.attributes["cx"] ?? "").flatMap { x in Double(dot.attributes["cy"] ?? "").map { (x, $0) } }
    }
    #expect(dots.count == 3 && dots[0].0 < dots[1].0 && dots[1].0 < dots[2].0)
    #expect(dots[0].1 < dots[1].1 && dots[1].1 < dots[2].1)
    #expect(dots.allSatisfy { (84...612).contains($0.0) && (34...362).contains($0.1) })
  }

  @Test("One point, and none")
  func few() throws {
    let one = try Self.page([Self.points[0]])
    #expect(one.all("h1").first?.text == "One choice is the best in both goals: 40\u{A0}duos, total 3,120.0.")
    #expect(one.all(styled: "dot").count == 1)
    #expect(try Self.page([]).all("h1").first?.text == "No matching keeps the rules.")
    #expect(
      try Self.page([], isComplete: false).all("h1").first?.text == "No matching was found before the limit.")
  }
}
