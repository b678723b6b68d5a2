public import AssignmentSolvers

/// Families of full cost tables on which assignment codes are known to behave differently.
///
/// They follow the same rules as the families that `Peers` generates for the comparison with other codes, on another
/// random generator, so the instances are not the same.
public enum DenseFamily: String, CaseIterable, Sendable {
  /// Uniform on 1…10⁶: the easy one.
  case unif
  /// Uniform on 1…100: ties everywhere.
  case u100
  /// Mentoring-like scores of people scattered around 30 towns.
  case low
  /// The same, everybody exactly in a town: many identical people.
  case lowt
  /// Euclidean distances of points in a square, in millionths of its side.
  case geo
  /// `c_ij = (i + 1) · (j + 1)` (Machol–Wien): shortest-path codes search nearly everything.
  case mw

  /// A table of this family; takes O(rows × columns).
  public func costs(rowCount: Int, columnCount: Int, seed: UInt64 = 7) -> DenseCosts {
    var random = SplitMix64(seed: seed)
    switch self {
    case .unif:
      return table(rowCount, columnCount) { _, _ in Int32.random(in: 1...1_000_000, using: &random) }
    case .u100:
      return table(rowCount, columnCount) { _, _ in Int32.random(in: 1...100, using: &random) }
    case .mw:
      return table(rowCount, columnCount) { row, column in Int32((row + 1) * (column + 1)) }
    case .geo:
      let rows = (0..<rowCount).map { _ in Point(x: random.unit(), y: random.unit()) }
      let columns = (0..<columnCount).map { _ in Point(x: random.unit(), y: random.unit()) }
      return table(rowCount, columnCount) { row, column in
        Int32((1e6 * rows[row].distance(to: columns[column])).rounded())
      }
    case .low, .lowt:
      let cohort = Cohort(rowCount: rowCount, columnCount: columnCount, isScattered: self == .low, random: &random)
      return table(rowCount, columnCount, cost: cohort.cost)
    }
  }

  private func table(_ rowCount: Int, _ columnCount: Int, cost: (Int, Int) -> Int32) -> DenseCosts {
    var values: [Int32] = []
    values.reserveCapacity(rowCount * columnCount)
    for row in 0..<rowCount {
      for column in 0..<columnCount { values.append(cost(row, column)) }
    }
    return DenseCosts(rowCount: rowCount, columnCount: columnCount, values: values)
  }
}

struct Point {
  var x: Double
  var y: Double

  func distance(to other: Point) -> Double {
    let (dx, dy) = (x - other.x, y - other.y)
    return (dx * dx + dy * dy).squareRoot()
  }
}
