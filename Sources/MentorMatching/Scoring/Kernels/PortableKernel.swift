internal import CScoringKernels

/// The scoring kernel in plain Swift, the twin of those in C, and for machines without one: the same steps, with planes of
/// eight words that the compiler maps to whatever vectors there are, and one mentor at a time after the bitwise part.
///
/// See ``PortableChunk`` for the bitwise part.
enum PortableKernel {
  /// Scores the chunks of a row. Sizes have been checked by ``ScoringMachine``.
  static func score(
    _ mentors: UnsafePointer<cscoring_mentors>, _ mentee: UnsafePointer<cscoring_mentee>, chunks: Range<Int32>,
    into scores: UnsafeMutableBufferPointer<Int32>
  ) {
    let minimum = unsafe mentee.pointee.minimum_score
    guard let skillOfMentor = unsafe mentors.pointee.skill else { return }
    let way = unsafe PortableWay(mentors, mentee)
    unsafe withTables(mentee) { levelScore, blockScore, halfHourScore, sectorScore, inPersonScore, onlineScore in
      var codes = PortableCodes()
      for chunk in chunks {
        let start = Int(chunk) * MentorPlanes.chunk
        for index in start..<start + MentorPlanes.chunk { unsafe scores[index] = CandidateScores.notCandidate }
        var bits = PortableChunk()
        guard unsafe bits.findCandidates(mentors, mentee, chunk: Int(chunk)) else { continue }
        codes.spread(bits)
        for word in 0..<MentorPlanes.chunkWords {
          let inPerson = bits.inPerson[word]
          let online = bits.online[word]
          var left = bits.candidates[word]
          while left != 0 {
            let bit = left.trailingZeroBitCount
            left &= left &- 1
            let index = word &* 64 &+ bit
            let position = start &+ index
            let skill = unsafe Int(skillOfMentor[position])
            var score: Int32
            if inPerson >> UInt64(bit) & 1 == 1, let distance = way.score(of: position) {
              score = unsafe distance &+ inPersonScore[skill]
            } else if online >> UInt64(bit) & 1 == 1 {
              score = unsafe onlineScore[skill]
            } else {
              continue
            }
            let code = codes.value(at: index)
            score &+= unsafe levelScore[code.level] &+ blockScore[code.blocks]
            score &+= unsafe halfHourScore[code.halfHours] &+ sectorScore[code.sector]
            if score >= minimum { unsafe scores[position] = score }
          }
        }
      }
    }
  }

  private typealias Table = UnsafeBufferPointer<Int32>

  /// The mentee's tables, which Swift sees as tuples.
  private static func withTables(
    _ mentee: UnsafePointer<cscoring_mentee>, _ body: (Table, Table, Table, Table, Table, Table) -> Void
  ) {
    func table<Tuple>(_ path: KeyPath<cscoring_mentee, Tuple>) -> Table {
      guard let offset = unsafe MemoryLayout<cscoring_mentee>.offset(of: path) else {
        preconditionFailure("a stored array of a C struct")
      }
      return unsafe Table(
        start: (UnsafeRawPointer(mentee) + offset).assumingMemoryBound(to: Int32.self),
        count: MemoryLayout<Tuple>.size / MemoryLayout<Int32>.size)
    }
    unsafe body(
      table(\.level_score), table(\.block_score), table(\.half_hour_score), table(\.sector_score),
      table(\.in_person_score), table(\.online_score))
  }
}

/// The weighted points of a mentee's ways to mentors.
@safe private struct PortableWay {
  private let mentors: cscoring_mentors
  private let mentee: cscoring_mentee
  private let x: Int32
  private let y: Int32
  private let z: Int32
  private let limit: Int32
  private let weight: Int32
  private let squareMetresPerUnit: Float
  private let leastDoubt: Float
  private let isDelicate: Bool
  private let cellsPerMetre: Float
  private let lastCell: Float
  private let slope: [Float]
  private let intercept: [Float]
  private let exactAt: [Int]
  private let exactPoints: [Int]

