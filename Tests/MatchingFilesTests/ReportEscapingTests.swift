import AssignmentSolvers
import MatchingFiles
import MentorMatching
import Testing

/// Text that people wrote must reach the reader as text. Identifiers have a narrow grammar; the name of a district is
/// free for a library's user, and it is on the map.
@Suite("report.html: hostile text")
struct ReportEscapingTests {
  static let payloads =
    [
      "<script>alert(1)</script>", "\"><script>alert(1)</script>", "</style><script>alert(1)</script>",
      "x\" onmouseover=\"alert(1)", "x' onmouseover='alert(1)", "<img src=x onerror=alert(1)>", "javascript:alert(1)",
      "]]><svg onload=alert(1)>", "<!--", "--><b>", "&lt;b&gt;", "&#60;script&#62;", "</title><b>", "</text></svg><b>",
      "{{7*7}}", "\u{FF1C}script\u{FF1E}", "a&b<c>d\"e'f",
    ] + (0x300...0x36F).compactMap { Unicode.Scalar($0) }.map { "x\"\($0) onmouseover=alert(1) y=\"" }
    + (0x300...0x36F).compactMap { Unicode.Scalar($0) }.map { "<\($0)b>\($0)&\($0)" }

  @Test("It comes out as it went in, as text", arguments: payloads)
  func payload(_ text: String) throws {
    let page = try PageElement.parse(try Self.page(zone: text))
    let shown = page.all(styled: "zone").flatMap { $0.all("text") }.map(\.text)
    // Compared by scalars: `==` of strings would take different spellings for equal.
    #expect(shown.map { Array($0.unicodeScalars) } == [Array(text.unicodeScalars)])
    #expect(page.all("script").isEmpty && page.all("img").isEmpty)
    #expect(!page.all.flatMap(\.attributes.keys).contains { $0.hasPrefix("on") })
  }

  @Test(
    "Characters that control or reorder are replaced",
    arguments: ["\u{0}", "\u{1B}", "\u{9F}", "\u{202E}", "\u{2067}", "\u{FEFF}", "\u{E0041}"])
  func hiddenCharacter(_ character: String) throws {
    let page = try PageElement.parse(try Self.page(zone: "a" + character + "b"))
    #expect(page.all(styled: "zone").first?.text == "a\u{FFFD}b")
  }

  private static func page(zone: String) throws -> [UInt8] {
    let french = try #require(LanguageCode("fr"))
    var evening = WeeklyAvailability()
    evening.insert(day: 0, halfHours: 36..<40)
    func person(_ id: String, _ latitude: Double) throws -> Person {
      Person(
        id: try #require(PersonID(id)),
        place: Place(coordinate: try #require(Coordinate(latitude: latitude, longitude: 3)), zone: zone),
        languages: [LanguageSkill(french, .c1)], availability: evening)
    }
    let roster = try Roster(mentees: [Mentee(try person("e", 50.6))], mentors: [Mentor(try person("m", 50.7))])
    let problem = MatchingProblem(roster: roster, policy: MatchingPolicy())
    let matching = try problem.matching(solver: HungarianSolver())
    return MatchingReport.page(of: matching, survey: problem.survey(of: matching))
  }
}
