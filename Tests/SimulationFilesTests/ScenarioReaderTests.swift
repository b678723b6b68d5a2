import MatchingFiles
import MatchingSimulation
import MentorMatching
import SimulationFiles
import Testing

struct ScenarioReaderTests {
  private static let start = """
    {"schemaVersion": 1, "name": "s", "title": "t", "startDate": "2022-01-03", "days": 100,
    """

  private func read(_ text: String) throws -> Scenario {
    let scratch = try ScratchFolder()
    return try ScenarioReader.read(try scratch.write("scenario.json", text))
  }

  /// The place and code of the first error.
  private func refusal(_ text: String) throws -> (line: Int?, pointer: String?, code: DiagnosticCode) {
    let errors = #expect(throws: InputErrors.self) { try read(text) }
    let first = try #require(errors?.diagnostics.first)
    return (first.position?.line, first.pointer, first.code)
  }

  @Test(arguments: ["antwerp", "lille", "marseille", "rotterdam", "six-antennas", "six-to-eight-antennas"])
  func theReadyScenariosAreWellFormed(name: String) throws {
    let scenario = try ScenarioReader.read("Fixtures/scenarios/\(name).json")
    #expect(scenario.name == name && !scenario.title.isEmpty)
  }

  @Test func aScenarioExtendsAnotherAndItsChangesAreTheDifference() throws {
    let scenario = try ScenarioReader.read("Fixtures/scenarios/six-to-eight-antennas.json")
    #expect(scenario.baseline.antennas.count == 6 && scenario.world.antennas.count == 8)
    #expect(scenario.world.antennas[7].openDay == 28 && scenario.changes.count == 2)
    #expect(scenario.world.policy.antennaScope == .sameAntenna)
  }

  @Test func everyKindOfChangeIsRead() throws {
    let scenario = try read(
      Self.start + """
        "laptops": 4, "behaviour": {"refusedPercent": 0, "restDays": [5, 9], "menteePatienceDays": null},
        "antennas": [{"id": "lille", "profile": "lille", "mentees": {"perYear": 40}, "mentors": {"perYear": 20}}],
        "changes": [
         {"change": "open-antenna", "antenna": {"id": "paris", "profile": "paris", "openDay": 10}},
         {"change": "close-antenna", "antenna": "lille", "day": 90},
         {"change": "add-cohort", "antenna": "lille", "side": "mentors", "name": "new", "profile": "lyon",
          "arrivals": {"initial": 3}},
         {"change": "arrivals", "antenna": "lille", "side": "mentees", "arrivals": {"perYear": 80}},
         {"change": "remove-cohort", "antenna": "lille", "side": "mentors", "cohort": "usual"},
         {"change": "capacity", "antenna": "lille", "weights": {"2": 1}},
         {"change": "meeting-mix", "antenna": "lille", "side": "mentees", "weights": {"online": 1}},
         {"change": "policy", "policy": {"objective": "highest-score"}},
         {"change": "laptops", "count": null},
         {"change": "rounds", "rounds": {"every": "monthly", "firstDay": 3}},
         {"change": "behaviour", "behaviour": {"duoDays": 90, "duoLength": "exponential"}}]}
        """)
    #expect(scenario.changes.count == 11)
    #expect(scenario.baseline.laptopCount == 4 && scenario.world.laptopCount == nil)
    #expect(scenario.baseline.behaviour.restDays == 5...9 && scenario.baseline.behaviour.menteePatienceDays == nil)
    let lille = scenario.world.antennas[0]
    #expect(lille.closeDay == 90 && lille.menteeCohorts[0].arrivals.perYear == 80)
    #expect(lille.mentorCohorts.map(\.name) == ["new"] && lille.mentorCohorts[0].profile.mentors.capacity == .always(2))
    #expect(scenario.world.policy.objective == .highestScore)
    #expect(scenario.world.rounds == RoundCalendar(firstDay: 3, every: .monthly))
    #expect(scenario.world.behaviour.duoLength == .exponential(meanDays: 90))
  }

