import MatchingFiles
import MatchingSimulation

/// `results.json`: the figures, the paired differences, the answers, and all assumptions.
struct ResultJSON {
  let scenario: Scenario
  let summary: StudySummary

  var file: OutputFile { OutputFile(name: "results.json", bytes: JSONWriter.bytes(of: value)) }

  private var value: JSONValue {
    var members: [JSONValue.Member] = [
      .init("schemaVersion", 1),
      .init("scenario", .string(scenario.name)),
      .init("title", .string(scenario.title)),
      .init("seed", .string(String(summary.study.seed))),
      .init("replicates", .integer(summary.replicates.count)),
      .init("days", .integer(scenario.world.dayCount)),
      .init(
        "assumptions",
        .object(Assumptions(world: scenario.world).rows.map { .init($0.name, .string("\($0.value) (\($0.source))")) })),
      .init("arms", .array(summary.study.arms.indices.map(arm))),
    ]
    if let answer = summary.breakEven() { members.append(.init("breakEven", breakEven(answer))) }
    if let best = summary.bestRoundFrequency() {
      members.append(
        .init(
          "roundFrequency",
          ["best": .string(best.name), "variants": .array(summary.variants(of: .roundFrequency).map(variant))]))
    }
    let next = summary.nextMentors()
    if !next.isEmpty { members.append(.init("nextTenMentors", .array(next.map(variant)))) }
    let sensitivity = summary.sensitivity(of: .duosFormed)
    if !sensitivity.isEmpty {
      members.append(
        .init(
          "sensitivityOfDuos",
          .array(
            sensitivity.map {
              ["assumption": .string($0.parameter.rawValue), "low": estimate($0.low), "high": estimate($0.high)]
            })))
    }
    return .object(members)
  }

  private func arm(_ arm: Int) -> JSONValue {
    var members: [JSONValue.Member] = [
      .init("name", .string(summary.study.arms[arm].name)),
      .init(
        "antennas",
        .object(
          summary.scopeNames(ofArm: arm).enumerated().map { scope, name in
            .init(name, figures { summary.estimate($0, arm: arm, scope: scope) })
          })),
    ]
    if let other = summary.reference(ofArm: arm) {
      members.append(.init("minus", .string(summary.study.arms[other].name)))
      members.append(.init("differences", figures { summary.difference($0, arm: arm, minus: other) }))
    }
    return .object(members)
  }

  private func figures(_ figure: (Measure) -> Estimate?) -> JSONValue {
    .object(
      Measure.allCases.compactMap { measure in figure(measure).map { .init(measure.rawValue, estimate($0)) } })
  }

  private func estimate(_ value: Estimate) -> JSONValue {
    var members: [JSONValue.Member] = [.init("mean", number(value.mean))]
    if value.halfWidth != nil {
      members.append(.init("interval95", .array([number(value.lower), number(value.upper)])))
      members.append(.init("middle90", .array([number(value.percentile5), number(value.percentile95)])))
    }
    return .object(members)
  }

  private func breakEven(_ answer: BreakEvenAnswer) -> JSONValue {
    [
      "goalPercent": number(answer.goal),
      "mentors": answer.mentors.map(number) ?? .null,
      "interval95": .array([answer.lower.map(number) ?? .null, answer.upper.map(number) ?? .null]),
      "levels": .array(
        answer.levels.map { ["mentors": number($0.mentors), "matchedWithin30Days": estimate($0.share)] }),
    ]
  }

  private func variant(_ answer: VariantAnswer) -> JSONValue {
    [
      "name": .string(answer.name), "duos": estimate(answer.duos), "moreDuos": estimate(answer.duosDifference),
      "matchedWithin30Days": answer.matchedWithin30Days.map(estimate) ?? .null,
      "waitMean": answer.waitMean.map(estimate) ?? .null, "score": answer.score.map(estimate) ?? .null,
    ]
  }

  private func number(_ value: Double) -> JSONValue { .decimal((value * 10_000).rounded() / 10_000) }
}
