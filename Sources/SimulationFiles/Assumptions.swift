import MatchingSimulation
import MentorMatching

/// Every rate of a world in words, with its source or the word "assumption": what a report must list.
struct Assumptions {
  struct Row {
    let name: String
    let value: String
    let source: String
  }

  let world: SimulatedWorld

  private static let own = "assumption"
  private static let scenario = "set by the scenario"

  var rows: [Row] {
    let defaults = Behaviour()
    let behaviour = world.behaviour
    /// The source of a default; a value the scenario sets is the scenario's.
    func row<T: Equatable>(
      _ name: String, _ path: KeyPath<Behaviour, T>, _ source: String, _ text: (T) -> String
    ) -> Row {
      let value = behaviour[keyPath: path]
      return Row(
        name: name, value: text(value), source: value == defaults[keyPath: path] ? source : Self.scenario)
    }
    return [
      Row(name: "played", value: "\(world.dayCount) days from \(world.startDate)", source: Self.scenario),
      Row(name: "rounds", value: "every \(world.rounds.interval.dayCount) days", source: Self.scenario),
      Row(
        name: "laptops to lend", value: world.laptopCount.map { "\($0)" } ?? "as many as needed", source: Self.scenario),
      row(
        "from registration to the first round", \.intakeDays,
        Sources.oecd + ": 15 to 30 days to the match; 10 is an assumption"
      ) { "\($0) days" },
      row("from the round to the first meeting", \.firstMeetingDays, Self.own) { "\($0) days" },
      row("duos refused at the first meeting", \.refusals, Self.own, percent),
      row("length of a duo", \.duoLength, Sources.oecd + ": 6 months", length),
      row("duos that last the whole length", \.fullTerm, Sources.defi + ": 89 %", percent),
      row("why the others end", \.dropOuts, Self.own, dropOuts),
      row("mentors who do another duo", \.returningMentors, Sources.defi + ": 8 in 10", percent),
      row("rest between two duos", \.restDays, Self.own) { "\($0.lowerBound) to \($0.upperBound) days" },
      row("patience of a waiting mentee, mean", \.menteePatienceDays, Self.own, patience),
      row("patience of an idle mentor, mean", \.mentorPatienceDays, Self.own, patience),
      row("follow-up by staff", \.staffMinutesPerDuo, Sources.trace + ": 7,560 h for 847 duos in 2019") {
        "\(Decimals.text(Double($0) / 60)) h a duo"
      },
    ] + world.antennas.flatMap(arrivals)
  }

  private enum Sources {
    static let oecd = "OECD Youth Policy Toolkit, about 2024"
    static let defi = "DUO for a JOB at defi-autonomie.com, 2025"
    static let trace = "annual report 2019 at tracebrussel.be"
  }

  private func percent(_ share: Share) -> String {
    "\(Decimals.text(100 * Double(share.part) / Double(share.whole))) %"
  }

  private func patience(_ days: Int?) -> String { days.map { "\($0) days" } ?? "without end" }

  private func length(_ length: DuoLength) -> String {
    switch length {
    case .fixed(let days): "\(days) days"
    case .exponential(let mean): "exponential, mean \(mean) days"
    }
  }

  private func dropOuts(_ choice: WeightedChoice<DropOutReason>) -> String {
    choice.weightedOptions.map { "\($0.option.rawValue) \($0.weight)" }.joined(separator: ", ")
  }

  private func arrivals(_ antenna: SimulatedAntenna) -> [Row] {
    func text(_ plan: ArrivalPlan) -> String {
      var parts: [String] = []
      if plan.initialCount > 0 { parts.append("\(plan.initialCount) at opening") }
      if plan.perYear > 0 { parts.append("\(plan.perYear) a year") }
      if plan.perYear > 0 && plan.rampDays > 0 {
        parts.append("rising from \(plan.startPercent) % over \(plan.rampDays) days")
      }
      if plan.delayDays > 0 { parts.append("from day \(plan.delayDays)") }
      return parts.isEmpty ? "nobody" : parts.joined(separator: ", ")
    }
    var rows: [Row] = []
    for cohort in antenna.menteeCohorts {
      rows.append(
        Row(name: "\(antenna.id): mentees (\(cohort.name))", value: text(cohort.arrivals), source: Self.scenario))
    }
    for cohort in antenna.mentorCohorts {
      rows.append(
        Row(name: "\(antenna.id): mentors (\(cohort.name))", value: text(cohort.arrivals), source: Self.scenario))
    }
    if antenna.openDay > 0 {
      rows.append(Row(name: "\(antenna.id): opens", value: "day \(antenna.openDay)", source: Self.scenario))
    }
    if !antenna.knownMentees.isEmpty || !antenna.knownMentors.isEmpty {
      rows.append(
        Row(
          name: "\(antenna.id): people of a file",
          value: "\(antenna.knownMentees.count) mentees, \(antenna.knownMentors.count) mentors", source: Self.scenario))
    }
    return rows
  }
}
