internal import CScoringKernels

/// Where the mentors live, three times: in metres from a point near by for 32-bit arithmetic, as whole numbers, and exactly.
///
/// The whole numbers are places in units of a power of two of the metre, so fine that the box around everybody still spans
/// 31 bits: differences of two never overflow and are exact to a unit, at most 8 mm (people on opposite sides of the earth),
/// about half a millimetre for people of one country. That unit makes scaling to metres exact in floating point.
///
/// Offsets are such places in metres from the middle of the box around the chunk, in 24 bits: exact for people of one town,
/// and the better the nearer to each other the chunk's mentors live. Distances from 32-bit floating-point squares of
/// differences of offsets are off by less than `offsetError + 3.8 · 10⁻⁷ · distance` up to 1,250 km, and less up to 60. Where that leaves the
/// whole metre in doubt, 64-bit squares of differences of whole numbers decide, which are off by `absoluteError`; and where
/// those do, the exact columns.
struct PlaceColumns: Sendable {
  let x: AlignedArray<Int32>
  let y: AlignedArray<Int32>
  let z: AlignedArray<Int32>
  /// `[position][4]`: x, y, z and the mentor's limit, side by side for those who are looked at one by one.
  let placesAndLimits: AlignedArray<Int32>
  let offsetX: AlignedArray<Float>
  let offsetY: AlignedArray<Float>
  let offsetZ: AlignedArray<Float>
  /// `[chunk][3]`: where the chunk's offsets begin.
  let origin: AlignedArray<Int32>
  /// By chunk, in metres.
  let offsetError: AlignedArray<Float>
  /// Unit vectors, as the plain scorer has them.
  let unitX: AlignedArray<Double>
  let unitY: AlignedArray<Double>
  let unitZ: AlignedArray<Double>
  /// `[chunk][6]`: least x, y, z, greatest x, y, z of the chunk's mentors.
  let box: AlignedArray<Int32>
  let scale: PlaceScale

  /// - Parameter limits: how far the mentors travel, by position.
  init(mentors: [Coordinate], limits: AlignedArray<Int32>, mentees: [Coordinate], paddedCount: Int) {
    let vectors = mentors.map(\.unitVector)
    scale = PlaceScale(around: vectors + mentees.map(\.unitVector))
    x = AlignedArray(repeating: 0, count: paddedCount)
    y = AlignedArray(repeating: 0, count: paddedCount)
    z = AlignedArray(repeating: 0, count: paddedCount)
    unitX = AlignedArray(repeating: 0, count: paddedCount)
    unitY = AlignedArray(repeating: 0, count: paddedCount)
    unitZ = AlignedArray(repeating: 0, count: paddedCount)
    placesAndLimits = AlignedArray(repeating: 0, count: 4 * paddedCount)
    offsetX = AlignedArray(repeating: 0, count: paddedCount)
    offsetY = AlignedArray(repeating: 0, count: paddedCount)
    offsetZ = AlignedArray(repeating: 0, count: paddedCount)
    let chunkCount = paddedCount / MentorPlanes.chunk
    origin = AlignedArray(repeating: 0, count: chunkCount * 3)
    offsetError = AlignedArray(repeating: 0, count: chunkCount)
    box = AlignedArray(repeating: 0, count: chunkCount * 6)
    for (position, vector) in vectors.enumerated() {
      let place = scale.place(of: vector)
      x[position] = place.x
      y[position] = place.y
      z[position] = place.z
      unitX[position] = vector.x
      unitY[position] = vector.y
      unitZ[position] = vector.z
      let start = position / MentorPlanes.chunk * 6
      let isFirst = position % MentorPlanes.chunk == 0
      for (axis, value) in [place.x, place.y, place.z].enumerated() {
        box[start + axis] = isFirst ? value : min(box[start + axis], value)
        box[start + 3 + axis] = isFirst ? value : max(box[start + 3 + axis], value)
        placesAndLimits[4 * position + axis] = value
      }
      placesAndLimits[4 * position + 3] = limits[position]
    }
    for chunk in 0..<chunkCount { setOffsets(ofChunk: chunk, mentorCount: mentors.count) }
  }