  @Test func faultsAreReportedAtTheirPlace() throws {
    let antenna = "\"antennas\": [{\"id\": \"lille\", \"profile\": \"lille\"}]"
    #expect(try refusal("{\"schemaVersion\": 2, \"name\": \"x\"}").code == .unknownSchema)
    let unknown = try refusal(Self.start + "\n" + antenna + ",\n\"roundz\": {}}")
    #expect(unknown.line == 3 && unknown.pointer == "/roundz" && unknown.code == .unknownMember)
    let negative = try refusal(
      Self.start + "\n\"antennas\": [{\"id\": \"x\", \"profile\": \"lille\",\n\"mentees\": {\"perYear\": -1}}]}")
    #expect(negative.line == 3 && negative.pointer == "/antennas/0/mentees/perYear")
    let profile = try refusal(Self.start + "\"antennas\": [{\"id\": \"x\", \"profile\": \"atlantis\"}]}")
    #expect(profile.pointer == "/antennas/0/profile")
    let change = try refusal(
      Self.start + antenna + ",\n\"changes\": [\n{\"change\": \"close-antenna\", \"antenna\": \"paris\", \"day\": 9}]}")
    #expect(change.line == 3 && change.pointer == "/changes/0")
    #expect(try refusal(Self.start + antenna + ", \"extends\": \"no-such-file.json\"}").code == .unknownMember)
    let huge = try refusal(
      Self.start + "\"antennas\": [{\"id\": \"x\", \"profile\": \"lille\", \"mentees\": {\"initial\": 100000}, "
        + "\"mentors\": {\"initial\": 100000}}]}")
    #expect(huge.pointer == "")
  }

  @Test func scenariosThatExtendEachOtherInACircleAreRefused() throws {
    let scratch = try ScratchFolder()
    let path = try scratch.write(
      "a.json", "{\"schemaVersion\": 1, \"name\": \"a\", \"title\": \"\", \"extends\": \"a.json\"}")
    #expect(throws: InputErrors.self) { try ScenarioReader.read(path) }
  }

  @Test func realPeopleOfARoundAreThereAtTheOpening() throws {
    let scratch = try ScratchFolder()
    let roster = CohortGenerator(profile: .lille2021, seed: 4).roster(menteeCount: 12, mentorCount: 9)
    try OutputDirectory(scratch.path + "/round").write([RosterWriter.mentees(roster), RosterWriter.mentors(roster)])
    let path = try scratch.write(
      "people.json", Self.start + "\"antennas\": [{\"id\": \"here\", \"profile\": \"lille\", \"people\": \"round\"}]}")
    let antenna = try ScenarioReader.read(path).world.antennas[0]
    #expect(antenna.knownMentees == roster.mentees && antenna.knownMentors == roster.mentors)
    let missing = try scratch.write(
      "missing.json",
      Self.start + "\"antennas\": [{\"id\": \"here\", \"profile\": \"lille\", \"people\": \"nowhere\"}]}")
    let errors = #expect(throws: InputErrors.self) { try ScenarioReader.read(missing) }
    #expect(errors?.diagnostics.first?.code == .missingFile)
  }

  /// A profile that `fit` wrote is named by its path.
  @Test func aFittedProfileIsReadFromItsFile() throws {
    let scratch = try ScratchFolder()
    let profile = try #require(AntennaProfile.named("ghent"))
    try OutputDirectory(scratch.path).write([ProfileWriter.file(of: profile)])
    let path = try scratch.write(
      "fitted.json",
      Self.start
        + "\"antennas\": [{\"id\": \"here\", \"profile\": {\"file\": \"profile.json\"}, \"mentees\": {\"initial\": 3}}]}"
    )
    let cohort = try ScenarioReader.read(path).world.antennas[0].menteeCohorts[0]
    #expect(cohort.profile.districts == profile.districts && cohort.arrivals.initialCount == 3)
  }
}
