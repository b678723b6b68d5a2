/// Which mentors know something of each sector that a mentee aims at.
///
/// Two codes share *n* symbols when they have the same prefix of length *n*. So for each target and each length that the
/// policy tells apart there is a set of mentors: those with experience under that prefix, by what the policy gives for
/// their years. A mentee's sector points are the best value of the sets a mentor is in.
struct SectorColumns: Sendable {
  /// Experience under a prefix, for a number of years that the policy values at this percentage.
  struct Node: Hashable, Sendable {
    let prefix: [UInt8]
    let percentByYears: Int
  }

  /// Mentors who come near a target, and how near.
  struct Reach: Sendable {
    /// Points for the shared prefix times the percentage for the years, before the rank counts; up to 1 000 000.
    let worth: Int32
    let mentors: MentorSet
  }

  let numberOfTarget: [SectorCode: Int]
  /// By target every set that is worth something, best first whatever the target's rank: target *t* of the roster has
  /// `reaches[reachStart[t]..<reachStart[t + 1]]`.
  let reaches: [Reach]
  let reachStart: [Int]
  /// What each reach is worth to a target of a rank, weighted: rank *r* has `scores[r · reaches.count...]`, and the last rank's
  /// are those of all that follow.
  let scores: [Int32]
  let rankCount: Int

  struct Builder {
    private let policy: SectorPolicy
    /// The prefixes that matter to some target.
    private let prefixes: Set<[UInt8]>
    private let lengths: [Int]
    private let targets: Set<SectorCode>

    init(roster: Roster, policy: SectorPolicy) {
      self.policy = policy
      targets = Set(roster.mentees.flatMap(\.targetSectors))
      var prefixes: Set<[UInt8]> = []
      for target in targets {
        for length in policy.lengths(ofTarget: target) { prefixes.insert(Array(target.symbols.prefix(length))) }
      }
      self.prefixes = prefixes
      lengths = Set(prefixes.map(\.count)).sorted()
    }

    /// Calls back with every node that a mentor's experience lies in.
    func forEachNode(of mentor: Mentor, _ body: (Node) -> Void) {
      for experience in mentor.sectors {
        let percent = policy.percentByYears.last { $0.from <= experience.years }?.value ?? 0
        if percent == 0 { continue }
        for length in lengths where length <= experience.sector.symbols.count {
          let prefix = Array(experience.sector.symbols.prefix(length))
          if prefixes.contains(prefix) { body(Node(prefix: prefix, percentByYears: percent)) }
        }
      }
    }

    func columns(weight: Int, mentorsOf set: (Node) -> MentorSet?) -> SectorColumns {
      let percentages = Set(policy.percentByYears.map(\.value)).subtracting([0]).sorted()
      var numberOfTarget: [SectorCode: Int] = [:]
      var reaches: [Reach] = []
      var reachStart = [0]
      for target in targets.sorted() {
        let found = policy.lengths(ofTarget: target).flatMap { length in
          let likeness = policy.likeness(ofTarget: target, sharedPrefix: length)
          return percentages.compactMap { percent in
            set(Node(prefix: Array(target.symbols.prefix(length)), percentByYears: percent)).map {
              Reach(worth: Int32(likeness * percent), mentors: $0)
            }
          }
        }
        numberOfTarget[target] = reachStart.count - 1
        reaches += found.sorted { $0.worth > $1.worth }
        reachStart.append(reaches.count)
      }
      let scores = policy.percentByRank.flatMap { percentOfRank in
        reaches.map { Int32(weight * (Int($0.worth) * percentOfRank / 10_000)) }
      }
      return SectorColumns(
        numberOfTarget: numberOfTarget, reaches: reaches, reachStart: reachStart, scores: scores,
        rankCount: policy.percentByRank.count)
    }
  }
}

extension SectorPolicy {
  /// The lengths of shared prefix at which points begin: the table's, and the whole target.
  fileprivate func lengths(ofTarget target: SectorCode) -> [Int] {
    pointsBySharedPrefix.map(\.from).filter { $0 < target.symbols.count } + [target.symbols.count]
  }

  fileprivate func likeness(ofTarget target: SectorCode, sharedPrefix length: Int) -> Int {
    length == target.symbols.count ? 10_000 : pointsBySharedPrefix.last { $0.from <= length }?.value ?? 0
  }

  func percent(ofRank rank: Int) -> Int { percentByRank[min(rank, percentByRank.count - 1)] }
}
