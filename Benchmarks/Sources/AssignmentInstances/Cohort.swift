#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

/// Two groups of invented people, and what a pair of them costs: one million minus a score of shared languages, nearness
/// of sectors, shared half days, distance and digital skills.
struct Cohort {
  private struct Person {
    var place: Point
    /// One bit for each language.
    var languages: UInt8
    var sector: Int
    /// One bit for each of the 21 parts of a week.
    var halfDays: UInt32
    /// 0…4
    var digitalSkill: Int
  }

  private static let languageShare = [0.85, 0.35, 0.2, 0.1, 0.05, 0.05, 0.03, 0.02]
  private static let sectorCount = 20

  private let rows: [Person]
  private let columns: [Person]
  /// `sectorCount × sectorCount`, row-major: 0, 0.25, 0.5 or 0.75 between different sectors, 1 within one.
  private let sectorLikeness: [Double]

  /// - Parameter isScattered: whether people live around their town rather than exactly in it.
  init(rowCount: Int, columnCount: Int, isScattered: Bool, random: inout SplitMix64) {
    let towns = (0..<30).map { _ in Point(x: random.unit(), y: random.unit()) }
    rows = (0..<rowCount).map { _ in Self.person(towns, isScattered, &random) }
    columns = (0..<columnCount).map { _ in Self.person(towns, isScattered, &random) }
    let count = Self.sectorCount
    var likeness = [Double](repeating: 1, count: count * count)
    for a in 0..<count {
      for b in 0..<a {
        let value =
          max(Double(Int.random(in: 0...3, using: &random)), Double(Int.random(in: 0...3, using: &random))) / 4
        likeness[a * count + b] = value
        likeness[b * count + a] = value
      }
    }
    sectorLikeness = likeness
  }

  func cost(row: Int, column: Int) -> Int32 {
    let (a, b) = (rows[row], columns[column])
    let language = Double(min((a.languages & b.languages).nonzeroBitCount, 2)) / 2
    let sector = sectorLikeness[a.sector * Self.sectorCount + b.sector]
    let time = Double(min((a.halfDays & b.halfDays).nonzeroBitCount, 4)) / 4
    let nearness = exp2(-a.place.distance(to: b.place) / 0.2)
    let digital = 1 - Double(abs(a.digitalSkill - b.digitalSkill)) / 4
    let score = 300_000 * language + 250_000 * sector + 200_000 * time + 150_000 * nearness + 100_000 * digital
    return 1_000_000 - Int32(score.rounded())
  }

  private static func person(_ towns: [Point], _ isScattered: Bool, _ random: inout SplitMix64) -> Person {
    var place = towns[zipf(exponent: 1.5, below: towns.count, &random)]
    if isScattered {
      place.x += 0.01 * normal(&random)
      place.y += 0.01 * normal(&random)
    }
    var languages: UInt8 = 0
    for (bit, share) in languageShare.enumerated() where random.unit() < share { languages |= 1 << UInt8(bit) }
    var halfDays: UInt32 = 0
    for bit in 0..<21 where random.unit() < 0.25 { halfDays |= 1 << UInt32(bit) }
    return Person(
      place: place, languages: max(languages, 1), sector: zipf(exponent: 1.3, below: sectorCount, &random),
      halfDays: halfDays, digitalSkill: Int.random(in: 0...4, using: &random))
  }

  /// Zipf's law by inverting the continuous (Pareto) distribution, folded onto 0..<bound.
  private static func zipf(exponent: Double, below bound: Int, _ random: inout SplitMix64) -> Int {
    let rank = pow(1 - random.unit(), -1 / (exponent - 1))
    return Int(min(rank, 1e12)) % bound
  }

  /// The standard normal distribution, by Box and Muller's transform.
  private static func normal(_ random: inout SplitMix64) -> Double {
    (-2 * log(1 - random.unit())).squareRoot() * cos(2 * Double.pi * random.unit())
  }
}