  private func setOffsets(ofChunk chunk: Int, mentorCount: Int) {
    var squares = 0.0
    for axis in 0..<3 {
      let (least, greatest) = (box[6 * chunk + axis], box[6 * chunk + 3 + axis])
      let half = (greatest - least) / 2
      origin[3 * chunk + axis] = least + half
      squares += (Double(half) + 1) * (Double(half) + 1)
    }
    let error = scale.absoluteError + scale.offsetError(ofRadius: squares.squareRoot())
    offsetError[chunk] = Float(error).nextUp
    let metre = Float(1 / scale.unitsPerMetre)
    let start = chunk * MentorPlanes.chunk
    for position in start..<min(start + MentorPlanes.chunk, mentorCount) {
      offsetX[position] = Float(x[position] - origin[3 * chunk]) * metre
      offsetY[position] = Float(y[position] - origin[3 * chunk + 1]) * metre
      offsetZ[position] = Float(z[position] - origin[3 * chunk + 2]) * metre
    }
  }
}

/// From unit vectors to whole numbers.
struct PlaceScale: Sendable {
  private let least: (x: Double, y: Double, z: Double)
  private let unitsPerRadius: Double
  /// A power of two.
  let unitsPerMetre: Double

  /// How far the distance of two scaled places can be off through rounding them, in metres: each of three differences
  /// by one unit, and a margin for the terms of the arc's series that are left out up to 400 km.
  var absoluteError: Double { 2 / unitsPerMetre + 0.00002 }

  /// The same up to 60 km, where the terms left out are below a nanometre.
  var nearError: Double { 2 / unitsPerMetre + 0.000001 }

  /// How far a way can be off through rounding its ends' offsets to 24 bits, in metres; the radius is that of the chunk's box,
  /// in units.
  ///
  /// Each of the mentor's offsets is off by 2⁻²⁴ of it at most. So are the mentee's, which exceed the box's half extents by the
  /// way's own extents at most: what they do counts in relation to the way (see `way512.h`).
  func offsetError(ofRadius units: Double) -> Double { 2 * 0x1p-24 * units / unitsPerMetre }

  /// How far from the middle between two whole metres the kernels take a 32-bit length to tell them, in relation to it: more than
  /// it can be off, and than a reach exceeds its limit.
  static func relativeDoubt(isNear: Bool) -> Double { Double(isNear ? cscoring_near_doubt : cscoring_far_doubt) }

  /// The length up to which a way, computed in 32 bits, may be one of so many whole metres, beside the chunk's error.
  ///
  /// Ways whose true length rounds to no more have lengths off by less than 3.3 · 10⁻⁷ of it up to 60 km, and 3.8 · 10⁻⁷
  /// beyond (see `way512.h`): none is left out. Lengths off by somewhat more than what stands here are settled exactly (see
  /// `doubts.h`), so those that are too long are found. The chunk's error has more room than the micrometre taken off.
  func reach(ofMetres limit: Int32) -> Double {
    (Double(limit) + 0.5) * (1 + (limit <= 60_000 ? 3.35e-7 : 3.85e-7)) - 0.000_001
  }

  init(around vectors: [(x: Double, y: Double, z: Double)]) {
    least = (vectors.map(\.x).min() ?? 0, vectors.map(\.y).min() ?? 0, vectors.map(\.z).min() ?? 0)
    let greatest = (vectors.map(\.x).max() ?? 0, vectors.map(\.y).max() ?? 0, vectors.map(\.z).max() ?? 0)
    let extent = max(greatest.0 - least.x, greatest.1 - least.y, greatest.2 - least.z)
    // The largest power of two that fits.
    let most = 2_147_483_000 / (max(extent, 1e-4) * GreatCircle.earthRadius)
    unitsPerMetre = Double(sign: .plus, exponent: most.exponent, significand: 1)
    unitsPerRadius = unitsPerMetre * GreatCircle.earthRadius
  }

  func place(of vector: (x: Double, y: Double, z: Double)) -> (x: Int32, y: Int32, z: Int32) {
    (
      Int32(((vector.x - least.x) * unitsPerRadius).rounded()),
      Int32(((vector.y - least.y) * unitsPerRadius).rounded()),
      Int32(((vector.z - least.z) * unitsPerRadius).rounded())
    )
  }
}

extension Float {
  /// The greatest that is not more than a number: 32-bit lengths up to the one are those up to the other.
  init(roundingDown number: Double) {
    let nearest = Float(number)
    self = Double(nearest) > number ? nearest.nextDown : nearest
  }
}
