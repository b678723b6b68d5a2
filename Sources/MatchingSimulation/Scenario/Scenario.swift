/// A world to be tried, as a baseline and what is changed about it.
public struct Scenario: Sendable, Equatable {
  /// Short; part of file names.
  public var name: String
  /// A line for people.
  public var title: String
  public var baseline: SimulatedWorld
  /// None for a scenario that stands alone.
  public private(set) var changes: [ScenarioChange] = []
  /// The baseline with all changes made.
  public private(set) var world: SimulatedWorld

  public init(name: String, title: String, baseline: SimulatedWorld) {
    self.name = name
    self.title = title
    self.baseline = baseline
    world = baseline
  }

  /// Adds a change.
  /// - Throws: ``ScenarioError``; the scenario is then as before.
  public mutating func add(_ change: ScenarioChange) throws(ScenarioError) {
    try world.apply(change)
    changes.append(change)
  }

  /// The study that plays this scenario, its baseline where it has changes, and the variants asked for.
  ///
  /// - Parameters:
  ///   - sensitivityReplicates: how many replicates move each assumption; 0 for none.
  ///   - questions: answered with the first `questionReplicates` replicates.
  public func study(
    seed: UInt64, sensitivityReplicates: Int = 0, questions: [PlanningQuestion] = [], questionReplicates: Int = 0,
    hasBaseline: Bool = true
  ) -> Study {
    var arms = [Study.Arm(.scenario, name: name, world: world)]
    if hasBaseline && !changes.isEmpty { arms.append(Study.Arm(.baseline, name: "baseline", world: baseline)) }
    if sensitivityReplicates > 0 {
      arms += SensitivityParameter.arms(of: world, replicateLimit: sensitivityReplicates)
    }
    if questionReplicates > 0 {
      arms += questions.flatMap { $0.arms(of: world, replicateLimit: questionReplicates) }
    }
    return Study(arms: arms, seed: seed)
  }
}

extension Study {
  /// Several scenarios with the same luck; the first is what the others are compared with.
  /// - Precondition: at least one scenario.
  public init(comparing scenarios: [Scenario], seed: UInt64) {
    self.init(
      arms: scenarios.enumerated().map { index, scenario in
        Arm(index == 0 ? .scenario : .alternative(index), name: scenario.name, world: scenario.world)
      }, seed: seed)
  }
}
