public import MatchingFiles
public import MatchingSimulation
import MentorMatching

/// Writes the cohort profile of an antenna as JSON, every value spelled out, as ``ProfileReader`` reads it back.
public enum ProfileWriter {
  public static func file(of profile: AntennaProfile, name: String = "profile.json") -> OutputFile {
    OutputFile(name: name, bytes: JSONWriter.bytes(of: value(of: profile)))
  }

  public static func value(of profile: AntennaProfile) -> JSONValue {
    [
      "schemaVersion": .integer(ProfileReader.schemaVersion),
      "antenna": .string(profile.id.text),
      "localLanguages": weights(profile.localLanguages, \.text),
      "districts": .array(
        profile.districts.map { district in
          [
            "name": .string(district.name), "postcode": .string(district.postcode),
            "latitude": .decimal(district.centre.latitude), "longitude": .decimal(district.centre.longitude),
            "radius": .integer(district.radius), "mentees": .integer(district.menteeWeight),
            "mentors": .integer(district.mentorWeight),
          ]
        }),
      "mentees": mentees(profile.mentees),
      "mentors": mentors(profile.mentors),
    ]
  }

  private static func mentees(_ profile: MenteeProfile) -> JSONValue {
    [
      "women": share(profile.women),
      "nationals": share(profile.nationals),
      "schooling": list(profile.schooling) { band in
        [
          .init("name", .string(band.name)),
          .init("digitalSkill", weights(band.digitalSkill) { String($0) }),
          .init("hasComputer", share(band.hasComputer)),
          .init("meeting", weights(band.meeting, \.rawValue)),
          .init("english", weights(band.english) { $0?.name ?? "none" }),
          .init("targets", weights(band.targets, \.text)),
        ]
      },
      "residence": list(profile.residence) { band in
        [.init("years", range(band.years)), .init("localLevels", weights(band.localLevels, \.name))]
      },
      "backgrounds": list(profile.backgrounds) { background in
        [.init("native", .string(background.native.text)), .init("further", further(background.further))]
      },
      "bilingualNationals": share(profile.bilingualNationals),
      "undecided": share(profile.undecided),
      "targetCount": weights(profile.targetCount) { String($0) },
      "availability": availability(profile.availability),
      "travelLimits": weights(profile.travelLimits) { $0.map(String.init) ?? "policy" },
      "waitingDays": list(profile.waitingDays) { [.init("days", range($0))] },
      "womenAskingForAWoman": share(profile.womenAskingForAWoman),
      "menAskingForAMan": share(profile.menAskingForAMan),
    ]
  }

  private static func mentors(_ profile: MentorProfile) -> JSONValue {
    [
      "women": share(profile.women),
      "localLevels": weights(profile.localLevels, \.name),
      "further": further(profile.further),
      "sectors": weights(profile.sectors, \.text),
      "sectorCount": weights(profile.sectorCount) { String($0) },
      "careerYears": list(profile.careerYears) { [.init("years", range($0))] },
      "generalists": share(profile.generalists),
      "capacity": weights(profile.capacity) { String($0) },
      "availability": availability(profile.availability),
      "meeting": weights(profile.meeting, \.rawValue),
      "digitalSkill": weights(profile.digitalSkill) { String($0) },
      "hasComputer": share(profile.hasComputer),
      "travelLimits": weights(profile.travelLimits) { $0.map(String.init) ?? "policy" },
    ]
  }

  private static func availability(_ patterns: WeightedChoice<AvailabilityPattern>) -> JSONValue {
    list(patterns) { pattern in
      [
        .init("name", .string(pattern.name)),
        .init(
          "windows",
          .array(
            pattern.windows.map { window in
              [
                "days": range(window.days),
                "halfHours": .array([.integer(window.halfHours.lowerBound), .integer(window.halfHours.upperBound)]),
                "share": share(window.share), "trim": .integer(window.trim),
              ]
            })),
      ]
    }
  }

  private static func further(_ languages: [FurtherLanguage]) -> JSONValue {
    .array(
      languages.map { entry in
        [
          "language": .string(entry.language.text), "share": share(entry.share),
          "levels": weights(entry.levels, \.name),
        ]
      })
  }

  private static func share(_ share: Share) -> JSONValue { .array([.integer(share.part), .integer(share.whole)]) }

  private static func range(_ range: ClosedRange<Int>) -> JSONValue {
    .array([.integer(range.lowerBound), .integer(range.upperBound)])
  }

  /// Options written the same are added up.
  private static func weights<Option>(_ choice: WeightedChoice<Option>, _ name: (Option) -> String) -> JSONValue {
    var names: [String] = []
    var sums: [Int] = []
    for (option, weight) in choice.weightedOptions {
      let name = name(option)
      if let known = names.firstIndex(of: name) {
        sums[known] += weight
      } else {
        names.append(name)
        sums.append(weight)
      }
    }
    return .object(zip(names, sums).map { .init($0, .integer($1)) })
  }

  private static func list<Option>(
    _ choice: WeightedChoice<Option>, _ members: (Option) -> [JSONValue.Member]
  ) -> JSONValue {
    .array(choice.weightedOptions.map { .object(members($0) + [.init("weight", .integer($1))]) })
  }
}
