/// Where to look first for a mentee's best mentors: in the block that holds the mentee's own place in the order of mentors.
struct StartChunks: Sendable {
  let noOffsets: [Int32]
  private let chunkCount: Int
  /// Positions of the first and one past the last mentor of each antenna.
  private let positionsOfAntenna: [AntennaID: Range<Int>]
  /// By position.
  private let curve: [UInt64]

  init(roster: Roster, columns: FeatureColumns) {
    chunkCount = columns.chunkCount
    noOffsets = Array(repeating: 0, count: columns.chunkCount * MentorPlanes.chunk)
    let mentors = columns.mentorAtPosition.map { roster.mentors[$0].person }
    curve = mentors.map { MentorOrder.curvePosition(of: $0.place.coordinate) }
    var ranges: [AntennaID: Range<Int>] = [:]
    for (position, person) in mentors.enumerated() {
      let start = ranges[person.antenna]?.lowerBound ?? position
      ranges[person.antenna] = start..<position + 1
    }
    positionsOfAntenna = ranges
  }

  /// All chunks, as runs: the mentee's own first, then to both sides, each run longer than the one before.
  func runs(from mentee: Person) -> [Range<Int>] {
    if chunkCount == 0 { return [] }
    var (low, high) = (0, curve.count)
    if let positions = positionsOfAntenna[mentee.antenna] { (low, high) = (positions.lowerBound, positions.upperBound) }
    let own = MentorOrder.curvePosition(of: mentee.place.coordinate)
    while low < high {
      let middle = (low + high) / 2
      if curve[middle] < own { low = middle + 1 } else { high = middle }
    }
    let home = min(low, curve.count - 1) / MentorPlanes.chunk
    var runs = [home..<home + 1]
    var (before, after) = (home, home + 1)
    var length = 1
    while before > 0 || after < chunkCount {
      if after < chunkCount {
        runs.append(after..<min(chunkCount, after + length))
        after = min(chunkCount, after + length)
      }
      if before > 0 {
        runs.append(max(0, before - length)..<before)
        before = max(0, before - length)
      }
      length *= 2
    }
    return runs
  }
}
