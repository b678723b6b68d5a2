/// In which chunk of mentors a mentee's own place falls: where the best are likely to be.
struct HomeChunks: Sendable {
  /// Positions of the first and one past the last mentor of each antenna, among those who can meet online if there are any.
  private let positionsOfAntenna: [AntennaID: Range<Int>]
  /// By position.
  private let curve: [UInt64]

  /// - Parameter columns: in the order of ``MentorOrder/byReach(_:policy:)``.
  init(roster: Roster, columns: FeatureColumns) {
    let mentors = columns.mentorAtPosition.map { roster.mentors[$0].person }
    curve = mentors.map { MentorOrder.curvePosition(of: $0.place.coordinate) }
    var ranges: [AntennaID: Range<Int>] = [:]
    for (position, person) in mentors.enumerated() {
      let known = ranges[person.antenna]
      // The second group begins anew.
      if let known, known.upperBound != position { continue }
      ranges[person.antenna] = (known?.lowerBound ?? position)..<position + 1
    }
    positionsOfAntenna = ranges
  }

  /// 0 when there are no mentors.
  func chunk(of mentee: Person) -> Int {
    if curve.isEmpty { return 0 }
    var (low, high) = (0, curve.count)
    if let positions = positionsOfAntenna[mentee.antenna] { (low, high) = (positions.lowerBound, positions.upperBound) }
    let own = MentorOrder.curvePosition(of: mentee.place.coordinate)
    while low < high {
      let middle = (low + high) / 2
      if curve[middle] < own { low = middle + 1 } else { high = middle }
    }
    return min(low, curve.count - 1) / MentorPlanes.chunk
  }
}
