/// How near the mentors of a pool come to each target of its mentees: the part of ``PreparedPairs`` about sectors.
struct PreparedSectors: Sendable {
  private struct Target: Sendable {
    /// Where its mentors begin in `worthOfMentor`.
    let start: Int
    /// What the rank of the target counts for, in percent.
    let percent: Int
  }

  /// `[target][mentor]`: the best of likeness times what the years count for, 0…1 000 000.
  private let worthOfMentor: [Int32]
  private let targets: [Target]
  /// `targets[targetStart[mentee]..<targetStart[mentee + 1]]`
  private let targetStart: [Int]
  private let policy: SectorPolicy

  init(mentees: [Mentee], mentors: [Mentor], policy: SectorPolicy, scorer: PairScorer) {
    self.policy = policy
    var targetNumbers = Vocabulary<SectorCode>()
    var codes: [SectorCode] = []
    var targets: [Target] = []
    targets.reserveCapacity(2 * mentees.count)
    var targetStart = [0]
    targetStart.reserveCapacity(mentees.count + 1)
    for index in mentees.indices {
      for (rank, code) in mentees[index].targetSectors.enumerated() {
        let number = targetNumbers.number(of: code)
        if number == codes.count { codes.append(code) }
        targets.append(Target(start: number * mentors.count, percent: policy.percent(ofRank: rank)))
      }
      targetStart.append(targets.count)
    }

    var sectorNumbers = Vocabulary<SectorCode>()
    /// `[sector][target]`
    var likeness: [Int32] = []
    var worth = [Int32](repeating: 0, count: codes.count * mentors.count)
    for index in mentors.indices {
      for experience in mentors[index].sectors {
        let sector = sectorNumbers.number(of: experience.sector)
        if sector * codes.count == likeness.count {
          for code in codes { likeness.append(Int32(scorer.likeness(target: code, sector: experience.sector))) }
        }
        let percent = Int32(scorer.percent(byYears: experience.years))
        for target in codes.indices {
          let value = likeness[sector * codes.count + target] &* percent
          let position = target * mentors.count + index
          if value > worth[position] { worth[position] = value }
        }
      }
    }
    worthOfMentor = worth
    self.targets = targets
    self.targetStart = targetStart
  }

  @inline(__always)
  func points(mentee: Int, mentor: Int, isGeneralist: Bool) -> Int {
    let range = targetStart[mentee]..<targetStart[mentee + 1]
    if range.isEmpty {
      return isGeneralist ? policy.undecidedWithGeneralistPoints : policy.undecidedWithSpecialistPoints
    }
    var best = 0
    for index in range {
      let target = targets[index]
      best = max(best, Int(worthOfMentor[target.start + mentor]) * target.percent)
    }
    // Dividing after choosing gives the same: rounding down keeps order.
    return max(best / 10_000, isGeneralist ? policy.generalistPoints : 0)
  }
}
