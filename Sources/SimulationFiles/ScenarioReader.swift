public import MatchingFiles
public import MatchingSimulation
import MentorMatching

/// Reads scenario files (JSON, strict, versioned); the format is the article *Scenario files*.
///
/// A file describes a world, or names another file that does (`extends`); its `changes` make the scenario, what they
/// change is the baseline. Paths in a file are relative to its folder.
public enum ScenarioReader {
  public static let schemaVersion = 1
  private static let depthLimit = 8

  /// - Throws: ``InputErrors`` with file, line and column of everything that is wrong.
  public static func read(_ path: String) throws(InputErrors) -> Scenario { try read(path, depth: 0) }

  private static func read(_ path: String, depth: Int) throws(InputErrors) -> Scenario {
    let file = try JSONInputFile(path: path)
    let folder = Self.folder(of: path)
    var extended: String?
    var draft = ScenarioDraft(folder: folder)
    try file.decode { decoder in
      decoder.read("extends", "the path of a scenario file", into: &extended) { $0.string }
      draft.read(&decoder, isComplete: extended == nil)
    }
    if let errors = draft.errors { throw errors }

    let base: Scenario
    if let extended {
      guard depth < depthLimit else { throw file.error(at: "/extends", "scenarios that extend each other in a circle") }
      base = try read(resolved(extended, in: folder), depth: depth + 1)
    } else {
      guard let problem = draft.worldProblem else {
        base = Scenario(name: draft.name, title: draft.title, baseline: draft.world())
        return try finish(base, draft, file)
      }
      throw file.error(at: problem.pointer, problem.message)
    }
    return try finish(Scenario(name: draft.name, title: draft.title, baseline: base.world), draft, file)
  }

  private static func finish(
    _ base: Scenario, _ draft: ScenarioDraft, _ file: JSONInputFile
  ) throws(InputErrors) -> Scenario {
    var scenario = base
    for (index, change) in draft.changes.enumerated() {
      do throws(ScenarioError) {
        try scenario.add(change)
      } catch {
        throw file.error(at: "/changes/\(index)", message(error))
      }
    }
    if let message = WorldLimits.problem(of: scenario.world) { throw file.error(at: "", message) }
    return scenario
  }

  /// A path written in a file: relative to its folder, unless it starts at the root.
  static func resolved(_ path: String, in folder: String) -> String {
    path.utf8.first == UInt8(ascii: "/") ? path : folder + path
  }

  static func folder(of path: String) -> String {
    let parts = path.split(separator: "/", omittingEmptySubsequences: false)
    return parts.count < 2 ? "" : parts.dropLast().joined(separator: "/") + "/"
  }

  private static func message(_ error: ScenarioError) -> String {
    switch error {
    case .noSuchAntenna(let id): "there is no antenna \(id)"
    case .antennaExists(let id): "there is an antenna \(id) already"
    case .noSuchCohort(let name): "there is no cohort \(name) on this side of the antenna"
    case .cohortExists(let name): "there is a cohort \(name) already"
    case .closesBeforeOpening(let id): "antenna \(id) would close before it opens"
    }
  }
}

/// What a replicate may cost in memory.
enum WorldLimits {
  static let pairCount = 50_000_000

  /// Nil when the world can be played; else why not.
  static func problem(of world: SimulatedWorld) -> String? {
    let years = Double(world.dayCount) / 365
    func expected(_ plans: [ArrivalPlan], known: Int) -> Double {
      plans.reduce(Double(known)) { $0 + Double($1.initialCount) + Double($1.perYear) * years }
    }
    let sizes = world.antennas.map { antenna in
      (
        mentees: expected(antenna.menteeCohorts.map(\.arrivals), known: antenna.knownMentees.count),
        mentors: expected(antenna.mentorCohorts.map(\.arrivals), known: antenna.knownMentors.count)
      )
    }
    let pairs =
      world.policy.antennaScope == .sameAntenna
      ? sizes.reduce(0) { $0 + $1.mentees * $1.mentors }
      : sizes.reduce(0) { $0 + $1.mentees } * sizes.reduce(0) { $0 + $1.mentors }
    if pairs > Double(pairCount) {
      return "too many pairs of people for one replicate (4 bytes each, at most \(pairCount)): "
        + "fewer people, fewer days, or antennaScope \"same-antenna\""
    }
    return nil
  }
}
