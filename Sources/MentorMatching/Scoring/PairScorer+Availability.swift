extension PairScorer {
  func commonTime(_ mentee: Person, _ mentor: Person) -> Candidate.CommonTime {
    let common = mentee.availability.intersection(mentor.availability)
    return Candidate.CommonTime(
      common: common, halfHourCount: common.halfHourCount,
      blockCount: common.blockCount(ofLength: policy.availability.meetingHalfHours))
  }

  func availabilityPoints(halfHourCount: Int, blockCount: Int) -> Int {
    policy.availability.points(halfHourCount: halfHourCount, blockCount: blockCount)
  }
}

extension AvailabilityPolicy {
  /// Saturating: blocks by table, plus a share for the common half hours.
  func points(halfHourCount: Int, blockCount: Int) -> Int {
    let byBlocks = pointsByBlocks[min(blockCount, pointsByBlocks.count - 1)]
    let counted = min(halfHourCount, saturationHalfHours)
    return byBlocks + halfHourPoints * counted / saturationHalfHours
  }
}
