import Foundation
import MatchingFiles
import MentorMatching
import Testing

@Suite("Rounds")
struct RoundReaderTests {
  @Test("Files that are missing, folders, or links to nowhere")
  func unusableFiles() throws {
    let empty = RoundFolder()
    #expect(empty.read().errors == ["E0101", "E0101"])
    #expect(empty.read().exitCode == .noInput)
    try FileManager.default.createDirectory(atPath: empty.path + "/mentees.csv", withIntermediateDirectories: false)
    try FileManager.default.createSymbolicLink(atPath: empty.path + "/mentors.csv", withDestinationPath: "nowhere")
    #expect(empty.read().errors == ["E0102", "E0102"])
  }

  @Test("The inputs are named by size and SHA-256")
  func inputs() throws {
    let round = try RoundFolder(replacing: [
      "policy.json": Array("{}".utf8), "places.csv": Array("postcode,latitude,longitude\n".utf8),
    ]).read().get()
    #expect(round.inputs.map(\.name) == ["policy.json", "places.csv", "mentees.csv", "mentors.csv"])
    #expect(round.inputs[0].byteCount == 2)
    #expect(round.inputs[0].sha256 == "44136fa355b3678a1146ad16f7e8649e94fb4fc21fe77e8310c060f61caaff8a")
  }

  @Test(
    "SHA-256 around the edges of its blocks (digests by another implementation)",
    arguments: [
      (55, "25147aabc1db144cb193014abeb02e7b240014c9871821e56228a52cb6c58588"),
      (56, "57c9391b2ebdec95193a35b4b13cab353c2bb8abf242ba74ffcde2a4a9acd367"),
      (63, "3d635f85aa2eb9f2fe297fe044fc9970094f4db1a30c87a124e5ff9590aedba8"),
      (64, "99291a5e83d9f560f6959c69f03b0155c9ca4172bcd8f23517008272db09ac8f"),
      (65, "ed646db817ae8b8ac15430e80ef68f5e453fa73386fc5e223e01a19f0009a3c9"),
      (1000, "1bb67515deb463832a903641fb80d7fb08e6ce6b51239627ca803b12eea28907"),
    ])
  func digests(_ byteCount: Int, _ digest: String) throws {
    let policy = "{" + String(repeating: " ", count: byteCount - 2) + "}"
    #expect(try RoundFolder(replacing: ["policy.json": Array(policy.utf8)]).read().get().inputs[0].sha256 == digest)
  }

