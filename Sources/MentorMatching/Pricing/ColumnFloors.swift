/// What a pair must score to matter, given 64-bit prices of mentors, in the 32 bits that kernels compare in.
///
/// A pair (i, j) matters when its score is at least `price_j − limit_i`. With `least` the least price of a chunk, that is
/// `score − offset_j ≥ least − limit_i` with `offset_j = price_j − least`: an offset for each mentor that does not depend on
/// the row, and a floor for each chunk that does. Where they are clamped the kernels let too many pairs pass, never too few;
/// whoever uses them compares in 64 bits again.
struct ColumnFloors: Sendable {
  let offsets: [Int32]
  /// By chunk; `Int64.max` for a chunk without mentors.
  private let least: [Int64]

  private static let clamp: Int64 = 3_000_000

  /// - Parameter price: by roster index; `Int64.max` for a mentor who does not matter at all.
  init(price: [Int64], columns: FeatureColumns) {
    var least = [Int64](repeating: .max, count: columns.chunkCount)
    for (position, mentor) in columns.mentorAtPosition.enumerated() {
      least[position / MentorPlanes.chunk] = min(least[position / MentorPlanes.chunk], price[mentor])
    }
    var offsets = [Int32](repeating: 0, count: columns.chunkCount * MentorPlanes.chunk)
    for (position, mentor) in columns.mentorAtPosition.enumerated() {
      let base = least[position / MentorPlanes.chunk]
      let (offset, overflow) = price[mentor].subtractingReportingOverflow(base)
      offsets[position] = Int32(overflow ? Self.clamp : min(offset, Self.clamp))
    }
    self.offsets = offsets
    self.least = least
  }

  /// Above every score where nobody in the chunk matters.
  func floor(ofChunk chunk: Int, limit: Int64) -> Int32 {
    let (floor, overflow) = least[chunk].subtractingReportingOverflow(limit)
    if overflow { return least[chunk] > 0 ? .max : Int32(-Self.clamp) }
    return floor > Int64(Score.maximum) ? .max : Int32(max(floor, -Self.clamp))
  }

  func floors(limit: Int64) -> [Int32] { least.indices.map { floor(ofChunk: $0, limit: limit) } }
}
