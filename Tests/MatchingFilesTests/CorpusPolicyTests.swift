import MatchingFiles
import MentorMatching
import Testing

@Suite("Corpus: policy")
struct CorpusPolicyTests {
  struct Case: Sendable, CustomTestStringConvertible {
    let number: String
    let bytes: [UInt8]
    let error: String?

    init(_ number: String, _ text: String, _ error: String?) {
      self.init(number, bytes: Array(text.utf8), error)
    }

    init(_ number: String, bytes: [UInt8], _ error: String?) {
      self.number = number
      self.bytes = bytes
      self.error = error
    }

    var testDescription: String { number }
  }

  @Test(arguments: syntax + values)
  func policyCase(_ test: Case) {
    let outcome = RoundFolder(replacing: ["policy.json": test.bytes]).read()
    #expect(outcome.errors == (test.error.map { [$0] } ?? []))
    #expect(outcome.exitCode == (test.error == nil ? nil : .configuration))
  }

  static let syntax = [
    Case("F01", "", "E3101 1:1"), Case("F02", "null", "E3102 1:1"), Case("F02", "[]", "E3102 1:1"),
    Case("F02", "5", "E3102 1:1"), Case("F03", "{\n  \"minimumScore\": 1,\n}", "E3103 3:1"),
    Case("F04", "{} // no", "E3104 1:4"), Case("F04", "{ // no\n}", "E3103 1:3"), Case("F05", "{'a': 1}", "E3103 1:2"),
    Case("F06", "{\n\"minimumScore\": 1", "E3103 2:18"), Case("F07", "{} {}", "E3104 1:4"),
    Case("F08", "{\"minimumScore\": 1,\n \"minimumScore\": 1}", "E3105 2:2"),
    Case("F11", "{\"minimumScore\": NaN}", "E3103 1:18"), Case("F11", "{\"minimumScore\": Infinity}", "E3103 1:18"),
    Case("F12", "{\"minimumScore\": 1e400}", "E3108 1:18"), Case("F13", "{\"minimumScore\": 01}", "E3103 1:18"),
    Case("F14", "{\"minimumScore\": -}", "E3103 1:19"),
    Case("F15", "{\"minimumScore\": 9223372036854775808}", "E3108 1:18"),
    Case("F17", String(repeating: "[", count: 65), "E3109 1:65"),
    Case("F18", String(repeating: "[", count: 100_000), "E3109 1:65"),
    Case("F19", "{\"" + String(repeating: "a", count: 10_000_000) + "\": 1}", "E3110 1:2"),
    Case("F20", "{\"a\": \"\\ud800\"}", "E3111 1:8"), Case("F21", "{\"a\": \"\\u0000\"}", "E3111 1:8"),
    Case("F22", "{\"a\": \"\u{9}\"}", "E3103 1:8"),
    Case("F23", bytes: Array("{\"a\": \"".utf8) + [0xFF] + Array("\"}".utf8), "E1004 1:8"),
    Case("F24", bytes: [0xEF, 0xBB, 0xBF] + Array("{}".utf8), nil),
    Case("F25", bytes: [0xFF, 0xFE] + "{}".utf8.flatMap { [$0, 0] }, "E1002 1:1"),
  ]

  static let values = [
    Case("F09", "{\n  \"wieghts\": {}\n}", "E3106 2:3"), Case("F10", "{\"minimumScore\": \"0.5\"}", "E3107 1:18"),
    Case("F16", "{\"minimumScore\": 1.0}", "E3107 1:18"),
    Case(
      "F26", "{\"weights\": {\"language\": 0, \"sector\": 0, \"availability\": 0, \"distance\": 0, \"digital\": 0}}",
      "E3201 1:13"),
    Case("F28", "{\n\"weights\": {\"language\": 24}}", "E3201 2:12"),
    Case("F29", "{\"weights\": {\"charm\": 1}}", "E3106 1:14"),
    Case("F30", "{\"minimumScore\": 1000001}", "E3202 1:18"),
    Case("F38", "{\"schemaVersion\": 99}", "E3204 1:19"), Case("F38", "{\"schemaVersion\": 1}", nil),
    Case("F39", "{\"weights\": {\"nationality\": 10}}", "E3205 1:14"),
    Case("F41", "{\"$ref\": \"https://example.org\"}", "E3106 1:2"),
    Case("curve", "{\"distance\": {\"pointsByKilometres\": [[2, 10], [1, 5]]}}", "E3202 1:37"),
  ]

  @Test("F09: did you mean; F10: the pointer; nothing of the file but names is shown")
  func helpfulMessages() {
    guard case .failure(let errors) = RoundFolder(replacing: ["policy.json": Array("{\"wieghts\": {}}".utf8)]).read()
    else { return #expect(Bool(false)) }
    #expect(errors.rendered.contains("Did you mean \"weights\"?"))
  }

  @Test("F27: a negative weight is one of two things wrong")
  func negativeWeight() {
    let text = "{\"weights\": {\"language\": -5}}"
    #expect(RoundFolder(replacing: ["policy.json": Array(text.utf8)]).read().errors == ["E3201 1:13", "E3201 1:13"])
  }

  @Test("A policy written in full reads back equal")
  func roundTrip() throws {
    var policy = MatchingPolicy()
    let read = try RoundFolder(replacing: ["policy.json": PolicyWriter.bytes(of: policy)]).read().get()
    #expect(read.policy == policy)
    policy.objective = .highestScore
    policy.antennaScope = .any
    policy.roundDate = CalendarDate(year: 2021, month: 9, day: 1)
    policy.weights.language = 20
    policy.weights.digital = 15
    policy.language.minimumLevel = .native
    policy.language.workingLanguages = [
      LanguagePolicy.WorkingLanguages(antenna: .main, languages: ["nl", "fr"].compactMap(LanguageCode.init))
    ]
    policy.sector.percentByYears = [SectorPolicy.Step(from: 0, value: 50)]
    policy.distance.pointsByMinutes = [DistancePolicy.Knot(at: 3, points: 9)]
    policy.digital.lendsLaptops = false
    let again = try RoundFolder(replacing: ["policy.json": PolicyWriter.bytes(of: policy)]).read().get()
    #expect(again.policy == policy)
  }
}
