extension PairScorer {
  /// The best fit between the mentee's targets and the mentor's experience, with its points.
  ///
  /// Ties go to the target of higher rank, then to the mentor's experience listed first.
  func sectorFit(_ mentee: Mentee, _ mentor: Mentor) -> (fit: Candidate.SectorFit, points: Int) {
    let rules = policy.sector
    if mentee.targetSectors.isEmpty {
      let points =
        mentor.isGeneralist ? rules.undecidedWithGeneralistPoints : rules.undecidedWithSpecialistPoints
      return (.undecided(isGeneralist: mentor.isGeneralist), points)
    }
    var best: (fit: Candidate.SectorFit, points: Int) = (.none, 0)
    for (rank, target) in mentee.targetSectors.enumerated() {
      for experience in mentor.sectors {
        let points = sectorPoints(target: target, rank: rank, experience: experience)
        if points > best.points { best = (.experience(target: target, rank: rank, mentor: experience), points) }
      }
    }
    if mentor.isGeneralist && rules.generalistPoints > best.points { best = (.generalist, rules.generalistPoints) }
    return best
  }

  private func sectorPoints(target: SectorCode, rank: Int, experience: Mentor.Experience) -> Int {
    likeness(target: target, sector: experience.sector) * policy.sector.percent(ofRank: rank)
      * percent(byYears: experience.years) / 10_000
  }

  /// Points for what two codes share, before rank and years count.
  func likeness(target: SectorCode, sector: SectorCode) -> Int {
    let shared = target.sharedPrefixLength(with: sector)
    return shared == target.symbols.count ? 10_000 : Self.value(of: policy.sector.pointsBySharedPrefix, at: shared)
  }

  func percent(byYears years: Int) -> Int { Self.value(of: policy.sector.percentByYears, at: years) }

  /// The value of the last step that starts at or before `position`; 0 before the first.
  private static func value(of steps: [SectorPolicy.Step], at position: Int) -> Int {
    steps.last { $0.from <= position }?.value ?? 0
  }
}
