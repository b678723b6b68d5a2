public import MentorMatching

/// `proposal.json`: everything the engine says of a round, for other programs. Schema version 2.
///
/// Version 2 added decisions and alternatives with their prices. A price is what the whole round loses: `duosLost` duos and
/// `scoreLost` score units (which can be negative beside a lost duo). Alternatives are null in rounds too large for them.
///
/// Scores are whole numbers out of 1 000 000, points out of 10 000, distances in metres. People are in order of their
/// identifiers.
public enum ProposalJSON {
  public static let schemaVersion = 2

  /// - Parameter survey: of this matching.
  public static func value(of matching: Matching, survey: CandidateSurvey) -> JSONValue {
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
      "decisions": .array(
        matching.decisions.decisions.enumerated().map { number, made in
          decision(made, survey.decisionPrices?.ofDecision[number], roster)
        }),
      "decisionsTogether": price(survey.decisionPrices?.total),
      "duos": .array(
        matching.duos.enumerated().map { number, made in
          duo(made, matching, alternatives: survey.alternatives?.ofDuo[number])
        }),
      "unmatched": .array(
        matching.unmatchedMentees.enumerated().map { number, left in
          unmatched(left, matching, cheapest: survey.alternatives?.ofUnmatched[number])
        }),
      "shortages": .array(matching.shortages.map { shortage($0, roster) }),
      "mentors": .array(matching.mentors.map { mentor($0, roster) }),
    ]
  }

  private static func decision(_ decision: Decision, _ price: OverridePrice?, _ roster: Roster) -> JSONValue {
    [
      "decision": .string(decision.kind.rawValue), "mentee": .string(roster.mentees[decision.mentee].id.text),
      "mentor": .string(roster.mentors[decision.mentor].id.text),
      "author": decision.author.map(JSONValue.string) ?? .null,
      "reason": decision.reason.map(JSONValue.string) ?? .null, "price": self.price(price),
    ]
  }

  private static func price(_ price: OverridePrice?) -> JSONValue {
    price.map { ["duosLost": .integer($0.duos), "scoreLost": .integer($0.score)] } ?? .null
  }

  private static func alternative(_ alternative: Alternative, _ roster: Roster) -> JSONValue {
    [
      "mentor": .string(roster.mentors[alternative.mentor].id.text), "score": .integer(alternative.score),
      "price": price(alternative.price),
    ]
  }

  private static func duo(_ duo: Duo, _ matching: Matching, alternatives: [Alternative]?) -> JSONValue {
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
      "isPinned": .boolean(matching.decisions.mentor(pinnedTo: duo.mentee) != nil),
      "alternatives": alternatives.map { .array($0.map { alternative($0, roster) }) } ?? .null,
    ]
  }

  private static func unmatched(
    _ unmatched: UnmatchedMentee, _ matching: Matching, cheapest: Alternative??
  ) -> JSONValue {
    let roster = matching.roster
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
    members.append(.init("vetoes", .integer(matching.decisions.vetoCount(ofMentee: unmatched.mentee))))
    members.append(.init("cheapestWayIn", (cheapest ?? nil).map { alternative($0, roster) } ?? .null))
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
