import MatchingSimulation
import MentorMatching
import Testing

/// With one kind of people, daily rounds and exponential times, an antenna is the queue M/M/c: Poisson arrivals, c mentors,
/// no limits. Its mean wait is known (A. K. Erlang, 1917): `Wq = C(c, λ/μ) / (cμ − λ)`.
struct QueueTheoryTests {
  /// The chance to find all servers busy, from the recursion of the loss formula.
  private func erlangC(servers: Int, load: Double) -> Double {
    var blocking = 1.0
    for server in 1...servers { blocking = load * blocking / (Double(server) + load * blocking) }
    let idle = 1 - load / Double(servers)
    return blocking / (idle + blocking * (1 - idle))
  }

  @Test(arguments: [(servers: 5, perYear: 16), (servers: 1, perYear: 3), (servers: 12, perYear: 42)])
  func theMeanWaitIsErlangs(queue: (servers: Int, perYear: Int)) throws {
    let meanDays = 91
    let rate = Double(queue.perYear) / 365
    let service = 1 / Double(meanDays)
    let wait =
      erlangC(servers: queue.servers, load: rate / service) / (Double(queue.servers) * service - rate)

    let profile = try SimulationWorlds.uniformProfile()
    var behaviour = SimulationWorlds.faithful
    behaviour.duoLength = .exponential(meanDays: meanDays)
    let antenna = SimulatedAntenna(
      profile.id,
      menteeCohorts: [MenteeCohort("usual", profile: profile, arrivals: ArrivalPlan(perYear: queue.perYear))],
      mentorCohorts: [MentorCohort("usual", profile: profile, arrivals: ArrivalPlan(initialCount: queue.servers))])
    // Long enough that the empty start weighs less than a hundredth.
    let world = SimulatedWorld(
      startDate: try SimulationWorlds.startDate(), dayCount: 200_000, rounds: RoundCalendar(every: .daily),
      antennas: [antenna], behaviour: behaviour)
    let study = Study(arms: [Study.Arm(.scenario, name: "queue", world: world)], seed: 41)
    var results: [ReplicateResult] = []
    StudyRunner(study, threadCount: 2).run(Array(0..<20)) { results += $0 }
    let estimate = try #require(StudySummary(study: study, results: results).estimate(.waitMean, arm: 0))
    #expect(
      estimate.lower <= wait && wait <= estimate.upper,
      "theory \(wait), simulated \(estimate.mean) ± \(estimate.halfWidth ?? 0)")
  }

  @Test func erlangsFormulaAgreesWithKnownValues() {
    // One server: the chance to wait is the load.
    #expect(abs(erlangC(servers: 1, load: 0.75) - 0.75) < 1e-12)
    // Two servers at load 1: 1/3.
    #expect(abs(erlangC(servers: 2, load: 1) - 1.0 / 3) < 1e-12)
  }
}
