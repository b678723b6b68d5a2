public import MentorMatching

/// Writes a policy in full, every value spelled out, as `policy.json` reads it back.
public enum PolicyWriter {
  public static func bytes(of policy: MatchingPolicy) -> [UInt8] { JSONWriter.bytes(of: value(of: policy)) }

  public static func value(of policy: MatchingPolicy) -> JSONValue {
    [
      "schemaVersion": .integer(PolicyReader.schemaVersion),
      "objective": .string(policy.objective.rawValue),
      "minimumScore": .integer(policy.minimumScore),
      "antennaScope": .string(policy.antennaScope.rawValue),
      "roundDate": policy.roundDate.map { .string($0.description) } ?? .null,
      "recognisedWishes": .array(policy.recognisedWishes.map { .string($0.text) }),
      "weights": .object(Criterion.allCases.map { .init($0.rawValue, .integer(policy.weights[$0])) }),
      "language": [
        "minimumLevel": .string(policy.language.minimumLevel.name),
        "pointsByLevel": numbers(policy.language.pointsByLevel),
        "workingLanguages": .object(
          policy.language.workingLanguages.map { working in
            .init(working.antenna.text, .array(working.languages.map { .string($0.text) }))
          }),
      ],
      "sector": [
        "pointsBySharedPrefix": pairs(policy.sector.pointsBySharedPrefix.map { ($0.from, $0.value) }),
        "percentByRank": numbers(policy.sector.percentByRank),
        "percentByYears": pairs(policy.sector.percentByYears.map { ($0.from, $0.value) }),
        "generalistPoints": .integer(policy.sector.generalistPoints),
        "undecidedWithGeneralistPoints": .integer(policy.sector.undecidedWithGeneralistPoints),
        "undecidedWithSpecialistPoints": .integer(policy.sector.undecidedWithSpecialistPoints),
      ],
      "availability": [
        "meetingHalfHours": .integer(policy.availability.meetingHalfHours),
        "minimumBlocks": .integer(policy.availability.minimumBlocks),
        "pointsByBlocks": numbers(policy.availability.pointsByBlocks),
        "halfHourPoints": .integer(policy.availability.halfHourPoints),
        "saturationHalfHours": .integer(policy.availability.saturationHalfHours),
      ],
      "distance": [
        "pointsByKilometres": pairs(policy.distance.pointsByKilometres.map { ($0.at, $0.points) }),
        "pointsByMinutes": pairs(policy.distance.pointsByMinutes.map { ($0.at, $0.points) }),
        "defaultLimitKilometres": .integer(policy.distance.defaultLimitKilometres),
        "defaultLimitMinutes": .integer(policy.distance.defaultLimitMinutes),
        "onlinePoints": .integer(policy.distance.onlinePoints),
      ],
      "digital": [
        "onlineMinimumSkill": .integer(policy.digital.onlineMinimumSkill),
        "comfortableSkill": .integer(policy.digital.comfortableSkill),
        "unsupportedPoints": .integer(policy.digital.unsupportedPoints),
        "lendsLaptops": .boolean(policy.digital.lendsLaptops),
        "laptopDeduction": .integer(policy.digital.laptopDeduction),
      ],
      "priority": [
        "scorePerWeek": .integer(policy.priority.scorePerWeek),
        "maximumWeeks": .integer(policy.priority.maximumWeeks),
      ],
    ]
  }

  private static func numbers(_ values: [Int]) -> JSONValue { .array(values.map(JSONValue.integer)) }

  private static func pairs(_ pairs: [(Int, Int)]) -> JSONValue { .array(pairs.map { numbers([$0, $1]) }) }
}
