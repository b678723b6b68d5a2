import AssignmentSolvers
import Foundation
import MatchingFiles
import MentorMatching
import Testing

@Suite("Verifying a proposal's files")
struct ProposalVerificationTests {
  /// A small round, so that a hundred verifications take a moment.
  private static func round() throws -> FixtureRound {
    let full = try FixtureRound("lille-2021").round
    let roster = try Roster(
      mentees: Array(full.roster.mentees.prefix(40)), mentors: Array(full.roster.mentors.prefix(25)))
    let folder = RoundFolder()
    folder.put("mentees.csv", RosterWriter.mentees(roster).bytes)
    folder.put("mentors.csv", RosterWriter.mentors(roster).bytes)
    return try FixtureRound(try folder.read().get())
  }

  private static func verify(_ folder: RoundFolder, _ round: FixtureRound) throws -> ProposalVerification {
    try ProposalVerification(directory: folder.path, roster: round.round.roster, policy: round.round.policy)
  }

  @Test("What match writes is proven and unchanged, in every language", arguments: ReportLanguage.allCases)
  func untouched(_ language: ReportLanguage) throws {
    let round = try Self.round()
    let folder = RoundFolder()
    for file in round.files(language) { folder.put(file.name, file.bytes) }
    let checked = try Self.verify(folder, round)
    #expect(checked.files == round.files().map(\.name) && checked.files.count == 6)
    #expect(checked.duoCount == round.matching.duos.count && checked.proof.pairCount == 40 * 25)
  }

  @Test("A small round that was priced all the same is proven and unchanged, and a change in it is refused")
  func pricedThoughSmall() throws {
    let round = try Self.round()
    let (roster, policy) = (round.round.roster, round.round.policy)
    guard case .optimal(let matching, let survey, _) = try roster.matchByPricing(policy: policy, threadCount: 2) else {
      Issue.record("not optimal")
      return
    }
    let files = ProposalFiles.files(of: matching, certificate: MatchingCertificate(matching), survey: survey)
    #expect(files != round.files(), "otherwise this shows nothing")
    let folder = RoundFolder()
    for file in files { folder.put(file.name, file.bytes) }
    #expect(try Self.verify(folder, round).files == files.map(\.name))
    let page = try #require(files.first { $0.name == "report.html" })
    folder.put(page.name, page.bytes + Array(" ".utf8))
    #expect(throws: ProposalVerification.Difference.self) { try Self.verify(folder, round) }
  }

  @Test("Files that are not there are not compared; without a claim there is nothing to verify")
  func absentFiles() throws {
    let round = try Self.round()
    let folder = RoundFolder()
    for file in round.files() where file.name.hasSuffix(".json") { folder.put(file.name, file.bytes) }
    #expect(try Self.verify(folder, round).files == ["proposal.json", "certificate.json"])
    try FileManager.default.removeItem(atPath: folder.path + "/certificate.json")
    #expect(throws: InputErrors.self) { try Self.verify(folder, round) }
  }

  /// A hundred random changes over all six files: a digit, a byte, a line left out, a line twice, two lines exchanged.
  @Test("Any change to any file is refused", arguments: 0..<100)
  func anyChangeIsRefused(number: Int) throws {
    let round = try Self.round()
    var random = SeededRandom(seed: UInt64(number))
    let files = round.files()
    let changed = number % files.count
    let folder = RoundFolder()
    for (index, file) in files.enumerated() {
      var bytes = file.bytes
      if index == changed {
        while bytes == file.bytes { bytes = Self.corrupted(file.bytes, &random) }
      }
      folder.put(file.name, bytes)
    }
    #expect(throws: (any Error).self) { try Self.verify(folder, round) }
  }

  @Test(
    "The changes people might make: another mentor, a better score, another dual",
    arguments: ["duos.csv", "proposal.json", "certificate.json", "report.html", "duos.geojson"])
  func deliberateChange(_ name: String) throws {
    let round = try Self.round()
    let duos = round.matching.duos
    let mentors = round.round.roster.mentors
    let first = mentors[duos[0].mentor].id.text
    let second = mentors[duos[1].mentor].id.text
    let folder = RoundFolder()
    for file in round.files() {
      var text = String(decoding: file.bytes, as: UTF8.self)
      if file.name == name {
        let before = text
        if name == "certificate.json" {
          text = text.replacing("\"objective\": ", with: "\"objective\": 1", maxReplacements: 1)
        } else {
          text = text.replacing(first, with: "?").replacing(second, with: first).replacing("?", with: second)
        }
        #expect(text != before)
      }
      folder.put(file.name, Array(text.utf8))
    }
    #expect(throws: (any Error).self) { try Self.verify(folder, round) }
  }

  @Test("A difference is located, and nothing of the file is shown")
  func locatedDifference() throws {
    let round = try Self.round()
    let folder = RoundFolder()
    for file in round.files() {
      var lines = String(decoding: file.bytes, as: UTF8.self).split(separator: "\n", omittingEmptySubsequences: false)
      if file.name == "duos.csv" { lines[2] = "Zx9Canary" + lines[2] }
      folder.put(file.name, Array(lines.joined(separator: "\n").utf8))
    }
    do {
      _ = try Self.verify(folder, round)
      #expect(Bool(false), "refused")
    } catch let difference as ProposalVerification.Difference {
      #expect(difference.path == folder.path + "/duos.csv")
      #expect(difference.position == TextPosition(line: 3, column: 1))
      #expect(difference.rendered.contains("/duos.csv:3:1: error: ") && !difference.rendered.contains("Canary"))
    }
  }

  private static func corrupted(_ bytes: [UInt8], _ random: inout SeededRandom) -> [UInt8] {
    var bytes = bytes
    var lines = bytes.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false).map(Array.init)
    let line = Int.random(in: 0..<lines.count, using: &random)
    switch Int.random(in: 0..<5, using: &random) {
    case 0:
      let digits = bytes.indices.filter { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(bytes[$0]) }
      guard let place = digits.randomElement(using: &random) else { return bytes }
      bytes[place] = UInt8.random(in: UInt8(ascii: "0")...UInt8(ascii: "9"), using: &random)
      return bytes
    case 1:
      bytes[Int.random(in: 0..<bytes.count, using: &random)] = UInt8.random(in: 32...126, using: &random)
      return bytes
    case 2: lines.remove(at: line)
    case 3: lines.insert(lines[line], at: line)
    default: lines.swapAt(line, Int.random(in: 0..<lines.count, using: &random))
    }
    return Array(lines.joined(separator: [UInt8(ascii: "\n")]))
  }
}

/// SplitMix64.
private struct SeededRandom: RandomNumberGenerator {
  private var state: UInt64

  init(seed: UInt64) { state = seed }

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var z = state
    z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
    z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
    return z ^ (z >> 31)
  }
}
