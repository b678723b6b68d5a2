import ArgumentParser
import AssignmentSolvers
import Dispatch
import MatchingFiles
import MentorMatching
import Synchronization

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

/// `match` for rounds whose pairs are too many to store: priced against the duals instead, pass by pass.
struct LargeMatch {
  let round: Round
  let threads: Int?
  let out: String?
  let replacing: Bool
  let language: ReportLanguage

  static var processorCount: Int { max(1, Int(sysconf(Int32(_SC_NPROCESSORS_ONLN)))) }

  func run() throws {
    Interruption.watch()
    try Console.print(
      MatchingSummary.row("memory", "\(round.roster.expectedPricingMemory >> 20) MiB at most, as far as is known"))
    let display = PassDisplay(menteeCount: round.roster.mentees.count, pairCount: round.roster.mentors.count)
    let result = try round.roster.matchByPricing(
      policy: round.policy, threadCount: threads ?? Self.processorCount,
      control: SolveControl { Interruption.hasHappened }, progress: display.show, onMenteesDone: display.show)
    Console.showProgress("")
    switch result {
    case .stopped(let known, _): try reportStopped(known)
    case .optimal(let matching, let survey, let report):
      if let out {
        let files = ProposalFiles.files(
          of: matching, certificate: MatchingCertificate(matching), survey: survey, language: language)
        try OutputDirectory(out).write(files, replacing: replacing, inputs: round.inputs.map(\.identity))
      }
      try Console.print(
        MatchingSummary.text(matching, pairCount: matching.pairCount, candidateCount: matching.candidateCount))
      try Console.print(
        MatchingSummary.row(
          "work",
          "\(report.roundCount) rounds, \(report.fullPassCount) over all pairs; \(report.listedPairCount) pairs stored; "
            + "\(report.pricedPairCount) priced one by one, \(report.skippedPairCount) skipped by bounds"))
      if let out { try Console.print("written to \(VisibleText.escaped(out))") }
    }
  }

  private func reportStopped(_ known: StoppedSolve) throws {
    guard let best = known.best, let objective = known.objective else {
      try Console.print("stopped before a proposal was found; nothing was written")
      throw ExitCode(75)
    }
    let gap = ObjectiveValue(roster: round.roster, policy: round.policy).split(known.bound - objective)
    // Where duos may be missing, what their scores add up to says nothing.
    let most = gap.duos > 0 ? "has over \(gap.duos) duos more" : "is better by more than \(gap.score) score units"
    try Console.print(
      "stopped: not proven optimal; the best found has \(best.pairCount) duos; no choice \(most); nothing was written")
    throw ExitCode(75)
  }
}

/// Ctrl-C once ends the work in good order, twice at once.
enum Interruption {
  private static let happened = Atomic<Bool>(false)

  static var hasHappened: Bool { happened.load(ordering: .relaxed) }

  static func watch() {
    signal(SIGINT) { _ in
      Interruption.happened.store(true, ordering: .relaxed)
      signal(SIGINT, SIG_DFL)
    }
  }
}

/// One line on the terminal: what is being done, how far it is, how long the pass still takes.
private final class PassDisplay: Sendable {
  private struct State {
    var phase = ""
    var start = DispatchTime.now()
    var shown = DispatchTime.now()
  }

  private let state = Mutex(State())
  private let menteeCount: Int
  private let pairCount: Int

  init(menteeCount: Int, pairCount: Int) {
    self.menteeCount = menteeCount
    self.pairCount = menteeCount * pairCount
  }

  func show(_ progress: PricedProgress) {
    guard Console.showsProgress else { return }
    let phase =
      switch progress {
      case .listing: "listing the best of \(pairCount) pairs"
      case .solving(let round, let listed): "round \(round + 1): solving \(listed) pairs"
      case .sampling: "finding prices from a sample"
      case .pricing(let round, let isFull):
        isFull ? "round \(round + 1): pricing \(pairCount) pairs" : "round \(round + 1): pricing what has changed"
      case .priced(let round, let uncovered, let gap): "round \(round): \(uncovered) mentees uncovered, gap \(gap)"
      case .breakingTies: "proven; checking all pairs once more"
      }
    state.withLock {
      $0.phase = phase
      $0.start = DispatchTime.now()
    }
    Console.showProgress(phase)
  }

  /// From any thread; four times a second at most.
  func show(_ doneCount: Int) {
    guard Console.showsProgress else { return }
    let line: String? = state.withLock { state in
      let now = DispatchTime.now()
      guard now.uptimeNanoseconds - state.shown.uptimeNanoseconds > 250_000_000 else { return nil }
      state.shown = now
      let elapsed = Double(now.uptimeNanoseconds - state.start.uptimeNanoseconds) / 1e9
      let left = Int(elapsed / Double(doneCount) * Double(menteeCount - doneCount)) + 1
      return "\(state.phase): \(doneCount * 100 / menteeCount) %, about \(left) s left in this pass"
    }
    if let line { Console.showProgress(line) }
  }
}
