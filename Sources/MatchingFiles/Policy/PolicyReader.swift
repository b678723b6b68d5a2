package import MentorMatching

/// Reads `policy.json`: every member is optional, none may be unknown.
package enum PolicyReader {
  static let schemaVersion = 1

  /// - Returns: nil when the file is no policy; the reasons are in the log.
  static func policy(_ bytes: [UInt8], log: inout FileLog) -> MatchingPolicy? {
    guard let document = JSONDocument(bytes, log: &log) else { return nil }
    guard document.root.members != nil else {
      log.report(
        .notAnObject, at: document.position(of: ""), pointer: "", "not a policy", expected: "an object in braces")
      return nil
    }
    var (policy, problems) = decode(document.root)
    if problems.isEmpty { problems = policy.problems().map(problem) }
    for problem in problems {
      log.report(
        problem.code, at: document.position(of: problem.pointer, ofName: problem.isOfName), pointer: problem.pointer,
        problem.message, expected: problem.expected, remedy: problem.remedy)
    }
    return problems.isEmpty ? policy : nil
  }

  private static func problem(_ problem: PolicyProblem) -> ValueProblem {
    let isOfWeights = problem.path == "/weights" || problem.path.hasPrefix("/weights/")
    return ValueProblem(
      code: isOfWeights ? .badWeights : .badPolicyValue, pointer: problem.path, message: "a value that cannot be meant",
      expected: problem.expected)
  }

  private static func decode(_ root: JSONValue) -> (MatchingPolicy, [ValueProblem]) {
    var decoder = ObjectDecoder(root, pointer: "")
    let policy = policy(from: &decoder)
    decoder.refuseUnknown()
    return (policy, decoder.problems)
  }

  /// The policy written in an object; whether it can be meant is not checked.
  package static func policy(from decoder: inout ObjectDecoder) -> MatchingPolicy {
    var policy = MatchingPolicy()
    var version = schemaVersion
    decoder.read("schemaVersion", into: &version)
    if version != schemaVersion {
      decoder.problems.append(
        ValueProblem(
          code: .unknownSchema, pointer: "/schemaVersion", message: "an unknown version of the policy format",
          expected: "\(schemaVersion)"))
    }
    decoder.read("objective", into: &policy.objective)
    decoder.read("minimumScore", into: &policy.minimumScore)
    decoder.read("antennaScope", into: &policy.antennaScope)
    decoder.read("roundDate", "a date as YYYY-MM-DD, or null", into: &policy.roundDate) { value -> CalendarDate?? in
      if value == .null { return .some(nil) }
      guard let text = value.string, let date = try? ValueParser.date(Array(text.utf8)[...]) else { return nil }
      return .some(date)
    }
    decoder.read("recognisedWishes", "a list of wishes", into: &policy.recognisedWishes) {
      ObjectDecoder.list($0) { $0.string.flatMap(Wish.init) }
    }
    decodeCriteria(&decoder, &policy)
    return policy
  }

  private static func decodeCriteria(_ decoder: inout ObjectDecoder, _ policy: inout MatchingPolicy) {
    decoder.readObject("weights") { weights in
      weights.read("language", into: &policy.weights.language)
      weights.read("sector", into: &policy.weights.sector)
      weights.read("availability", into: &policy.weights.availability)
      weights.read("distance", into: &policy.weights.distance)
      weights.read("digital", into: &policy.weights.digital)
    }
    decoder.readObject("language") { language in
      language.read("minimumLevel", "A1, A2, B1, B2, C1, C2 or native", into: &policy.language.minimumLevel) {
        $0.string.flatMap { LanguageParser.level(Array($0.utf8)[...]) }
      }
      language.read("pointsByLevel", into: &policy.language.pointsByLevel)
      language.read(
        "workingLanguages", "an object from antennas to lists of languages", into: &policy.language.workingLanguages,
        workingLanguages)
    }
    decoder.readObject("sector") { sector in
      sector.read("pointsBySharedPrefix", stepsExpected, into: &policy.sector.pointsBySharedPrefix, steps)
      sector.read("percentByRank", into: &policy.sector.percentByRank)
      sector.read("percentByYears", stepsExpected, into: &policy.sector.percentByYears, steps)
      sector.read("generalistPoints", into: &policy.sector.generalistPoints)
      sector.read("undecidedWithGeneralistPoints", into: &policy.sector.undecidedWithGeneralistPoints)
      sector.read("undecidedWithSpecialistPoints", into: &policy.sector.undecidedWithSpecialistPoints)
    }
    decoder.readObject("availability") { availability in
      availability.read("meetingHalfHours", into: &policy.availability.meetingHalfHours)
      availability.read("minimumBlocks", into: &policy.availability.minimumBlocks)
      availability.read("pointsByBlocks", into: &policy.availability.pointsByBlocks)
      availability.read("halfHourPoints", into: &policy.availability.halfHourPoints)
      availability.read("saturationHalfHours", into: &policy.availability.saturationHalfHours)
    }
    decoder.readObject("distance") { distance in
      distance.read("pointsByKilometres", knotsExpected, into: &policy.distance.pointsByKilometres, knots)
      distance.read("pointsByMinutes", knotsExpected, into: &policy.distance.pointsByMinutes, knots)
      distance.read("defaultLimitKilometres", into: &policy.distance.defaultLimitKilometres)
      distance.read("defaultLimitMinutes", into: &policy.distance.defaultLimitMinutes)
      distance.read("onlinePoints", into: &policy.distance.onlinePoints)
    }
    decoder.readObject("digital") { digital in
      digital.read("onlineMinimumSkill", into: &policy.digital.onlineMinimumSkill)
      digital.read("comfortableSkill", into: &policy.digital.comfortableSkill)
      digital.read("unsupportedPoints", into: &policy.digital.unsupportedPoints)
      digital.read("lendsLaptops", into: &policy.digital.lendsLaptops)
      digital.read("laptopDeduction", into: &policy.digital.laptopDeduction)
    }
    decoder.readObject("priority") { priority in
      priority.read("scorePerWeek", into: &policy.priority.scorePerWeek)
      priority.read("maximumWeeks", into: &policy.priority.maximumWeeks)
    }
  }

  private static let stepsExpected = "a list of pairs [from, value]"
  private static let knotsExpected = "a list of pairs [at, points]"

  private static func steps(_ value: JSONValue) -> [SectorPolicy.Step]? {
    ObjectDecoder.pairs(value)?.map { SectorPolicy.Step(from: $0, value: $1) }
  }

  private static func knots(_ value: JSONValue) -> [DistancePolicy.Knot]? {
    ObjectDecoder.pairs(value)?.map { DistancePolicy.Knot(at: $0, points: $1) }
  }

  private static func workingLanguages(_ value: JSONValue) -> [LanguagePolicy.WorkingLanguages]? {
    guard let members = value.members else { return nil }
    var found: [LanguagePolicy.WorkingLanguages] = []
    for member in members {
      let codes = ObjectDecoder.list(member.value) { element in
        element.string.flatMap { try? LanguageParser.code(Array($0.utf8)[...]) }
      }
      guard let antenna = AntennaID(member.name), let codes else { return nil }
      found.append(LanguagePolicy.WorkingLanguages(antenna: antenna, languages: codes))
    }
    return found.sorted { $0.antenna < $1.antenna }
  }
}
