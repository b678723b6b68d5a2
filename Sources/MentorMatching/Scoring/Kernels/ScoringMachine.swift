internal import CScoringKernels

/// The bridge to the kernels: columns and tables as they want them, and the memory of a row.
///
/// Every size is checked here; the kernels trust it.
@safe final class ScoringMachine: @unchecked Sendable {
  let columns: FeatureColumns
  let tables: ScoreTables
  private let mentors: cscoring_mentors
  /// Never written to after `init`.
  private let curve: UnsafeMutablePointer<cscoring_curve>
  private let exactAt: AlignedArray<Int32>
  private let exactPoints: AlignedArray<Int32>
  /// What all mentees of a digital skill have in common: by skill − 1, those who need no laptop first. Never written to after
  /// `init`.
  private let blanks: UnsafeMutablePointer<cscoring_mentee>

  init(columns: FeatureColumns, tables: ScoreTables, minimumScore: Int) {
    self.columns = columns
    self.tables = tables
    let places = columns.places
    let paddedCount = columns.chunkCount * MentorPlanes.chunk
    precondition(
      [places.x.count, places.y.count, places.z.count, places.unitX.count, places.unitY.count, places.unitZ.count]
        .allSatisfy { $0 == paddedCount }
        && [places.offsetX.count, places.offsetY.count, places.offsetZ.count].allSatisfy { $0 == paddedCount }
        && places.placesAndLimits.count == 4 * paddedCount && places.origin.count == 3 * columns.chunkCount
        && places.offsetError.count == columns.chunkCount && columns.limit.count == paddedCount
        && columns.skill.count == paddedCount
        && columns.reach.count == paddedCount && columns.starts.count == columns.availability.count
        && [0, paddedCount].contains(columns.zone.count) && places.box.count == columns.chunkCount * 6
        && columns.availability.count == columns.chunkCount * MentorPlanes.chunkWords * FeatureColumns.slotCount,
      "columns of one length")
    unsafe mentors = cscoring_mentors(
      availability: columns.availability.address, starts: columns.starts.address, box: places.box.address,
      offset_x: places.offsetX.address, offset_y: places.offsetY.address, offset_z: places.offsetZ.address,
      origin: places.origin.address, offset_error: places.offsetError.address,
      x: places.x.address, y: places.y.address, z: places.z.address,
      places_and_limits: places.placesAndLimits.address, unit_x: places.unitX.address,
      unit_y: places.unitY.address, unit_z: places.unitZ.address, limit: columns.limit.address,
      reach: columns.reach.address, zone: columns.zone.count == 0 ? nil : UnsafePointer(columns.zone.address),
      skill: columns.skill.address)

    exactAt = AlignedArray(copying: tables.curve.exactAt)
    exactPoints = AlignedArray(copying: tables.curve.exactPoints)
    var values = unsafe cscoring_curve()
    unsafe values.units_per_metre = Float(places.scale.unitsPerMetre)
    unsafe values.absolute_error = Float(places.scale.absoluteError)
    unsafe values.near_error = Float(places.scale.nearError)
    unsafe values.weight = tables.curve.weight
    unsafe values.is_delicate = tables.curve.isDelicate
    unsafe values.cells_per_metre = 1 / Float(tables.curve.cellMetres)
    unsafe values.cell_count = Int32(tables.curve.slope.count)
    unsafe Self.fill(&values.slope, tables.curve.slope, padding: tables.curve.slope.last ?? 0)
    unsafe Self.fill(&values.intercept, tables.curve.intercept, padding: tables.curve.intercept.last ?? 0)
    unsafe values.exact_knot_count = Int32(exactAt.count)
    unsafe values.exact_at = UnsafePointer(exactAt.address)
    unsafe values.exact_points = UnsafePointer(exactPoints.address)
    unsafe curve = .allocate(capacity: 1)
    unsafe curve.initialize(to: values)

    var blank = unsafe cscoring_mentee()
    unsafe blank.meeting_length = Int32(tables.meetingHalfHours)
    unsafe blank.minimum_blocks = Int32(tables.minimumBlocks)
    unsafe blank.minimum_score = Int32(minimumScore)
    unsafe Self.fill(&blank.level_score, tables.level, padding: 0)
    unsafe Self.fill(&blank.block_score, tables.blocks, padding: 0)
    unsafe Self.fill(&blank.half_hour_score, tables.halfHours, padding: 0)
    unsafe blank.curve = UnsafePointer(curve)
    unsafe blanks = .allocate(capacity: 2 * tables.inPerson.count)
    for skill in tables.inPerson.indices {
      unsafe Self.fill(&blank.in_person_score, tables.inPerson[skill], padding: 0)
      for (laptop, online) in [tables.online, tables.onlineWithLaptop].enumerated() {
        unsafe Self.fill(&blank.online_score, online[skill], padding: 0)
        unsafe (blanks + 2 * skill + laptop).initialize(to: blank)
      }
    }
  }

