import MatchingFiles
import MatchingSimulation
import SimulationFiles
import Testing

struct SimulationReportTests {
  @Test func thePageIsOneFileWithoutScriptsAndEscapesItsTitle() throws {
    let scratch = try ScratchFolder()
    let scenario = try ScenarioReader.read(
      try scratch.write(
        "s.json",
        """
        {"schemaVersion": 1, "name": "s", "title": "<b>\\"\u{301}Lille</b>", "startDate": "2022-01-03", "days": 90,
         "antennas": [{"id": "lille", "profile": "lille", "office": {"latitude": 50.63, "longitude": 3.06},
           "mentees": {"initial": 20}, "mentors": {"initial": 20}}]}
        """))
    let study = scenario.study(
      seed: 1, sensitivityReplicates: 2, questions: PlanningQuestion.allCases, questionReplicates: 2)
    let results = (0..<4).map { replicate in
      ReplicateResult(
        replicate: replicate,
        records: study.armIndices(ofReplicate: replicate).map { study.record(arm: $0, replicate: replicate) })
    }
    let page = String(
      decoding: SimulationReport.file(of: scenario, StudySummary(study: study, results: results)).bytes, as: UTF8.self)
    #expect(page.hasPrefix("<!DOCTYPE html>") && page.hasSuffix("</body></html>\n"))
    #expect(!page.utf8.contains("<script".utf8) && !page.utf8.contains("<b>\"".utf8))
    #expect(page.utf8.contains("&lt;b&gt;&quot;".utf8))
    for part in [
      "id=\"time\"", "id=\"waits\"", "id=\"questions\"", "id=\"tornado\"", "id=\"assumptions\"", "assumption",
    ] {
      #expect(page.utf8.contains(part.utf8), "\(part)")
    }
    #expect(!page.utf8.contains("src=".utf8) && !page.utf8.contains("http:".utf8) && !page.utf8.contains("url(".utf8))
  }
}

extension Collection where Element: Equatable {
  fileprivate func contains(_ other: some Collection<Element>) -> Bool {
    var rest = self[...]
    while rest.count >= other.count {
      if rest.starts(with: other) { return true }
      rest = rest.dropFirst()
    }
    return false
  }
}
