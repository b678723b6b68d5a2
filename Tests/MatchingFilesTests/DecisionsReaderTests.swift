import AssignmentSolvers
import MatchingFiles
import MentorMatching
import Testing

@Suite("Decisions of a matching session")
struct DecisionsReaderTests {
  private static let people: [String: String] = [
    "mentees.csv": "id,languages,availability,latitude,longitude\n"
      + "m1,fr:B2,mon 18:00-20:00,50.63,3.05\nm2,fr:C1,mon 18:00-20:00,50.63,3.05\nm3,nl:B2,mon 18:00-20:00,50.63,3.05\n",
    "mentors.csv": "id,languages,availability,latitude,longitude\n"
      + "t1,fr:C1,mon 18:00-20:00,50.62,3.06\nt2,fr:B2,mon 18:00-20:00,50.60,3.10\n",
  ]

  private static func folder(_ decisions: String) -> RoundFolder {
    RoundFolder(replacing: (people.merging(["decisions.csv": decisions]) { $1 }).mapValues { Array($0.utf8) })
  }

  @Test("Pins and vetoes are read, in whatever order")
  func readsDecisions() throws {
    let rows = ["veto,m2,t1,,", "pin,m1,t2,Ann,\"knows the trade, asked for it\""]
    let header = "decision,mentee,mentor,author,reason\n"
    let one = try Self.folder(header + rows.joined(separator: "\n") + "\n").read().get()
    let two = try Self.folder(header + rows.reversed().joined(separator: "\n") + "\n").read().get()
    #expect(one.decisions == two.decisions && one.decisions.decisions.count == 2)
    let pin = try #require(one.decisions.pins.first)
    #expect(pin.author == "Ann" && pin.reason == "knows the trade, asked for it")
    #expect(one.roster.mentees[pin.mentee].id.text == "m1" && one.roster.mentors[pin.mentor].id.text == "t2")
    let written = DecisionsWriter.file(one.decisions, roster: one.roster)
    #expect(try Self.folder(String(decoding: written.bytes, as: UTF8.self)).read().get().decisions == one.decisions)
  }

  @Test(
    "Everything wrong is refused where it is",
    arguments: [
      ("pin,m1,t9\n", "E3303 2:8"), ("pin,m9,t1\n", "E3303 2:5"), ("keep,m1,t1\n", "E3401 2:1"),
      ("pin,m1,t1\nveto,m1,t1\n", "E3402 3:9"), ("pin,m1,t1\npin,m1,t2\n", "E3402 3:8"),
      ("pin,m1,t1\npin,m2,t1\n", "E3402 3:8"), ("pin,m3,t1\n", "E3402 2:8"), ("pin,,t1\n", "E2103 2:5"),
      ("pin,m1\n", "E1107 2:1"),
    ])
  func refuses(_ rows: String, _ error: String) {
    #expect(Self.folder("decision,mentee,mentor\n" + rows).read().errors == [error])
  }

  /// From the files alone: match, write, verify; a proposal made without the decisions is refused.
  @Test("verify covers a round with decisions", arguments: ReportLanguage.allCases)
  func verifiesDecisions(_ language: ReportLanguage) throws {
    let free = try FixtureRound("lille-2021")
    let (roster, policy) = (free.round.roster, free.round.policy)
    let scorer = PairScorer(roster: roster, policy: policy)
    var decisions = DecisionSet()
    let vetoed = free.matching.duos[3]
    try decisions.add(
      Decision(.veto, mentee: vetoed.mentee, mentor: vetoed.mentor, author: "A & B", reason: "<met before>"),
      scorer: scorer)
    let alternatives = try #require(free.survey.alternatives)
    let pinned = try #require(alternatives.ofUnmatched.firstIndex { $0 != nil })
    let way = try #require(alternatives.ofUnmatched[pinned])
    try decisions.add(
      Decision(.pin, mentee: free.matching.unmatchedMentees[pinned].mentee, mentor: way.mentor), scorer: scorer)

    let problem = MatchingProblem(roster: roster, policy: policy, decisions: decisions)
    let matching = try problem.matching(solver: AutomaticSolver())
    let survey = problem.survey(of: matching)
    let files = ProposalFiles.files(
      of: matching, certificate: MatchingCertificate(matching), survey: survey, language: language)
    let folder = RoundFolder()
    for file in files { folder.put(file.name, file.bytes) }
    let checked = try ProposalVerification(
      directory: folder.path, roster: roster, policy: policy, decisions: decisions, threadCount: 2)
    #expect(checked.files.count == 6 && checked.duoCount == matching.duos.count)
    #expect(throws: (any Error).self) {
      try ProposalVerification(directory: folder.path, roster: roster, policy: policy)
    }
    let page = String(decoding: try #require(folder.bytes("report.html")), as: UTF8.self)
    #expect(page.contains("A &amp; B") && page.contains("&lt;met before&gt;") && !page.contains("<met before>"))
    #expect(page.contains("id=\"decisions\"") && page.contains("class=\"else\""))

    let unaware = RoundFolder()
    for file in free.files(language) { unaware.put(file.name, file.bytes) }
    #expect(throws: (any Error).self) {
      try ProposalVerification(directory: unaware.path, roster: roster, policy: policy, decisions: decisions)
    }
  }
}
