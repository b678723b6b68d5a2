import Foundation
import MatchingFiles
import MentorMatching
import Testing

@Suite struct RulesReaderTests {
  /// Writes the files to a folder of their own, reads them, and removes them.
  private func read(_ rules: String, groups: [String: String] = [:]) throws -> RulesReader.Result {
    let folder = FileManager.default.temporaryDirectory.appendingPathComponent("rules-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    try Data(rules.utf8).write(to: folder.appendingPathComponent("rules.json"))
    for (name, text) in groups { try Data(text.utf8).write(to: folder.appendingPathComponent(name)) }
    return try RulesReader().read(path: folder.path + "/rules.json", roster: Self.roster())
  }

  private static func roster() throws -> Roster {
    func person(_ id: String) throws -> Person {
      Person(
        id: try #require(PersonID(id)), antenna: try #require(AntennaID("lille")),
        place: Place(coordinate: try #require(Coordinate(latitude: 50, longitude: 3))), languages: [],
        availability: WeeklyAvailability())
    }
    return try Roster(mentees: [Mentee(person("m1")), Mentee(person("m2"))], mentors: [Mentor(person("t1"))])
  }

  private func codes(_ rules: String, groups: [String: String] = [:]) -> [String] {
    do {
      _ = try read(rules, groups: groups)
      return []
    } catch let errors as InputErrors {
      return errors.diagnostics.map {
        "\($0.code) \($0.position.map { "\($0.line):\($0.column)" } ?? "-") \($0.pointer ?? "")"
      }
    } catch {
      return ["\(error)"]
    }
  }

  @Test func everyMember() throws {
    let result = try read(
      """
      {"schemaVersion": 1, "rules": [
        {"name": "laptops", "count": "laptops", "atMost": 40},
        {"name": "share", "where": {"mentee": {"antenna": ["lille"], "group": {"diploma": ["none"]}}, "mode": ["online"],
          "language": ["fr"], "mentor": {"sector": ["62"], "language": ["nl"], "id": ["t1"]}},
          "atLeast": {"percent": 33.3}, "pricePerUnit": 5000},
        {"name": "hours", "count": {"menteeColumn": "hours"}, "eachMentor": {}, "atMost": {"mentorColumn": "week"}},
        {"name": "exact", "exactly": 3}
      ]}
      """,
      groups: [
        "mentee-groups.csv": "id,diploma,hours\nm1,none,2\nm2,,1\n", "mentor-groups.csv": "id,week\nt1,12\n",
      ])
    let rules = result.rules.rules
    #expect(rules.map(\.name.text) == ["laptops", "share", "hours", "exact"])
    #expect(rules[0].amount == .laptop && rules[0].atMost == .number(40) && rules[0].atLeast == nil)
    #expect(rules[1].atLeast == .permille(333) && rules[1].price == 5000)
    #expect(rules[1].selector.modes == [.online] && rules[1].selector.mentee.groups.first?.values == ["none"])
    #expect(rules[2].amount == .menteeColumn("hours") && rules[2].atMost == .mentorColumn("week"))
    #expect(rules[2].eachMentor == PersonSelector())
    #expect(rules[3].atLeast == .number(3) && rules[3].atMost == .number(3))
    let m1 = try #require(PersonID("m1"))
    #expect(result.rules.menteeGroups.number(of: m1, in: "hours") == 2)
    let m2 = try #require(PersonID("m2"))
    #expect(result.rules.menteeGroups.value(of: m2, in: "diploma") == nil)
    #expect(result.warnings.isEmpty && result.inputs.map(\.name).contains("rules.json"))
  }

  @Test(arguments: [
    (#"{"rules": [{"name": "a"}]}"#, ["E3301 1:12 /rules/0"]),
    (#"{"rules": [{"atMost": 1}]}"#, ["E3301 1:12 /rules/0"]),
    (#"{"rules": [{"name": "a b", "atMost": 1}]}"#, ["E3107 1:21 /rules/0/name"]),
    (#"{"rules": [{"name": "a", "atMots": 1}]}"#, ["E3106 1:26 /rules/0/atMots"]),
    (#"{"rules": [{"name": "a", "atMost": -1}]}"#, ["E3107 1:36 /rules/0/atMost"]),
    (#"{"rules": [{"name": "a", "atMost": 1.5}]}"#, ["E3107 1:36 /rules/0/atMost"]),
    (#"{"rules": [{"name": "a", "atMost": {"percent": 33.33}}]}"#, ["E3107 1:36 /rules/0/atMost"]),
    (#"{"rules": [{"name": "a", "atMost": {"percent": 101}}]}"#, ["E3107 1:36 /rules/0/atMost"]),
    (#"{"rules": [{"name": "a", "atMost": {"mentorColumn": "x"}}]}"#, ["E3107 1:36 /rules/0/atMost"]),
    (#"{"rules": [{"name": "a", "count": "euros", "atMost": 1}]}"#, ["E3107 1:35 /rules/0/count"]),
    (#"{"rules": [{"name": "a", "atLeast": 3, "atMost": 1}]}"#, ["E3301 1:50 /rules/0/atMost"]),
    (#"{"rules": [{"name": "a", "exactly": 3, "atMost": 1}]}"#, ["E3301 1:37 /rules/0/exactly"]),
    (#"{"rules": [{"name": "a", "atMost": 1}, {"name": "a", "atMost": 1}]}"#, ["E3302 1:49 /rules/1/name"]),
    (
      #"{"rules": [{"name": "a", "where": {"mentee": {"group": {"religion": ["x"]}}}, "atMost": 1}]}"#,
      ["E3107 1:56 /rules/0/where/mentee/group"]
    ),
    (#"{"schemaVersion": 2, "rules": []}"#, ["E3204 1:19 /schemaVersion"]),
    (#"[]"#, ["E3102 1:1 "]),
  ])
  func faultsHaveAPlaceAndACode(_ rules: String, _ expected: [String]) {
    #expect(codes(rules) == expected)
  }

  @Test(arguments: [
    ("id,gender\nm1,x\n", "E1206"), ("name,a\nm1,x\n", "E1201"), ("id,a,a\nm1,x,y\n", "E1203"),
    ("id,a\nnobody,x\n", "E3303"), ("id,a\nm1\n", "E1107"), ("id,a\nm1,x\nm1,y\n", "E2001"), ("", "E1101"),
  ])
  func groupsAreChecked(_ table: String, _ code: String) {
    let found = codes(#"{"rules": []}"#, groups: ["mentee-groups.csv": table])
    #expect(found.count == 1 && found.first?.hasPrefix(code) == true, "\(found)")
  }

  @Test func anAbsentAntennaIsAWarning() throws {
    let result = try read(
      #"{"rules": [{"name": "a", "where": {"mentee": {"antenna": ["lile"]}}, "atMost": 1}]}"#)
    #expect(result.warnings.map(\.code.description) == ["W3301"])
  }
}