  @Test("All files are read before giving up; at most 100 diagnostics are shown")
  func everythingAtOnce() {
    let row = "x y,fr:C1,mon 18:00-20:00,50.62,3.06\n"
    let rows = Array((CorpusCase.header + String(repeating: row, count: 150)).utf8)
    let outcome = RoundFolder(replacing: ["mentees.csv": rows, "mentors.csv": rows, "policy.json": [0x5B]]).read()
    guard case .failure(let errors) = outcome else { return #expect(Bool(false)) }
    #expect(errors.diagnostics.count == 100)
    #expect(errors.omittedCount == 201)
    #expect(errors.rendered.hasSuffix("\n… 201 more"))
    #expect(errors.exitCode == .data)
  }

  @Test("Postcodes are looked up, and travel times read as the routing engines write them")
  func travelTimes() throws {
    let people = Array("id,languages,availability,postcode\np1,fr:C1,mon 18:00-20:00,59000\n".utf8)
    let places = Array("postcode,latitude,longitude\n59000,50.63,3.05\n59100,50.69,3.17\n".utf8)
    let base = ["mentees.csv": people, "mentors.csv": people, "places.csv": places]
    func table(_ name: String, _ text: String) throws -> TravelTimeTable? {
      let files = base.merging([name: Array(text.utf8)]) { $1 }
      return try RoundFolder(replacing: files).read().get().roster.travelTimes
    }
    let long = try table("travel-times.csv", "from_id,to_id,travel_time\n59000,59100,17.2\n59100,59000,\n")
    #expect(long?.minutes(from: "59000", to: "59100") == 18)
    #expect(long?.minutes(from: "59100", to: "59000") == nil)
    #expect(long?.minutes(from: "59100", to: "59100") == 0)
    let osrm = try table("travel-times.json", "{\"durations\": [[0, 601.5], [null, 0]]}")
    #expect(osrm?.minutes == [0, 11, nil, 0])
    let valhalla = try table(
      "travel-times.json", "{\"sources_to_targets\": [[{\"time\": 0}, {\"time\": 60}], [{\"time\": null}, {}]]}")
    #expect(valhalla?.minutes == [0, 1, nil, nil])
    let short = RoundFolder(replacing: base.merging(["travel-times.json": Array("{\"durations\": [[0]]}".utf8)]) { $1 })
    #expect(short.read().errors == ["E2203 1:15"])
  }

  @Test("A roster written reads back equal")
  func rosterRoundTrip() throws {
    let folder = RoundFolder(replacing: [:])
    let mentees = """
      id,antenna,languages,availability,latitude,longitude,postcode,meeting,digital_skill,has_computer,max_km,\
      max_minutes,target_sectors,registered,wishes
      m1,lille,nl:B1;ar:native,mon 18:00-20:00;sat 00:00-24:00,50.123456,-3.000001,59000,online,1,false,0,30,62.01;85,\
      2021-09-30,woman
      m2,,prs:a2,sun 09:30-10:00,-0.000001,0.5,,,,,,,,,

      """
    let mentors = """
      id,languages,availability,latitude,longitude,sectors,generalist,capacity,answers_to
      t1,fr:C1,tue 06:00-06:30,0,179.999999,62.01:12;M18,true,3,woman;man

      """
    folder.put("mentees.csv", Array(mentees.utf8))
    folder.put("mentors.csv", Array(mentors.utf8))
    let roster = try folder.read().get().roster
    #expect(roster.mentees[0].person.place.coordinate.latitude == 50.123456)
    let files = [RosterWriter.mentees(roster), RosterWriter.mentors(roster)]
    for file in files { folder.put(file.name, file.bytes) }
    let again = try folder.read().get().roster
    #expect(again == roster)
    #expect([RosterWriter.mentees(again), RosterWriter.mentors(again)] == files)
  }

  @Test("No diagnostic shows the content of a cell, whatever the column")
  func privacy() {
    let columns =
      ["id", "antenna", "languages", "availability", "latitude", "longitude", "postcode", "meeting", "digital_skill"]
      + ["has_computer", "max_km", "max_minutes", "sectors", "generalist", "capacity", "answers_to"]
    let canary = "Zx9Canary"
    for shape in [
      canary, canary + ":B1", "fr:" + canary, "mon " + canary, "\(canary)é", "fr:B1;" + canary, " \(canary)",
    ] {
      for field in [shape, "\"\(shape)", "\"\(shape)\"x", "\(shape)\"", "\(shape),\(shape)", "\(shape)\u{202E}\u{1B}"] {
        let row = Array(repeating: field, count: columns.count).joined(separator: ",")
        for text in [columns.joined(separator: ",") + "\n" + row + "\n", row + "\n" + row + "\n"] {
          let outcome = RoundFolder(replacing: ["mentors.csv": Array(text.utf8)]).read()
          guard case .failure(let errors) = outcome else {
            #expect(Bool(false), "refused")
            continue
          }
          #expect(!errors.rendered.lowercased().contains(canary.lowercased()))
        }
      }
    }
  }

  @Test("A path is shown without what could control a terminal")
  func visiblePath() {
    let diagnostic = Diagnostic(
      .fieldCount, file: "a\u{1B}[2J\n\u{202E}b.csv", position: TextPosition(line: 3, column: 9), field: "id",
      message: "4 fields", expected: "5", remedy: "Add one.")
    #expect(
      diagnostic.rendered
        == "a\\u{1B}[2J\\u{A}\\u{202E}b.csv:3:9: error[E1107]: 4 fields, expected 5 (field id)\n    Add one.")
  }
}
