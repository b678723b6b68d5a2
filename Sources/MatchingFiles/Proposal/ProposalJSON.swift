public import MentorMatching

/// `proposal.json`: everything the engine says of a round, for other programs. Schema version 1.
///
/// Scores are whole numbers out of 1 000 000, points out of 10 000, distances in metres. People are in order of their
/// identifiers.
public enum ProposalJSON {
  public static let schemaVersion = 1

  public static func value(of matching: Matching) -> JSONValue {
    let roster = matching.roster
    return [
      "schemaVersion": .integer(schemaVersion),
      "status": "optimal",
      "objective": .string(matching.policy.objective.rawValue),
      "round": [
        "mentees": .integer(roster.mentees.count), "mentors": .integer(roster.mentors.count),
        "places": .integer(roster.placeCount), "pairs": .integer(matching.pairCount),
        "candidates": .integer(matching.candidateCount),
      ],
      "totals": [
        "duos": .integer(matching.duos.count), "unmatched": .integer(matching.unmatchedMentees.count),
        "score": .integer(matching.totalScore), "meanScore": matching.meanScore.map(JSONValue.integer) ?? .null,
        "laptops": .integer(matching.laptopCount),
      ],
      "duos": .array(matching.duos.map { duo($0, matching) }),
      "unmatched": .array(matching.unmatchedMentees.map { unmatched($0, roster) }),
      "shortages": .array(matching.shortages.map { shortage($0, roster) }),
      "mentors": .array(matching.mentors.map { mentor($0, roster) }),
    ]
  }

  private static func duo(_ duo: Duo, _ matching: Matching) -> JSONValue {
    let roster = matching.roster
    let candidate = duo.candidate
    return [
      "mentee": .string(roster.mentees[duo.mentee].id.text),
      "mentor": .string(roster.mentors[duo.mentor].id.text),
      "antenna": .string(roster.mentees[duo.mentee].person.antenna.text),
      "score": .integer(candidate.score),
      "points": .object(
        Criterion.allCases.map { JSONValue.Member($0.rawValue, .integer(candidate.points[$0])) }),
      "mode": .string(candidate.mode.rawValue),
      "needsLaptop": .boolean(candidate.needsLaptop),
      "metres": candidate.travel.map { .integer($0.metres) } ?? .null,
      "minutes": candidate.travel?.minutes.map(JSONValue.integer) ?? .null,
      "language": .string(candidate.language.language.text),
      "commonHalfHours": .integer(candidate.availability.halfHourCount),
      "commonBlocks": .integer(candidate.availability.blockCount),
      "weeksWaited": .integer(matching.weeksWaited[duo.mentee]),
    ]
  }

  private static func unmatched(_ unmatched: UnmatchedMentee, _ roster: Roster) -> JSONValue {
    var members = [JSONValue.Member("mentee", .string(roster.mentees[unmatched.mentee].id.text))]
    switch unmatched.reason {
    case .noCandidate(let rules):
      members.append(.init("reason", "no-candidate"))
      members.append(
        .init(
          "rules",
          .array(
            rules.map {
              [
                "rule": .string($0.rule.rawValue), "mentors": .integer($0.mentorCount),
                "openedByLifting": .integer($0.openedByLifting),
              ]
            })))
    case .shortage(let group, let candidateCount):
      members.append(.init("reason", "shortage"))
      members.append(.init("candidates", .integer(candidateCount)))
      members.append(.init("shortage", .integer(group)))
    case .competition(let candidateCount):
      members.append(.init("reason", "competition"))
      members.append(.init("candidates", .integer(candidateCount)))
    }
    return .object(members)
  }

  private static func shortage(_ shortage: Shortage, _ roster: Roster) -> JSONValue {
    [
      "mentees": .array(shortage.mentees.map { .string(roster.mentees[$0].id.text) }),
      "mentors": .array(shortage.mentors.map { .string(roster.mentors[$0].id.text) }),
      "places": .integer(shortage.placeCount),
    ]
  }

  private static func mentor(_ load: MentorLoad, _ roster: Roster) -> JSONValue {
    [
      "mentor": .string(roster.mentors[load.mentor].id.text), "duos": .integer(load.duoCount),
      "capacity": .integer(load.capacity), "duosOfOneMorePlace": .integer(load.price.duos),
      "scoreOfOneMorePlace": .integer(load.price.score),
    ]
  }
}
