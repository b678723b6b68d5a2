extension PairScorer {
  func commonTime(_ mentee: Person, _ mentor: Person) -> Candidate.CommonTime {
    let common = mentee.availability.intersection(mentor.availability)
    return Candidate.CommonTime(
      common: common, halfHourCount: common.halfHourCount,
      blockCount: common.blockCount(ofLength: policy.availability.meetingHalfHours))
  }

  /// Saturating: blocks by table, plus a share for the common half hours.
  func availabilityPoints(halfHourCount: Int, blockCount: Int) -> Int {
    let rules = policy.availability
    let byBlocks = rules.pointsByBlocks[min(blockCount, rules.pointsByBlocks.count - 1)]
    let counted = min(halfHourCount, rules.saturationHalfHours)
    return byBlocks + rules.halfHourPoints * counted / rules.saturationHalfHours
  }
}
