/// What is simulated together, replicate by replicate and with common random numbers: a scenario, its baseline, and
/// variants that answer questions.
public struct Study: Sendable {
  /// One world of a study.
  public struct Arm: Sendable {
    public enum Role: Sendable, Hashable {
      case baseline, scenario
      /// The scenario with one assumption moved; see ``SensitivityParameter``.
      case sensitivity(SensitivityParameter, isHigh: Bool)
      /// The scenario in a variant of a ``PlanningQuestion``.
      case variant(PlanningQuestion, Int)
      /// Another scenario, in a comparison.
      case alternative(Int)
    }

    public let role: Role
    public let name: String
    public let world: SimulatedWorld
    /// Replicates from this number on leave the arm out.
    public let replicateLimit: Int

    public init(_ role: Role, name: String, world: SimulatedWorld, replicateLimit: Int = .max) {
      self.role = role
      self.name = name
      self.world = world
      self.replicateLimit = replicateLimit
    }

    /// Whether the record keeps antennas and periods, or only the totals.
    public var isDetailed: Bool {
      switch role {
      case .baseline, .scenario, .alternative: true
      case .sensitivity, .variant: false
      }
    }

    public var layout: RecordLayout {
      isDetailed ? RecordLayout(antennaCount: world.antennas.count, dayCount: world.dayCount) : .totals
    }
  }

  public let arms: [Arm]
  public let seed: UInt64

  /// - Precondition: at least one arm.
  public init(arms: [Arm], seed: UInt64) {
    precondition(!arms.isEmpty, "something to simulate")
    self.arms = arms
    self.seed = seed
  }

  public func index(of role: Arm.Role) -> Int? { arms.firstIndex { $0.role == role } }

  /// The arms that a replicate plays.
  public func armIndices(ofReplicate replicate: Int) -> [Int] {
    arms.indices.filter { replicate < arms[$0].replicateLimit }
  }

  /// One replicate of one arm.
  public func record(arm: Int, replicate: Int) -> ReplicateRecord {
    let record = ReplicatePlayer.record(of: arms[arm].world, seed: seed, replicate: replicate)
    return arms[arm].isDetailed ? record : record.totals
  }
}

extension RecordLayout {
  /// One scope and no periods.
  public static let totals = RecordLayout(antennaCount: 0, dayCount: 0)
}

extension ReplicateRecord {
  /// The record without antennas and periods.
  public var totals: ReplicateRecord {
    ReplicateRecord(layout: .totals, values: Array(values.prefix(RecordLayout.totals.length)))
  }
}