  deinit {
    unsafe curve.deallocate()
    unsafe blanks.deallocate()
  }

  static func runs(_ kernel: ScoringKernel) -> Bool { level(of: kernel).rawValue <= cscoring_best_kernel().rawValue }

  static func level(of kernel: ScoringKernel) -> cscoring_kernel {
    switch kernel {
    case .portable: .CSCORING_KERNEL_NONE
    case .portableC: .CSCORING_KERNEL_PORTABLE
    case .avx2: .CSCORING_KERNEL_AVX2
    case .avx512: .CSCORING_KERNEL_AVX512
    case .avx512VBMI: .CSCORING_KERNEL_AVX512_VBMI
    }
  }

  /// Whether the row's values fit the codes that kernels compute with.
  func canScore(_ row: borrowing MenteeRow) -> Bool {
    row.sectorScores.count <= ScoreTables.codeLimit
      && (tables.isSaturated || row.facts.availability.halfHourCount <= ScoreTables.codeLimit)
  }

  /// Memory of a row's lists, kept from one row to the next.
  struct Memory: ~Copyable {
    var row = MenteeRow()
    var shape = RowShape()
    var layout = PlaneLayout()
  }

  /// And of the row as the kernels have it.
  @safe struct RowMemory: ~Copyable {
    var lists = Memory()
    fileprivate let mentee = UnsafeMutablePointer<cscoring_mentee>.allocate(capacity: 1)
    /// Whose blank the mentee was last; what every row changes is all that differs from it.
    fileprivate var machine: ScoringMachine?

    deinit { unsafe mentee.deallocate() }
  }

  private var chunks: Range<Int32> { 0..<Int32(columns.chunkCount) }

  /// Scores the row of `memory` over all chunks.
  func score(with kernel: ScoringKernel, memory: inout RowMemory, into scores: inout [Int32]) {
    precondition(canScore(memory.lists.row) && kernel.isAvailable, "a row within the limits, a kernel of this machine")
    precondition(scores.count == columns.chunkCount * MentorPlanes.chunk, "one score for each position")
    guard layOut(&memory) else {
      for index in scores.indices { scores[index] = CandidateScores.notCandidate }
      return
    }
    unsafe withMentors { mentors in
      unsafe scores.withUnsafeMutableBufferPointer { scores in
        if kernel == .portable {
          unsafe PortableKernel.score(mentors, memory.mentee, chunks: chunks, into: scores)
        } else {
          unsafe cscoring_score(
            Self.level(of: kernel), mentors, memory.mentee, chunks.lowerBound, chunks.upperBound, scores.baseAddress)
        }
      }
    }
    memory.lists.layout.clear(columns.planes)
  }

  /// The columns for a kernel, valid during the call.
  func withMentors<Result>(_ body: (UnsafePointer<cscoring_mentors>) -> Result) -> Result {
    let result = unsafe withUnsafePointer(to: mentors) { unsafe body($0) }
    withExtendedLifetime(self) {}
    return result
  }

