/// Where the mentors live, twice: as whole numbers for 32-bit arithmetic, and exactly.
///
/// The whole numbers are places in units of a power of two of the metre, so fine that the box around everybody still spans
/// 31 bits: differences of two never overflow and are exact to a unit, at most 8 mm (people on opposite sides of the earth),
/// about half a millimetre for people of one country. That unit makes scaling to metres, and rounding to whole ones, exact in
/// floating point. Distances from 32-bit floating-point squares of such differences are off by less than
/// `absoluteError + 3.2 · 10⁻⁷ · distance` up to 1,250 km; where that leaves the whole metre in doubt, the exact columns decide.
struct PlaceColumns: Sendable {
  let x: AlignedArray<Int32>
  let y: AlignedArray<Int32>
  let z: AlignedArray<Int32>
  /// Unit vectors, as the plain scorer has them.
  let unitX: AlignedArray<Double>
  let unitY: AlignedArray<Double>
  let unitZ: AlignedArray<Double>
  /// `[chunk][6]`: least x, y, z, greatest x, y, z of the chunk's mentors.
  let box: AlignedArray<Int32>
  let scale: PlaceScale

  init(mentors: [Coordinate], mentees: [Coordinate], paddedCount: Int) {
    let vectors = mentors.map(\.unitVector)
    scale = PlaceScale(around: vectors + mentees.map(\.unitVector))
    x = AlignedArray(repeating: 0, count: paddedCount)
    y = AlignedArray(repeating: 0, count: paddedCount)
    z = AlignedArray(repeating: 0, count: paddedCount)
    unitX = AlignedArray(repeating: 0, count: paddedCount)
    unitY = AlignedArray(repeating: 0, count: paddedCount)
    unitZ = AlignedArray(repeating: 0, count: paddedCount)
    let chunkCount = paddedCount / MentorPlanes.chunk
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
      }
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

  /// The length up to which a way, computed in 32 bits, may be one of so many whole metres, in units.
  ///
  /// Ways whose true length rounds to no more have lengths off by less than 3.2 · 10⁻⁷ of it (see `way512.h`), and none is left
  /// out; lengths off by up to 4.5 · 10⁻⁷ are settled exactly, so those that are too long are found. The value between
  /// lies within the two however it is rounded to 24 bits.
  func reach(ofMetres limit: Int32) -> Float {
    Float(((Double(limit) + 0.5) * (1 + 3.8e-7) + absoluteError) * unitsPerMetre)
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
