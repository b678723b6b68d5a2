public import MentorMatching

/// Where to open *k* offices among candidate places: the p-median or the coverage problem, with rules.
///
/// Everybody goes to the nearest open office. Distances are whole great-circle metres, weights whole numbers, so costs are
/// exact integers.
public struct SitingProblem: Sendable {
  /// A place where an office could be.
  public struct Site: Sendable, Equatable {
    public let name: String
    public let coordinate: Coordinate

    public init(name: String, coordinate: Coordinate) {
      self.name = name
      self.coordinate = coordinate
    }
  }

  /// People who live at a place.
  public struct Demand: Sendable, Equatable {
    public let coordinate: Coordinate
    /// How many, 0…1 000 000.
    public let weight: Int

    public init(coordinate: Coordinate, weight: Int) {
      self.coordinate = coordinate
      self.weight = weight
    }
  }

  public enum Objective: Sendable, Equatable {
    /// The least total of metres to the nearest open office.
    case travel
    /// The most people within so many metres of an open office.
    case coverage(metres: Int)
  }

  /// What a choice of sites must respect.
  public struct Rules: Sendable, Equatable {
    /// Indices of sites that must be open.
    public var open: Set<Int> = []
    /// Indices of sites that must not.
    public var closed: Set<Int> = []
    /// Open sites are at least so many metres from each other.
    public var leastMetresApart = 0

    public init() {}
  }

  public let sites: [Site]
  public let demands: [Demand]
  public let openCount: Int
  public let objective: Objective
  public let rules: Rules
  /// Row-major by demand.
  private let metres: [Int]

  /// - Precondition: at least one site; `1 ≤ openCount ≤ sites`; weights 0…1 000 000; indices of rules exist.
  public init(sites: [Site], demands: [Demand], openCount: Int, objective: Objective = .travel, rules: Rules = Rules())
  {
    precondition((1...max(1, sites.count)).contains(openCount) && !sites.isEmpty, "1 to all sites are opened")
    precondition(demands.allSatisfy { (0...1_000_000).contains($0.weight) }, "weights 0 to 1 000 000")
    precondition(rules.open.union(rules.closed).allSatisfy(sites.indices.contains), "sites that exist")
    self.sites = sites
    self.demands = demands
    self.openCount = openCount
    self.objective = objective
    self.rules = rules
    metres = demands.flatMap { demand in
      sites.map { GreatCircle.metres(from: demand.coordinate, to: $0.coordinate) }
    }
  }

  public func metres(demand: Int, site: Int) -> Int { metres[demand * sites.count + site] }

  /// Whether a set of sites respects the rules and the number to open.
  public func allows(_ open: [Int]) -> Bool {
    guard open.count == openCount, rules.open.isSubset(of: open), rules.closed.isDisjoint(with: open) else {
      return false
    }
    return open.allSatisfy { a in open.allSatisfy { b in a == b || !areTooNear(a, b) } }
  }

  func areTooNear(_ a: Int, _ b: Int) -> Bool {
    GreatCircle.metres(from: sites[a].coordinate, to: sites[b].coordinate) < rules.leastMetresApart
  }

  /// What opening these sites comes to, in whole numbers and without any solver.
  /// - Precondition: at least one site.
  public func plan(opening open: [Int]) -> SitingPlan {
    precondition(!open.isEmpty, "somewhere to go")
    var siteOfDemand: [Int] = []
    var travel = 0
    var covered = 0
    for demand in demands.indices {
      var nearest = open[0]
      for site in open where metres(demand: demand, site: site) < metres(demand: demand, site: nearest) {
        nearest = site
      }
      siteOfDemand.append(nearest)
      let distance = metres(demand: demand, site: nearest)
      travel += demands[demand].weight * distance
      if case .coverage(let limit) = objective, distance <= limit { covered += demands[demand].weight }
    }
    return SitingPlan(open: open.sorted(), siteOfDemand: siteOfDemand, travelMetres: travel, coveredWeight: covered)
  }
}

/// A choice of sites.
public struct SitingPlan: Sendable, Equatable {
  /// Ascending.
  public let open: [Int]
  /// The nearest open site of each demand.
  public let siteOfDemand: [Int]
  /// `Σ weight × metres`.
  public let travelMetres: Int
  /// Under coverage: the people within reach.
  public let coveredWeight: Int
}