  /// Lays the row out for the kernels; its lists stay where they are, in the same memory.
  /// - Returns: false when no mentor can be a candidate.
  private func layOut(_ memory: inout RowMemory) -> Bool {
    guard memory.lists.shape.fill(memory.lists.row, tables: tables) else { return false }
    memory.lists.layout.fill(memory.lists.row, columns.planes)
    let mentee = unsafe memory.mentee
    let blank = unsafe blank(for: memory.lists.row)
    if memory.machine === self {
      unsafe mentee.pointee.in_person_score = blank.pointee.in_person_score
      unsafe mentee.pointee.online_score = blank.pointee.online_score
    } else {
      unsafe mentee.update(from: blank, count: 1)
      memory.machine = self
    }
    unsafe describe(memory.lists.row, memory.lists.shape, as: &mentee.pointee)
    unsafe memory.lists.layout.assign(
      to: &mentee.pointee, memory.lists.row, planes: memory.lists.layout.pointers.address)
    unsafe mentee.pointee.stretches = UnsafePointer(memory.lists.shape.stretches.address)
    unsafe mentee.pointee.slots = UnsafePointer(memory.lists.shape.slots.address)
    unsafe mentee.pointee.sector_end = UnsafePointer(memory.lists.row.sectorEnd.address)
    unsafe mentee.pointee.sector_digit = UnsafePointer(memory.lists.row.sectorDigits.address)
    let hasZones = !memory.lists.row.zoneMinutes.isEmpty
    unsafe mentee.pointee.minutes_of_zone = hasZones ? UnsafePointer(memory.lists.row.zoneMinutes.address) : nil
    unsafe mentee.pointee.score_of_zone = hasZones ? UnsafePointer(memory.lists.row.zoneScores.address) : nil
    return true
  }

  /// Writes everything about a row but its planes and lists.
  func describe(
    _ row: borrowing MenteeRow, _ shape: borrowing RowShape, as place: UnsafeMutablePointer<cscoring_mentee>
  ) {
    unsafe place.update(from: blank(for: row), count: 1)
    unsafe describe(row, shape, as: &place.pointee)
  }

  private func blank(for row: borrowing MenteeRow) -> UnsafePointer<cscoring_mentee> {
    let skill = row.facts.skill - 1
    precondition(tables.inPerson.indices.contains(skill), "a digital skill")
    return unsafe UnsafePointer(blanks + 2 * skill + (row.facts.needsLaptop ? 1 : 0))
  }

  private func describe(_ row: borrowing MenteeRow, _ shape: borrowing RowShape, as mentee: inout cscoring_mentee) {
    unsafe mentee.may_meet_in_person = row.facts.meetsInPerson
    unsafe mentee.may_meet_online = row.facts.meetsOnline
    unsafe mentee.lowest_level = Int32(shape.lowestLevel)
    unsafe mentee.sector_value_count = Int32(row.sectorScores.count)
    unsafe mentee.stretch_count = Int32(shape.stretches.count / 2)
    unsafe mentee.slot_count = Int32(shape.slots.count)
    unsafe mentee.block_limit = Int32(shape.blockLimit)
    unsafe withUnsafeMutableBytes(of: &mentee.sector_score) { bytes in
      let scores = unsafe bytes.bindMemory(to: Int32.self)
      let count = row.sectorScores.count
      precondition(count < scores.count, "a code for each value")
      for code in 0..<scores.count { unsafe scores[code] = row.sectorBase }
      for value in 0..<count { unsafe scores[count - value] = row.sectorScores[value] }
    }
    unsafe mentee.x = row.facts.place.x
    unsafe mentee.y = row.facts.place.y
    unsafe mentee.z = row.facts.place.z
    unsafe mentee.unit_x = row.facts.unit.x
    unsafe mentee.unit_y = row.facts.unit.y
    unsafe mentee.unit_z = row.facts.unit.z
    unsafe mentee.limit = row.facts.limit
    unsafe mentee.reach = columns.places.scale.reach(ofMetres: row.facts.limit)
  }

  /// Fills a C array, which Swift sees as a tuple.
  private static func fill<Tuple, Value: BitwiseCopyable>(_ tuple: inout Tuple, _ values: [Value], padding: Value) {
    unsafe withUnsafeMutableBytes(of: &tuple) { bytes in
      let entries = unsafe bytes.bindMemory(to: Value.self)
      precondition(values.count <= entries.count, "the values fit")
      for index in 0..<entries.count { unsafe entries[index] = index < values.count ? values[index] : padding }
    }
  }
}