  init(_ mentors: UnsafePointer<cscoring_mentors>, _ mentee: UnsafePointer<cscoring_mentee>) {
    unsafe self.mentors = mentors.pointee
    unsafe self.mentee = mentee.pointee
    unsafe (x, y, z) = (mentee.pointee.x, mentee.pointee.y, mentee.pointee.z)
    unsafe limit = mentee.pointee.limit
    let curve = unsafe mentee.pointee.curve.pointee
    unsafe weight = curve.weight
    let metresPerUnit = unsafe 1 / curve.units_per_metre
    squareMetresPerUnit = metresPerUnit * metresPerUnit
    unsafe leastDoubt = 0.5 - curve.absolute_error
    unsafe isDelicate = curve.is_delicate
    unsafe cellsPerMetre = curve.cells_per_metre
    unsafe lastCell = Float(curve.cell_count - 1)
    unsafe slope = Self.array(curve.slope)
    unsafe intercept = Self.array(curve.intercept)
    unsafe exactAt = (0..<Int(curve.exact_knot_count)).map { unsafe Int(curve.exact_at[$0]) }
    unsafe exactPoints = (0..<Int(curve.exact_knot_count)).map { unsafe Int(curve.exact_points[$0]) }
  }

  private static func array<Tuple>(_ tuple: Tuple) -> [Float] {
    unsafe withUnsafeBytes(of: tuple) { unsafe Array($0.bindMemory(to: Float.self)) }
  }

  /// Nil for a mentor who lives too far away.
  func score(of position: Int) -> Int32? {
    let limit = unsafe min(limit, mentors.limit[position])
    if let minutesOfZone = unsafe mentee.minutes_of_zone, let scoreOfZone = unsafe mentee.score_of_zone,
      let zoneOfMentor = unsafe mentors.zone
    {
      let zone = unsafe Int(zoneOfMentor[position])
      return unsafe minutesOfZone[zone] <= limit ? scoreOfZone[zone] : nil
    }
    let dx = unsafe Float(mentors.x[position] &- x)
    let dy = unsafe Float(mentors.y[position] &- y)
    let dz = unsafe Float(mentors.z[position] &- z)
    let square = (dx * dx + dy * dy + dz * dz) * squareMetresPerUnit
    let chord = square.squareRoot()
    // The bounds of error are those of the C kernels; roundings without fused operations are as many.
    let metres = chord + chord * square * (Self.thirdOrder + square * Self.fifthOrder)
    let whole = Int32(metres + 0.5)
    let rounded = Float(whole)
    if whole > 500_000 { return exactScore(position, limit) }
    if abs(metres - rounded) + 4e-7 * metres > leastDoubt {
      return whole - 1 > limit ? nil : exactScore(position, limit)
    }
    if whole > limit { return nil }
    let cell = Int(min(rounded * cellsPerMetre, lastCell))
    let points = intercept[cell] - slope[cell] * rounded
    if isDelicate && abs(points - (points + 0.5).rounded(.down)) < 0.01 { return exactScore(position, limit) }
    return Int32(points) &* weight
  }

  private static let thirdOrder = Float(1.0 / 24 / (GreatCircle.earthRadius * GreatCircle.earthRadius))
  private static let fifthOrder = Float(
    3.0 / 640 / (GreatCircle.earthRadius * GreatCircle.earthRadius)
      / (GreatCircle.earthRadius * GreatCircle.earthRadius))

  @inline(never)
  private func exactScore(_ position: Int, _ limit: Int32) -> Int32? {
    let metres = unsafe GreatCircle.metres(
      chordSquared: GreatCircle.chordSquared(
        mentee.unit_x - mentors.unit_x[position], mentee.unit_y - mentors.unit_y[position],
        mentee.unit_z - mentors.unit_z[position]))
    if metres > Int(limit) { return nil }
    guard let next = exactAt.firstIndex(where: { $0 >= metres }) else {
      return Int32(exactPoints[exactPoints.count - 1]) &* weight
    }
    if next == 0 { return Int32(exactPoints[0]) &* weight }
    let fall = exactPoints[next - 1] - exactPoints[next]
    let points = exactPoints[next] + fall * (exactAt[next] - metres) / (exactAt[next] - exactAt[next - 1])
    return Int32(points) &* weight
  }
}
